// SPDX-License-Identifier: EUPL-1.2
// Letters go one after the other: a flood waits, a second copy is asked about, nobody is refused.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using entries::EntryKind;

// To the summary of an idea that was written at leisure.
void write_idea(JourneyRig& rig, std::string_view words = kWords) {
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.type(words);
    rig.clock.advance(10s);
    rig.journey.handle(event::Next{});
    ASSERT_EQ(rig.place(), Place::summary);
}

screen::Waiting const& waiting(JourneyRig const& rig) {
    return std::get<screen::Waiting>(rig.journey.screen());
}

// As the loop does: to the next deadline.
void wait_for_deadline(JourneyRig& rig) {
    ASSERT_TRUE(rig.journey.next_deadline());
    rig.clock.advance_to(*rig.journey.next_deadline());
    rig.journey.tick();
}

TEST(JourneyPace, FourLettersOfAFamilyGoAtOnceTheFifthWaitsLessThanAMinute) {
    JourneyRig rig;
    for (std::string const who : {"moeder", "vader", "dochter", "zoon"}) {
        rig.leave_idea("Een idee van " + who, 6s); // which asserts that it goes at once
    }
    write_idea(rig);

    rig.journey.handle(event::Send{});

    ASSERT_EQ(rig.place(), Place::waiting);
    EXPECT_GT(waiting(rig).seconds_left, 0);
    EXPECT_LE(waiting(rig).seconds_left, 60);
    EXPECT_EQ(rig.sender.sent(), 4U);
    EXPECT_EQ(rig.text(), kWords);
}

TEST(JourneyPace, TheCountdownIsSeenEverySecondAndThenTheLetterGoesByItself) {
    JourneyRig rig;
    rig.lead_to(Place::waiting);
    std::uint64_t const sent = rig.sender.sent();
    ASSERT_EQ(waiting(rig).seconds_left, 60);

    for (int left = 60; left > 0; --left) {
        ASSERT_EQ(waiting(rig).seconds_left, left);
        std::uint64_t const version = rig.journey.version();
        rig.wait(999ms); // nothing is drawn between two steps
        ASSERT_EQ(rig.journey.version(), version);
        EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 1ms);
        rig.wait(1ms);
        ASSERT_GT(rig.journey.version(), version);
    }

    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.sent(), sent + 1);
    EXPECT_EQ(rig.sender.last().text.view(), kWords);
    rig.wait(1h);
    EXPECT_EQ(rig.sender.sent(), sent + 1);
}

TEST(JourneyPace, ALateTickSendsOnce) {
    JourneyRig rig;
    rig.lead_to(Place::waiting);
    std::uint64_t const sent = rig.sender.sent();

    rig.wait(10min);

    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.sent(), sent + 1);
    EXPECT_FALSE(rig.journey.idle_warning());
}

TEST(JourneyPace, WhoWaitsIsNeitherWarnedNorWiped) {
    void (*const ways[])(JourneyRig&) = {
        [](JourneyRig&) {},
        [](JourneyRig& rig) { rig.journey.handle(event::OpenEmergency{}); },
        [](JourneyRig& rig) { rig.journey.handle(event::OpenLanguages{}); },
        [](JourneyRig& rig) { rig.journey.handle(event::OpenViewSettings{}); },
    };
    for (auto const& open : ways) {
        JourneyRig rig;
        rig.lead_to(Place::waiting);
        std::uint64_t const wipes = rig.journey.wipes();
        open(rig);
        Overlay const overlay = rig.journey.overlay();

        while (rig.place() == Place::waiting) {
            wait_for_deadline(rig);
            ASSERT_FALSE(rig.journey.idle_warning());
        }
        rig.wait(1h); // nor while the letter is on its way
        rig.journey.handle(support::RecordingSender::stored(kCode));

        EXPECT_EQ(rig.place(), Place::receipt);
        EXPECT_EQ(rig.journey.overlay(), overlay);
        EXPECT_EQ(rig.journey.wipes(), wipes);
        rig.journey.handle(event::Back{}); // closes what lies over it
        EXPECT_EQ(rig.journey.overlay(), Overlay::none);
        EXPECT_EQ(rig.place(), Place::receipt);
    }
}

TEST(JourneyPace, TheEmergencyPageAndTheLanguagesWorkWhileSomebodyWaits) {
    JourneyRig rig;
    rig.lead_to(Place::waiting);

    rig.journey.handle(event::OpenEmergency{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.wait(1s);
    EXPECT_EQ(waiting(rig).seconds_left, 59);
    rig.journey.handle(event::OpenLanguages{});
    rig.journey.handle(event::ChooseLanguage{"en"});
    EXPECT_EQ(rig.journey.language(), "en");
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::ToggleLargeLetters{});

    EXPECT_TRUE(rig.journey.settings().large_letters);
    EXPECT_EQ(rig.place(), Place::waiting);
    EXPECT_EQ(rig.text(), kWords);
    // and: it is sent in the language he reads it in now
    rig.wait(59s);
    EXPECT_EQ(rig.sender.last().facts.language, "en");
}

TEST(JourneyPace, WipeAndStopWorksWhileSomebodyWaits) {
    JourneyRig rig;
    rig.lead_to(Place::waiting);
    std::uint64_t const sent = rig.sender.sent();

    rig.journey.handle(event::WipeAndStop{});

    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
    rig.wait(10min);
    EXPECT_EQ(rig.sender.sent(), sent);
}

TEST(JourneyPace, BackLeadsToTheSummaryAndTheTextStays) {
    JourneyRig rig;
    rig.lead_to(Place::waiting);
    rig.wait(20s);

    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.text(), kWords);
    rig.wait(10s);
    rig.journey.handle(event::Send{});

    // then: the time he read it again counts
    EXPECT_EQ(waiting(rig).seconds_left, 30);
}

TEST(JourneyPace, NobodyWaitsAMinuteOrMoreBehindAPrankster) {
    JourneyRig rig;
    for (int i = 0; i < 100; ++i) {
        write_idea(rig, "grap " + std::to_string(i));
        rig.journey.handle(event::Send{});
        for (int seconds = 0; rig.place() == Place::waiting; ++seconds) {
            ASSERT_LE(seconds, 60);
            wait_for_deadline(rig);
        }
        rig.journey.handle(support::RecordingSender::stored());
        rig.journey.handle(event::WipeAndStop{});
    }

    // when: an honest visitor comes right after him
    write_idea(rig);
    rig.journey.handle(event::Send{});

    ASSERT_EQ(rig.place(), Place::waiting);
    EXPECT_LE(waiting(rig).seconds_left, 60);
    rig.wait(60s);
    EXPECT_EQ(rig.place(), Place::sending);
}

TEST(JourneyPace, TwoLettersNobodyCanHaveTypedTakeTheRoomOfFour) {
    JourneyRig fast;
    fast.leave_idea("een");
    fast.leave_idea("twee");
    write_idea(fast);
    fast.journey.handle(event::Send{});
    EXPECT_EQ(fast.place(), Place::waiting);

    // The control: at leisure there is room for two more.
    JourneyRig slow;
    slow.leave_idea("een", 5s);
    slow.leave_idea("twee", 5s);
    write_idea(slow);
    slow.journey.handle(event::Send{});
    EXPECT_EQ(slow.place(), Place::sending);
}

TEST(JourneyPace, TheHasteOfAVisitorIsHisOwn) {
    // given: somebody took his time, the next one did not
    JourneyRig rig;
    rig.leave_idea("een", 5s);
    rig.leave_idea("twee");
    rig.leave_idea("drie", 10s);

    // then: the room of four is gone
    write_idea(rig);
    rig.journey.handle(event::Send{});
    EXPECT_EQ(rig.place(), Place::waiting);
}

TEST(JourneyPace, ALetterThatWasNotKeptTakesNoRoom) {
    JourneyRig rig;
    write_idea(rig);
    rig.journey.handle(event::Send{});
    for (int i = 0; i < 20; ++i) {
        rig.journey.handle(rig.sender.failed(NotStoredReason::broken));
        rig.journey.handle(event::Retry{});
        ASSERT_EQ(rig.place(), Place::sending);
    }
}

TEST(JourneyPace, AFullKioskStillInformsAndLooksUpCodes) {
    JourneyRig rig;
    rig.leave_idea("een");
    rig.leave_idea("twee");

    rig.lead_to(Place::information);
    EXPECT_EQ(rig.place(), Place::information);
    rig.journey.handle(event::Back{});
    rig.lead_to(Place::looking_up);
    EXPECT_EQ(rig.place(), Place::looking_up);
}

TEST(JourneyPace, GivesTheFullTimeToReadWhenThereIsNoMemoryAfterTheWait) {
    // given: memory for the texts of three visitors and what they are replaced by, and no more
    int left = 8;
    JourneySpec spec = rig_spec();
    spec.text_memory = [&left](std::size_t capacity) -> Result<SecretText> {
        if (left == 0) {
            return fail(ErrorCode::unavailable, "no locked memory");
        }
        --left;
        return SecretText::with_capacity(capacity);
    };
    JourneyRig rig(std::move(spec));
    rig.lead_to(Place::waiting); // two were here before
    rig.wait(60s);
    rig.journey.handle(support::RecordingSender::stored());
    rig.journey.handle(event::WipeAndStop{});
    ASSERT_EQ(left, 0);

    // when: it is the fourth one's turn
    write_idea(rig, "nog een");
    rig.journey.handle(event::Send{});
    ASSERT_EQ(rig.place(), Place::waiting);
    while (rig.place() == Place::waiting) {
        wait_for_deadline(rig);
    }

    // then
    EXPECT_EQ(rig.place(), Place::not_stored);
    EXPECT_EQ(rig.text(), "nog een");
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 45s);
}

// The same text once more.

TEST(JourneyDuplicate, AsksBeforeTheSameTextGoesAgain) {
    JourneyRig rig;
    rig.leave_idea(kWords, 10s);
    write_idea(rig);

    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.place(), Place::already_sent);
    EXPECT_EQ(rig.sender.sent(), 1U);
    EXPECT_EQ(rig.text(), kWords);
}

TEST(JourneyDuplicate, SendsItAnywayWhenTheVisitorWants) {
    JourneyRig rig;
    rig.lead_to(Place::already_sent);

    rig.journey.handle(event::SendAnyway{});

    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.last().text.view(), kWords);
    rig.journey.handle(support::RecordingSender::stored());
    EXPECT_EQ(rig.place(), Place::receipt);
}

TEST(JourneyDuplicate, AsksNotAnyMoreAfterTenMinutes) {
    for (auto const& [pause, place] : {std::pair(10min - 10s - 1ms, Place::already_sent),
                                       std::pair(10min - 10s + 0ms, Place::sending)}) {
        JourneyRig rig;
        rig.leave_idea(kWords, 10s);
        rig.clock.advance(pause);
        write_idea(rig); // ten seconds more

        rig.journey.handle(event::Send{});

        EXPECT_EQ(rig.place(), place);
    }
}

TEST(JourneyDuplicate, AsksNotAboutAnotherText) {
    JourneyRig rig;
    rig.lead_to(Place::already_sent);

    rig.journey.handle(event::Change{Part::message});
    EXPECT_TRUE(rig.journey.changing());
    rig.type("!");
    rig.lead_to(Place::sending);

    EXPECT_EQ(rig.sender.last().text.view(), std::string(kWords) + "!");
}

TEST(JourneyDuplicate, BackLeadsToTheSummary) {
    JourneyRig rig;
    rig.lead_to(Place::already_sent);

    rig.journey.handle(event::Back{});

    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.text(), kWords);
}

TEST(JourneyDuplicate, ALetterThatWasNotKeptIsNoCopy) {
    JourneyRig rig;
    write_idea(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.failed(NotStoredReason::full));

    // when: he looks once more instead of trying again
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::Send{});
    EXPECT_EQ(rig.place(), Place::sending);
    rig.journey.handle(rig.sender.failed(NotStoredReason::broken));
    // when: he leaves and somebody else says the same
    rig.journey.handle(event::WipeAndStop{});
    write_idea(rig);
    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.place(), Place::sending);
}

TEST(JourneyDuplicate, ASecondTryThatIsKeptIsKnown) {
    JourneyRig rig;
    write_idea(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.failed(NotStoredReason::full));
    rig.journey.handle(event::Retry{});
    rig.journey.handle(support::RecordingSender::stored());
    rig.journey.handle(event::WipeAndStop{});

    write_idea(rig);
    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.place(), Place::already_sent);
}

TEST(JourneyDuplicate, WaitsItsTurnLikeAnyLetter) {
    JourneyRig rig;
    rig.leave_idea(kWords);
    rig.leave_idea("twee");
    write_idea(rig);
    rig.journey.handle(event::Send{});
    ASSERT_EQ(rig.place(), Place::already_sent);

    rig.journey.handle(event::SendAnyway{});

    EXPECT_EQ(rig.place(), Place::waiting);
}

} // namespace
} // namespace inloop::flow
