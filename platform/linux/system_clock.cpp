// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/system_clock.h"

#include <sys/timex.h>

#include <chrono>
#include <ctime>

namespace inloop::platform {

namespace {

// adjtimex(2) with no mode bits only reads, which everyone may. STA_UNSYNC is cleared by
// systemd-timesyncd, chrony and ntpd.
bool kernel_clock_disciplined() {
    struct timex about {};
    int const state = ::adjtimex(&about);
    return state >= 0 && state != TIME_ERROR && (about.status & STA_UNSYNC) == 0;
}

} // namespace

WallTime build_date() {
    return WallTime(std::chrono::seconds(INLOOP_BUILD_DATE));
}

ClockTrust judge_clock(WallTime wall, WallTime build, bool disciplined) {
    if (wall < build) {
        return ClockTrust::unset;
    }
    return disciplined ? ClockTrust::synced : ClockTrust::estimated;
}

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

WallTime SystemClock::wall() const {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

LocalTime SystemClock::local() const {
    std::time_t const seconds = wall().time_since_epoch().count();
    std::tm here{};
    if (::localtime_r(&seconds, &here) == nullptr) {
        return {}; // a year that does not fit: the clock is far from set
    }
    return {.year = here.tm_year + 1900,
            .month = here.tm_mon + 1,
            .day = here.tm_mday,
            .weekday = here.tm_wday,
            .hour = here.tm_hour,
            .minute = here.tm_min};
}

ClockTrust SystemClock::trust() const {
    return judge_clock(wall(), build_date(), kernel_clock_disciplined());
}

} // namespace inloop::platform
