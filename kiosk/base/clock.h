// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace inloop {

// Time that only goes forward, for deadlines and idle. Never stored.
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

// Calendar time in UTC, which may jump by years: the Pi has no clock of its own (security.md 3.3).
using WallTime = std::chrono::sys_seconds;

// How far the wall time can be trusted.
enum class ClockTrust { unset, estimated, synced };

// What a clock on the wall of this place shows. weekday: 0 is Sunday, as in
// std::chrono::weekday::c_encoding().
struct LocalTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int weekday = 4;
    int hour = 0;
    int minute = 0;
    friend bool operator==(LocalTime const&, LocalTime const&) = default;
};

// The time of this machine. Handed in everywhere, so that tests set it. Called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual WallTime wall() const = 0;
    // wall() in the time zone of this machine.
    [[nodiscard]] virtual LocalTime local() const = 0;
    [[nodiscard]] virtual ClockTrust trust() const = 0;
};

} // namespace inloop
