// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/wiped.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace inloop::text {

// One picture to draw: the rectangle of the atlas, 1:1, at a whole pixel. Letters without ink have
// none.
struct Glyph {
    float x =
        0; // top left of the bitmap, relative to the layout's origin; whole pixels, may be negative
    float y = 0;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    std::uint16_t atlas_x = 0;
    std::uint16_t atlas_y = 0;
    std::uint8_t tone = 0; // of the span
    friend bool operator==(Glyph const&, Glyph const&) = default;
};

// One line, in pixels from the layout's origin. The lines together cover every byte of the joined
// spans once; the spaces and the newline a line ends with belong to it, but not to its width.
struct Line {
    float top = 0;
    float baseline = 0; // whole pixels
    float left = 0; // whole pixels
    float width = 0; // advance width without the spaces at its end
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(Line const&, Line const&) = default;
};

// Where the insertion mark stands.
struct Caret {
    float x = 0;
    float top = 0;
    float height = 0;
    friend bool operator==(Caret const&, Caret const&) = default;
};

// A place between two graphemes.
struct CaretStop {
    std::uint32_t byte = 0;
    float x = 0;
};

// What Typesetter fills a Layout with.
struct LayoutParts {
    WipedVector<Glyph> glyphs;
    WipedVector<Line> lines;
    WipedVector<CaretStop> stops; // of all lines, bytes ascending
    WipedVector<std::uint32_t> first_stops; // per line
    float line_height = 0;
    float width = 0;
    std::size_t missing = 0;
    std::uint32_t generation = 0;
    bool truncated = false;
    bool overflowed = false;
};

// Text that has been set: where its pictures go and where a caret can stand. It holds no text, but
// glyphs and offsets tell as much: keep that of a visitor no longer than the visitor's text. Wiped
// when destroyed. Moves, does not copy.
//
// Belongs to the thread of its Typesetter.
class Layout {
public:
    Layout() = default;
    explicit Layout(LayoutParts&& parts) : m_parts(std::move(parts)) {}
    Layout(Layout&&) noexcept = default;
    Layout& operator=(Layout&&) noexcept = default;
    Layout(Layout const&) = delete;
    Layout& operator=(Layout const&) = delete;
    ~Layout() = default;

    // At least one line, also of empty text (none only in a default constructed Layout).
    [[nodiscard]] std::span<Line const> lines() const { return m_parts.lines; }
    [[nodiscard]] std::span<Glyph const> glyphs() const { return m_parts.glyphs; }
    [[nodiscard]] float width() const { return m_parts.width; } // of the widest line
    [[nodiscard]] float height() const;
    [[nodiscard]] float line_height() const { return m_parts.line_height; }

    // max_lines left something out.
    [[nodiscard]] bool truncated() const { return m_parts.truncated; }
    // A word wider than width_px was broken inside, or a single letter sticks out.
    [[nodiscard]] bool overflowed() const { return m_parts.overflowed; }
    // Graphemes no font has; each is drawn as one box.
    [[nodiscard]] std::size_t missing() const { return m_parts.missing; }
    // Atlas::generation() the glyphs belong to; once the atlas has another, lay the text out again.
    [[nodiscard]] std::uint32_t generation() const { return m_parts.generation; }

    // The caret before the grapheme at or around `byte` of the joined spans; past the end: at the
    // end. Where directions meet it stands on the side of the outer direction, so that every
    // boundary of a line has a place of its own.
    [[nodiscard]] Caret caret(std::size_t byte) const;
    // The grapheme boundary nearest to a point of the line at height y (above: first line, below:
    // last line). byte_at(caret(b).x, caret(b).top) == b for every boundary b, unless graphemes
    // have no width.
    [[nodiscard]] std::size_t byte_at(float x, float y) const;

private:
    [[nodiscard]] std::span<CaretStop const> stops_of(std::size_t line) const;

    LayoutParts m_parts;
};

} // namespace inloop::text
