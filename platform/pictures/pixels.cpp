// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/pixels.h"

#include <stb/stb_image_resize.h>

#include <algorithm>
#include <cmath>

namespace inloop::pictures {

namespace {

constexpr int kOpaque = 255;

std::uint8_t over_white(std::uint8_t colour, int alpha) {
    return static_cast<std::uint8_t>((colour * alpha + kOpaque * (kOpaque - alpha) + kOpaque / 2) /
                                     kOpaque);
}

// Three channels of what has one to four.
std::vector<std::uint8_t> opaque(std::vector<std::uint8_t> const& pixels, int channels) {
    bool const colour = channels >= 3;
    bool const alpha = channels % 2 == 0;
    auto const step = static_cast<std::size_t>(channels);
    std::vector<std::uint8_t> rgb;
    rgb.reserve(pixels.size() / step * 3);
    for (std::size_t at = 0; at + step <= pixels.size(); at += step) {
        int const cover = alpha ? pixels[at + step - 1] : kOpaque;
        for (std::size_t i = 0; i < 3; ++i) {
            rgb.push_back(over_white(pixels[at + (colour ? i : 0)], cover));
        }
    }
    return rgb;
}

} // namespace

Size fit_in(Size size, Size most) {
    double const scale = std::min({1.0, static_cast<double>(most.width) / size.width,
                                   static_cast<double>(most.height) / size.height});
    auto const part = [scale](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    return {part(size.width), part(size.height)};
}

Pixels scaled(std::uint8_t const* pixels, Size size, int channels, Size smaller) {
    std::vector<std::uint8_t> result(area(smaller) * static_cast<std::size_t>(channels));
    if (smaller == size) {
        std::copy_n(pixels, result.size(), result.begin());
    } else {
        int const alpha = channels % 2 == 0 ? channels - 1 : STBIR_ALPHA_CHANNEL_NONE;
        if (stbir_resize_uint8_srgb(pixels, size.width, size.height, 0, result.data(),
                                    smaller.width, smaller.height, 0, channels, alpha, 0) == 0) {
            return {};
        }
    }
    return {smaller, channels == 3 ? std::move(result) : opaque(result, channels)};
}

} // namespace inloop::pictures
