// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "platform/pictures/pixels.h"

#include <cstdint>

namespace inloop::pictures {

// How the rows of a picture lie before it is turned: a bit for each thing to do, in this order.
// The eight values of EXIF's orientation (CIPA DC-008, 4.6.5.1.6) are the eight of these.
struct Orientation {
    bool swap_sides = false; // rows become columns
    bool mirror_x = false; // of the picture as it is stored
    bool mirror_y = false;
    friend bool operator==(Orientation const&, Orientation const&) = default;
};

// From the EXIF of a JPEG or WebP; upright where there is none or it makes no sense.
[[nodiscard]] Orientation orientation_of(ByteView upload);

[[nodiscard]] inline Size turned(Size size, Orientation orientation) {
    return orientation.swap_sides ? Size{size.height, size.width} : size;
}
[[nodiscard]] Pixels turned(Pixels pixels, Orientation orientation);

} // namespace inloop::pictures
