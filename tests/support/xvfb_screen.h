// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "tests/support/sketch.h"

#include <functional>
#include <optional>

namespace inloop::support {

// The colour of one pixel on the screen of the Xvfb that the test runs under (inloop_window_test),
// without asking the program under test. nullopt when the test does not run under one. Throws when
// the file is not what Xvfb writes.
[[nodiscard]] std::optional<Rgba> xvfb_pixel(int x, int y);

// Waits until the pixel has the colour, and says whether it did within 10 s. The X server draws in
// a process of its own.
[[nodiscard]] bool xvfb_shows(int x, int y, Rgba color);

// Lets xdotool act as the person at the screen: "mousemove 10 20 click 1". False when that is not
// possible.
[[nodiscard]] bool xdotool(char const* command);

} // namespace inloop::support
