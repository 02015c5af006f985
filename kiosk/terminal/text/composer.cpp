// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/composer.h"

#include "kiosk/terminal/text/bidi.h"
#include "kiosk/terminal/text/font_choice.h"
#include "kiosk/terminal/text/line_breaker.h"
#include "kiosk/terminal/text/shaper.h"
#include "kiosk/terminal/text/source.h"
#include "kiosk/terminal/text/tuning.h"
#include "kiosk/terminal/text/typesetter.h"

#include <algorithm>
#include <cmath>

namespace inloop::text {

namespace {

constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kHyphen = 0x2010;
constexpr char32_t kHyphenMinus = '-';

int to_pixels(Subpixels value) {
    return (value + kSubpixels / 2) >> 6;
}

float to_float(Subpixels value) {
    return static_cast<float>(value) / static_cast<float>(kSubpixels);
}

Subpixels to_subpixels(float value) {
    return static_cast<Subpixels>(std::lround(value * static_cast<float>(kSubpixels)));
}

// A sign the text does not have, in the first font that can draw it.
ShapedGlyph sign(Fonts const& fonts, Weight weight, Subpixels size, char32_t wanted,
                 char32_t instead) {
    auto const list = fonts.fallback(weight == Weight::icon ? Weight::regular : weight);
    for (char32_t const code_point : {wanted, instead}) {
        for (FaceId const face : list) {
            if (std::uint32_t const index = fonts.glyph(face, code_point); index != 0) {
                return {index, 0, 0, fonts.advance(face, index, size), face};
            }
        }
    }
    return {0, 0, 0, fonts.advance(list.front(), 0, size), list.front()};
}

// Where a cell came to stand on its line.
struct Place {
    Subpixels left = 0;
    Subpixels right = 0;
    [[nodiscard]] Subpixels leading(Level level) const { return is_rtl(level) ? right : left; }
    [[nodiscard]] Subpixels trailing(Level level) const { return is_rtl(level) ? left : right; }
};

class Composer {
public:
    Composer(std::span<Span const> spans, ParagraphStyle const& style, Fonts const& fonts)
        : m_style(style)
        , m_fonts(fonts)
        , m_size(to_subpixels(style.size_px))
        , m_source(read_spans(spans)) {
        Weight const weight = spans.empty() ? Weight::regular : spans.front().weight;
        m_metrics = fonts.metrics(fonts.fallback(weight).front(), style.size_px);
    }

    Composition run() {
        auto const levels = resolve_levels(m_source, m_style.direction);
        auto const choice = choose_fonts(m_source, levels, m_fonts);
        m_shaped = shape(m_source, levels, choice.faces, m_fonts, m_size, m_style.language);
        Weight const weight = m_source.weights.empty() ? Weight::regular : m_source.weights.back();
        m_hyphen = sign(m_fonts, weight, m_size, kHyphen, kHyphenMinus);
        m_ellipsis = sign(m_fonts, weight, m_size, kEllipsis, '.');
        BreakLimits limits;
        limits.width = to_subpixels(m_style.width_px);
        limits.lines = static_cast<std::size_t>(m_style.max_lines);
        limits.hyphen = m_hyphen.advance;
        limits.ellipsis = m_ellipsis.advance;
        limits.language = m_style.language;
        m_broken = break_lines(m_source, m_shaped, limits);
        set_lines();
        m_out.size = m_size;
        m_out.parts.missing = choice.missing;
        m_out.parts.truncated = m_broken.truncated;
        m_out.parts.overflowed = m_broken.overflowed;
        return std::move(m_out);
    }

private:
    void set_lines() {
        Subpixels widest = 0;
        for (BrokenLine const& line : m_broken.lines) {
            widest = std::max(widest, line.width);
        }
        m_out.parts.width = to_float(widest);
        m_out.parts.line_height = line_height();
        m_frame = m_style.width_px > 0 ? m_style.width_px : to_float(widest);
        m_out.glyphs.reserve(m_shaped.glyphs.size() + 1);
        m_out.parts.stops.reserve(m_source.size() + m_broken.lines.size());
        for (std::size_t i = 0; i < m_broken.lines.size(); ++i) {
            set_line(i);
        }
    }

    [[nodiscard]] float line_height() const {
        float const wanted =
            m_style.line_height_px > 0 ? m_style.line_height_px : kLineHeight * m_style.size_px;
        return std::max(1.0F, std::round(wanted));
    }

    void set_line(std::size_t number) {
        BrokenLine const& broken = m_broken.lines[number];
        Paragraph const& paragraph = m_source.paragraphs[broken.paragraph];
        bool const rtl = is_rtl(paragraph.base_level);
        Line line;
        line.top = static_cast<float>(number) * m_out.parts.line_height;
        float const content = m_metrics.ascent + m_metrics.descent;
        line.baseline =
            std::round(line.top + (m_out.parts.line_height - content) / 2 + m_metrics.ascent);
        line.width = to_float(broken.width);
        line.left = left_of(line.width, rtl);
        line.from = byte_of_cell(broken, broken.from);
        line.to = end_of(number);

        gather_cells(broken, paragraph.base_level);
        // Hanging spaces stand outside the line, on the side where reading ends.
        Subpixels const start = to_subpixels(line.left) - (rtl ? broken.hanging : 0);
        place_cells(start, static_cast<int>(line.baseline));
        m_out.parts.lines.push_back(line);
        add_stops(broken, paragraph.base_level, start);
    }

    [[nodiscard]] float left_of(float width, bool rtl) const {
        float const room = m_frame - width;
        switch (m_style.align) {
        case Align::centre:
            return std::floor(room / 2);
        case Align::end:
            return rtl ? 0 : std::floor(room);
        case Align::start:
            break;
        }
        return rtl ? std::floor(room) : 0;
    }

    // Of the first byte of a cell; of the end of the paragraph for the cell after its last.
    [[nodiscard]] std::size_t byte_of_cell(BrokenLine const& line, std::size_t cell) const {
        Paragraph const& paragraph = m_source.paragraphs[line.paragraph];
        bool const inside = cell < m_shaped.first_cells[line.paragraph + 1];
        return m_source.bytes[inside ? m_shaped.cells[cell].from : paragraph.to];
    }

    // Up to the next line's first byte, or to what a cut line still shows.
    [[nodiscard]] std::size_t end_of(std::size_t number) const {
        BrokenLine const& line = m_broken.lines[number];
        if (line.tail == Tail::ellipsis || line.wrapped) {
            return byte_of_cell(line, line.to);
        }
        bool const last = line.paragraph + 1 == m_source.paragraphs.size();
        return m_source
            .bytes[last ? m_source.size() : m_source.paragraphs[line.paragraph + 1].from];
    }

    // The cells of the line, its tail among them, with the levels they have on it: spaces at the
    // end go back to the level of the paragraph (UAX 9, rule L1).
    void gather_cells(BrokenLine const& line, Level base) {
        m_cells.assign(m_shaped.cells.begin() + static_cast<std::ptrdiff_t>(line.from),
                       m_shaped.cells.begin() + static_cast<std::ptrdiff_t>(line.to));
        for (std::size_t i = m_cells.size(); i > 0 && m_cells[i - 1].space; --i) {
            m_cells[i - 1].level = base;
        }
        if (line.tail != Tail::none) {
            Cell tail;
            bool const hyphen = line.tail == Tail::hyphen;
            tail.first_glyph = static_cast<std::uint32_t>(m_shaped.glyphs.size());
            tail.glyphs = 1;
            tail.level = hyphen ? m_cells.back().level : base;
            tail.tone = m_cells.empty() ? 0 : m_cells.back().tone;
            m_shaped.glyphs.push_back(hyphen ? m_hyphen : m_ellipsis);
            tail.advance = m_shaped.glyphs.back().advance;
            m_cells.push_back(tail);
        }
        m_levels.clear();
        for (Cell const& cell : m_cells) {
            m_levels.push_back(cell.level);
        }
        order_visually(m_levels, m_order);
    }

    void place_cells(Subpixels pen, int baseline) {
        m_places.assign(m_cells.size(), {});
        for (std::uint32_t const index : m_order) {
            Cell const& cell = m_cells[index];
            m_places[index].left = pen;
            for (std::uint32_t g = 0; g < cell.glyphs; ++g) {
                ShapedGlyph const& glyph = m_shaped.glyphs[cell.first_glyph + g];
                m_out.glyphs.push_back({glyph.index, to_pixels(pen + glyph.x_offset),
                                        baseline - to_pixels(glyph.y_offset), glyph.face,
                                        cell.tone});
                pen += glyph.advance;
            }
            m_places[index].right = pen;
        }
    }

    void add_stops(BrokenLine const& line, Level base, Subpixels left) {
        auto& stops = m_out.parts.stops;
        m_out.parts.first_stops.push_back(static_cast<std::uint32_t>(stops.size()));
        std::size_t const count = line.to - line.from;
        Subpixels right = left;
        for (Cell const& cell : m_cells) {
            right += cell.advance;
        }
        Place const edges{left, right};
        Level before = base;
        Subpixels before_end = edges.leading(base);
        for (std::size_t i = 0; i < count; ++i) {
            Cell const& cell = m_cells[i];
            // Where directions meet, the side of the outer one: so no two boundaries share a place.
            Subpixels const x = before < cell.level ? before_end : m_places[i].leading(cell.level);
            add_stops_of(cell, m_places[i], x);
            before = cell.level;
            before_end = m_places[i].trailing(cell.level);
        }
        if (!line.wrapped || line.tail == Tail::ellipsis) {
            Subpixels const x = base < before ? edges.trailing(base) : before_end;
            stops.push_back({static_cast<std::uint32_t>(byte_of_cell(line, line.to)), to_float(x)});
        }
    }

    // The boundary before the cell, at `first`, and those between its graphemes, which share its
    // width evenly.
    void add_stops_of(Cell const& cell, Place const& place, Subpixels first) {
        auto const step = place.trailing(cell.level) - place.leading(cell.level);
        auto const count = static_cast<Subpixels>(cell.graphemes);
        Subpixels k = 0;
        for (std::uint32_t i = cell.from; i < cell.to; ++i) {
            if (i != cell.from && m_source.grapheme[i] == 0) {
                continue;
            }
            Subpixels const x = k == 0 ? first : place.leading(cell.level) + step * k / count;
            m_out.parts.stops.push_back({m_source.bytes[i], to_float(x)});
            ++k;
        }
    }

    ParagraphStyle const& m_style;
    Fonts const& m_fonts;
    Subpixels m_size;
    Source m_source;
    Metrics m_metrics;
    Shaped m_shaped;
    BrokenText m_broken;
    ShapedGlyph m_hyphen;
    ShapedGlyph m_ellipsis;
    float m_frame = 0; // width the lines are aligned in
    Composition m_out;

    // Of the line being set.
    WipedVector<Cell> m_cells;
    WipedVector<Level> m_levels;
    WipedVector<std::uint32_t> m_order;
    WipedVector<Place> m_places;
};

} // namespace

Composition compose(std::span<Span const> spans, ParagraphStyle const& style, Fonts const& fonts) {
    return Composer(spans, style, fonts).run();
}

} // namespace inloop::text
