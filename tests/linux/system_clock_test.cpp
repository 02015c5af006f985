// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/system_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inloop::platform {

using std::chrono::hours;

TEST(JudgeClock, TrustsNothingBeforeTheBuild) {
    WallTime const build = build_date();
    EXPECT_EQ(judge_clock(build - hours(1), build, true), ClockTrust::unset);
    EXPECT_EQ(judge_clock(build - hours(24 * 3650), build, false), ClockTrust::unset);
}

TEST(JudgeClock, TrustsFullyOnlyADisciplinedClock) {
    WallTime const build = build_date();
    EXPECT_EQ(judge_clock(build, build, true), ClockTrust::synced);
    EXPECT_EQ(judge_clock(build, build, false), ClockTrust::estimated);
}

TEST(BuildDate, IsAWholeDayOfThisCentury) {
    using namespace std::chrono_literals;
    EXPECT_EQ(build_date(), std::chrono::floor<std::chrono::days>(build_date()));
    EXPECT_GE(build_date(), WallTime(std::chrono::sys_days(2000y / 1 / 1)));
}

TEST(SystemClock, SteadyTimeDoesNotGoBack) {
    SystemClock const clock;
    Instant const first = clock.now();
    EXPECT_LE(first, clock.now());
}

TEST(SystemClock, LocalTimeIsTheWallTimeWithinAZone) {
    SystemClock const clock;
    LocalTime const local = clock.local();
    namespace ch = std::chrono;
    auto const day = ch::sys_days(ch::year(local.year) / local.month / local.day);
    auto const here = day + hours(local.hour) + ch::minutes(local.minute);
    EXPECT_LE(ch::abs(here - clock.wall()), hours(15)); // the widest zone is UTC+14
    EXPECT_EQ(static_cast<unsigned>(local.weekday), ch::weekday(day).c_encoding());
}

} // namespace inloop::platform
