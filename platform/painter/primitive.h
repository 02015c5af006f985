// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "platform/painter/pixel.h"
#include "platform/painter/texture.h"

#include <array>
#include <cstdint>

namespace inloop::platform::painter {

// One corner as it is drawn: place in 1/256 pixel (what llvmpipe and most GPUs snap to), relative
// to the screen.
struct Corner {
    int x = 0;
    int y = 0;
    float u = 0;
    float v = 0;
    Color color;
};

// One colour within the bounds.
struct Fill {
    Color color;
};

// Texels one to one: the texel of the pixel (x, y) is (x + shift_x, y + shift_y), which lies inside
// the texture.
struct Blit {
    Texture const* texture = nullptr;
    int shift_x = 0;
    int shift_y = 0;
    Color color; // multiplied with every texel
};

// Everything else. Without a texture the corners' colours are already multiplied with the one texel
// they all name.
struct Triangle {
    Texture const* texture = nullptr;
    std::array<Corner, 3> corners; // in an order that makes doubled_area() positive
};

// Twice the area in units of 1/65536 pixel; positive when a, b, c go clockwise on the screen.
[[nodiscard]] constexpr std::int64_t doubled_area(Corner const& a, Corner const& b,
                                                  Corner const& c) {
    return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{b.y - a.y} * (c.x - a.x);
}

} // namespace inloop::platform::painter
