// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/picture_file.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace inloop::pages {

namespace {

constexpr std::array<unsigned char, 16> kPngHead{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
                                                 0,    0,   0,   13,  'I',  'H',  'D',  'R'};

unsigned byte_at(ByteView content, std::size_t at) {
    return std::to_integer<unsigned>(content[at]);
}

// Pictures count big-endian, unlike our own formats.
std::uint32_t big_endian(ByteView content, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value = (value << 8U) | byte_at(content, at + i);
    }
    return value;
}

bool starts_as_png(ByteView content) {
    return content.size() >= kPngHead.size() + 8 &&
           std::equal(kPngHead.begin(), kPngHead.end(), content.begin(),
                      [](unsigned char a, std::byte b) { return std::byte{a} == b; });
}

// True for the markers that begin a frame: SOF0 to SOF15 without DHT, JPG and DAC.
bool begins_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureSize> jpeg_size(ByteView content) {
    std::size_t at = 2; // after SOI
    while (at + 9 <= content.size() && byte_at(content, at) == 0xFF) {
        unsigned const marker = byte_at(content, at + 1);
        if (begins_frame(marker)) {
            return PictureSize{big_endian(content, at + 7, 2), big_endian(content, at + 5, 2)};
        }
        if (marker == 0xFF) { // filling before a marker
            ++at;
            continue;
        }
        std::size_t const length = big_endian(content, at + 2, 2);
        if (marker == 0xD9 || marker == 0xDA || length < 2) {
            return std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureSize> announced_size(ByteView content) {
    if (starts_as_png(content)) {
        return PictureSize{big_endian(content, 16, 4), big_endian(content, 20, 4)};
    }
    if (content.size() > 2 && byte_at(content, 0) == 0xFF && byte_at(content, 1) == 0xD8) {
        return jpeg_size(content);
    }
    return std::nullopt;
}

Checked<PictureSize> check_picture(std::filesystem::path const& file) {
    auto const content = read_asset(file, kPictureBytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    return check_picture(as_bytes(*content), file.string());
}

Checked<PictureSize> check_picture(ByteView content, std::string const& name) {
    auto const size = announced_size(content);
    if (!size) {
        return flaw(name, 0, "this is no whole PNG or JPEG picture",
                    "save the picture as PNG or JPEG");
    }
    if (size->width < 1 || size->height < 1 || size->width > kPicturePixels ||
        size->height > kPicturePixels) {
        return flaw(name, 0,
                    "the picture is " + std::to_string(size->width) + " x " +
                        std::to_string(size->height) + " pixels",
                    "make it 1 to 4096 pixels wide and high");
    }
    return *size;
}

} // namespace inloop::pages
