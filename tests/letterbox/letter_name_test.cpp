// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/tuning.h"

#include <gtest/gtest.h>

namespace inloop::letterbox {

namespace {

seal::EntryId const kId{[] {
    ByteArray<16> bytes{};
    bytes[0] = std::byte{0xA0};
    bytes[15] = std::byte{0x0F};
    return bytes;
}()};

} // namespace

TEST(LetterName, IsTenDigitsAndTheIdInHex) {
    EXPECT_EQ(letter_name(123, kId), "0000000123-a000000000000000000000000000000f.pkb");
    EXPECT_EQ(letter_name(kHighestSequence, kId),
              "9999999999-a000000000000000000000000000000f.pkb");
}

TEST(LetterName, OfASecondAttemptDiffers) {
    EXPECT_EQ(part_name(123, kId, 1), "0000000123-a000000000000000000000000000000f.part");
    EXPECT_EQ(part_name(123, kId, 2), "0000000123-a000000000000000000000000000000f.2.part");
    EXPECT_TRUE(is_part_name(part_name(123, kId, 2)));
    EXPECT_FALSE(is_part_name(letter_name(123, kId)));
}

TEST(LetterName, GivesItsNumberBackWhateverTheEnding) {
    EXPECT_EQ(sequence_in(letter_name(123, kId)), 123U);
    EXPECT_EQ(sequence_in(part_name(123, kId, 2)), 123U);
    EXPECT_EQ(sequence_in(letter_name(kHighestSequence, kId) + ".2"), kHighestSequence);
}

TEST(LetterName, OfSomebodyElseHasNoNumber) {
    std::string const name = letter_name(123, kId);
    for (std::string const& other :
         {std::string(), std::string("lost+found"), name.substr(1), name.substr(0, 20),
          "-" + name.substr(1), "0x" + name.substr(2), name.substr(0, 10) + "_" + name.substr(11),
          name.substr(0, 11) + "A" + name.substr(12)}) {
        EXPECT_FALSE(sequence_in(other)) << other;
    }
}

TEST(LetterName, IsFitForTheLogWhateverItHolds) {
    EXPECT_EQ(printable("a\n\x1B[2J\xC3\xA9z"), "a??[2J??z");
}

} // namespace inloop::letterbox
