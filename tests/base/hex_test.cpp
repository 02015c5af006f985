// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"

#include <gtest/gtest.h>

namespace inloop {
namespace {

TEST(Hex, WritesAndReadsBack) {
    ByteArray<4> const id{std::byte{0x00}, std::byte{0x7f}, std::byte{0xa0}, std::byte{0xff}};

    EXPECT_EQ(hex(id), "007fa0ff");
    ByteArray<4> read{};
    ASSERT_TRUE(read_hex("007fa0ff", read));
    EXPECT_EQ(read, id);
    EXPECT_EQ(hex({}), "");
}

TEST(Hex, TakesNothingButSoManyLowerCaseDigits) {
    ByteArray<2> const before{std::byte{1}, std::byte{2}};
    for (char const* text : {"", "ab", "abc", "abcde", "ABCD", "ab d", "abcg", " abcd", "abcdef"}) {
        ByteArray<2> out = before;
        EXPECT_FALSE(read_hex(text, out)) << text;
        EXPECT_EQ(out, before) << text;
    }
}

} // namespace
} // namespace inloop
