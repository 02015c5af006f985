// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/engine.h"
#include "kiosk/terminal/sync/tuning.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <variant>
#include <vector>

namespace inloop::sync {
namespace {

using event::Outcome;

class SyncEngine : public testing::Test {
protected:
    Command tell(Event const& event) {
        Step const next = step(state, event, now, random);
        state = next.state;
        return next.command;
    }
    bool sends(Event const& event) { return std::holds_alternative<command::SendNow>(tell(event)); }
    // How long it waits after `event`; -1 ms: it does not.
    Milliseconds waits(Event const& event) {
        Command const command = tell(event);
        auto const* until = std::get_if<command::WaitUntil>(&command);
        return until != nullptr ? until->moment - now : Milliseconds(-1);
    }
    void pass(Milliseconds time) { now += time; }
    // Paired, and the first talk is over.
    void settle() {
        EXPECT_TRUE(sends(event::Paired{}));
        EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
    }

    State state;
    Instant now{Milliseconds(5'000)};
    support::SeededRandom random{3};
};

TEST_F(SyncEngine, SaysNothingBeforeThereIsALog) {
    for (Event const& event :
         {Event(event::LetterStored{}), Event(event::TimerDue{}), Event(event::LinkUp{}),
          Event(event::Replied{}), Event(event::Failed{})}) {
        EXPECT_TRUE(std::holds_alternative<command::WaitForEvent>(tell(event)));
    }
    EXPECT_TRUE(sends(event::Paired{}));
}

TEST_F(SyncEngine, SpeaksEveryMinuteWithNothingToSay) {
    settle();
    for (int n = 0; n < 3; ++n) {
        pass(kHeartbeat - Milliseconds(1));
        EXPECT_EQ(waits(event::TimerDue{}), Milliseconds(1)) << "too early";
        pass(Milliseconds(1));
        EXPECT_TRUE(sends(event::TimerDue{}));
        EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
    }
}

TEST_F(SyncEngine, SendsAStoredLetterAtOnce) {
    settle();
    pass(Milliseconds(10));
    EXPECT_TRUE(sends(event::LetterStored{}));
}

TEST_F(SyncEngine, HasOneRequestUnderWayAtMost) {
    EXPECT_TRUE(sends(event::Paired{}));
    for (Event const& event : {Event(event::LetterStored{}), Event(event::TimerDue{}),
                               Event(event::LinkUp{}), Event(event::Paired{})}) {
        EXPECT_TRUE(std::holds_alternative<command::WaitForEvent>(tell(event)));
    }
    EXPECT_TRUE(sends(event::Replied{})) << "the letter that came meanwhile";
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat) << "which is gone with it";
}

TEST_F(SyncEngine, AsksAgainAtOnceWhenThereIsMore) {
    EXPECT_TRUE(sends(event::Paired{}));
    EXPECT_TRUE(sends(event::Replied{.more = true}));
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
}

TEST_F(SyncEngine, WaitsWithFullJitterAfterFailures) {
    // given
    constexpr int kRuns = 200;
    std::vector<Milliseconds> longest(12);
    std::vector<Milliseconds> shortest(12, kLongestWait);
    // when
    for (int run = 0; run < kRuns; ++run) {
        state = {};
        EXPECT_TRUE(sends(event::Paired{}));
        for (std::size_t n = 0; n < longest.size(); ++n) {
            Milliseconds const wait = waits(event::Failed{});
            ASSERT_GE(wait, Milliseconds(0));
            longest[n] = std::max(longest[n], wait);
            shortest[n] = std::min(shortest[n], wait);
            pass(wait);
            EXPECT_TRUE(sends(event::TimerDue{}));
        }
    }
    // then: each doubles up to five minutes, and all of the range is used
    Milliseconds bound = kFirstWait;
    for (std::size_t n = 0; n < longest.size(); ++n) {
        EXPECT_LE(longest[n], bound) << n;
        EXPECT_GT(longest[n], bound * 9 / 10) << n;
        EXPECT_LT(shortest[n], bound / 10) << n;
        bound = std::min(kLongestWait, bound * 2);
    }
}

TEST_F(SyncEngine, ForgetsItsFailuresWithOneSuccess) {
    EXPECT_TRUE(sends(event::Paired{}));
    for (int n = 0; n < 20; ++n) {
        (void)tell(event::Failed{});
        EXPECT_TRUE(sends(event::LetterStored{})) << "a visitor's letter gets one try at once";
    }
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
    EXPECT_TRUE(sends(event::LetterStored{}));
    EXPECT_LE(waits(event::Failed{}), kFirstWait);
}

TEST_F(SyncEngine, TriesAtOnceWhenTheNetworkComesBack) {
    EXPECT_TRUE(sends(event::Paired{}));
    for (int n = 0; n < 10; ++n) {
        (void)tell(event::Failed{});
        (void)sends(event::LetterStored{});
    }
    (void)tell(event::Failed{});
    EXPECT_TRUE(sends(event::LinkUp{}));
    EXPECT_LE(waits(event::Failed{}), kFirstWait) << "and counts from the start";
}

TEST_F(SyncEngine, KeepsQuietAsLongAsTheLogAsksButNoLonger) {
    settle();
    EXPECT_TRUE(sends(event::LetterStored{}));
    EXPECT_EQ(waits(event::Failed{.retry_after = Milliseconds(400'000)}), Milliseconds(400'000));
    pass(Milliseconds(1'000));
    EXPECT_EQ(waits(event::LetterStored{}), Milliseconds(399'000)) << "not even for a letter";
    EXPECT_EQ(waits(event::LinkUp{}), Milliseconds(399'000));
    pass(Milliseconds(399'000));
    EXPECT_TRUE(sends(event::TimerDue{}));
    // A day becomes a quarter of an hour, in a reply as in a failure; more or not.
    EXPECT_EQ(waits(event::Replied{.more = true, .retry_after = Milliseconds(86'400'000)}),
              kLongestRetryAfter);
    pass(kLongestRetryAfter);
    EXPECT_TRUE(sends(event::TimerDue{}));
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
}

TEST_F(SyncEngine, AnswersThreeChallengesAndThenBacksOff) {
    EXPECT_TRUE(sends(event::Paired{}));
    for (unsigned n = 0; n < kChallengesAtOnce; ++n) {
        EXPECT_TRUE(sends(event::Replied{.outcome = Outcome::challenged}));
    }
    EXPECT_GE(waits(event::Replied{.outcome = Outcome::challenged}), Milliseconds(0));
    EXPECT_EQ(state.failures, 1U);
    // One that is answered is no failure.
    pass(kFirstWait);
    EXPECT_TRUE(sends(event::TimerDue{}));
    EXPECT_TRUE(sends(event::Replied{.outcome = Outcome::challenged}));
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
    EXPECT_EQ(state.challenges, 0U);
}

TEST_F(SyncEngine, KeepsItsLettersWhileItIsRevokedAndAsksEveryQuarter) {
    settle();
    EXPECT_TRUE(sends(event::LetterStored{}));
    EXPECT_EQ(waits(event::Replied{.outcome = Outcome::revoked}), kRevokedWait);
    EXPECT_FALSE(state.may_send_letters());
    EXPECT_EQ(waits(event::LetterStored{}), kRevokedWait) << "no letter goes";
    pass(kRevokedWait);
    EXPECT_TRUE(sends(event::TimerDue{}));
    EXPECT_EQ(waits(event::Failed{}), kRevokedWait);
    // Admitted again.
    pass(kRevokedWait);
    EXPECT_TRUE(sends(event::TimerDue{}));
    EXPECT_EQ(waits(event::Replied{}), kHeartbeat);
    EXPECT_TRUE(state.may_send_letters());
    EXPECT_TRUE(sends(event::LetterStored{}));
}

TEST_F(SyncEngine, AsksEveryHourWhileItIsTooOld) {
    settle();
    EXPECT_TRUE(sends(event::LetterStored{}));
    EXPECT_EQ(waits(event::Replied{.outcome = Outcome::too_old}), kTooOldWait);
    EXPECT_FALSE(state.may_send_letters());
    pass(kTooOldWait);
    EXPECT_TRUE(sends(event::TimerDue{}));
    EXPECT_EQ(waits(event::Failed{}), kTooOldWait);
}

TEST_F(SyncEngine, TakesNoReplyToNothing) {
    settle();
    pass(Milliseconds(10));
    State const before = state;
    EXPECT_EQ(waits(event::Replied{.outcome = Outcome::revoked}), kHeartbeat - Milliseconds(10));
    EXPECT_EQ(state.standing, before.standing);
}

// Whatever comes in whatever order: never two requests, never a wait beyond an hour.
TEST_F(SyncEngine, KeepsItsRulesUnderAnyEvents) {
    (void)tell(event::Paired{});
    bool under_way = true;
    for (int n = 0; n < 20'000; ++n) {
        Event const events[] = {event::LetterStored{}, event::TimerDue{}, event::LinkUp{},
                                event::Failed{.retry_after = Milliseconds(random.below(2'000'000))},
                                event::Replied{.outcome = static_cast<Outcome>(random.below(4)),
                                               .more = random.below(2) == 0}};
        std::size_t const which = random.below(5);
        bool const ends = under_way && which >= 3;
        Command const command = tell(events[which]);
        bool const sent = std::holds_alternative<command::SendNow>(command);
        ASSERT_FALSE(sent && under_way && !ends) << n;
        under_way = sent || (under_way && !ends);
        if (auto const* until = std::get_if<command::WaitUntil>(&command)) {
            ASSERT_LE(until->moment - now, kTooOldWait);
            ASSERT_FALSE(under_way);
        }
        pass(Milliseconds(random.below(100'000)));
    }
}

} // namespace
} // namespace inloop::sync
