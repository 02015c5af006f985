// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/glyph_store.h"

#include <optional>

namespace inloop::text {

namespace {

// Sizes take 16 bits (kMaxSize x 64), glyph numbers 16 in every OpenType font, faces 8.
std::uint64_t key_of(FaceId face, std::uint32_t glyph, Subpixels size) {
    return (std::uint64_t{face} << 56U) | (static_cast<std::uint64_t>(size) << 32U) | glyph;
}

} // namespace

GlyphImage GlyphStore::image(FaceId face, std::uint32_t glyph, Subpixels size, WhenFull when_full) {
    std::uint64_t const key = key_of(face, glyph, size);
    if (auto const found = m_images.find(key); found != m_images.end()) {
        return found->second;
    }
    GlyphImage const drawn = draw(face, glyph, size, when_full);
    m_images.emplace(key, drawn);
    return drawn;
}

void GlyphStore::clear() {
    m_images.clear();
    m_atlas.clear();
}

GlyphImage GlyphStore::draw(FaceId face, std::uint32_t glyph, Subpixels size, WhenFull when_full) {
    GlyphBitmap const bitmap = m_fonts.draw(face, glyph, size);
    if (bitmap.width == 0 || bitmap.width >= m_atlas.side() || bitmap.height >= m_atlas.side()) {
        return {};
    }
    platform::PixelSize const extent{bitmap.width, bitmap.height};
    auto place = m_atlas.add(extent, bitmap.coverage);
    if (!place && when_full == WhenFull::clear_atlas) {
        clear();
        place = m_atlas.add(extent, bitmap.coverage);
    }
    if (!place) {
        return {};
    }
    return {static_cast<std::uint16_t>(place->left),
            static_cast<std::uint16_t>(place->top),
            static_cast<std::uint16_t>(bitmap.width),
            static_cast<std::uint16_t>(bitmap.height),
            bitmap.left,
            bitmap.top};
}

} // namespace inloop::text
