// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::platform {

// The day this build was configured (SOURCE_DATE_EPOCH when it is set), a floor for any honest wall
// time.
[[nodiscard]] WallTime build_date();

// How far a wall time can be trusted: not at all before the build date (a Pi without a battery
// starts in the past), fully when the kernel says that something disciplines the clock
// (security.md 3.3).
[[nodiscard]] ClockTrust judge_clock(WallTime wall, WallTime build, bool disciplined);

// The clock of this machine. Any thread.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] LocalTime local() const override;
    [[nodiscard]] ClockTrust trust() const override;
};

} // namespace inloop::platform
