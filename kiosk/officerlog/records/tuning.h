// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace inloop::records {

// The highest number a letter of a device may have: what a signed column of SQLite holds. A kiosk
// that counts a letter a second reaches it in 292 thousand million years.
inline constexpr std::uint64_t kHighestSequence = INT64_MAX;

// How many ids check() names of each kind of fault; beyond this it only counts them. A page that
// lists ten thousand is read by nobody.
inline constexpr std::size_t kNamedFaults = 20;

// The most changes handed out at once, whatever is asked for: some 10 kB each.
inline constexpr std::size_t kMostChanges = 10'000;

} // namespace inloop::records
