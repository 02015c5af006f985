// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/officerlog/records/records.h"

#include <chrono>
#include <cstdint>

namespace inloop::officerlog {

// How often sessions that are over are ended without anybody asking: keys stay half a minute
// longer than they should at most.
inline constexpr Milliseconds kLookEvery = std::chrono::seconds(30);
// Backups and terms of keeping are looked at this often, so that a log that is switched off at
// night gets round to them too.
inline constexpr records::Seconds kUpkeepEveryS = 3'600;
inline constexpr records::Seconds kBackupEveryS = 86'400;
// Time for the clock to be set after a start.
inline constexpr records::Seconds kUpkeepWaitsForClockS = 120;

// A file of a backup is read whole to be compared and copied: far more than a log of ten years has.
inline constexpr std::uint64_t kMaxDatabaseBytes = std::uint64_t{64} << 30U;
inline constexpr std::uint64_t kMaxSumsBytes =
    std::uint64_t{4} * 1024; // four lines of a hundred bytes

} // namespace inloop::officerlog
