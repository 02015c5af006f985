// SPDX-License-Identifier: EUPL-1.2
// What an officer said of himself, the roster, and the clock by which both are read.
#include "kiosk/terminal/loop/presence_now.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace inloop::loop {
namespace {

using namespace std::chrono_literals;
using entries::LocalMinute;
using pages::PresenceNotice;
using std::chrono::local_days;

// Monday 23 November 2026, 14.20 here, 13.20 UTC.
constexpr std::chrono::sys_seconds kNow = std::chrono::sys_days(2026y / 11 / 23) + 13h + 20min;

LocalMinute today(std::chrono::minutes time) {
    return local_days(2026y / 11 / 23) + time;
}

class PresenceNow : public testing::Test {
protected:
    PresenceNow() {
        clock.set_wall(kNow);
        clock.set_offset(60min);
        site.roster = entries::Roster(
            {.weekly = {{std::chrono::Monday, 13h, 16h}, {std::chrono::Thursday, 13h, 16h}}});
    }
    [[nodiscard]] ui::Presence now() const { return presence_now(site, clock, switched); }

    support::ManualClock clock;
    pages::SiteFiles site;
    Switched switched = Switched::off;
};

TEST_F(PresenceNow, IsTheRostersWithoutANotice) {
    ASSERT_TRUE(now().now);
    EXPECT_EQ(now().now->until, today(16h));
    clock.set_trust(ClockTrust::unset);
    EXPECT_FALSE(now().now) << "without a clock nobody can say";
    EXPECT_TRUE(now().next.empty());
}

TEST_F(PresenceNow, IsTheOfficersUntilItIsOver) {
    // given: nobody is planned, and somebody is here for an hour
    site.roster = {};
    site.presence = PresenceNotice{.present = true, .until = kNow + 1h};
    ASSERT_TRUE(now().now);
    EXPECT_EQ(now().now->until, today(15h + 20min));
    // when: the last minute passes
    clock.set_wall(kNow + 1h - 1s);
    EXPECT_TRUE(now().now);
    clock.set_wall(kNow + 1h);
    // then
    EXPECT_FALSE(now().now);
}

TEST_F(PresenceNow, FallsBackToTheRosterWhenTheNoticeIsOver) {
    site.presence = PresenceNotice{.present = true, .until = kNow + 10min};
    EXPECT_EQ(now().now->until, today(14h + 30min));

    clock.set_wall(kNow + 10min);

    EXPECT_EQ(now().now->until, today(16h));
}

TEST_F(PresenceNow, AwayGoesBeforeTheRoster) {
    site.presence = PresenceNotice{.present = false, .until = kNow + 40min};

    EXPECT_FALSE(now().now);
    ASSERT_FALSE(now().next.empty());
    EXPECT_EQ(now().next.front().from, today(15h)) << "what is left of the shift";
    EXPECT_EQ(now().next.front().until, today(16h));
    EXPECT_EQ(now().read_by, today(16h));
    clock.set_wall(kNow + 40min);
    EXPECT_TRUE(now().now);
}

TEST_F(PresenceNow, AwayBeyondTheShiftPromisesTheNextOne) {
    site.presence = PresenceNotice{.present = false, .until = kNow + 5h};

    EXPECT_FALSE(now().now);
    LocalMinute const thursday = local_days(2026y / 11 / 26) + 13h;
    EXPECT_EQ(now().next.front().from, thursday);
    EXPECT_EQ(now().read_by, thursday + 3h);
}

TEST_F(PresenceNow, CountsForNothingByAClockThatIsNotSynchronised) {
    site.presence = PresenceNotice{.present = false, .until = kNow + 5h};
    clock.set_trust(ClockTrust::estimated);
    EXPECT_TRUE(now().now) << "the roster alone";
    // Negative control
    clock.set_trust(ClockTrust::synced);
    EXPECT_FALSE(now().now);
}

TEST_F(PresenceNow, IsOverWithTheClockTenYearsOffEitherWay) {
    site.presence = PresenceNotice{.present = false, .until = kNow + 30min};
    clock.set_wall(kNow + std::chrono::days(3650));
    EXPECT_EQ(now().now, site.roster.at(entries::local_minute(clock.local())));
    clock.set_wall(kNow - std::chrono::days(3650));
    EXPECT_FALSE(now().now) << "the notice is all there is to go by";
}

TEST_F(PresenceNow, IsTheSwitchsBeforeAllElse) {
    // given: the officer said that he is away, and it is before the shift
    clock.set_wall(kNow - 3h);
    site.presence = PresenceNotice{.present = false, .until = kNow + 5h};
    ASSERT_FALSE(now().now);
    switched = Switched::on;
    ASSERT_TRUE(now().now);
    EXPECT_EQ(now().now->kind, entries::ShiftKind::present);
    EXPECT_TRUE(now().by_hand);
    EXPECT_EQ(now().next.front().from, today(13h)) << "the roster's";
    EXPECT_EQ(now().read_by, today(16h));
    switched = Switched::off;
    EXPECT_FALSE(now().now) << "as without a switch";
    EXPECT_FALSE(now().by_hand);
}

TEST_F(PresenceNow, TheSwitchNeedsNoClockAndPromisesNothingWithoutOne) {
    clock.set_trust(ClockTrust::unset);
    switched = Switched::on;
    EXPECT_TRUE(now().now);
    EXPECT_TRUE(now().next.empty());
    EXPECT_FALSE(now().read_by);
}

// ---- on the screen

bool shows(support::KioskRig& rig, std::string_view words) {
    return std::ranges::any_of(
        rig.terminal().registry().letterings(),
        [&](ui::Lettering const& one) { return one.text.find(words) != std::string::npos; });
}

TEST(PresenceOnScreen, ChangesWithoutATouch) {
    // given: a kiosk without a roster
    support::KioskRig rig;
    ASSERT_FALSE(shows(rig, "Loop gerust naar binnen"));
    // when: the officer says that he is here until 14.25
    rig.changed_files =
        Reloaded{.assets = nullptr,
                 .site = pages::SiteFiles{
                     .roster = {},
                     .news = {},
                     .presence = PresenceNotice{.present = true, .until = kNow + 5min}}};
    rig.step();
    // then
    EXPECT_TRUE(shows(rig, "Loop gerust naar binnen"));
    // and: it goes by itself, at a time the loop was told of
    rig.clock.advance(5min - 1s);
    ASSERT_TRUE(rig.terminal().next_deadline());
    EXPECT_LE(*rig.terminal().next_deadline(), rig.clock.now() + 1s);
    rig.clock.advance(1s);
    rig.step();
    EXPECT_FALSE(shows(rig, "Loop gerust naar binnen"));
}

} // namespace
} // namespace inloop::loop
