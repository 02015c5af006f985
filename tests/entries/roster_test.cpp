// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/roster.h"
#include "kiosk/entries/tuning.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <vector>

namespace inloop::entries {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::Tuesday;

// Monday 16 March 2026; the clocks go forward on Sunday 29 March.
constexpr local_days kMonday{std::chrono::year(2026) / 3 / 16};

LocalMinute on(int days, std::chrono::minutes time) {
    return kMonday + std::chrono::days(days) + time;
}

Shift shift(LocalMinute from, LocalMinute until, ShiftKind kind = ShiftKind::present) {
    return {from, until, kind};
}

using Shifts = std::vector<Shift>;

TEST(LocalMinute, IsWhatTheClockOnTheWallShows) {
    LocalTime const time{.year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 9, .minute = 5};
    EXPECT_EQ(local_minute(time), on(1, 9h + 5min));
}

TEST(Roster, IsEmptyWithoutFixedTimes) {
    Roster const roster;
    EXPECT_TRUE(roster.empty());
    EXPECT_EQ(roster.at(on(0, 10h)), std::nullopt);
    EXPECT_EQ(roster.upcoming(on(0, 10h), 5), Shifts{});
    EXPECT_EQ(read_by(roster, on(0, 10h)), std::nullopt);
}

TEST(Roster, KnowsWhoIsHereFromTheFirstMinuteUntilJustBeforeTheLast) {
    Roster const roster({.weekly = {{Tuesday, 10h, 12h}}});
    Shift const expected = shift(on(1, 10h), on(1, 12h));
    EXPECT_EQ(roster.at(on(1, 9h + 59min)), std::nullopt);
    EXPECT_EQ(roster.at(on(1, 10h)), expected);
    EXPECT_EQ(roster.at(on(1, 11h + 59min)), expected);
    EXPECT_EQ(roster.at(on(1, 12h)), std::nullopt);
    EXPECT_EQ(roster.at(on(2, 10h)), std::nullopt);
}

TEST(Roster, TellsWhatComesSoonestFirstAndNoMoreThanAsked) {
    Roster const roster({.weekly = {{Saturday, 13h, 15h, ShiftKind::talk}, {Tuesday, 10h, 12h}},
                         .dated = {shift(on(2, 9h), on(2, 10h))}});
    Shifts const all{shift(on(1, 10h), on(1, 12h)), shift(on(2, 9h), on(2, 10h)),
                     shift(on(5, 13h), on(5, 15h), ShiftKind::talk), shift(on(8, 10h), on(8, 12h)),
                     shift(on(12, 13h), on(12, 15h), ShiftKind::talk)};
    EXPECT_EQ(roster.upcoming(on(0, 8h), 10), all);
    EXPECT_EQ(roster.upcoming(on(0, 8h), 2), Shifts(all.begin(), all.begin() + 2));
    EXPECT_EQ(roster.upcoming(on(0, 8h), 0), Shifts{});
}

TEST(Roster, LeavesTheShiftOfNowOutOfWhatComes) {
    Roster const roster({.dated = {shift(on(0, 10h), on(0, 12h)), shift(on(0, 14h), on(0, 16h))}});
    EXPECT_EQ(roster.upcoming(on(0, 10h), 9), Shifts{shift(on(0, 14h), on(0, 16h))});
    EXPECT_EQ(roster.upcoming(on(0, 9h + 59min), 9).size(), 2U);
}

TEST(Roster, LooksAheadAsFarAsItsDays) {
    Roster const roster(
        {.dated = {shift(on(14, 10h), on(14, 12h)), shift(on(400, 10h), on(400, 12h))}});
    EXPECT_EQ(roster.upcoming(on(0, 9h + 59min), 9), Shifts{});
    EXPECT_EQ(roster.upcoming(on(0, 10h), 9).size(), 1U);
    EXPECT_EQ(read_by(roster, on(0, 9h)), std::nullopt);
    EXPECT_EQ(read_by(roster, on(0, 10h)), on(14, 12h));
}

TEST(Roster, MergesShiftsThatOverlapOrTouch) {
    Roster const roster({.weekly = {{Monday, 12h, 14h}, {Monday, 10h, 12h}},
                         .dated = {shift(on(0, 13h), on(0, 17h)), shift(on(0, 11h), on(0, 12h)),
                                   shift(on(0, 18h), on(0, 19h))}});
    EXPECT_EQ(roster.at(on(0, 16h)), shift(on(0, 10h), on(0, 17h)));
    EXPECT_EQ(roster.upcoming(on(0, 8h), 2),
              (Shifts{shift(on(0, 10h), on(0, 17h)), shift(on(0, 18h), on(0, 19h))}));
}

TEST(Roster, GivesWhatItMergesTheKindOfTheFirst) {
    auto const kind_of = [](Shift const& first, Shift const& second) {
        return Roster({.dated = {second, first}}).at(on(0, 11h)).value().kind;
    };
    Shift const talk = shift(on(0, 10h), on(0, 12h), ShiftKind::talk);
    EXPECT_EQ(kind_of(talk, shift(on(0, 11h), on(0, 13h))), ShiftKind::talk);
    EXPECT_EQ(kind_of(shift(on(0, 9h), on(0, 13h)), talk), ShiftKind::present);
    // Of two that begin together the officer who stays is the first.
    EXPECT_EQ(kind_of(talk, shift(on(0, 10h), on(0, 17h))), ShiftKind::present);
}

TEST(Roster, ClosedDaysTakeWeeklyShiftsOnly) {
    Roster const roster({.weekly = {{Monday, 10h, 12h}},
                         .dated = {shift(on(0, 15h), on(0, 16h))},
                         .closed = {kMonday + std::chrono::days(21), kMonday}});
    EXPECT_EQ(roster.at(on(0, 11h)), std::nullopt);
    EXPECT_EQ(roster.at(on(0, 15h)), shift(on(0, 15h), on(0, 16h)));
    EXPECT_EQ(roster.at(on(7, 11h)), shift(on(7, 10h), on(7, 12h)));
    EXPECT_EQ(roster.at(on(21, 11h)), std::nullopt);
}

TEST(Roster, GoesOverMidnightWithDatedShifts) {
    Roster const roster({.dated = {shift(on(4, 22h), on(5, 2h))}});
    EXPECT_EQ(roster.at(on(5, 1h)), shift(on(4, 22h), on(5, 2h)));
    EXPECT_EQ(roster.at(on(5, 2h)), std::nullopt);
}

TEST(Roster, MergesWhatTouchesAtMidnight) {
    Roster const roster({.weekly = {{Saturday, 20h, 24h}, {Sunday, 0h, 3h}}});
    Shift const expected = shift(on(5, 20h), on(6, 3h));
    EXPECT_EQ(roster.at(on(5, 23h)), expected);
    EXPECT_EQ(roster.at(on(6, 1h)), expected);
    EXPECT_EQ(roster.upcoming(on(5, 19h), 1), Shifts{expected});
}

TEST(Roster, KeepsItsHoursWhenTheClocksChange) {
    Roster const roster({.weekly = {{Sunday, 10h, 12h}}});
    EXPECT_EQ(roster.at(on(6, 10h)), shift(on(6, 10h), on(6, 12h))); // before
    EXPECT_EQ(roster.at(on(13, 10h)), shift(on(13, 10h), on(13, 12h))); // 29 March
}

TEST(Roster, PassesOverNonsense) {
    Roster const roster({.weekly = {{Monday, 12h, 12h},
                                    {Monday, 14h, 12h},
                                    {Monday, -1h, 12h},
                                    {Monday, 10h, 24h + 1min},
                                    {std::chrono::weekday(9), 10h, 12h}},
                         .dated = {shift(on(0, 12h), on(0, 12h)), shift(on(0, 12h), on(0, 11h))}});
    EXPECT_TRUE(roster.empty());
    EXPECT_EQ(roster.upcoming(on(-1, 0h), 9), Shifts{});
}

TEST(Roster, TakesWholeDays) {
    Roster const roster({.weekly = {{Monday, 0h, 24h}}});
    EXPECT_EQ(roster.at(on(0, 0h)), shift(on(0, 0h), on(1, 0h)));
    EXPECT_EQ(roster.at(on(1, 0h)), std::nullopt);
}

// What the roster says, minute by minute, against a calendar filled by hand.
TEST(Roster, AgreesWithACalendarWhateverIsInIt) {
    support::SeededRandom random(11);
    auto const draw = [&](std::int64_t below) {
        return static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(below));
    };
    for (int round = 0; round < 20; ++round) {
        RosterSpec spec;
        std::vector<bool> calendar(std::size_t{7} * 1440);
        spec.closed.push_back(kMonday + std::chrono::days(draw(7)));
        for (int i = 0; i < 6; ++i) {
            auto const day = draw(7);
            auto const from = std::chrono::minutes(draw(1440));
            auto const until = from + std::chrono::minutes(draw(1441 - from.count()));
            bool const dated = draw(2) == 0;
            auto const date = kMonday + std::chrono::days(day);
            if (dated) {
                spec.dated.push_back(shift(date + from, date + until));
            } else {
                spec.weekly.push_back({std::chrono::weekday(date), from, until});
            }
            if (dated || date != spec.closed[0]) {
                std::fill(calendar.begin() + day * 1440 + from.count(),
                          calendar.begin() + day * 1440 + until.count(), true);
            }
        }
        Roster const roster(spec);
        for (std::int64_t minute = 0; minute < std::int64_t{7} * 1440; minute += 7) {
            ASSERT_EQ(roster.at(on(0, std::chrono::minutes(minute))).has_value(),
                      calendar[static_cast<std::size_t>(minute)])
                << "round " << round << " minute " << minute;
        }
    }
}

TEST(Roster, CopesWithAThousandShiftsOfEachSort) {
    RosterSpec spec;
    for (int i = 0; i < 1000; ++i) {
        auto const from = std::chrono::minutes(i);
        spec.weekly.push_back(
            {std::chrono::weekday(static_cast<unsigned>(i % 7)), from, from + 1min});
        spec.dated.push_back(shift(on(i, 20h), on(i, 21h)));
        spec.closed.push_back(kMonday + std::chrono::days(2 * i));
    }
    Roster const roster(spec);
    for (int i = 0; i < 200; ++i) { // many frames of a screen
        EXPECT_EQ(roster.at(on(1, 20h)), shift(on(1, 20h), on(1, 21h)));
    }
    EXPECT_GT(roster.upcoming(on(0, 0h), 2000).size(), 1000U);
}

TEST(Roster, CopesWithTheEndsOfTime) {
    Roster const roster({.weekly = {{Monday, 10h, 12h}},
                         .dated = {shift(LocalMinute::min(), on(-100, 0h)),
                                   shift(on(100, 0h), LocalMinute::max())}});
    EXPECT_EQ(roster.at(on(0, 11h)), shift(on(0, 10h), on(0, 12h)));
    EXPECT_TRUE(roster.at(on(-1000, 3h)));
    EXPECT_TRUE(roster.at(on(30000, 3h)));
}

TEST(ReadBy, PromisesTheEndOfTheShiftThatIsLongEnough) {
    Roster const roster(
        {.dated = {shift(on(0, 10h), on(0, 12h)), shift(on(0, 13h), on(0, 13h + 29min)),
                   shift(on(1, 9h), on(1, 9h + 30min))}});
    EXPECT_EQ(read_by(roster, on(0, 8h)), on(0, 12h));
    EXPECT_EQ(read_by(roster, on(0, 10h)), on(0, 12h));
    EXPECT_EQ(read_by(roster, on(0, 11h + 30min)), on(0, 12h));
    EXPECT_EQ(read_by(roster, on(0, 11h + 31min)), on(1, 9h + 30min)); // 29 minutes are too few
    EXPECT_EQ(read_by(roster, on(1, 9h + 1min)), std::nullopt);
}

TEST(ReadBy, DoesNotPromiseATalk) {
    Shift coffee = shift(on(0, 11h), on(0, 12h));
    coffee.kind = ShiftKind::talk;
    Shift const desk = shift(on(0, 12h), on(0, 16h));

    EXPECT_EQ(read_by(Roster({.dated = {coffee}}), on(0, 8h)), std::nullopt);
    EXPECT_EQ(read_by(Roster({.dated = {coffee, desk}}), on(0, 8h)), on(0, 16h));
    // The control: the same hour at the desk is promised.
    EXPECT_EQ(read_by(Roster({.dated = {shift(on(0, 11h), on(0, 12h))}}), on(0, 8h)), on(0, 12h));
}

} // namespace
} // namespace inloop::entries
