// SPDX-License-Identifier: EUPL-1.2
// What somebody does with the letter he comes back for.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string_view>
#include <utility>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using entries::Closing;
using entries::Status;

constexpr std::string_view kAnswer = "Kom dinsdag langs.";

LetterNews with_police(Status status, Closing closing = Closing::open) {
    return {.state = CodeState::with_police, .status = status, .closing = closing, .answers = {}};
}

LetterNews answered() {
    LetterNews news = with_police(Status::in_hand);
    for (std::string_view const words : {kAnswer, std::string_view("Waar is het?")}) {
        news.answers.push_back(SecretText::with_capacity(words.size()).value());
        EXPECT_TRUE(news.answers.back().insert(0, words));
    }
    return news;
}

void come_back(JourneyRig& rig, LetterNews news) {
    rig.lead_to(Place::looking_up);
    rig.journey.handle(event::CodeRead{std::move(news)});
    ASSERT_EQ(rig.place(), Place::code_result);
}

TEST(JourneyVisit, ShowsTheAnswersTheNewestFirstAndForgetsThemOnEveryWayOut) {
    void (*const exits[])(JourneyRig&) = {
        [](JourneyRig& rig) { rig.journey.handle(event::Back{}); },
        [](JourneyRig& rig) { rig.journey.handle(event::WipeAndStop{}); },
        [](JourneyRig& rig) { rig.wait(20s); }, // under the warning
    };
    for (auto const& leave : exits) {
        JourneyRig rig;
        come_back(rig, answered());
        ASSERT_EQ(rig.journey.visit()->news.answers.size(), 2U);
        EXPECT_EQ(rig.journey.visit()->news.answers.front().view(), kAnswer);
        std::uint64_t const wipes = rig.journey.wipes();
        ASSERT_TRUE(rig.wait_for_warning());
        rig.journey.handle(event::StillHere{});
        ASSERT_TRUE(rig.wait_for_warning());

        leave(rig);

        EXPECT_EQ(rig.journey.visit(), nullptr);
        EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
        EXPECT_FALSE(remembers(rig.journey, kCode));
        EXPECT_EQ(rig.journey.wipes(), wipes + 1) << "glyphs of the answer are to be forgotten";
    }
}

TEST(JourneyVisit, AnAnswerIsGoneAMinuteAfterTheLastTouch) {
    JourneyRig rig;
    come_back(rig, answered());

    rig.wait(40s);
    EXPECT_TRUE(rig.journey.idle_warning());
    rig.wait(20s - 1ms);
    ASSERT_NE(rig.journey.visit(), nullptr);
    rig.wait(1ms);

    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

TEST(JourneyVisit, SendsAFurtherMessageUnderTheSameCode) {
    // given
    JourneyRig rig;
    rig.clock.set_trust(ClockTrust::synced);
    come_back(rig, with_police(Status::asked));
    rig.journey.handle(event::FollowUp{FollowUpAction::more});
    ASSERT_EQ(rig.place(), Place::write);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::write) << "there is nothing to send yet";
    rig.type("Elke donderdag");
    // when
    rig.journey.handle(event::Next{});
    // then
    EXPECT_EQ(rig.place(), Place::sending);
    ASSERT_EQ(rig.sender.follow_ups().size(), 1U);
    FollowUpToSend const& sent = rig.sender.follow_ups().front();
    EXPECT_EQ(sent.code.code(), kCode);
    EXPECT_EQ(sent.action, FollowUpAction::more);
    EXPECT_EQ(sent.text.view(), "Elke donderdag");
    EXPECT_EQ(sent.facts.language, "nl");
    EXPECT_EQ(sent.facts.kind, entries::EntryKind::question);
    EXPECT_TRUE(entries::check(sent.facts).has_value());
    EXPECT_EQ(rig.sender.sent(), 0U);
    // and: he is thanked only when it is kept, and then nothing of him is left
    rig.journey.handle(support::RecordingSender::stored());
    EXPECT_EQ(rig.place(), Place::sending) << "that was of no letter of his";
    rig.journey.handle(event::FollowUpStored{});
    EXPECT_EQ(rig.place(), Place::followed_up);
    EXPECT_EQ(std::get<screen::FollowedUp>(rig.journey.screen()).action, FollowUpAction::more);
    EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
}

TEST(JourneyVisit, SaysThatItIsNotSolvedWithOrWithoutWords) {
    for (std::string_view const words : {"", "Er brandt nog geen licht"}) {
        JourneyRig rig;
        come_back(rig, with_police(Status::closed, Closing::done));
        rig.journey.handle(event::FollowUp{FollowUpAction::not_solved});
        rig.type(words);

        rig.journey.handle(event::Next{});

        ASSERT_EQ(rig.sender.follow_ups().size(), 1U) << words;
        EXPECT_EQ(rig.sender.follow_ups().front().action, FollowUpAction::not_solved);
        EXPECT_EQ(rig.sender.follow_ups().front().text.view(), words);
    }
}

TEST(JourneyVisit, WithdrawsOnlyAfterItWasAsked) {
    JourneyRig rig;
    come_back(rig, with_police(Status::arrived));
    rig.journey.handle(event::FollowUp{FollowUpAction::withdraw});
    EXPECT_EQ(rig.place(), Place::withdraw);
    EXPECT_TRUE(rig.sender.follow_ups().empty());
    rig.journey.handle(event::Back{}); // "laat het staan"
    EXPECT_EQ(rig.place(), Place::code_result);
    EXPECT_TRUE(rig.sender.follow_ups().empty());

    rig.journey.handle(event::FollowUp{FollowUpAction::withdraw});
    rig.journey.handle(event::Send{});

    ASSERT_EQ(rig.sender.follow_ups().size(), 1U);
    EXPECT_EQ(rig.sender.follow_ups().front().action, FollowUpAction::withdraw);
    EXPECT_EQ(rig.sender.follow_ups().front().code.code(), kCode);
    EXPECT_TRUE(rig.sender.follow_ups().front().text.empty());
}

TEST(JourneyVisit, AWithdrawalTakesNoWordsAlong) {
    // given: somebody who began to write more, and thought better of it
    JourneyRig rig;
    come_back(rig, with_police(Status::arrived));
    rig.journey.handle(event::FollowUp{FollowUpAction::more});
    rig.type("Laat maar");
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::code_result);
    // when
    rig.journey.handle(event::FollowUp{FollowUpAction::withdraw});
    rig.journey.handle(event::Send{});
    // then
    EXPECT_TRUE(rig.sender.follow_ups().front().text.empty());
    EXPECT_TRUE(rig.text().empty());
}

TEST(JourneyVisit, DoesNothingThatMakesNoSense) {
    for (FollowUpAction const action :
         {FollowUpAction::more, FollowUpAction::not_solved, FollowUpAction::withdraw}) {
        JourneyRig rig;
        come_back(rig, with_police(Status::taken_over));
        rig.journey.handle(event::FollowUp{action});
        EXPECT_EQ(rig.place(), Place::code_result);
        EXPECT_FALSE(rig.journey.follow_up());
    }
}

TEST(JourneyVisit, AsksAboutPersonalDataAsInALetter) {
    JourneyRig rig;
    come_back(rig, with_police(Status::asked));
    rig.journey.handle(event::FollowUp{FollowUpAction::more});
    rig.type(kPersonalWords);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::personal_data);
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::write);
    rig.journey.handle(event::Next{});

    rig.journey.handle(event::RemovePersonalData{});

    ASSERT_EQ(rig.sender.follow_ups().size(), 1U);
    EXPECT_EQ(rig.sender.follow_ups().front().text.view(), "Bel Jan op [...] of [...]");
}

TEST(JourneyVisit, KeepsWhatWasWrittenWhenItCannotBeStored) {
    JourneyRig rig;
    come_back(rig, with_police(Status::asked));
    rig.journey.handle(event::FollowUp{FollowUpAction::more});
    rig.type(kWords);
    rig.journey.handle(event::Next{});

    rig.journey.handle(rig.sender.follow_up_failed(NotStoredReason::full));

    EXPECT_EQ(rig.place(), Place::not_stored);
    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.draft().message.text.capacity(), 8192U);
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::write);
    rig.journey.handle(event::Next{});
    rig.journey.handle(rig.sender.follow_up_failed(NotStoredReason::busy));
    rig.journey.handle(event::Retry{});
    EXPECT_EQ(rig.sender.follow_ups().back().text.view(), kWords);
    EXPECT_EQ(rig.sender.follow_ups().back().code.code(), kCode);
}

TEST(JourneyVisit, AWithdrawalThatCannotBeStoredLeadsBackToTheQuestion) {
    JourneyRig rig;
    come_back(rig, with_police(Status::arrived));
    rig.journey.handle(event::FollowUp{FollowUpAction::withdraw});
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.follow_up_failed(NotStoredReason::full));

    rig.journey.handle(event::Back{});

    EXPECT_EQ(rig.place(), Place::withdraw);
}

TEST(JourneyVisit, CountsForTheFloodGuard) {
    // given: two hasty letters have taken the room of four
    JourneyRig rig;
    rig.leave_idea("een");
    rig.leave_idea("twee");
    come_back(rig, with_police(Status::asked));
    rig.journey.handle(event::FollowUp{FollowUpAction::more});
    rig.type(kWords);
    // when
    rig.journey.handle(event::Next{});
    // then: he waits his turn, and may think better of it
    ASSERT_EQ(rig.place(), Place::waiting);
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::write);
    rig.journey.handle(event::Next{});
    rig.wait(std::get<screen::Waiting>(rig.journey.screen()).until - rig.clock.now());
    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.follow_ups().size(), 1U);
}

TEST(JourneyVisit, TakesTheRoomOfALetter) {
    // given: as many follow-ups as letters could go
    JourneyRig rig;
    for (int i = 0; i < 4; ++i) {
        come_back(rig, with_police(Status::arrived));
        rig.journey.handle(event::FollowUp{FollowUpAction::withdraw});
        rig.journey.handle(event::Send{});
        ASSERT_EQ(rig.place(), Place::sending) << i;
        rig.journey.handle(event::FollowUpStored{});
        rig.journey.handle(event::WipeAndStop{});
    }
    // when
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{entries::EntryKind::idea});
    rig.type(kWords);
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Send{});
    // then
    EXPECT_EQ(rig.place(), Place::waiting);
}

TEST(JourneyVisit, ThanksWithoutAWarningAndGoes) {
    JourneyRig rig;
    rig.lead_to(Place::followed_up);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 30s);
    rig.wait(30s);
    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

// ---- the receipt that turns to "arrived" by itself

bool receipt_says_arrived(JourneyRig const& rig) {
    return std::get<screen::Receipt>(rig.journey.screen()).arrived;
}

TEST(JourneyReceipt, TurnsToArrivedWithItsOwnNumberOnly) {
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.journey.handle(support::RecordingSender::stored(kCode, 41));
    EXPECT_FALSE(receipt_says_arrived(rig));
    rig.journey.handle(event::Arrived{{40, 42}});
    EXPECT_FALSE(receipt_says_arrived(rig));
    std::uint64_t const version = rig.journey.version();
    Instant const deadline = *rig.journey.next_deadline();

    rig.clock.advance(3s);
    rig.journey.handle(event::Arrived{{41}});

    EXPECT_TRUE(receipt_says_arrived(rig));
    EXPECT_EQ(rig.journey.version(), version + 1);
    EXPECT_EQ(rig.journey.next_deadline(), deadline) << "nobody touched anything";
}

TEST(JourneyReceipt, KnowsWhatArrivedBeforeItWasShown) {
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.journey.handle(event::Arrived{{7, 41}});

    rig.journey.handle(support::RecordingSender::stored(kCode, 41));

    EXPECT_TRUE(receipt_says_arrived(rig));
}

TEST(JourneyReceipt, OfTheNextVisitorBeginsAnew) {
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.journey.handle(support::RecordingSender::stored(kCode, 41));
    rig.journey.handle(event::Arrived{{41}});
    rig.journey.handle(event::WipeAndStop{});

    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{entries::EntryKind::idea});
    rig.type("Van een ander");
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Send{});
    rig.journey.handle(support::RecordingSender::stored(kCode, 42));

    EXPECT_FALSE(receipt_says_arrived(rig));
}

} // namespace
} // namespace inloop::flow
