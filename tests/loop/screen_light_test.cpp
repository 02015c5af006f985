// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/screen_light.h"
#include "kiosk/terminal/loop/tuning.h"
#include "tests/support/fake_backlight.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::loop {
namespace {

using namespace std::chrono_literals;
using platform::FingerEvent;
using platform::FingerPhase;

constexpr NightHours kOverMidnight{.from = 22h, .until = 7h};
constexpr auto kMonday = std::chrono::sys_days(2026y / 11 / 23);

TEST(ParseNight, TakesTwoTimes) {
    EXPECT_EQ(parse_night("22:00-07:00"), kOverMidnight);
    EXPECT_EQ(parse_night("00:05-23:59"), (NightHours{5min, 23h + 59min}));
    for (std::string_view const wrong :
         {"", "22:00", "22:00-", "22:00-7:00", "22-07", "24:00-07:00", "22:60-07:00",
          "22:00-07:00 ", "22:00/07:00", "aa:bb-cc:dd", "22:00-22:00", "-1:00-07:00"}) {
        EXPECT_FALSE(parse_night(wrong)) << wrong;
    }
}

// Monday 23 November 2026 in a place that keeps UTC.
class ScreenLightCase : public testing::Test {
protected:
    ScreenLightCase() { set_time(23h); }
    void set_time(Milliseconds time) { clock.set_wall(kMonday + time); }
    // A light over which nobody has touched anything for long.
    [[nodiscard]] ScreenLight quiet(NightHours hours = kOverMidnight, float level = 0.1F) {
        ScreenLight light(NightLight{.hours = hours, .level = level}, clock);
        clock.advance(kNightQuiet);
        (void)light.tick(Rest::nobody);
        return light;
    }
    [[nodiscard]] FingerEvent finger(FingerPhase phase, std::int64_t number = 1) const {
        return {.phase = phase, .finger = number, .at = {10, 10}, .time = clock.now()};
    }

    support::ManualClock clock;
};

TEST_F(ScreenLightCase, IsFullByDayAndLowAtNight) {
    struct {
        NightHours hours;
        std::chrono::minutes time;
        bool dark;
    } const cases[] = {
        {kOverMidnight, 21h + 58min, false},
        {kOverMidnight, 22h, true},
        {kOverMidnight, 23h + 59min, true},
        {kOverMidnight, 0h, true},
        {kOverMidnight, 6h + 58min, true},
        {kOverMidnight, 7h, false},
        {kOverMidnight, 12h, false},
        {{1h, 5h}, 0h + 58min, false},
        {{1h, 5h}, 1h, true},
        {{1h, 5h}, 4h + 58min, true},
        {{1h, 5h}, 5h, false},
        {{1h, 5h}, 23h, false},
    };
    for (auto const& one : cases) {
        set_time(one.time - kNightQuiet); // passes while it becomes quiet
        ScreenLight const light = quiet(one.hours);
        EXPECT_EQ(light.dark(), one.dark) << one.time.count();
        EXPECT_FLOAT_EQ(light.level(), one.dark ? 0.1F : 1.0F);
    }
}

TEST_F(ScreenLightCase, IsAlwaysFullWithoutANight) {
    ScreenLight light(std::nullopt, clock);
    clock.advance(kNightQuiet);
    EXPECT_FALSE(light.tick(Rest::nobody));
    EXPECT_FLOAT_EQ(light.level(), 1.0F);
    EXPECT_FALSE(light.next_deadline());
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
}

TEST_F(ScreenLightCase, IsFullWhileTheClockIsNotSet) {
    clock.set_trust(ClockTrust::unset);
    ScreenLight light = quiet();
    EXPECT_FALSE(light.dark());
    EXPECT_FALSE(light.next_deadline());
    // Negative control
    clock.set_trust(ClockTrust::estimated);
    EXPECT_TRUE(light.tick(Rest::nobody));
    clock.set_trust(ClockTrust::unset);
    (void)light.tick(Rest::nobody);
    EXPECT_FALSE(light.dark());
}

TEST_F(ScreenLightCase, IsFullWhileAVisitorIsThere) {
    ScreenLight light = quiet();
    ASSERT_TRUE(light.dark());
    (void)light.tick(Rest::visitor);
    EXPECT_FALSE(light.dark());
    clock.advance(1h);
    (void)light.tick(Rest::visitor);
    EXPECT_FALSE(light.dark()) << "however long he stands still";
}

TEST_F(ScreenLightCase, TheFirstTouchOnlyWakes) {
    ScreenLight light = quiet();
    EXPECT_TRUE(light.swallows(finger(FingerPhase::down)));
    EXPECT_FLOAT_EQ(light.level(), 1.0F) << "at once";
    clock.advance(kWakes);
    (void)light.tick(Rest::nobody);
    EXPECT_FALSE(light.dark());
    EXPECT_TRUE(light.swallows(finger(FingerPhase::move))) << "it is still the same touch";
    EXPECT_TRUE(light.swallows(finger(FingerPhase::up)));
    // The next one works as ever.
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
    EXPECT_FALSE(light.swallows(finger(FingerPhase::move)));
    EXPECT_FALSE(light.swallows(finger(FingerPhase::up)));
}

TEST_F(ScreenLightCase, TheWholeHandOnlyWakes) {
    ScreenLight light = quiet();
    EXPECT_TRUE(light.swallows(finger(FingerPhase::down, 1)));
    clock.advance(10ms);
    EXPECT_TRUE(light.swallows(finger(FingerPhase::down, 2)));
    clock.advance(kWakes);
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down, 3))) << "another hand";
    EXPECT_TRUE(light.swallows(finger(FingerPhase::up, 2)));
    EXPECT_TRUE(light.swallows(finger(FingerPhase::cancelled, 1)));
    EXPECT_FALSE(light.swallows(finger(FingerPhase::up, 3)));
}

TEST_F(ScreenLightCase, AFingerWhoseLeavingWasLostIsNotSwallowedForEver) {
    ScreenLight light = quiet();
    EXPECT_TRUE(light.swallows(finger(FingerPhase::down)));
    clock.advance(kWakes);
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
    EXPECT_FALSE(light.swallows(finger(FingerPhase::up)));
}

TEST_F(ScreenLightCase, ADropThatRunsDownDoesNotWake) {
    ScreenLight light(NightLight{.hours = kOverMidnight, .level = 0}, clock);
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
    for (int i = 0; i < 60; ++i) {
        clock.advance(1s);
        EXPECT_FALSE(light.swallows(finger(FingerPhase::move)));
    }
    EXPECT_TRUE(light.tick(Rest::nobody)) << "it fell dark: the finger is to be forgotten";
    EXPECT_FALSE(light.tick(Rest::nobody)) << "only once";
    EXPECT_TRUE(light.swallows(finger(FingerPhase::move)));
    EXPECT_TRUE(light.swallows(finger(FingerPhase::up)));
    EXPECT_TRUE(light.dark());
}

TEST_F(ScreenLightCase, IsLowAgainAMinuteAfterTheLastFinger) {
    ScreenLight light = quiet();
    (void)light.swallows(finger(FingerPhase::down));
    (void)light.swallows(finger(FingerPhase::up));
    clock.advance(kNightQuiet - 1ms);
    (void)light.tick(Rest::nobody);
    EXPECT_FALSE(light.dark());
    EXPECT_EQ(light.next_deadline(), clock.now() + 1ms);
    clock.advance(1ms);
    (void)light.tick(Rest::nobody);
    EXPECT_TRUE(light.dark());
}

TEST_F(ScreenLightCase, ANightAsLightAsTheDaySwallowsNothing) {
    ScreenLight light = quiet(kOverMidnight, 1.0F);
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
}

TEST_F(ScreenLightCase, ALightThatWasRefusedSwallowsNothingBeforeTheNextNight) {
    ScreenLight light = quiet();
    light.refused();
    EXPECT_FLOAT_EQ(light.level(), 1.0F);
    EXPECT_FALSE(light.swallows(finger(FingerPhase::down)));
    clock.advance(1h);
    (void)light.tick(Rest::nobody);
    EXPECT_FALSE(light.dark());
    set_time(12h);
    (void)light.tick(Rest::nobody);
    set_time(23h);
    (void)light.tick(Rest::nobody);
    EXPECT_TRUE(light.dark()) << "it is tried once a night";
}

TEST_F(ScreenLightCase, TellsWhenItChangesNext) {
    set_time(20h + 30min + 20s);
    ScreenLight light = quiet();
    EXPECT_EQ(light.next_deadline(), clock.now() + 1h + 28min + 40s) << "when night begins";
    set_time(23h + 15s);
    EXPECT_EQ(light.next_deadline(), clock.now()) << "it is quiet already";
    (void)light.tick(Rest::nobody);
    EXPECT_EQ(light.next_deadline(), clock.now() + 8h - 15s) << "when night ends";
    (void)light.tick(Rest::visitor);
    EXPECT_FALSE(light.next_deadline()) << "not before he leaves";
}

// ---- with the terminal

struct DarkRig {
    DarkRig() { rig.clock.manual.set_wall(kMonday + 22h + 30min); } // 23.30 here
    // Sleeps as the loop does, until this much later.
    void sleep(Milliseconds time) {
        Instant const until = rig.clock.now() + time;
        while (rig.clock.now() < until) {
            Instant const next = rig.terminal().next_deadline().value_or(until);
            rig.clock.manual.advance_to(std::clamp(next, rig.clock.now() + 1ms, until));
            rig.step();
        }
    }
    void tap_anywhere() {
        rig.finger(FingerPhase::down, rig.middle("attract.start"));
        rig.finger(FingerPhase::up, rig.middle("attract.start"));
    }
    [[nodiscard]] float level() const { return light.levels.empty() ? -1 : light.levels.back(); }

    support::FakeBacklight light;
    support::KioskRig rig{
        {.backlight = &light, .night = NightLight{.hours = kOverMidnight, .level = 0.1F}}};
};

TEST(ScreenLightOfATerminal, IsFullAtTheStartAndLowAMinuteLater) {
    DarkRig dark;
    EXPECT_EQ(dark.light.levels, (std::vector<float>{1.0F}));
    dark.sleep(kNightQuiet);
    EXPECT_EQ(dark.light.levels, (std::vector<float>{1.0F, 0.1F}));
    dark.sleep(7h + 28min + 59s);
    EXPECT_FLOAT_EQ(dark.level(), 0.1F);
    dark.sleep(1s); // 07.00
    EXPECT_EQ(dark.light.levels, (std::vector<float>{1.0F, 0.1F, 1.0F})) << "set when it changes";
}

TEST(ScreenLightOfATerminal, IsWokenByATouchThatDoesNothingElse) {
    DarkRig dark;
    int told = 0;
    dark.rig.observer = [&](platform::InputEvent const&, Sensitivity) { ++told; };
    dark.sleep(kNightQuiet);
    ASSERT_FLOAT_EQ(dark.level(), 0.1F);
    dark.rig.finger(FingerPhase::down, dark.rig.middle("attract.start"));
    EXPECT_FLOAT_EQ(dark.level(), 1.0F);
    dark.rig.finger(FingerPhase::up, dark.rig.middle("attract.start"));
    EXPECT_TRUE(dark.rig.on<flow::screen::Attract>());
    EXPECT_EQ(told, 2) << "a recording has it all the same";
    // The next one is a touch as ever.
    dark.sleep(kWakes);
    dark.tap_anywhere();
    EXPECT_TRUE(dark.rig.on<flow::screen::Home>());
}

TEST(ScreenLightOfATerminal, StaysWhileAVisitorIsAnywhereButOnTheFirstScreen) {
    DarkRig dark;
    dark.tap_anywhere(); // before it was dark
    ASSERT_TRUE(dark.rig.on<flow::screen::Home>());
    while (!dark.rig.on<flow::screen::Attract>()) {
        dark.sleep(1s);
        ASSERT_TRUE(dark.rig.on<flow::screen::Attract>() || dark.level() == 1.0F);
    }
    dark.sleep(1s);
    EXPECT_FLOAT_EQ(dark.level(), 0.1F) << "he has been gone for more than a minute";
}

TEST(ScreenLightOfATerminal, LeavesAFingerThatRestsThere) {
    DarkRig dark;
    dark.rig.finger(FingerPhase::down, dark.rig.middle("attract.start"));
    dark.sleep(kNightQuiet);
    ASSERT_FLOAT_EQ(dark.level(), 0.1F);
    dark.rig.finger(FingerPhase::up, dark.rig.middle("attract.start"));
    EXPECT_TRUE(dark.rig.on<flow::screen::Attract>());
    // and is no longer in the way of others
    dark.tap_anywhere();
    dark.sleep(kWakes);
    dark.tap_anywhere();
    EXPECT_TRUE(dark.rig.on<flow::screen::Home>());
}

TEST(ScreenLightOfATerminal, GoesOnWithALightThatFailsAndSaysSoOnce) {
    DarkRig dark;
    dark.light.failure = Error{ErrorCode::read_only, "open brightness: Permission denied"};
    dark.sleep(26h);
    auto const lines = std::ranges::count_if(dark.rig.log, [](std::string const& line) {
        return line.find("Permission denied") != std::string::npos;
    });
    EXPECT_EQ(lines, 1);
    dark.tap_anywhere();
    EXPECT_TRUE(dark.rig.on<flow::screen::Home>()) << "a light screen swallows nothing";
}

TEST(ScreenLightOfATerminal, TriesUntilItIsLightAgain) {
    DarkRig dark;
    dark.sleep(kNightQuiet);
    dark.light.failure = Error{ErrorCode::io, "write brightness: Input/output error"};
    dark.tap_anywhere();
    EXPECT_FLOAT_EQ(dark.level(), 0.1F);
    dark.light.failure.reset();
    dark.rig.step();
    EXPECT_FLOAT_EQ(dark.level(), 1.0F);
}

TEST(ScreenLightOfATerminal, IsFullWhenItEnds) {
    support::FakeBacklight light;
    {
        support::KioskRig rig(
            {.backlight = &light, .night = NightLight{.hours = kOverMidnight, .level = 0}});
        rig.clock.manual.set_wall(kMonday + 22h + 30min);
        rig.clock.advance(kNightQuiet);
        rig.step();
        ASSERT_FLOAT_EQ(light.levels.back(), 0.0F);
    }
    EXPECT_FLOAT_EQ(light.levels.back(), 1.0F);
}

TEST(ScreenLightOfATerminal, WithoutALightNoTouchIsSwallowed) {
    support::KioskRig rig({.night = NightLight{.hours = kOverMidnight, .level = 0}});
    rig.clock.manual.set_wall(kMonday + 22h + 30min);
    rig.wait(2 * kNightQuiet);
    rig.tap("attract.start");
    EXPECT_TRUE(rig.on<flow::screen::Home>());
}

} // namespace
} // namespace inloop::loop
