// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/bidi.h"
#include "kiosk/terminal/text/fonts.h"
#include "kiosk/terminal/text/source.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace inloop::text {

// A glyph of a font, placed from the pen's position.
struct ShapedGlyph {
    std::uint32_t index = 0;
    Subpixels x_offset = 0;
    Subpixels y_offset = 0; // up
    Subpixels advance = 0;
    FaceId face = 0;
};

// The smallest piece that can stand on a line of its own: whole graphemes whose glyphs belong
// together (a letter with its marks; two letters joined in one glyph).
struct Cell {
    std::uint32_t from = 0; // characters [from, to)
    std::uint32_t to = 0;
    std::uint32_t first_glyph = 0; // glyphs [first_glyph, first_glyph + glyphs), left to right
    std::uint32_t glyphs = 0;
    std::uint32_t graphemes = 1;
    Subpixels advance = 0;
    Level level = 0;
    std::uint8_t tone = 0;
    bool space = false; // may hang over the end of a line
};

struct Shaped {
    WipedVector<ShapedGlyph> glyphs;
    WipedVector<Cell> cells; // in reading order
    WipedVector<std::uint32_t> first_cells; // per paragraph; one more entry: the end
};

// Makes glyphs of the characters: joins, ligatures, marks, kerning. Paragraphs are shaped whole, so
// that a word broken at the end of a line keeps the forms it has unbroken (CSS Text 3, section 5.6)
// and lines need no shaping of their own.
[[nodiscard]] Shaped shape(Source const& source, std::span<Level const> levels,
                           std::span<FaceId const> faces, Fonts const& fonts, Subpixels size,
                           std::string_view language);

} // namespace inloop::text
