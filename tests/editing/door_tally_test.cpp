// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/door_tally.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using records::DoorCount;
using records::DoorPress;
using records::DoorReason;
using records::Seconds;
using std::chrono::hours;
using std::chrono::minutes;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Seconds kHour = 3600;

class DoorTally : public testing::Test {
protected:
    // Of this hour, and back from it.
    DoorPress press_of(int number, Seconds hours_back = 0,
                       DoorReason reason = DoorReason::question) {
        return {.id = {std::byte(number)}, .hour = hour() - hours_back * kHour, .reason = reason};
    }
    Seconds now() { return rig.site.clock.wall().time_since_epoch().count(); }
    Seconds hour() { return now() - now() % kHour; }
    std::optional<Refusal> add(DoorPress const& press) {
        return refusal_of(editing::press(rig.editing, rig.vera(), press));
    }
    std::optional<Refusal> undo(DoorPress const& press) {
        return refusal_of(undo_press(rig.editing, rig.vera(), press.id));
    }
    std::vector<DoorCount> counts(std::size_t days_back = 0) {
        return must(door_week(rig.editing)).at(days_back).counts;
    }
    EditingRig rig; // Tuesday, noon in UTC
};

TEST_F(DoorTally, CountsEachPressOnce) {
    (void)rig.vera();
    EXPECT_EQ(add(press_of(1)), std::nullopt);
    EXPECT_EQ(add(press_of(1)), std::nullopt) << "the phone was not sure that it arrived";
    EXPECT_EQ(add(press_of(2)), std::nullopt);
    EXPECT_EQ(add(press_of(3, 0, DoorReason::curious)), std::nullopt);

    EXPECT_THAT(counts(), ElementsAre(DoorCount{hour(), DoorReason::curious, 1},
                                      DoorCount{hour(), DoorReason::question, 2}));
    EXPECT_THAT(rig.audit_rows(), IsEmpty()) << "nobody needs to know who counted";
}

TEST_F(DoorTally, KeepsTheHourAndNotTheMoment) {
    (void)rig.vera();
    rig.site.clock.advance(minutes(20));
    DoorPress press = press_of(1);
    press.hour = now();

    EXPECT_EQ(add(press), std::nullopt);

    EXPECT_THAT(counts(), ElementsAre(DoorCount{hour(), DoorReason::question, 1}));
    EXPECT_NE(hour(), now());
}

TEST_F(DoorTally, TakesLatePressesOfTwoDays) {
    (void)rig.vera();
    EXPECT_EQ(add(press_of(1, 48)), std::nullopt);
    EXPECT_EQ(add(press_of(2, 49)), Refusal::dates);
    EXPECT_EQ(add(press_of(3, -1)), Refusal::dates) << "nobody came yet";
    EXPECT_THAT(counts(2), ElementsAre(DoorCount{hour() - 48 * kHour, DoorReason::question, 1}));
    EXPECT_THAT(counts(0), IsEmpty());
}

TEST_F(DoorTally, TakesAPressBackUntilTheEndOfTheNextHour) {
    // given
    (void)rig.vera();
    DoorPress const press = press_of(1);
    DoorPress const other = press_of(2);
    EXPECT_EQ(add(press), std::nullopt);
    EXPECT_EQ(add(other), std::nullopt);
    // when
    rig.site.clock.advance(minutes(119) - std::chrono::seconds(now() % kHour));
    EXPECT_EQ(undo(press), std::nullopt);
    EXPECT_EQ(undo(press), std::nullopt);
    // then
    EXPECT_THAT(counts(), ElementsAre(DoorCount{press.hour, DoorReason::question, 1}));
    rig.site.clock.advance(minutes(1));
    EXPECT_EQ(undo(other), Refusal::gone);
    EXPECT_THAT(counts(), ElementsAre(DoorCount{press.hour, DoorReason::question, 1}))
        << "what is too late changes nothing";
    EXPECT_EQ(undo(press_of(9)), Refusal::gone);
}

TEST_F(DoorTally, TellsADiskErrorFromALatePress) {
    EXPECT_EQ(add(press_of(1)), std::nullopt);
    rig.store.fail_at("transaction");
    EXPECT_EQ(undo_press(rig.editing, rig.vera(), press_of(1).id).error().code, ErrorCode::io);
}

TEST_F(DoorTally, ShowsSevenDaysOfThisPlace) {
    // given: 23.30 on the wall, half past nine in UTC
    (void)rig.vera();
    rig.site.clock.set_offset(hours(2));
    rig.site.clock.set_wall(std::chrono::sys_days(std::chrono::year(2024) / 6 / 4) + hours(21) +
                            minutes(30));
    EXPECT_EQ(add(press_of(1)), std::nullopt); // 23.00
    EXPECT_EQ(add(press_of(2, 23)), std::nullopt); // 0.00
    EXPECT_EQ(add(press_of(3, 24)), std::nullopt); // 23.00 yesterday
    // when
    auto const week = must(door_week(rig.editing));
    // then
    ASSERT_EQ(week.size(), 7U);
    EXPECT_EQ(week[0].day, std::chrono::local_days(std::chrono::year(2024) / 6 / 4));
    EXPECT_EQ(week[6].day, std::chrono::local_days(std::chrono::year(2024) / 5 / 29));
    EXPECT_THAT(week[0].counts, ElementsAre(DoorCount{hour() - 23 * kHour, DoorReason::question, 1},
                                            DoorCount{hour(), DoorReason::question, 1}));
    EXPECT_THAT(week[1].counts,
                ElementsAre(DoorCount{hour() - 24 * kHour, DoorReason::question, 1}));
    EXPECT_THAT(week[2].counts, IsEmpty());
}

} // namespace
} // namespace inloop::editing
