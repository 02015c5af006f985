// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <chrono>

namespace inloop::desk {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using support::DeskRig;
using support::must;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr char const* kTuesday = R"(
weekly = [ { day = "tuesday", from = "13:00", until = "16:00" } ]
)";

std::int64_t at(int month, int day, hours hour, minutes minute = minutes(0)) {
    auto const date = std::chrono::year(2024) / month / day;
    return (std::chrono::sys_days(date) + hour + minute).time_since_epoch() /
           std::chrono::seconds(1);
}

TEST(LocalTime, FollowsTheWallThroughSummerAndWinter) {
    DeskRig const rig; // sets the time zone
    auto const wall = [](int month, int day, int hour, int minute) {
        return std::chrono::local_days(std::chrono::year(2024) / month / day) + hours(hour) +
               minutes(minute);
    };

    EXPECT_EQ(local_minute_of(at(1, 15, hours(11))), wall(1, 15, 12, 0));
    EXPECT_EQ(local_minute_of(at(7, 15, hours(11))), wall(7, 15, 13, 0));
    for (auto const minute : {wall(1, 15, 12, 0), wall(7, 15, 13, 0), wall(3, 31, 4, 0),
                              wall(10, 27, 16, 0), wall(12, 31, 23, 59)}) {
        EXPECT_EQ(local_minute_of(seconds_of(minute)), minute);
    }
    EXPECT_EQ(seconds_of(wall(3, 31, 4, 0)) - seconds_of(wall(3, 31, 1, 0)), 2 * 3600)
        << "an hour of that night does not exist";
}

TEST(Presence, HoldsUntilTheEndOfTheShift) {
    DeskRig rig;
    must(set_roster(rig.desk, rig.lead(), kTuesday));

    auto const set = must(set_present(rig.desk, rig.lead(), true)); // 14.00 on the wall

    EXPECT_TRUE(set.present);
    EXPECT_EQ(set.until, at(6, 4, hours(14))); // 16.00
    EXPECT_EQ(must(rig.stores.store().presence()), set) << "what goes down to the kiosks";
    rig.clock.advance(hours(2));
    EXPECT_FALSE(must(presence_now(rig.desk)).present);
    EXPECT_THAT(rig.audit_actions(), Contains("presence"));
}

TEST(Presence, HoldsForAnAfternoonWhenTheRosterKnowsNoShift) {
    DeskRig rig;

    auto const set = must(set_present(rig.desk, rig.lead(), true));

    EXPECT_EQ(set.until, rig.now() + records::Seconds{4} * 3600);
}

TEST(Presence, GoesBeforeTheRosterBothWays) {
    DeskRig rig;
    must(set_roster(rig.desk, rig.lead(), kTuesday));

    EXPECT_TRUE(must(presence_now(rig.desk)).present) << "the roster alone";
    (void)must(set_present(rig.desk, rig.lead(), false));
    EXPECT_FALSE(must(presence_now(rig.desk)).present);
    EXPECT_EQ(must(presence_now(rig.desk)).until, at(6, 4, hours(14)));
    (void)must(set_present(rig.desk, rig.lead(), true));
    EXPECT_TRUE(must(presence_now(rig.desk)).present);
}

TEST(Presence, TellsWhenSomebodyIsHereNext) {
    DeskRig rig;
    EXPECT_EQ(must(presence_now(rig.desk)), records::Presence{});
    must(set_roster(rig.desk, rig.lead(), kTuesday));
    rig.clock.advance(hours(3)); // 17.00

    auto const now = must(presence_now(rig.desk));

    EXPECT_FALSE(now.present);
    EXPECT_EQ(now.until, at(6, 11, hours(11))); // next Tuesday 13.00
}

TEST(Presence, IsTakenBackWhenTheShiftEnds) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    must(set_roster(rig.desk, rig.lead(), kTuesday));
    (void)must(set_present(rig.desk, rig.lead(), true));

    (void)must(end_shift(rig.desk, *piet));
    EXPECT_TRUE(must(presence_now(rig.desk)).present) << "she is still here";
    (void)must(end_shift(rig.desk, rig.lead()));
    EXPECT_FALSE(must(presence_now(rig.desk)).present) << "not on the roster's word either";
    rig.clock.advance(std::chrono::days(7));
    EXPECT_TRUE(must(presence_now(rig.desk)).present);
}

TEST(Presence, IsForOfficers) {
    DeskRig rig;
    auto const vera = rig.person("Vera", records::Role::volunteer);

    EXPECT_EQ(set_present(rig.desk, *vera, true).error().code, ErrorCode::unsupported);
    EXPECT_EQ(set_roster(rig.desk, *vera, kTuesday).error().code, ErrorCode::unsupported);
    EXPECT_FALSE(must(rig.stores.store().presence()).present);
}

TEST(Roster, GoesDownOnlyWhenItIsRight) {
    DeskRig rig;
    must(set_roster(rig.desk, rig.lead(), kTuesday));

    auto const faults = must(set_roster(
        rig.desk, rig.lead(), "weekly = [ { day = \"someday\", from = \"9:00\", until = 10 } ]"));

    ASSERT_THAT(faults, SizeIs(1));
    EXPECT_THAT(faults[0], HasSubstr("roster.toml"));
    EXPECT_EQ(must(roster_text(rig.desk)), kTuesday);
    EXPECT_FALSE(must(roster(rig.desk)).empty());
    EXPECT_THAT(must(set_roster(rig.desk, rig.lead(), "")), IsEmpty()) << "no fixed times";
    EXPECT_TRUE(must(roster(rig.desk)).empty());
    EXPECT_FALSE(must(roster_text(rig.desk)).empty()) << "kiosks refuse a file without a word";
}

TEST(Roster, IsNoLongerThanAMessageToTheKiosk) {
    DeskRig rig;
    std::string const text = std::string(kTuesday) + "#" + std::string(std::size_t{64} * 1024, 'x');

    EXPECT_THAT(must(set_roster(rig.desk, rig.lead(), text)), SizeIs(1));
    EXPECT_EQ(must(roster_text(rig.desk)), "");
}

} // namespace
} // namespace inloop::desk
