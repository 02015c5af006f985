// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace inloop::platform::headless {

// The largest file read_png() takes, in bytes: a screenshot of 4096x4096 that does not compress at
// all.
inline constexpr std::uint64_t kLargestPng = 64ULL * 1024 * 1024;

} // namespace inloop::platform::headless
