// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/decoded.h"

#include "platform/pictures/tuning.h"

#include <stb/stb_image.h>
#include <webp/decode.h>

#include <algorithm>
#include <climits>
#include <string>
#include <string_view>
#include <utility>

namespace inloop::pictures {

namespace {

constexpr std::string_view kPngHead{"\x89PNG\r\n\x1A\n", 8};
constexpr std::string_view kJpegHead{"\xFF\xD8\xFF", 3};
constexpr std::string_view kRiffHead = "RIFF"; // and four bytes of length
constexpr std::string_view kWebpHead = "WEBP";
constexpr std::size_t kRiffBytes = 8;

std::uint8_t const* octets(ByteView bytes) {
    return static_cast<std::uint8_t const*>(static_cast<void const*>(bytes.data()));
}

bool starts_with(ByteView bytes, std::string_view head, std::size_t at = 0) {
    return bytes.size() >= at + head.size() &&
           std::string_view(static_cast<char const*>(static_cast<void const*>(bytes.data())) + at,
                            head.size()) == head;
}

tl::unexpected<Error> refused(std::string why) {
    return fail(ErrorCode::invalid_input, std::move(why));
}

tl::unexpected<Error> damaged(std::string const& how) {
    return refused("the picture is damaged: " + how);
}

tl::unexpected<Error> refused_by_stb() {
    std::string const reason = stbi_failure_reason() == nullptr ? "?" : stbi_failure_reason();
    return reason == "outofmem" ? refused("the picture takes too much memory") : damaged(reason);
}

Result<void> check_size(Size size) {
    if (size.width < 1 || size.height < 1 || size.width > kMostSidePixels ||
        size.height > kMostSidePixels || static_cast<std::int64_t>(area(size)) > kMostPixels) {
        return refused("the picture is " + std::to_string(size.width) + " x " +
                       std::to_string(size.height) + " pixels: a side may have " +
                       std::to_string(kMostSidePixels) + ", all together " +
                       std::to_string(kMostPixels / 1'000'000) + " million");
    }
    return {};
}

// The size in a PNG's head (W3C PNG 3, 11.2.1), which stb does not tell of one that is too large
// for it; nothing wrong with one that is cut before.
Result<void> check_png_size(ByteView upload) {
    constexpr std::size_t kWidthAt = 16;
    constexpr std::size_t kHeightAt = 20;
    constexpr std::size_t kEnd = 24;
    auto const side = [upload](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < sizeof(value); ++i) {
            value = (value << 8U) | std::to_integer<std::uint32_t>(upload[at + i]);
        }
        return static_cast<int>(std::min<std::uint32_t>(value, INT_MAX));
    };
    return upload.size() < kEnd ? Result<void>() : check_size({side(kWidthAt), side(kHeightAt)});
}

// PNG or JPEG, in the channels it has.
Result<Decoded> decode_by_stb(ByteView upload) {
    auto const size = static_cast<int>(upload.size());
    Size announced;
    int channels = 0;
    if (stbi_info_from_memory(octets(upload), size, &announced.width, &announced.height,
                              &channels) == 0) {
        return refused_by_stb();
    }
    if (auto fine = check_size(announced); !fine) {
        return tl::unexpected(fine.error());
    }
    Decoded decoded{.pixels = {nullptr, stbi_image_free}};
    decoded.pixels.reset(stbi_load_from_memory(octets(upload), size, &decoded.size.width,
                                               &decoded.size.height, &decoded.channels, 0));
    if (!decoded.pixels) {
        return refused_by_stb();
    }
    if (decoded.size != announced || decoded.channels < 1 || decoded.channels > 4) {
        return damaged("it is not what it announced");
    }
    return decoded;
}

Result<Decoded> decode_webp(ByteView upload) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(octets(upload), upload.size(), &features) != VP8_STATUS_OK) {
        return damaged("its head cannot be read");
    }
    if (features.has_animation != 0) {
        return refused("the picture moves; send one that stands still");
    }
    Size const announced{features.width, features.height};
    if (auto fine = check_size(announced); !fine) {
        return tl::unexpected(fine.error());
    }
    bool const alpha = features.has_alpha != 0;
    Decoded decoded{.channels = alpha ? 4 : 3, .pixels = {nullptr, WebPFree}};
    decoded.pixels.reset((alpha ? WebPDecodeRGBA : WebPDecodeRGB)(
        octets(upload), upload.size(), &decoded.size.width, &decoded.size.height));
    if (!decoded.pixels || decoded.size != announced) {
        return damaged("it cannot be decoded");
    }
    return decoded;
}

} // namespace

PictureKind kind_of(ByteView upload) {
    if (starts_with(upload, kPngHead)) {
        return PictureKind::png;
    }
    if (starts_with(upload, kJpegHead)) {
        return PictureKind::jpeg;
    }
    return starts_with(upload, kRiffHead) && starts_with(upload, kWebpHead, kRiffBytes)
               ? PictureKind::webp
               : PictureKind::none;
}

Result<Decoded> decode(ByteView upload) {
    PictureKind const kind = kind_of(upload);
    if (kind == PictureKind::none || upload.size() > INT_MAX) {
        return refused("this is no PNG, JPEG or WebP picture");
    }
    if (kind == PictureKind::webp) {
        return decode_webp(upload);
    }
    auto const fine = kind == PictureKind::png ? check_png_size(upload) : Result<void>();
    return fine.and_then([upload] { return decode_by_stb(upload); });
}

} // namespace inloop::pictures
