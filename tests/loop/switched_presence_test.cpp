// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/switched_presence.h"
#include "kiosk/terminal/loop/tuning.h"
#include "tests/support/fake_presence_switch.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::loop {
namespace {

using namespace std::chrono_literals;
using platform::Key;
using platform::KeyEvent;

// Monday 23 November 2026, 12.00 in a place that keeps UTC; on Mondays somebody is here from 13 to
// 18.
class SwitchedPresenceCase : public testing::Test {
protected:
    SwitchedPresenceCase() { clock.set_wall(std::chrono::sys_days(2026y / 11 / 23) + 12h); }

    support::ManualClock clock;
    entries::Roster nobody;
    entries::Roster mondays{entries::RosterSpec{.weekly = {{std::chrono::Monday, 13h, 18h}}}};
    SwitchedPresence presence{clock};
};

TEST_F(SwitchedPresenceCase, IsAsTheSwitchStands) {
    EXPECT_FALSE(presence.stands(Switched::off));
    EXPECT_TRUE(presence.stands(Switched::on));
    EXPECT_EQ(presence.now(), Switched::on);
    EXPECT_FALSE(presence.stands(Switched::on)) << "nothing changed";
    EXPECT_TRUE(presence.stands(Switched::off));
    EXPECT_EQ(presence.now(), Switched::off);
}

TEST_F(SwitchedPresenceCase, CountsAsTheSwitchStoodAtTheStart) {
    EXPECT_TRUE(presence.stands(Switched::on));
    EXPECT_EQ(presence.now(), Switched::on);
}

TEST_F(SwitchedPresenceCase, IsTurnedByEachPress) {
    presence.press();
    EXPECT_EQ(presence.now(), Switched::on);
    presence.press();
    EXPECT_EQ(presence.now(), Switched::off);
}

TEST_F(SwitchedPresenceCase, IsForgottenAfterFourHours) {
    (void)presence.stands(Switched::on);
    EXPECT_EQ(presence.next_deadline(nobody), clock.now() + kSwitchForgotten);
    clock.advance(kSwitchForgotten - 1ms);
    EXPECT_FALSE(presence.tick(nobody));
    clock.advance(1ms);
    EXPECT_TRUE(presence.tick(nobody));
    EXPECT_EQ(presence.now(), Switched::off);
    EXPECT_FALSE(presence.next_deadline(nobody));
    // A switch that was left on does not come back by itself, but by being turned.
    EXPECT_FALSE(presence.stands(Switched::on));
    EXPECT_EQ(presence.now(), Switched::off);
    EXPECT_FALSE(presence.stands(Switched::off));
    EXPECT_TRUE(presence.stands(Switched::on));
}

TEST_F(SwitchedPresenceCase, LastsToTheEndOfTheShift) {
    clock.advance(30s);
    (void)presence.stands(Switched::on);
    clock.advance(kSwitchForgotten); // 16.00.30
    EXPECT_FALSE(presence.tick(mondays));
    EXPECT_EQ(presence.next_deadline(mondays), clock.now() + 2h - 30s) << "18.00";
    clock.advance(2h - 31s);
    EXPECT_FALSE(presence.tick(mondays));
    clock.advance(1s);
    EXPECT_TRUE(presence.tick(mondays));
}

TEST_F(SwitchedPresenceCase, LastsLongerThanAShiftThatEndsSooner) {
    clock.advance(5h); // 17.00
    (void)presence.stands(Switched::on);
    clock.advance(3h); // 20.00
    EXPECT_FALSE(presence.tick(mondays));
    clock.advance(1h);
    EXPECT_TRUE(presence.tick(mondays));
}

TEST_F(SwitchedPresenceCase, IsForgottenWithoutAClockToo) {
    clock.set_trust(ClockTrust::unset);
    (void)presence.stands(Switched::on);
    EXPECT_EQ(presence.next_deadline(mondays), clock.now() + kSwitchForgotten);
    clock.advance(kSwitchForgotten); // 16.00, if that clock is right
    EXPECT_TRUE(presence.tick(mondays));
}

// ---- on the screen

bool shows(support::KioskRig& rig, std::string_view words) {
    return std::ranges::any_of(
        rig.terminal().registry().letterings(),
        [&](ui::Lettering const& one) { return one.text.find(words) != std::string::npos; });
}

void press_key(support::KioskRig& rig, Key key) {
    std::array<platform::InputEvent, 2> const events{KeyEvent{key, true, rig.clock.now()},
                                                     KeyEvent{key, false, rig.clock.now()}};
    rig.step(events);
}

TEST(SwitchOfATerminal, SaysThatSomebodyIsHereAndNotUntilWhen) {
    support::FakePresenceSwitch turned;
    support::KioskRig rig({.presence_switch = &turned});
    ASSERT_FALSE(shows(rig, "Loop gerust naar binnen"));
    turned.turn(true);
    rig.step();
    EXPECT_TRUE(shows(rig, "Loop gerust naar binnen"));
    EXPECT_TRUE(shows(rig, "Volgens de politie is er"));
    EXPECT_FALSE(shows(rig, "rooster"));
    EXPECT_FALSE(shows(rig, "tot "));
    turned.turn(false);
    rig.step();
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
}

TEST(SwitchOfATerminal, NeedsNoClock) {
    support::FakePresenceSwitch turned;
    turned.turn(true);
    support::KioskRig rig({.presence_switch = &turned});
    rig.clock.manual.set_trust(ClockTrust::unset);
    rig.redraw();
    EXPECT_TRUE(shows(rig, "Loop gerust naar binnen"));
}

TEST(SwitchOfATerminal, EndsByItselfAtATimeTheLoopWasTold) {
    support::FakePresenceSwitch turned;
    support::KioskRig rig({.presence_switch = &turned});
    rig.clock.manual.set_trust(ClockTrust::unset); // else each minute is a deadline
    rig.step();
    turned.turn(true);
    rig.step();
    rig.wait(1s);
    rig.clock.advance(kSwitchForgotten - 2s);
    rig.step();
    ASSERT_TRUE(shows(rig, "Loop gerust naar binnen"));
    EXPECT_EQ(rig.terminal().next_deadline(), rig.clock.now() + 1s);
    rig.clock.advance(1s);
    rig.step();
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
}

TEST(SwitchOfATerminal, FitsOnEveryPanelInEveryView) {
    for (support::KioskSpec spec : support::made_for()) {
        support::FakePresenceSwitch turned;
        turned.turn(true);
        spec.presence_switch = &turned;
        support::KioskRig rig(spec);
        EXPECT_EQ(rig.findings(), "");
        rig.tap("attract.start");
        EXPECT_TRUE(shows(rig, "nu iemand"));
        EXPECT_EQ(rig.findings(), "");
        rig.journey().handle(flow::event::ToggleLargeLetters{});
        rig.redraw();
        EXPECT_TRUE(shows(rig, "nu iemand"));
        EXPECT_EQ(rig.findings(), "");
    }
}

TEST(PresenceKeyOfATerminal, TurnsItOnAndOff) {
    support::KioskRig rig({.presence_key = PresenceKey::turns});
    press_key(rig, Key::presence);
    EXPECT_TRUE(shows(rig, "Loop gerust naar binnen"));
    press_key(rig, Key::presence);
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
    // Negative control: no other key does.
    press_key(rig, Key::enter);
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
}

TEST(PresenceKeyOfATerminal, DoesNothingUnlessItWasAskedFor) {
    support::KioskRig rig;
    press_key(rig, Key::presence);
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
}

} // namespace
} // namespace inloop::loop
