// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/body_buffer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace inloop::net {
namespace {

TEST(BodyBuffer, KeepsWhatComesInOrder) {
    // given
    BodiesMemory memory(100'000);
    BodyBuffer buffer(memory);
    Bytes expected;
    // when
    for (int i = 0; i < 1000; ++i) {
        std::string const piece = std::to_string(i) + ",";
        append(expected, as_bytes(piece));
        ASSERT_TRUE(buffer.append(as_bytes(piece)));
    }
    // then
    EXPECT_EQ(buffer.size(), expected.size());
    EXPECT_EQ(buffer.lend(), expected);
}

TEST(BodyBuffer, TakesNoMoreThanAllBodiesMayHave) {
    // given
    BodiesMemory memory(10'000);
    BodyBuffer one(memory);
    Bytes const piece(5000);
    ASSERT_TRUE(one.append(piece));
    {
        BodyBuffer two(memory);
        ASSERT_TRUE(two.append(piece));
        // then
        EXPECT_FALSE(one.append(piece));
        EXPECT_EQ(one.size(), piece.size());
    }
    // and once the other is gone
    EXPECT_TRUE(one.append(piece));
}

TEST(BodyBuffer, GivesItsMemoryBackAfterLending) {
    BodiesMemory memory(8192);
    for (int i = 0; i < 3; ++i) {
        BodyBuffer buffer(memory);
        ASSERT_TRUE(buffer.append(Bytes(8000)));
        Bytes lent = buffer.lend();
        buffer.restore(std::move(lent));
    }
    EXPECT_TRUE(memory.take(8192));
    EXPECT_FALSE(memory.take(1));
}

TEST(BodyBuffer, OverwritesWhatIsWiped) {
    Bytes bytes(16, std::byte{0x41});
    std::byte const* const where = bytes.data();
    wipe(bytes);
    EXPECT_TRUE(bytes.empty());
    ASSERT_GE(bytes.capacity(), 16U); // the block is still its own
    bytes.resize(0);
    for (int i = 0; i < 16; ++i) {
        EXPECT_EQ(*(where + i), std::byte{0}); // NOLINT: looks at the vector's spare room
    }
}

} // namespace
} // namespace inloop::net
