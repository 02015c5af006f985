// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/api/geometry.h"

#include <cstdint>
#include <optional>
#include <string>

namespace inloop::platform {

enum class WindowMode : std::uint8_t {
    windowed, // a window of WindowSpec::size that can be resized
    fullscreen, // the whole screen, no pointer; WindowSpec::size only says what to ask for where
                // there is a choice
};

// Whether Display::screenshot() answers. A site's kiosk refuses: nothing may copy what a visitor
// writes.
enum class Screenshots : std::uint8_t { refuse, allow };

// What open_sdl2_display() and open_glfw_display() are asked for.
struct WindowSpec {
    std::string title = "Inloop";
    PixelSize size{1280, 800};
    WindowMode mode = WindowMode::windowed;
    DrawWith draw = DrawWith::automatic;
    // Overrides what the system says about the screen, which on small panels is often wrong or
    // missing. > 0.
    std::optional<float> pixels_per_mm;
    Screenshots screenshots = Screenshots::refuse;
};

} // namespace inloop::platform
