// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace inloop::seal {

// Argon2id of the receipt (security.md 2.3): one try costs an attacker as much as it costs the
// kiosk, and the kiosk can afford one or two seconds and an eighth of a small Pi's memory while a
// visitor waits for the words.
inline constexpr std::uint64_t kReceiptPasses = 4;
inline constexpr std::size_t kReceiptMemoryBytes = std::size_t{128} * 1024 * 1024;

// Announcements in one policy: almost ten years of weeks. Bounds the work of verifying a file.
inline constexpr std::size_t kMaxAnnouncements = 512;

// How long a week key is the newest before the staff is told that no newer one came.
inline constexpr std::uint64_t kWeekSeconds = std::uint64_t{7} * 24 * 60 * 60;

// Weeks a demo site announces beyond the present one; the same as a real log (security.md 2.2).
inline constexpr std::uint32_t kDemoWeeksAhead = 8;

// The longest demo key file that is read: 512 weeks of one line each are 40 kB.
inline constexpr std::uint64_t kMaxDemoKeyBytes = std::uint64_t{64} * 1024;

} // namespace inloop::seal
