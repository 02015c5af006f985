// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::sending {

// How many counts of use may wait for the worker. A card that hangs for a minute while a visitor
// taps on costs counts, never memory; letters and codes are never dropped.
inline constexpr std::size_t kCountsWaiting = 64;

// How many answers a code shows, the newest ones: each takes guarded memory, and a talk of more
// letters is better had at the table.
inline constexpr std::size_t kMostAnswers = 12;

} // namespace inloop::sending
