// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"

namespace inloop::platform {

// Pixels for a millimetre of the panels the kiosk is made for, by the size of the whole glass: 10
// inch at 1280x800, 7 inch at 800x480, 7 inch portrait at 720x1280. For displays that do not say
// how large they are, which under KMSDRM are all; others are taken for one of these, so that
// nothing is drawn too small to touch.
[[nodiscard]] inline float usual_pixels_per_mm(PixelSize glass) {
    auto const width = static_cast<float>(glass.width);
    if (glass.height > glass.width) {
        return 8.1F * width / 720.0F;
    }
    return glass.width <= 800 ? 5.2F * width / 800.0F : 5.9F * width / 1280.0F;
}

} // namespace inloop::platform
