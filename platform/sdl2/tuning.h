// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::platform::sdl2 {

// How long the video driver may take to appear. On a Pi the graphics module was seen to load after
// the service had started; a restart by systemd would take longer and count as a failure.
inline constexpr Milliseconds kVideoPatience{20'000};

// Between two attempts. Short beside what a person notices at boot, long beside what an attempt
// costs.
inline constexpr Milliseconds kVideoPause{250};

// After an input device moved, SDL is asked again this often and this long: the kernel hands an
// event to its readers one after the other, so that we may wake before SDL can read it.
inline constexpr Milliseconds kLookAgainEvery{4};
inline constexpr Milliseconds kLookAgainFor{20};

// The same after a device came or went: udev sets it up in a process of its own before it tells
// SDL.
inline constexpr Milliseconds kHotplugEvery{100};
inline constexpr Milliseconds kHotplugFor{3'000};

// What a screen may plausibly claim; outside of it what is usual counts.
inline constexpr float kFewestPixelsPerMm = 2.0F;
inline constexpr float kMostPixelsPerMm = 30.0F;

} // namespace inloop::platform::sdl2
