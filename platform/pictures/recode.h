// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <cstddef>

namespace inloop::pictures {

// What a picture may be at most; it is never made larger than it came.
struct PictureSpec {
    std::size_t bytes = 0; // of the JPEG; below some 1000 nothing fits
    int width = 0; // pixels, both as it is looked at
    int height = 0;
};

// A PNG, JPEG or WebP as a baseline JPEG: upright, what was transparent white, without EXIF,
// comments or colour profile. Errors: `invalid_input` no such picture, damaged, an animation, or
// larger than tuning.h allows; nothing is decoded then, or memory has run out.
//
// Runs decoders on bytes of strangers: README.md says where this may be called.
[[nodiscard]] Result<Bytes> recode(ByteView upload, PictureSpec const& spec);

} // namespace inloop::pictures
