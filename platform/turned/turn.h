// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "platform/api/image.h"

#include <cstdint>

namespace inloop::platform {

// How far the picture is turned clockwise on the glass, in degrees.
enum class Turn : std::uint16_t { none = 0, quarter = 90, half = 180, three_quarters = 270 };

// The size of the picture on a glass of this size, or of the glass for a picture of it.
[[nodiscard]] PixelSize turned(PixelSize size, Turn turn);

// Where on the glass a point of the picture lies; `picture` is the picture's size.
[[nodiscard]] Point to_glass(Point at, PixelSize picture, Turn turn);
// Which point of the picture a finger on the glass meets; always a pixel of the picture when the
// finger is on one of the glass.
[[nodiscard]] Point to_picture(Point at, PixelSize picture, Turn turn);

// The picture that is on a glass.
[[nodiscard]] Image to_picture(Image const& glass, Turn turn);

} // namespace inloop::platform
