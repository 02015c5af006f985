// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/percent.h"

#include <gtest/gtest.h>

namespace inloop {
namespace {

TEST(Percent, KeepsWhatIsUnreserved) {
    EXPECT_EQ(percent_encoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(percent_encoded(""), "");
}

TEST(Percent, EncodesEverythingElseByteForByte) {
    EXPECT_EQ(percent_encoded("a b&c=d+e%"), "a%20b%26c%3Dd%2Be%25");
    EXPECT_EQ(percent_encoded("\xC3\xA9\n"), "%C3%A9%0A");
    EXPECT_EQ(percent_encoded(std::string_view("\0\xFF", 2)), "%00%FF");
}

} // namespace
} // namespace inloop
