// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/typesetter.h"

#include "kiosk/terminal/text/composer.h"
#include "kiosk/terminal/text/fonts.h"
#include "kiosk/terminal/text/glyph_store.h"
#include "kiosk/terminal/text/layout_cache.h"
#include "kiosk/terminal/text/tuning.h"

#include <linebreak.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace inloop::text {

namespace {

// Not a number and anything below count as `low`.
float in_range(float value, float low, float high) {
    return value > low ? std::min(value, high) : low;
}

// Widths and heights above this would no longer fit 26.6 numbers with room to add; no display comes
// near.
constexpr float kLongest = 1'000'000;

// Of a layout that never had glyphs (LayoutParts).
constexpr std::uint32_t kNoGeneration = 0;

ParagraphStyle in_range(ParagraphStyle style) {
    style.size_px = in_range(style.size_px, kMinSize, kMaxSize);
    style.line_height_px = in_range(style.line_height_px, 0, kLongest);
    style.width_px = in_range(style.width_px, 0, kLongest);
    style.max_lines = std::max(style.max_lines, 0);
    return style;
}

} // namespace

struct Typesetter::Parts {
    Parts(Fonts opened, int atlas_side) : fonts(std::move(opened)), atlas(atlas_side) {}

    Layout make(std::span<Span const> spans, ParagraphStyle const& style) {
        Composition composed = compose(spans, in_range(style), fonts);
        std::uint32_t const before = atlas.generation();
        draw(composed, WhenFull::clear_atlas);
        if (atlas.generation() != before) {
            // The glyphs drawn before the atlas was cleared are gone: once more, now into an atlas
            // of its own.
            draw(composed, WhenFull::leave_out);
        }
        composed.parts.generation = atlas.generation();
        return Layout(std::move(composed.parts));
    }

    Layout measured(std::span<Span const> spans, ParagraphStyle const& style) const {
        return Layout(std::move(compose(spans, in_range(style), fonts).parts));
    }

    void draw(Composition& composed, WhenFull when_full) {
        auto& out = composed.parts.glyphs;
        out.clear();
        out.reserve(composed.glyphs.size());
        for (PlacedGlyph const& glyph : composed.glyphs) {
            GlyphImage const image = store.image(glyph.face, glyph.index, composed.size, when_full);
            if (image.width > 0) {
                out.push_back({static_cast<float>(glyph.x + image.left),
                               static_cast<float>(glyph.y - image.top), image.width, image.height,
                               image.atlas_x, image.atlas_y, glyph.tone});
            }
        }
    }

    Fonts fonts;
    Atlas atlas;
    GlyphStore store{fonts, atlas};
    LayoutCache cache;
    LayoutCache measures; // without glyphs: of no generation of the atlas
};

Typesetter::Typesetter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Typesetter::~Typesetter() = default;

Result<std::unique_ptr<Typesetter>> Typesetter::open(FontSet const& fonts, int atlas_side) {
    auto opened = Fonts::open(fonts);
    if (!opened) {
        return tl::unexpected(std::move(opened.error()));
    }
    init_linebreak(); // fills the library's index; the same each time
    auto parts = std::make_unique<Parts>(std::move(*opened), atlas_side);
    return std::unique_ptr<Typesetter>(new Typesetter(std::move(parts)));
}

void Typesetter::begin_frame() {
    m_parts->cache.begin_frame(m_parts->atlas.generation());
    m_parts->measures.begin_frame(kNoGeneration);
}

Layout const& Typesetter::lay_out(std::span<Span const> spans, ParagraphStyle const& style) {
    Parts& parts = *m_parts;
    if (Layout const* const kept = parts.cache.find(spans, style, parts.atlas.generation())) {
        return *kept;
    }
    return parts.cache.keep(parts.make(spans, style));
}

Layout Typesetter::lay_out_private(std::span<Span const> spans, ParagraphStyle const& style) {
    return m_parts->make(spans, style);
}

Layout const& Typesetter::measure(std::span<Span const> spans, ParagraphStyle const& style) {
    Parts& parts = *m_parts;
    if (Layout const* const kept = parts.measures.find(spans, style, kNoGeneration)) {
        return *kept;
    }
    return parts.measures.keep(parts.measured(spans, style));
}

Layout Typesetter::measure_private(std::span<Span const> spans, ParagraphStyle const& style) {
    return m_parts->measured(spans, style);
}

void Typesetter::forget() {
    m_parts->store.clear();
}

Atlas& Typesetter::atlas() {
    return m_parts->atlas;
}

Metrics Typesetter::metrics(Weight weight, float size_px) const {
    return m_parts->fonts.metrics(m_parts->fonts.fallback(weight).front(),
                                  in_range(size_px, kMinSize, kMaxSize));
}

} // namespace inloop::text
