// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::platform::glfw {

// Pixels for a millimetre when the system does not say or says nonsense: a desktop screen of 24
// inches and 1920 pixels has 3.6, a kiosk's 10 inch panel of 1280 pixels 5.9. A little large is
// better touched than a little small.
inline constexpr float kUsualPixelsPerMm = 5.9F;

// What a monitor may plausibly claim; outside of it the figure above counts.
inline constexpr float kFewestPixelsPerMm = 2.0F;
inline constexpr float kMostPixelsPerMm = 30.0F;

} // namespace inloop::platform::glfw
