// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/support/seeded_random.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::support {

// A picture before it is a file: rows from the top, without gaps.
struct Sample {
    int width = 0;
    int height = 0;
    int channels = 0; // 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA
    std::vector<std::uint8_t> pixels{};
};

// Four fields that tell which way is up: red and green above, blue and black below.
[[nodiscard]] Sample four_fields(int width, int height);
[[nodiscard]] Sample one_colour(int width, int height, std::vector<std::uint8_t> const& pixel);
// What no JPEG can make small: every pixel another colour.
[[nodiscard]] Sample noise(int width, int height, SeededRandom& random);
// Something between, as a photograph is: noise on slow waves.
[[nodiscard]] Sample photograph(int width, int height, SeededRandom& random);

[[nodiscard]] Bytes png_of(Sample const& sample);
[[nodiscard]] Bytes jpeg_of(Sample const& sample, int quality = 90); // RGB
[[nodiscard]] Bytes webp_of(Sample const& sample); // RGB or RGBA, lossy
[[nodiscard]] Bytes lossless_webp_of(Sample const& sample); // RGBA
[[nodiscard]] Bytes moving_webp_of(Sample const& first, Sample const& second); // RGBA

// What a camera writes beside the picture: how it was held (1 to 8) and some words.
[[nodiscard]] Bytes jpeg_with_exif(ByteView jpeg, std::uint16_t orientation,
                                   std::string_view words);
[[nodiscard]] Bytes webp_with_exif(ByteView webp, std::uint16_t orientation,
                                   std::string_view words);

// The PNG with another size announced in its head.
[[nodiscard]] Bytes png_announcing(ByteView png, std::uint32_t width, std::uint32_t height);
// A PNG of 10 x 10 pixels whose data inflates to about 158 times `size`.
[[nodiscard]] Bytes inflating_png(std::size_t size);

// The picture with some bytes changed, pieces put in twice, or its end cut off.
[[nodiscard]] Bytes mutated(ByteView picture, SeededRandom& random);

} // namespace inloop::support
