// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/painter/painter.h"
#include "tests/support/sketch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace inloop::support {

// A painter with a white texel, and what it painted.
struct Canvas {
    explicit Canvas(platform::PixelSize size) : painter(size) {
        white = painter.create_texture({1, 1}, platform::TextureFormat::alpha8).value();
        std::uint8_t const full = 255;
        painter.update_texture(white, {0, 0, 1, 1}, {&full, 1});
    }

    [[nodiscard]] Sketch sketch() const { return Sketch(painter.size()); }
    std::vector<platform::PixelRect> paint(Sketch& sketch) {
        auto const damage = painter.paint(sketch.frame());
        return {damage.begin(), damage.end()};
    }
    [[nodiscard]] Rgba at(int x, int y) const { return pixel(painter.image(), x, y); }

    platform::Painter painter;
    platform::TextureId white = 0;
};

} // namespace inloop::support
