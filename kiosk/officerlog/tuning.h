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

// Pictures that are looked at, and pages that are drawn, at once: each takes a processor and some
// hundred megabytes. Who comes then waits a while, in one of the server's few threads.
inline constexpr unsigned kTurns = 2;
inline constexpr Milliseconds kTurnWait = std::chrono::seconds(5);

// What a picture may take while it is made into one for kiosks. On a computer of an office 12
// million pixels of a telephone take half a second and 64 MB; 40 million at their worst
// (progressive, all colours in full) a second and 470 MB, the program included.
inline constexpr Milliseconds kRecodeTime = std::chrono::seconds(20);
inline constexpr std::uint64_t kRecodeCpuSeconds = 10;
inline constexpr std::uint64_t kRecodeMemory = std::uint64_t{512} * 1024 * 1024;

// A picture for kiosks: as wide as the text on the widest screen, twice as high as that screen is.
inline constexpr int kPictureWidth = 1200;
inline constexpr int kPictureHeight = 1600;

// A page is drawn in half a second; one that takes longer than this is not worth the wait.
inline constexpr Milliseconds kRenderTime = std::chrono::seconds(10);
inline constexpr std::uint64_t kRenderCpuSeconds = 10;
inline constexpr std::uint64_t kRenderMemory = std::uint64_t{512} * 1024 * 1024;
inline constexpr std::uint64_t kRenderOpenFiles = 256;
// One picture of a screen: 1280 x 800 in four colours is 4 MB before it is packed.
inline constexpr std::uint64_t kRenderedPictureBytes = std::uint64_t{8} * 1024 * 1024;
// What is said of a page: some hundred findings of some hundred bytes.
inline constexpr std::size_t kRenderedWords = std::size_t{256} * 1024;

} // namespace inloop::officerlog
