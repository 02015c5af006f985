// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <cstddef>
#include <cstdint>

namespace inloop::sync {

// How often the kiosk speaks when there is nothing to say. Bodies are padded, so who watches the
// network sees this beat and hardly a letter in it.
inline constexpr Milliseconds kHeartbeat{60'000};

// After the n-th failure in a row: a random wait up to kFirstWait * 2^n, at most kLongestWait.
// Random from zero on ("full jitter"), so that kiosks that lost the log together do not come back
// together.
inline constexpr Milliseconds kFirstWait{2'000};
inline constexpr Milliseconds kLongestWait{300'000};

// A log may ask for quiet, but never for so long that a promise to a visitor breaks.
inline constexpr Milliseconds kLongestRetryAfter{900'000};

// How often a kiosk that was revoked asks whether it is admitted again.
inline constexpr Milliseconds kRevokedWait{900'000};

// How often a kiosk that is too old for the log tries again: the log or it may have been changed.
inline constexpr Milliseconds kTooOldWait{3'600'000};

// Challenges in a row that are answered at once. One is usual after a start; a log that never
// accepts its own nonce must not be asked in a loop.
inline constexpr unsigned kChallengesAtOnce = 3;

// The longest policy.pkp that is read; 512 announcements are 90 kB.
inline constexpr std::uint64_t kLargestPolicyFile = 1U << 20U;

// The longest log-link.toml; ours has 400 bytes.
inline constexpr std::uint64_t kLargestLinkFile = std::uint64_t{16} * 1024;

// Problems of one reply that are told one by one; the rest is only counted.
inline constexpr std::size_t kProblemsTold = 20;

} // namespace inloop::sync
