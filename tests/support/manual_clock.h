// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>

namespace inloop::support {

// A clock that stands still until a test moves it. Starts on Tuesday 4 June 2024, 12.00.00 UTC,
// synced, in a place that keeps UTC. Any thread.
class ManualClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant(Milliseconds(m_now.load())); }
    [[nodiscard]] WallTime wall() const override {
        return std::chrono::floor<std::chrono::seconds>(
            std::chrono::sys_time<Milliseconds>(Milliseconds(m_wall.load())));
    }
    [[nodiscard]] LocalTime local() const override {
        namespace ch = std::chrono;
        auto const here = wall() + ch::minutes(m_offset.load());
        auto const midnight = ch::floor<ch::days>(here);
        ch::year_month_day const date(midnight);
        ch::hh_mm_ss const time(here - midnight);
        return {.year = static_cast<int>(date.year()),
                .month = static_cast<int>(static_cast<unsigned>(date.month())),
                .day = static_cast<int>(static_cast<unsigned>(date.day())),
                .weekday = static_cast<int>(ch::weekday(midnight).c_encoding()),
                .hour = static_cast<int>(time.hours().count()),
                .minute = static_cast<int>(time.minutes().count())};
    }
    [[nodiscard]] ClockTrust trust() const override { return m_trust.load(); }

    // Time passes: now() and wall() move together.
    void advance(Milliseconds step) {
        m_now += step.count();
        m_wall += step.count();
    }
    // To a moment at or after now(), as a wait until a deadline would.
    void advance_to(Instant moment) { advance(moment - now()); }
    // The wall time jumps, as when the network sets it; now() does not notice.
    void set_wall(std::chrono::sys_time<Milliseconds> wall) {
        m_wall = wall.time_since_epoch().count();
    }
    // How far the place's time lies ahead of UTC.
    void set_offset(std::chrono::minutes offset) { m_offset = offset.count(); }
    void set_trust(ClockTrust trust) { m_trust = trust; }

private:
    // A machine that has run for a while: zero would hide a forgotten start.
    std::atomic<std::int64_t> m_now = 1'000'000;
    std::atomic<std::int64_t> m_wall = 1'717'502'400'000; // milliseconds since 1970
    std::atomic<std::int64_t> m_offset = 0; // minutes
    std::atomic<ClockTrust> m_trust = ClockTrust::synced;
};

} // namespace inloop::support
