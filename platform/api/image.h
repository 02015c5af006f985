// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inloop::platform {

// A picture in memory: rows from top to bottom without gaps, 4 bytes a pixel in the order R, G, B,
// A, straight alpha.
struct Image {
    PixelSize size;
    std::vector<std::uint8_t> rgba;
};

} // namespace inloop::platform
