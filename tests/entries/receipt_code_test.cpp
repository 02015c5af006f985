// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/receipt_code.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace inloop::entries {
namespace {

std::string digits_of(ReceiptCode const& code) {
    auto const digits = code.digits();
    return {digits.begin(), digits.end()};
}

std::string fault_of(std::string_view typed) {
    auto const code = ReceiptCode::parse_digits(typed);
    if (code) {
        return {};
    }
    EXPECT_EQ(code.error().code, ErrorCode::invalid_input);
    return code.error().message;
}

TEST(ReceiptCode, ShowsEachWordAsItsLineNumberInFourDigits) {
    EXPECT_EQ(digits_of({.words = {0, 8, 98, 998, 2047}}), "00010009009909992048");
}

TEST(ReceiptCode, ReadsItsDigitsBackForEveryWordInEveryPlace) {
    for (std::uint16_t word = 0; word < kWordCount; ++word) {
        for (std::size_t place = 0; place < kReceiptWords; ++place) {
            ReceiptCode code{.words = {5, 4, 3, 2, 1}};
            code.words[place] = word;
            auto const read = ReceiptCode::parse_digits(digits_of(code));
            ASSERT_TRUE(read);
            ASSERT_EQ(*read, code);
        }
    }
}

TEST(ReceiptCode, IgnoresHowThePersonGroupedTheDigits) {
    ReceiptCode const code{.words = {0, 1, 2, 3, 2047}};
    for (std::string_view typed :
         {"00010002000300042048", "0001 0002 0003 0004 2048", "0001-0002-0003-0004-2048",
          " 0001.0002.0003.0004.2048. ", "0 0 0 1 - 0 0 0 2 0003 0004 2048"}) {
        EXPECT_EQ(support::must(ReceiptCode::parse_digits(typed)), code) << typed;
    }
}

TEST(ReceiptCode, SaysWhatIsWrongWithoutRepeatingTheDigits) {
    EXPECT_EQ(fault_of(""), "a receipt code has fewer than 20 digits");
    EXPECT_EQ(fault_of("0001000200030004204"), "a receipt code has fewer than 20 digits");
    EXPECT_EQ(fault_of("000100020003000420481"), "a receipt code has more than 20 digits");
    EXPECT_EQ(fault_of("0001,0002000300042048"), "a receipt code holds something else than digits");
    EXPECT_EQ(fault_of("000x0002000300042048"), "a receipt code holds something else than digits");
    EXPECT_EQ(fault_of("00000002000300042048"), "group 1 of a receipt code is not 0001 to 2048");
    EXPECT_EQ(fault_of("00010002204900042048"), "group 3 of a receipt code is not 0001 to 2048");
    EXPECT_EQ(fault_of("00010002000300049999"), "group 5 of a receipt code is not 0001 to 2048");
}

} // namespace
} // namespace inloop::entries
