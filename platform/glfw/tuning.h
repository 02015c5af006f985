// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::platform::glfw {

// What a monitor may plausibly claim; outside of it what is usual counts.
inline constexpr float kFewestPixelsPerMm = 2.0F;
inline constexpr float kMostPixelsPerMm = 30.0F;

} // namespace inloop::platform::glfw
