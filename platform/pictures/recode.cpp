// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/recode.h"

#include "platform/pictures/decoded.h"
#include "platform/pictures/fitted_jpeg.h"
#include "platform/pictures/orientation.h"

#include <new>
#include <utility>

namespace inloop::pictures {

namespace {

Result<Bytes> recode_decoded(Decoded decoded, Orientation orientation, PictureSpec const& spec) {
    // Made smaller before it is turned: what was sent may have a hundred times the pixels.
    Size const upright = fit_in(turned(decoded.size, orientation), {spec.width, spec.height});
    Pixels pixels =
        scaled(decoded.pixels.get(), decoded.size, decoded.channels, turned(upright, orientation));
    decoded.pixels.reset();
    Bytes jpeg = fitted_jpeg(turned(std::move(pixels), orientation), spec.bytes);
    if (jpeg.empty()) {
        return fail(ErrorCode::invalid_input, "the picture cannot be made small enough");
    }
    return jpeg;
}

} // namespace

Result<Bytes> recode(ByteView upload, PictureSpec const& spec) {
    try {
        return decode(upload).and_then([&](Decoded&& decoded) {
            return recode_decoded(std::move(decoded), orientation_of(upload), spec);
        });
    } catch (std::bad_alloc const&) {
        return fail(ErrorCode::invalid_input, "the picture takes too much memory");
    }
}

} // namespace inloop::pictures
