// SPDX-License-Identifier: EUPL-1.2
// Somebody comes back with a code, or tries codes.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <string_view>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;

void type_words(JourneyRig& rig, entries::ReceiptCode const& code) {
    for (std::uint16_t const word : code.words) {
        rig.journey.handle(event::CodeWord{word});
    }
}

void type_digits(JourneyRig& rig, std::string_view digits) {
    rig.journey.handle(event::ChooseCodeMode{CodeMode::digits});
    for (char const digit : digits) {
        rig.journey.handle(event::CodeDigit{digit});
    }
}

void open_code(JourneyRig& rig) {
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::OpenCode{});
    ASSERT_EQ(rig.place(), Place::code_entry);
}

CodeState result_of(JourneyRig const& rig) {
    return rig.journey.visit()->news.state;
}

TEST(JourneyCode, AsksForWhatWasTypedInWordsOrDigits) {
    JourneyRig words;
    open_code(words);
    type_words(words, kCode);
    words.journey.handle(event::Next{});
    EXPECT_EQ(words.sender.codes(), std::vector{kCode});
    EXPECT_EQ(std::get<screen::LookingUp>(words.journey.screen()).since, words.clock.now());

    JourneyRig digits;
    open_code(digits);
    auto const numbers = kCode.digits();
    type_digits(digits, {numbers.data(), numbers.size()});
    digits.journey.handle(event::Next{});
    EXPECT_EQ(digits.sender.codes(), std::vector{kCode});
}

TEST(JourneyCode, TellsWhatTheKioskKnows) {
    for (CodeState state : {CodeState::nothing_to_see, CodeState::stored, CodeState::with_police,
                            CodeState::unreadable}) {
        JourneyRig rig;
        rig.lead_to(Place::looking_up);
        ASSERT_TRUE(remembers(rig.journey, kCode)); // the negative control

        rig.journey.handle(support::RecordingSender::code_read(state));

        EXPECT_EQ(rig.place(), Place::code_result);
        EXPECT_EQ(result_of(rig), state);
        // and: the code is kept only where the visitor can do something with his letter
        bool const can_act = state == CodeState::stored || state == CodeState::with_police;
        EXPECT_EQ(remembers(rig.journey, kCode), can_act);
        rig.journey.handle(event::Back{});
        EXPECT_FALSE(remembers(rig.journey, kCode));
        EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
    }
}

TEST(JourneyCode, UnknownAndNotYetLookTheSame) {
    // given: two visitors, one whose code this kiosk has never seen and one of whose letter
    // nothing is known yet
    JourneyRig unknown;
    JourneyRig not_yet;
    unknown.lead_to(Place::code_entry);
    unknown.journey.handle(event::CodeErase{});
    type_words(unknown, {{1, 2, 3, 4, 5}});
    unknown.journey.handle(event::Next{});
    not_yet.lead_to(Place::looking_up);

    // when: the service answers both as it must
    unknown.journey.handle(support::RecordingSender::code_read(CodeState::nothing_to_see));
    not_yet.journey.handle(support::RecordingSender::code_read(CodeState::nothing_to_see));

    // then: not even the time until the next thing happens tells them apart
    EXPECT_EQ(look(unknown), look(not_yet));
    EXPECT_EQ(unknown.journey.next_deadline(), not_yet.journey.next_deadline());
    // and: what is known looks different, or this proved nothing
    JourneyRig known;
    known.lead_to(Place::looking_up);
    known.journey.handle(support::RecordingSender::code_read(CodeState::with_police));
    EXPECT_NE(look(known), look(unknown));
}

TEST(JourneyCode, NeverLocksAnybodyOutAndKeepsNothingOfTenThousandWrongCodes) {
    JourneyRig rig;
    open_code(rig);
    std::mt19937 random(55);
    Seen const first = look(rig);

    for (std::size_t i = 0; i < 10'000; ++i) {
        entries::ReceiptCode code;
        for (std::uint16_t& word : code.words) {
            word = static_cast<std::uint16_t>(random() % entries::kWordCount);
        }
        type_words(rig, code);
        rig.journey.handle(event::Next{});
        ASSERT_EQ(rig.place(), Place::looking_up); // at once, the ten thousandth as the first
        ASSERT_EQ(rig.sender.codes(), std::vector{code});
        rig.sender.forget();
        rig.journey.handle(support::RecordingSender::code_read(CodeState::nothing_to_see));
        ASSERT_FALSE(remembers(rig.journey, code));
        rig.journey.handle(event::Back{});

        // then: all is as it was before the first
        Seen now = look(rig);
        now.wipes = first.wipes;
        ASSERT_EQ(now, first) << "after code " << i;
    }
    rig.lead_to(Place::looking_up);
    rig.journey.handle(support::RecordingSender::code_read(CodeState::with_police));
    EXPECT_EQ(result_of(rig), CodeState::with_police);
}

TEST(JourneyCode, AsksForNothingUntilTheCodeIsWholeAndPossible) {
    for (std::string_view typed : {"", "0001", "0001000200030004000", "00000000000000000000",
                                   "99999999999999999999", "00010002000300042049"}) {
        JourneyRig rig;
        open_code(rig);
        type_digits(rig, typed);

        rig.journey.handle(event::Next{});

        EXPECT_EQ(rig.place(), Place::code_entry) << typed;
        EXPECT_EQ(rig.journey.code_draft().digits(), typed);
        EXPECT_TRUE(rig.sender.codes().empty());
    }
}

TEST(JourneyCode, MendsAWrongGroupWithoutTypingAllAgain) {
    JourneyRig rig;
    open_code(rig);
    type_digits(rig, "00010002000300042049");
    EXPECT_EQ(rig.journey.code_draft().wrong_group(), 4U);

    rig.journey.handle(event::CodeErase{});
    rig.journey.handle(event::CodeDigit{'8'});
    rig.journey.handle(event::Next{});

    EXPECT_EQ(rig.sender.codes(), (std::vector<entries::ReceiptCode>{{{0, 1, 2, 3, 2047}}}));
}

TEST(JourneyCode, ForgetsWhatWasTypedOnEveryWayOut) {
    void (*const exits[])(JourneyRig&) = {
        [](JourneyRig& rig) { rig.journey.handle(event::Back{}); },
        [](JourneyRig& rig) { rig.journey.handle(event::WipeAndStop{}); },
        [](JourneyRig& rig) {
            ASSERT_TRUE(rig.wait_for_warning());
            rig.wait(20s);
        },
        [](JourneyRig& rig) { rig.journey.handle(event::ChooseCodeMode{CodeMode::digits}); },
    };
    for (auto const& leave : exits) {
        JourneyRig rig;
        open_code(rig);
        type_words(rig, kCode);
        ASSERT_TRUE(remembers(rig.journey, kCode));

        leave(rig);

        EXPECT_FALSE(remembers(rig.journey, kCode));
        EXPECT_EQ(rig.journey.code_draft().words(), 0U);
    }
}

TEST(JourneyCode, CanBeLookedUpOnceMore) {
    JourneyRig rig;
    rig.lead_to(Place::code_result);

    rig.journey.handle(event::Back{});
    type_words(rig, kCode);
    rig.journey.handle(event::Next{});

    EXPECT_EQ(rig.sender.codes().size(), 2U);
}

TEST(JourneyCode, WaitsForTheAnswerWhateverIsTouched) {
    JourneyRig rig;
    rig.lead_to(Place::looking_up);
    rig.journey.handle(event::OpenEmergency{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.wait(1h);
    EXPECT_FALSE(rig.journey.idle_warning());
    rig.journey.handle(event::WipeAndStop{});
    EXPECT_EQ(rig.place(), Place::looking_up);

    rig.journey.handle(support::RecordingSender::code_read(CodeState::stored));

    EXPECT_EQ(rig.place(), Place::code_result);
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    // and: a second answer to the same code changes nothing
    rig.journey.handle(support::RecordingSender::code_read(CodeState::with_police));
    EXPECT_EQ(result_of(rig), CodeState::stored);
}

TEST(JourneyCode, IsNotAskedForWithoutAListOfWords) {
    JourneySpec spec = rig_spec();
    spec.words = nullptr;
    JourneyRig rig(std::move(spec));
    rig.journey.handle(event::Start{});

    rig.journey.handle(event::OpenCode{});

    EXPECT_EQ(rig.place(), Place::home);
}

} // namespace
} // namespace inloop::flow
