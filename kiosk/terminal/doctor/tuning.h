// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>

namespace inloop::doctor {

// For one answer of the log. Someone waits for the line; a log in another town answers within a
// second.
inline constexpr Milliseconds kLogTime{10'000};

// A letter that waits longer is told. The kiosk speaks with its log every minute, so a day means
// that nobody noticed.
inline constexpr std::chrono::hours kOldLetter{24};

} // namespace inloop::doctor
