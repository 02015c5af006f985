// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "platform/pictures/pixels.h"

#include <cstdint>
#include <memory>

namespace inloop::pictures {

// A picture as its decoder left it, on the heap of the library that knows how to free it.
struct Decoded {
    Size size{};
    int channels = 0; // 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA; rows from the top without gaps
    std::unique_ptr<std::uint8_t, void (*)(void*)> pixels;
};

enum class PictureKind : std::uint8_t { none, png, jpeg, webp };

// By its first bytes, whatever it is called.
[[nodiscard]] PictureKind kind_of(ByteView upload);

// The pixels of a picture whose announced size is within tuning.h. Errors: `invalid_input`.
[[nodiscard]] Result<Decoded> decode(ByteView upload);

} // namespace inloop::pictures
