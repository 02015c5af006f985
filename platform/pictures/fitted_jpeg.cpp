// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/fitted_jpeg.h"

#include "platform/pictures/tuning.h"

#include <stb/stb_image_write.h>

#include <utility>

namespace inloop::pictures {

namespace {

void append_written(void* jpeg, void* bytes, int count) {
    append(*static_cast<Bytes*>(jpeg),
           ByteView(static_cast<std::byte const*>(bytes), static_cast<std::size_t>(count)));
}

Bytes jpeg_of(Pixels const& pixels, int quality) {
    Bytes jpeg;
    int const written = stbi_write_jpg_to_func(append_written, &jpeg, pixels.size.width,
                                               pixels.size.height, 3, pixels.rgb.data(), quality);
    return written != 0 ? std::move(jpeg) : Bytes();
}

} // namespace

Bytes fitted_jpeg(Pixels pixels, std::size_t most) {
    while (!pixels.rgb.empty()) {
        for (int const quality : kQualities) {
            Bytes jpeg = jpeg_of(pixels, quality);
            if (!jpeg.empty() && jpeg.size() <= most) {
                return jpeg;
            }
        }
        if (pixels.size == Size{1, 1}) {
            break;
        }
        Size const less = fit_in(pixels.size, {static_cast<int>(pixels.size.width * kSmaller),
                                               static_cast<int>(pixels.size.height * kSmaller)});
        pixels = scaled(pixels.rgb.data(), pixels.size, 3, less);
    }
    return {};
}

} // namespace inloop::pictures
