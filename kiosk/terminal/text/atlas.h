// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/tuning.h"
#include "platform/api/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace inloop::text {

// New pixels for the texture: rows of area.width() bytes without gaps, 1 byte of coverage a pixel.
struct AtlasChange {
    platform::PixelRect area;
    std::vector<std::uint8_t> pixels;
};

// Where the pictures of all glyphs lie: one square alpha8 texture, filled from the top in shelves
// of like height. It only hands out places and changes; the texture itself belongs to the caller.
//
// When there is no more room everything is thrown out at once and generation() grows. A caller that
// draws asks after drawing: if it grew, the layouts drawn before that moment point to the wrong
// pictures and the frame is drawn once more.
//
// Belongs to the thread of its Typesetter.
class Atlas {
public:
    // Opaque in every generation: what is drawn with it is a solid fill.
    static constexpr platform::PixelRect kWhite{0, 0, kWhiteSide, kWhiteSide};

    explicit Atlas(int side = kAtlasSide);

    [[nodiscard]] int side() const { return m_side; } // pixels
    [[nodiscard]] std::uint32_t generation() const { return m_generation; }

    // What has been added since the last call, to be copied into the texture in this order. No area
    // is given twice in a generation; pixels that were never given are undefined and never referred
    // to.
    [[nodiscard]] std::vector<AtlasChange> take_changes();

    // Puts a picture of width x height bytes of coverage where there is room and says where its top
    // left is; nullopt: no room. The pixels right of it and below it are clear.
    [[nodiscard]] std::optional<platform::PixelRect> add(platform::PixelSize size,
                                                         std::span<std::uint8_t const> coverage);

    // Throws everything out; a new generation begins.
    void clear();

private:
    struct Shelf {
        int top = 0;
        int height = 0;
        int filled = 0; // pixels from the left
    };

    [[nodiscard]] Shelf* shelf_for(platform::PixelSize cell);
    void add_white();

    int m_side;
    int m_bottom = 0; // of the lowest shelf
    std::uint32_t m_generation = 1;
    std::vector<Shelf> m_shelves;
    std::vector<AtlasChange> m_changes;
};

} // namespace inloop::text
