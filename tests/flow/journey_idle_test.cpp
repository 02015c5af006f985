// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/tuning.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;

// A place to be idle in: the way to it, and how long it waits.
struct IdleCase {
    std::string name;
    void (*lead)(JourneyRig&);
    Milliseconds limit;
};

template <class E>
void open_over_home(JourneyRig& rig) {
    rig.lead_to(Place::home);
    rig.journey.handle(E{});
}

template <Place kPlace>
void lead(JourneyRig& rig) {
    rig.lead_to(kPlace);
}

void back_to_home(JourneyRig& rig) {
    while (rig.place() != Place::home) {
        rig.journey.handle(event::Back{});
    }
}

IdleCase const kIdleCases[] = {
    {"home", lead<Place::home>, 60s},
    {"pages", lead<Place::pages>, 60s},
    {"information", lead<Place::information>, 60s},
    {"happening", lead<Place::happening>, 45s},
    {"subjects", lead<Place::subjects>, 45s},
    {"desk", lead<Place::desk>, 45s},
    {"question", lead<Place::question>, 45s},
    {"write", lead<Place::write>, 45s},
    {"personal data", lead<Place::personal_data>, 45s},
    {"recognisable", lead<Place::recognisable>, 45s},
    {"where", lead<Place::where>, 45s},
    {"contact", lead<Place::contact>, 45s},
    {"contact detail", lead<Place::contact_detail>, 45s},
    {"summary", lead<Place::summary>, 45s},
    {"already sent", lead<Place::already_sent>, 45s},
    {"receipt", lead<Place::receipt>, 100s},
    {"not stored", lead<Place::not_stored>, 45s},
    {"code entry", lead<Place::code_entry>, 45s},
    {"code result", lead<Place::code_result>, 40s},
    {"withdraw", lead<Place::withdraw>, 45s},
    {"write without a word",
     [](JourneyRig& rig) {
         rig.lead_to(Place::home);
         rig.journey.handle(event::Choose{entries::EntryKind::idea});
     },
     45s},
    {"home with text kept",
     [](JourneyRig& rig) {
         rig.lead_to(Place::write);
         back_to_home(rig);
     },
     45s},
    {"pages with text kept",
     [](JourneyRig& rig) {
         rig.lead_to(Place::write);
         back_to_home(rig);
         rig.journey.handle(event::OpenPages{});
     },
     45s},
    {"information with text kept",
     [](JourneyRig& rig) {
         rig.lead_to(Place::write);
         back_to_home(rig);
         rig.journey.handle(event::OpenPage{"pilot"});
     },
     45s},
    {"home with answers but nothing typed",
     [](JourneyRig& rig) {
         rig.lead_to(Place::question);
         back_to_home(rig);
     },
     60s},
    {"emergency over attract", [](JourneyRig& rig) { rig.journey.handle(event::OpenEmergency{}); },
     120s},
    {"emergency over home", open_over_home<event::OpenEmergency>, 120s},
    {"emergency over receipt",
     [](JourneyRig& rig) {
         rig.lead_to(Place::receipt);
         rig.journey.handle(event::OpenEmergency{});
     },
     120s},
    {"emergency over what comes afterwards",
     [](JourneyRig& rig) {
         rig.lead_to(Place::afterwards);
         rig.journey.handle(event::OpenEmergency{});
     },
     120s},
    {"emergency over the service screen",
     [](JourneyRig& rig) {
         rig.lead_to(Place::service);
         rig.journey.handle(event::OpenEmergency{});
     },
     120s},
    {"languages over emergency",
     [](JourneyRig& rig) {
         rig.journey.handle(event::OpenEmergency{});
         rig.journey.handle(event::OpenLanguages{});
     },
     120s},
    {"languages over home", open_over_home<event::OpenLanguages>, 45s},
    {"view settings over home", open_over_home<event::OpenViewSettings>, 45s},
};

TEST(JourneyIdle, WarnsAndWipesAtTheExactMillisecondOnEveryScreen) {
    for (IdleCase const& one : kIdleCases) {
        SCOPED_TRACE(one.name);
        // given
        JourneyRig rig;
        rig.clock.advance(7777ms);
        one.lead(rig);
        Instant const last_touch = rig.clock.now();
        std::uint64_t const version = rig.journey.version();
        std::uint64_t const wipes = rig.journey.wipes();
        EXPECT_EQ(rig.journey.next_deadline(), last_touch + one.limit);

        // when: one millisecond too early, then on time
        rig.wait(one.limit - 1ms);
        EXPECT_FALSE(rig.journey.idle_warning());
        EXPECT_EQ(rig.journey.version(), version);
        rig.wait(1ms);

        // then
        ASSERT_TRUE(rig.journey.idle_warning());
        EXPECT_EQ(rig.journey.idle_warning()->seconds_left, 20);
        EXPECT_EQ(rig.journey.idle_warning()->ends, last_touch + one.limit + 20s);
        EXPECT_EQ(rig.journey.version(), version + 1);

        // and: the same for the wipe
        rig.wait(20s - 1ms);
        EXPECT_EQ(rig.journey.idle_warning()->seconds_left, 1);
        EXPECT_EQ(rig.journey.wipes(), wipes);
        rig.wait(1ms);
        EXPECT_EQ(rig.journey.wipes(), wipes + 1);
        EXPECT_EQ(left_behind(rig.journey), std::nullopt);
        EXPECT_EQ(rig.journey.next_deadline(), std::nullopt);
    }
}

TEST(JourneyIdle, NeverWarnsWhereNobodyIsOrALetterOrACodeIsOnItsWay) {
    for (Place place : {Place::attract, Place::sending, Place::looking_up}) {
        JourneyRig rig;
        rig.lead_to(place);
        std::uint64_t const version = rig.journey.version();

        EXPECT_EQ(rig.journey.next_deadline(), std::nullopt);
        rig.wait(24h);

        EXPECT_FALSE(rig.journey.idle_warning());
        EXPECT_EQ(rig.journey.version(), version);
        EXPECT_EQ(rig.place(), place);
    }
}

TEST(JourneyIdle, NeverWarnsUnderTheEmergencyPageWhileALetterIsOnItsWay) {
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.journey.handle(event::OpenEmergency{});
    rig.wait(1h);
    EXPECT_FALSE(rig.journey.idle_warning());

    // and: from the moment the receipt lies beneath it, it does
    rig.journey.handle(rig.sender.stored());
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 120s);
}

TEST(JourneyIdle, CountsDownOnceASecond) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    ASSERT_TRUE(rig.wait_for_warning());
    Instant const ends = rig.journey.idle_warning()->ends;

    for (int left = 20; left > 0; --left) {
        // then: nothing is drawn between two steps
        ASSERT_EQ(rig.journey.idle_warning()->seconds_left, left);
        ASSERT_EQ(rig.journey.next_deadline(), ends - std::chrono::seconds(left - 1));
        std::uint64_t const version = rig.journey.version();
        rig.wait(999ms);
        EXPECT_EQ(rig.journey.version(), version);
        rig.wait(1ms);
        EXPECT_EQ(rig.journey.version(), version + 1);
    }
    EXPECT_EQ(rig.journey.wipes(), 1U);
}

TEST(JourneyIdle, SkipsSecondsWhenTheTickComesLate) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    ASSERT_TRUE(rig.wait_for_warning());

    rig.wait(6500ms);

    EXPECT_EQ(rig.journey.idle_warning()->seconds_left, 14);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 500ms);
}

TEST(JourneyIdle, GivesTheFullWarningHoweverLateTheTickComes) {
    JourneyRig rig;
    rig.lead_to(Place::write);

    rig.wait(10min);

    ASSERT_TRUE(rig.journey.idle_warning());
    EXPECT_EQ(rig.journey.idle_warning()->seconds_left, 20);
    EXPECT_EQ(rig.text(), kWords);
}

TEST(JourneyIdle, ATouchRestartsTheIdleTimeAndDrawsNothing) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    std::uint64_t const version = rig.journey.version();

    for (int i = 0; i < 100; ++i) {
        rig.wait(44'999ms);
        rig.journey.touched();
    }

    EXPECT_FALSE(rig.journey.idle_warning());
    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 45s);
}

TEST(JourneyIdle, ABareTouchDoesNotAnswerTheWarning) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    ASSERT_TRUE(rig.wait_for_warning());
    Instant const ends = rig.journey.idle_warning()->ends;

    rig.wait(10s);
    rig.journey.touched();

    ASSERT_TRUE(rig.journey.idle_warning());
    EXPECT_EQ(rig.journey.idle_warning()->ends, ends);
    rig.wait(10s);
    EXPECT_EQ(rig.journey.wipes(), 1U);
}

TEST(JourneyIdle, CanBeExtendedWithoutLimitAndKeepsEverything) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    for (int i = 0; i < 200; ++i) {
        ASSERT_TRUE(rig.wait_for_warning());
        rig.wait(19'999ms);
        rig.journey.handle(event::StillHere{});
        ASSERT_FALSE(rig.journey.idle_warning());
        ASSERT_EQ(rig.journey.next_deadline(), rig.clock.now() + 45s);
    }
    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.wipes(), 0U);
}

TEST(JourneyIdle, StartsCountingWhenTheReceiptShowsNotWhenItWasAskedFor) {
    // given: a slow card, so that the visitor waited half a minute
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.wait(30s);

    rig.journey.handle(rig.sender.stored());

    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 100s);
}

TEST(JourneyIdle, StandsStillWithTheClock) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    std::uint64_t const version = rig.journey.version();
    for (int i = 0; i < 1000; ++i) {
        rig.wait(0ms);
    }
    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_FALSE(rig.journey.idle_warning());
}

TEST(JourneyIdle, DoesNotCareAboutTheWallClock) {
    // given: years forward, years back, and the trust with it
    JourneyRig rig;
    rig.lead_to(Place::write);
    Instant const idle = *rig.journey.next_deadline();

    for (int year : {2031, 1970, 2099, 1901, 2024}) {
        rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(year) / 1 / 1));
        rig.clock.set_trust(year % 2 == 0 ? ClockTrust::synced : ClockTrust::estimated);
        rig.wait(1s);
        EXPECT_EQ(rig.journey.next_deadline(), idle);
        EXPECT_FALSE(rig.journey.idle_warning());
    }
    rig.wait(idle - rig.clock.now());
    ASSERT_TRUE(rig.journey.idle_warning());
    rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(2050) / 1 / 1));
    rig.wait(19s);
    EXPECT_EQ(rig.journey.idle_warning()->seconds_left, 1);
}

// The time of day, which any screen may show: who is here and until when depends on it too.

TEST(JourneyMinute, RedrawsEveryScreenAtEachFullMinute) {
    for (Place place : {Place::attract, Place::home, Place::subjects, Place::contact,
                        Place::summary, Place::sending, Place::receipt, Place::code_result}) {
        SCOPED_TRACE(name_of(place));
        // given: 12.00.37 and a half
        JourneyRig rig;
        rig.clock.set_trust(ClockTrust::synced);
        rig.clock.advance(37'500ms);
        rig.lead_to(place);
        rig.journey.tick();
        std::uint64_t const version = rig.journey.version();

        // then: wall() knows whole seconds, so the wake-up comes within one second after the minute
        EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 23s);
        rig.wait(22'499ms);
        EXPECT_EQ(rig.journey.version(), version);
        rig.wait(501ms);
        EXPECT_EQ(rig.journey.version(), version + 1);
        EXPECT_EQ(rig.clock.local().minute, 1);
    }
}

TEST(JourneyMinute, NeverPromisesToDoNothing) {
    // given: a kiosk left alone for two hours, ticked exactly when it asks for it
    JourneyRig rig;
    rig.clock.set_trust(ClockTrust::estimated);
    rig.clock.advance(333ms);
    rig.journey.tick();
    std::uint64_t const version = rig.journey.version();

    for (int i = 0; i < 120; ++i) {
        ASSERT_GT(rig.journey.next_deadline(), rig.clock.now());
        rig.clock.advance_to(rig.journey.next_deadline().value());
        rig.journey.tick();
    }
    EXPECT_EQ(rig.journey.version(), version + 120);
}

TEST(JourneyMinute, AsksForNothingWithoutAClock) {
    for (Place place : {Place::attract, Place::sending, Place::looking_up}) {
        JourneyRig rig;
        rig.lead_to(place);
        EXPECT_EQ(rig.journey.next_deadline(), std::nullopt) << name_of(place);
    }
}

TEST(JourneyMinute, ShowsTheTimeAsSoonAsThereIsOneAndAfterAJump) {
    JourneyRig rig;
    std::uint64_t const version = rig.journey.version();

    // when: the network sets the clock, then sets it back by years
    rig.clock.set_trust(ClockTrust::synced);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now());
    rig.journey.tick();
    EXPECT_EQ(rig.journey.version(), version + 1);
    rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(1969) / 12 / 31) + 23h + 59min +
                       50s);
    rig.journey.tick();

    // then
    EXPECT_EQ(rig.journey.version(), version + 2);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 10s);
    EXPECT_EQ(rig.place(), Place::attract);
    EXPECT_EQ(rig.journey.wipes(), 0U);
}

TEST(JourneyMinute, WakesForWhicheverComesFirst) {
    JourneyRig rig;
    rig.clock.set_trust(ClockTrust::synced);
    rig.lead_to(Place::home); // 12.00.00: minute and idle fall together
    rig.wait(1s);
    rig.journey.touched();
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 59s);
    rig.wait(59s);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 1s);
}

} // namespace
} // namespace inloop::flow
