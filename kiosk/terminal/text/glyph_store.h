// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/atlas.h"
#include "kiosk/terminal/text/fonts.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace inloop::text {

// Where a glyph lies in the atlas and how its picture stands to the pen.
struct GlyphImage {
    std::uint16_t atlas_x = 0;
    std::uint16_t atlas_y = 0;
    std::uint16_t width = 0; // 0: no ink, or larger than the atlas
    std::uint16_t height = 0;
    int left = 0;
    int top = 0;
};

// What happens to a glyph the atlas has no room for.
enum class WhenFull : std::uint8_t {
    clear_atlas, // throw everything out and try once more
    leave_out,
};

// Draws each glyph into the atlas the first time it is asked for.
class GlyphStore {
public:
    GlyphStore(Fonts const& fonts, Atlas& atlas) : m_fonts(fonts), m_atlas(atlas) {}

    [[nodiscard]] GlyphImage image(FaceId face, std::uint32_t glyph, Subpixels size,
                                   WhenFull when_full);

    // Empties atlas and store.
    void clear();

private:
    // nullopt: no room.
    [[nodiscard]] std::optional<GlyphImage> draw(FaceId face, std::uint32_t glyph, Subpixels size);

    Fonts const& m_fonts;
    Atlas& m_atlas;
    std::unordered_map<std::uint64_t, GlyphImage> m_images;
};

} // namespace inloop::text
