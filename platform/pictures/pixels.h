// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inloop::pictures {

struct Size {
    int width = 0; // pixels
    int height = 0;
    friend bool operator==(Size const&, Size const&) = default;
};

[[nodiscard]] inline std::size_t area(Size size) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

// A picture in memory: rows from top to bottom without gaps, 3 bytes a pixel in the order R, G, B.
struct Pixels {
    Size size{};
    std::vector<std::uint8_t> rgb{};
};

// The size in the same shape that is within `most`; never larger than it was, at least one pixel.
[[nodiscard]] Size fit_in(Size size, Size most);

// Rows without gaps of 1 (grey), 2 (grey, alpha), 3 (R, G, B) or 4 channels (R, G, B, alpha), made
// smaller, with white where they are transparent. Empty when there is no memory for it.
[[nodiscard]] Pixels scaled(std::uint8_t const* pixels, Size size, int channels, Size smaller);

} // namespace inloop::pictures
