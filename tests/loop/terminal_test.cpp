// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/tuning.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::loop {
namespace {

using platform::DisplayEvent;
using platform::FingerPhase;
using platform::InputEvent;
using support::KioskRig;
using support::KioskSpec;

constexpr std::chrono::hours kHour{1};

std::size_t lines_with(std::vector<std::string> const& log, std::string_view words) {
    return static_cast<std::size_t>(std::ranges::count_if(
        log, [words](std::string const& line) { return line.find(words) != std::string::npos; }));
}

TEST(Terminal, DrawsNothingWhileNothingChanges) {
    KioskRig rig;
    rig.clock.manual.set_trust(ClockTrust::unset);
    rig.wait(std::chrono::seconds(2)); // the time of day goes
    std::uint64_t const before = rig.terminal().frames();
    EXPECT_FALSE(rig.terminal().next_deadline().has_value()) << "it sleeps until somebody comes";
    rig.wait(kHour);

    EXPECT_EQ(rig.terminal().frames(), before);
}

TEST(Terminal, DrawsOneFrameAMinuteForTheClock) {
    KioskRig rig;
    rig.wait(std::chrono::seconds(30));
    std::uint64_t const before = rig.terminal().frames();
    rig.wait(kHour);

    EXPECT_EQ(rig.terminal().frames(), before + 60);
}

TEST(Terminal, SleepsUntilTheNextMinute) {
    KioskRig rig;
    rig.clock.advance(std::chrono::seconds(13));
    rig.step();

    ASSERT_TRUE(rig.terminal().next_deadline().has_value());
    EXPECT_EQ(*rig.terminal().next_deadline() - rig.clock.now(), std::chrono::seconds(47));
}

TEST(Terminal, DrawsNothingForTouchesThatMeanNothing) {
    KioskRig rig;
    rig.tap("attract.start");
    rig.wait(std::chrono::seconds(1));
    // A palm beside a finger that rests: moves of a finger that does not count.
    rig.finger(FingerPhase::down, {1, 400}, 1);
    rig.step();
    rig.step();
    std::uint64_t const before = rig.terminal().frames();
    for (int i = 0; i < 20; ++i) {
        rig.step();
    }

    EXPECT_EQ(rig.terminal().frames(), before);
}

TEST(Terminal, ShowsEachKeyInOneFrame) {
    KioskRig rig;
    rig.tap("attract.start");
    rig.tap("home.idea");
    std::uint64_t const before = rig.terminal().frames();
    rig.finger(FingerPhase::down, rig.middle("key.h"));

    EXPECT_EQ(rig.text(), "H");
    EXPECT_EQ(rig.terminal().frames(), before + 1);
}

TEST(Terminal, TakesAllTapsOfOneBatch) {
    KioskRig rig;
    rig.tap("attract.start");
    rig.tap("home.idea");
    rig.tap("key.shift");
    std::vector<InputEvent> batch;
    std::int64_t finger = 10;
    for (std::string_view const key : {"key.s", "key.n", "key.e", "key.l"}) {
        ++finger;
        batch.emplace_back(rig.event(FingerPhase::down, rig.middle(key), finger));
        batch.emplace_back(rig.event(FingerPhase::up, rig.middle(key), finger));
    }
    rig.step(batch);

    EXPECT_EQ(rig.text(), "snel");
}

TEST(Terminal, PressesNothingOnTheScreenThatComesUnderTheFinger) {
    KioskRig rig;
    rig.tap("attract.start");
    rig.tap("home.idea");
    rig.type("a");
    platform::Point const next = rig.middle("write.next");
    std::vector<InputEvent> const batch{
        rig.event(FingerPhase::down, next, 1), rig.event(FingerPhase::up, next, 1),
        rig.event(FingerPhase::down, next, 1), rig.event(FingerPhase::up, next, 1)};
    rig.step(batch); // a bounce in the corner where "send" appears

    EXPECT_TRUE(rig.on<flow::screen::Summary>()) << "the second touch was the first one bouncing";
}

TEST(Terminal, ShowsTheLastFrameWhenTheDisplayTakesOneAgain) {
    KioskRig rig(KioskSpec{.painting = true});
    rig.clock.manual.set_trust(ClockTrust::unset);
    rig.wait(std::chrono::seconds(1));
    std::uint64_t const before = rig.terminal().frames();
    rig.display.headless.fail_next_present({ErrorCode::io, "busy"});
    rig.redraw();
    ASSERT_TRUE(rig.terminal().next_deadline().has_value());
    EXPECT_EQ(*rig.terminal().next_deadline(), rig.clock.now() + kShowAgain);
    rig.clock.manual.advance_to(*rig.terminal().next_deadline());
    rig.step();

    EXPECT_EQ(rig.terminal().frames(), before + 2);
    EXPECT_EQ(lines_with(rig.log, "frames are shown again"), 1U);
    EXPECT_FALSE(rig.terminal().next_deadline().has_value());
}

TEST(Terminal, DoesNotFillTheLogWhileTheDisplayRefuses) {
    KioskRig rig(KioskSpec{.painting = true});
    for (int i = 0; i < 60; ++i) {
        rig.display.headless.fail_next_present({ErrorCode::io, "gone"});
        rig.redraw();
        rig.clock.advance(kShowAgain);
    }

    EXPECT_EQ(lines_with(rig.log, "frame not shown"), 1U);
}

TEST(Terminal, LetsGoOfTheFingerWhenTheDisplayGoes) {
    KioskRig rig;
    rig.finger(FingerPhase::down, rig.middle("attract.start"));
    std::array<InputEvent, 1> const lost{DisplayEvent{DisplayEvent::What::lost}};
    rig.step(lost);
    rig.finger(FingerPhase::up, rig.middle("attract.start"));
    EXPECT_TRUE(rig.on<flow::screen::Attract>());
    rig.tap("attract.start");

    EXPECT_TRUE(rig.on<flow::screen::Home>());
}

TEST(Terminal, QuitsWhenItsWindowIsClosed) {
    KioskRig rig;
    EXPECT_FALSE(rig.terminal().quit());
    rig.display.headless.push(platform::QuitEvent{});
    rig.terminal().run([] { return false; });

    EXPECT_TRUE(rig.terminal().quit());
}

TEST(Terminal, EndsWhenItIsAskedTo) {
    KioskRig rig;
    rig.terminal().run([] { return true; });

    EXPECT_FALSE(rig.terminal().quit());
}

// What stands on the glass after these letters were typed, with the idle warning over it or before.
platform::Image picture_of(std::string_view letters, bool warned) {
    KioskRig rig(KioskSpec{.painting = true});
    rig.tap("attract.start");
    rig.tap("home.idea");
    rig.type(letters);
    rig.wait(std::chrono::seconds(warned ? 50 : 5));
    return rig.display.screenshot().value();
}

TEST(Terminal, ShowsNoLetterOfATextUnderTheWarning) {
    // The same letters in another order take the same width.
    EXPECT_NE(picture_of("aabb", false).rgba, picture_of("abab", false).rgba);
    EXPECT_EQ(picture_of("aabb", true).rgba, picture_of("abab", true).rgba);
}

} // namespace
} // namespace inloop::loop
