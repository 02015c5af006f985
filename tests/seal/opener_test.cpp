// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

std::string fault_of(Result<entries::Letter> const& letter, ErrorCode code) {
    if (letter) {
        return "accepted";
    }
    EXPECT_EQ(letter.error().code, code) << letter.error().message;
    return letter.error().message;
}

TEST(Opener, GivesBackWhatWasSealed) {
    SealedSite site;
    Bytes const letter = site.letter("Wie is hier de wijkagent?");

    auto const opened = must(open_from(site.sealer.device().public_key(), letter, site.weeks[0]));

    EXPECT_EQ(opened.facts, support::question());
    EXPECT_EQ(opened.text.view(), "Wie is hier de wijkagent?");
}

TEST(Opener, GivesBackEveryFactAndTheContact) {
    SealedSite site;
    Bytes const letter = site.full_letter();

    auto const opened = must(open_letter(letter, site.weeks[0]));

    EXPECT_EQ(opened.facts, support::full_facts());
    EXPECT_EQ(opened.text.view(), "Hallo");
    EXPECT_EQ(opened.contact.view(), "06-12345678");
}

TEST(Opener, DoesNotNeedToKnowTheDevice) {
    SealedSite site;
    EXPECT_EQ(must(open_letter(site.letter("Hallo"), site.weeks[0])).text.view(), "Hallo");
}

TEST(Opener, TellsEachFaultApart) {
    SealedSite site;
    SealedSite other(2);
    Bytes const letter = site.letter("Hallo");

    EXPECT_EQ(fault_of(open_letter(as_bytes("PNG"), site.weeks[0]), ErrorCode::invalid_input),
              "not an envelope: it does not begin with PKB1");
    EXPECT_TRUE(
        fault_of(open_letter(ByteView(letter).first(500), site.weeks[0]), ErrorCode::corrupt)
            .starts_with("the envelope is cut"));
    EXPECT_EQ(fault_of(open_letter(letter, site.weeks[1]), ErrorCode::not_found),
              "the letter is sealed to week 22, the key given is that of week 23");
    EXPECT_EQ(fault_of(open_letter(letter, other.weeks[0]), ErrorCode::not_found),
              "the letter is sealed to another key than this one of the same week");
    Bytes damaged = letter;
    damaged[200] ^= std::byte{1};
    EXPECT_EQ(fault_of(open_letter(damaged, site.weeks[0]), ErrorCode::corrupt),
              "the letter was changed after it was sealed");
    EXPECT_TRUE(fault_of(open_from(site.sealer.device().public_key(), damaged, site.weeks[0]),
                         ErrorCode::crypto)
                    .starts_with("the signature of the envelope does not fit"));
    EXPECT_TRUE(fault_of(open_from(other.sealer.device().public_key(), letter, site.weeks[0]),
                         ErrorCode::crypto)
                    .starts_with("the envelope names another device"));
}

TEST(Opener, RefusesEveryFlippedBitThatIsSealed) {
    SealedSite site;
    Bytes letter = site.full_letter();
    for (std::size_t bit = 0; bit < (letter.size() - 64) * 8; ++bit) {
        std::byte const mask{static_cast<unsigned char>(1U << (bit % 8))};
        letter[bit / 8] ^= mask;
        ASSERT_FALSE(open_letter(letter, site.weeks[0])) << "bit " << bit;
        letter[bit / 8] ^= mask;
    }
    EXPECT_TRUE(open_letter(letter, site.weeks[0])); // negative control
}

TEST(Opener, RefusesALetterAtEveryCut) {
    SealedSite site;
    Bytes const letter = site.full_letter();
    for (std::size_t size = 0; size < letter.size(); ++size) {
        ASSERT_FALSE(open_letter(ByteView(letter).first(size), site.weeks[0])) << size;
    }
}

TEST(Opener, SealedToAWeekIsOpenToNoOtherWeek) {
    SealedSite site;
    Bytes letter = site.letter("Hallo");
    // Even when the header is made to name the other week.
    letter[8] = std::byte{SealedSite::kFirstWeek + 1};
    EXPECT_EQ(fault_of(open_letter(letter, site.weeks[1]), ErrorCode::not_found),
              "the letter is sealed to another key than this one of the same week");
}

TEST(WeekSecretKey, TakesThirtyTwoBytesOnly) {
    for (std::size_t size : {0U, 31U, 33U, 64U}) {
        auto const key = WeekSecretKey::from_bytes(1, Bytes(size));
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, ErrorCode::invalid_input);
    }
    EXPECT_TRUE(WeekSecretKey::from_bytes(1, Bytes(32, std::byte{1})));
}

} // namespace
} // namespace inloop::seal
