// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/orientation.h"

#include "platform/pictures/decoded.h"

#include <libexif/exif-data.h>
#include <webp/demux.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace inloop::pictures {

namespace {

constexpr std::string_view kExifHead{"Exif\0\0", 6};

// EXIF's values 1 to 8, in their order.
constexpr std::array<Orientation, 8> kOrientations{{
    {},
    {.mirror_x = true},
    {.mirror_x = true, .mirror_y = true},
    {.mirror_y = true},
    {.swap_sides = true},
    {.swap_sides = true, .mirror_y = true},
    {.swap_sides = true, .mirror_x = true, .mirror_y = true},
    {.swap_sides = true, .mirror_x = true},
}};

// The EXIF that a WebP carries as a chunk, with the head that JPEG puts before it.
Bytes exif_of_webp(ByteView upload) {
    WebPData const data{static_cast<std::uint8_t const*>(static_cast<void const*>(upload.data())),
                        upload.size()};
    std::unique_ptr<WebPDemuxer, void (*)(WebPDemuxer*)> const demuxer(WebPDemux(&data),
                                                                       WebPDemuxDelete);
    WebPChunkIterator chunk{};
    Bytes exif;
    if (demuxer && WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk) != 0) {
        append(exif, as_bytes(kExifHead));
        ByteView content = std::as_bytes(std::span(chunk.chunk.bytes, chunk.chunk.size));
        bool const has_head =
            content.size() >= kExifHead.size() &&
            std::ranges::equal(content.first(kExifHead.size()), as_bytes(kExifHead));
        append(exif, content.subspan(has_head ? kExifHead.size() : 0));
    }
    WebPDemuxReleaseChunkIterator(&chunk);
    return exif;
}

// EXIF's number; nullopt when it has none. A JPEG is searched for it by the library.
std::optional<int> exif_orientation(ByteView bytes) {
    std::unique_ptr<ExifData, void (*)(ExifData*)> const data(
        exif_data_new_from_data(
            static_cast<unsigned char const*>(static_cast<void const*>(bytes.data())),
            static_cast<unsigned>(bytes.size())),
        exif_data_unref);
    ExifEntry const* const entry =
        data ? exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION) : nullptr;
    if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->components < 1 ||
        entry->size < sizeof(ExifShort)) {
        return std::nullopt;
    }
    return exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
}

} // namespace

Orientation orientation_of(ByteView upload) {
    std::optional<int> number;
    PictureKind const kind = kind_of(upload);
    if (kind == PictureKind::jpeg) {
        number = exif_orientation(upload);
    } else if (kind == PictureKind::webp) {
        number = exif_orientation(exif_of_webp(upload));
    }
    int const most = static_cast<int>(kOrientations.size());
    return number && *number >= 1 && *number <= most
               ? kOrientations[static_cast<std::size_t>(*number - 1)]
               : Orientation();
}

Pixels turned(Pixels pixels, Orientation orientation) {
    if (orientation == Orientation()) {
        return pixels;
    }
    Size const from = pixels.size;
    Pixels upright{.size = turned(from, orientation)};
    upright.rgb.reserve(pixels.rgb.size());
    for (int row = 0; row < upright.size.height; ++row) {
        for (int column = 0; column < upright.size.width; ++column) {
            int x = orientation.swap_sides ? row : column;
            int y = orientation.swap_sides ? column : row;
            x = orientation.mirror_x ? from.width - 1 - x : x;
            y = orientation.mirror_y ? from.height - 1 - y : y;
            auto const at = 3 * (static_cast<std::ptrdiff_t>(y) * from.width + x);
            upright.rgb.insert(upright.rgb.end(), pixels.rgb.begin() + at,
                               pixels.rgb.begin() + at + 3);
        }
    }
    return upright;
}

} // namespace inloop::pictures
