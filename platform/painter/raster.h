// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "platform/painter/pixel.h"
#include "platform/painter/primitive.h"

#include <cstddef>
#include <vector>

namespace inloop::platform::painter {

// The pixels that are painted on. Rows without gaps.
struct Surface {
    Pixel* pixels = nullptr;
    int width = 0;

    [[nodiscard]] Pixel* at(int x, int y) const {
        return pixels + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
};

// Each paints what of the primitive lies inside `area`, which lies inside the surface and inside
// the primitive's bounds.
void paint(Surface surface, PixelRect area, Fill const& fill);
void paint(Surface surface, PixelRect area, Blit const& blit);
// Pixels whose centre is inside, and those on a top or left edge, so that neighbours leave no gap
// and no overlap (the top-left rule of OpenGL and Direct3D).
void paint(Surface surface, PixelRect area, Triangle const& triangle);

} // namespace inloop::platform::painter
