// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/line_breaker.h"

#include <linebreak.h>

#include <algorithm>
#include <array>

namespace inloop::text {

namespace {

// What libunibreak is given for a character. Version 1.1 aborts on two kinds. Half a flag (a
// regional indicator) has a class it knows but no rules for: an ideograph may stand alone as a flag
// may, and cells keep the halves together. U+FFFF is its own sign for the end of the text.
std::uint32_t for_line_breaking(std::uint32_t code_point) {
    constexpr std::uint32_t kIdeograph = 0x4E00;
    constexpr std::uint32_t kEndOfText = 0xFFFF;
    if (code_point >= 0x1F1E6 && code_point <= 0x1F1FF) {
        return kIdeograph;
    }
    return code_point == kEndOfText ? 'a' : code_point;
}

class Breaker {
public:
    Breaker(Source const& source, Shaped const& shaped, BreakLimits const& limits)
        : m_source(source)
        , m_cells(shaped.cells)
        , m_limits(limits) {}

    BrokenText run(Shaped const& shaped) {
        find_opportunities();
        for (std::size_t p = 0; p < m_source.paragraphs.size(); ++p) {
            break_paragraph(p, shaped.first_cells[p], shaped.first_cells[p + 1]);
        }
        return std::move(m_out);
    }

private:
    void find_opportunities() {
        if (m_limits.width <= 0) {
            return;
        }
        std::array<char, 36> tag{};
        if (m_limits.language.size() < tag.size()) {
            std::copy(m_limits.language.begin(), m_limits.language.end(), tag.begin());
        }
        WipedVector<std::uint32_t> text(m_source.size());
        std::transform(m_source.code_points.begin(), m_source.code_points.end(), text.begin(),
                       for_line_breaking);
        m_breaks.resize(text.size());
        set_linebreaks_utf32(text.data(), text.size(), tag.data(), m_breaks.data());
    }

    [[nodiscard]] bool may_end_after(std::size_t cell) const {
        return m_breaks[m_cells[cell].to - 1] == LINEBREAK_ALLOWBREAK;
    }

    [[nodiscard]] bool hyphenates(std::size_t cell) const {
        return m_source.code_points[m_cells[cell].to - 1] == kSoftHyphen;
    }

    void break_paragraph(std::size_t paragraph, std::size_t from, std::size_t end) {
        std::size_t start = from;
        while (m_limits.width > 0 && start < end) {
            std::size_t const next = line_end(start, end);
            if (next == end) {
                break;
            }
            add(paragraph, start, next, true);
            start = next;
        }
        add(paragraph, start, end, false);
    }

    // Where the line that starts at `start` ends; `end` when the rest fits.
    std::size_t line_end(std::size_t start, std::size_t end) {
        Subpixels pen = 0;
        std::size_t best = start;
        for (std::size_t i = start; i < end; ++i) {
            Cell const& cell = m_cells[i];
            if (!cell.space && pen + cell.advance > m_limits.width) {
                if (best > start) {
                    return best;
                }
                m_out.overflowed = true;
                if (i > start) {
                    return i;
                }
            }
            pen += cell.advance;
            bool const hyphen_fits = !hyphenates(i) || pen + m_limits.hyphen <= m_limits.width;
            if (may_end_after(i) && hyphen_fits) {
                best = i + 1;
            }
        }
        return end;
    }

    // Width of the spaces at the end of the cells [from, to).
    [[nodiscard]] Subpixels hanging(std::size_t from, std::size_t to) const {
        Subpixels width = 0;
        for (std::size_t i = to; i > from && m_cells[i - 1].space; --i) {
            width += m_cells[i - 1].advance;
        }
        return width;
    }

    void add(std::size_t paragraph, std::size_t from, std::size_t to, bool wrapped) {
        BrokenLine line{paragraph, from, to, 0, hanging(from, to), Tail::none, wrapped};
        for (std::size_t i = from; i < to; ++i) {
            line.width += m_cells[i].advance;
        }
        line.width -= line.hanging;
        if (wrapped && hyphenates(to - 1)) {
            line.tail = Tail::hyphen;
            line.width += m_limits.hyphen;
        }
        m_out.lines.push_back(line);
    }

    Source const& m_source;
    WipedVector<Cell> const& m_cells;
    BreakLimits const& m_limits;
    WipedVector<char> m_breaks;
    BrokenText m_out;
};

// Makes room for the ellipsis and takes the spaces before it away.
void end_in_ellipsis(BrokenLine& line, WipedVector<Cell> const& cells, BreakLimits const& limits) {
    Subpixels width = 0;
    for (std::size_t i = line.from; i < line.to; ++i) {
        width += cells[i].advance;
    }
    while (line.to > line.from) {
        bool const fits = limits.width <= 0 || width + limits.ellipsis <= limits.width;
        Cell const& last = cells[line.to - 1];
        if (fits && !last.space) {
            break;
        }
        width -= last.advance;
        --line.to;
    }
    line.width = width + limits.ellipsis;
    line.hanging = 0;
    line.tail = Tail::ellipsis;
}

} // namespace

BrokenText break_lines(Source const& source, Shaped const& shaped, BreakLimits const& limits) {
    BrokenText out = Breaker(source, shaped, limits).run(shaped);
    if (limits.lines > 0 && out.lines.size() > limits.lines) {
        out.lines.resize(limits.lines);
        out.truncated = true;
        end_in_ellipsis(out.lines.back(), shaped.cells, limits);
    }
    return out;
}

} // namespace inloop::text
