// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/fonts.h"
#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/text/style.h"

#include <cstdint>
#include <span>

namespace inloop::text {

// A glyph with its place in the layout, before it has a picture. Whole pixels, of the origin on the
// baseline.
struct PlacedGlyph {
    std::uint32_t index = 0;
    int x = 0;
    int y = 0;
    FaceId face = 0;
    std::uint8_t tone = 0;
};

// Text set but for its pictures: everything of a Layout except glyphs and generation.
struct Composition {
    LayoutParts parts;
    WipedVector<PlacedGlyph> glyphs;
    Subpixels size = 0;
};

// From spans to places: decodes, orders, finds fonts, shapes, breaks, aligns. `style` is in range.
[[nodiscard]] Composition compose(std::span<Span const> spans, ParagraphStyle const& style,
                                  Fonts const& fonts);

} // namespace inloop::text
