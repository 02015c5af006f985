// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inloop::support {
namespace {

using namespace std::chrono_literals;

TEST(ManualClock, StandsStillUntilMoved) {
    ManualClock clock;
    Instant const start = clock.now();
    WallTime const wall = clock.wall();

    EXPECT_EQ(clock.now(), start);
    EXPECT_EQ(clock.local(), (LocalTime{2024, 6, 4, 2, 12, 0}));

    clock.advance(1500ms);
    EXPECT_EQ(clock.now(), start + 1500ms);
    EXPECT_EQ(clock.wall(), wall + 1s);
    clock.advance(500ms); // halves of seconds add up
    EXPECT_EQ(clock.wall(), wall + 2s);
}

TEST(ManualClock, JumpsOnTheWallOnly) {
    ManualClock clock;
    Instant const start = clock.now();

    clock.set_wall(std::chrono::sys_days(std::chrono::January / 1 / 1970) - 1ms);

    EXPECT_EQ(clock.now(), start);
    EXPECT_EQ(clock.local(), (LocalTime{1969, 12, 31, 3, 23, 59}));
}

TEST(ManualClock, ShowsThePlacesOwnDay) {
    ManualClock clock;
    clock.set_wall(std::chrono::sys_days(std::chrono::February / 29 / 2024) + 23h + 30min);

    clock.set_offset(60min);
    EXPECT_EQ(clock.local(), (LocalTime{2024, 3, 1, 5, 0, 30}));
    clock.set_offset(-60min);
    EXPECT_EQ(clock.local(), (LocalTime{2024, 2, 29, 4, 22, 30}));
}

} // namespace
} // namespace inloop::support
