// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/bytes.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string_view>

namespace inloop {
namespace {

template <class T>
void expect_round_trip(T value) {
    Bytes out(3, std::byte{0xEE}); // an odd start, so that nothing depends on alignment
    append_le(out, value);
    ASSERT_EQ(out.size(), 3 + sizeof(T));
    EXPECT_EQ(read_le<T>(out, 3), value);
}

TEST(Bytes, RoundTripsEveryWidthAtItsEdges) {
    for (std::uint64_t value :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0x7F}, std::uint64_t{0x80},
          std::uint64_t{0x0123456789ABCDEF}, std::numeric_limits<std::uint64_t>::max()}) {
        expect_round_trip(static_cast<std::uint8_t>(value));
        expect_round_trip(static_cast<std::uint16_t>(value));
        expect_round_trip(static_cast<std::uint32_t>(value));
        expect_round_trip(value);
    }
}

TEST(Bytes, PutsTheLowestByteFirst) {
    Bytes out;
    append_le(out, std::uint32_t{0x01020304});

    EXPECT_EQ(out, (Bytes{std::byte{4}, std::byte{3}, std::byte{2}, std::byte{1}}));
}

TEST(Bytes, ReadsOnlyItsOwnWidth) {
    Bytes const from(8, std::byte{0xFF});

    EXPECT_EQ(read_le<std::uint16_t>(from, 1), 0xFFFF);
    EXPECT_EQ(read_le<std::uint8_t>(from, 7), 0xFF);
}

TEST(Bytes, AppendsAndReadsArraysUnchanged) {
    ByteArray<4> const id = {std::byte{9}, std::byte{0}, std::byte{255}, std::byte{7}};
    Bytes out;
    append_le(out, std::uint8_t{1});
    append(out, id);

    EXPECT_EQ(out.size(), 5U);
    EXPECT_EQ(read_array<4>(out, 1), id);
}

TEST(Bytes, ShowsTextWithoutCopyingIt) {
    std::string_view const text("a\0\xC3\xA9", 4);
    ByteView const bytes = as_bytes(text);

    EXPECT_EQ(static_cast<void const*>(bytes.data()), static_cast<void const*>(text.data()));
    EXPECT_EQ(bytes.size(), 4U);
    EXPECT_EQ(bytes[2], std::byte{0xC3});
}

} // namespace
} // namespace inloop
