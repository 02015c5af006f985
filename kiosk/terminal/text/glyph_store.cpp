// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/glyph_store.h"

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
    auto drawn = draw(face, glyph, size);
    if (!drawn && when_full == WhenFull::clear_atlas) {
        clear();
        drawn = draw(face, glyph, size);
    }
    if (!drawn) {
        return {}; // not kept: there may be room the next time
    }
    m_images.emplace(key, *drawn);
    return *drawn;
}

void GlyphStore::clear() {
    m_images.clear();
    m_atlas.clear();
}

std::optional<GlyphImage> GlyphStore::draw(FaceId face, std::uint32_t glyph, Subpixels size) {
    GlyphBitmap const bitmap = m_fonts.draw(face, glyph, size);
    int const side = m_atlas.side();
    if (bitmap.width == 0 || bitmap.width >= side || bitmap.height >= side) {
        return GlyphImage{};
    }
    auto const place = m_atlas.add({bitmap.width, bitmap.height}, bitmap.coverage);
    if (!place) {
        return std::nullopt;
    }
    return GlyphImage{static_cast<std::uint16_t>(place->left),
                      static_cast<std::uint16_t>(place->top),
                      static_cast<std::uint16_t>(bitmap.width),
                      static_cast<std::uint16_t>(bitmap.height),
                      bitmap.left,
                      bitmap.top};
}

} // namespace inloop::text
