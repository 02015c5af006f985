// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/font_choice.h"

#include <utf8proc.h>

#include <algorithm>
#include <optional>

namespace inloop::text {

namespace {

utf8proc_category_t category(std::uint32_t code_point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

bool is_mark(std::uint32_t code_point) {
    auto const c = category(code_point);
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}

// Characters that steer others and need no glyph: joiners, direction marks, variation selectors.
bool needs_no_glyph(std::uint32_t code_point) {
    bool const selector = (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
                          (code_point >= 0xE0100 && code_point <= 0xE01EF) || code_point == 0x034F;
    return selector || category(code_point) == UTF8PROC_CATEGORY_CF;
}

// Signs of every script, which look best in the font of the letters beside them. Digits are not
// among them: they look alike on a whole screen, whatever language it is in.
bool follows_neighbours(std::uint32_t code_point) {
    auto const c = category(code_point);
    return (c >= UTF8PROC_CATEGORY_PC && c <= UTF8PROC_CATEGORY_PO) || c == UTF8PROC_CATEGORY_ZS;
}

class Chooser {
public:
    Chooser(Source& source, Fonts const& fonts) : m_source(source), m_fonts(fonts) {
        m_out.faces.assign(source.size(), 0);
    }

    // Characters [from, to) of one level and one weight.
    void choose_run(std::size_t from, std::size_t to) {
        std::optional<FaceId> neighbour = first_letter_face(from, to);
        for (std::size_t i = from; i < to;) {
            std::size_t const end = grapheme_end(i, to);
            bool const follows = end == i + 1 && follows_neighbours(m_source.code_points[i]);
            if (!follows || !neighbour || !has_all(*neighbour, i, end)) {
                FaceId const face = choose_grapheme(i, end);
                neighbour = follows ? neighbour : face;
                std::fill(face_at(i), face_at(end), face);
            } else {
                std::fill(face_at(i), face_at(end), *neighbour);
            }
            i = end;
        }
    }

    FontChoice take() { return std::move(m_out); }

private:
    WipedVector<FaceId>::iterator face_at(std::size_t i) {
        return m_out.faces.begin() + static_cast<std::ptrdiff_t>(i);
    }

    [[nodiscard]] std::size_t grapheme_end(std::size_t from, std::size_t to) const {
        std::size_t end = from + 1;
        while (end < to && m_source.grapheme[end] == 0) {
            ++end;
        }
        return end;
    }

    [[nodiscard]] std::optional<FaceId> first_letter_face(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (!follows_neighbours(m_source.code_points[i]) &&
                !needs_no_glyph(m_source.code_points[i])) {
                return best_face(i, grapheme_end(i, to));
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has(FaceId face, std::size_t i) const {
        return m_fonts.glyph(face, m_source.code_points[i]) != 0;
    }

    [[nodiscard]] bool has_all(FaceId face, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (!has(face, i) && !needs_no_glyph(m_source.code_points[i])) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::optional<FaceId> best_face(std::size_t from, std::size_t to) const {
        auto const list = m_fonts.fallback(m_source.weights[from]);
        for (FaceId const face : list) {
            if (has_all(face, from, to)) {
                return face;
            }
        }
        for (FaceId const face : list) {
            if (has(face, from)) {
                return face;
            }
        }
        return std::nullopt;
    }

    FaceId choose_grapheme(std::size_t from, std::size_t to) {
        auto const found = best_face(from, to);
        FaceId const face = found.value_or(m_fonts.fallback(m_source.weights[from]).front());
        bool whole = found.has_value();
        for (std::size_t i = from + 1; i < to; ++i) {
            if (has(face, i) || needs_no_glyph(m_source.code_points[i])) {
                continue;
            }
            whole = false;
            if (!found || !is_mark(m_source.code_points[i])) {
                m_source.code_points[i] = kInvisible;
            }
        }
        m_out.missing += whole ? 0 : 1;
        return face;
    }

    Source& m_source;
    Fonts const& m_fonts;
    FontChoice m_out;
};

} // namespace

FontChoice choose_fonts(Source& source, std::span<Level const> levels, Fonts const& fonts) {
    Chooser chooser(source, fonts);
    for (Paragraph const& paragraph : source.paragraphs) {
        for (std::size_t from = paragraph.from; from < paragraph.to;) {
            std::size_t to = from + 1;
            while (to < paragraph.to &&
                   (source.grapheme[to] == 0 ||
                    (levels[to] == levels[from] && source.weights[to] == source.weights[from]))) {
                ++to;
            }
            chooser.choose_run(from, to);
            from = to;
        }
    }
    return chooser.take();
}

} // namespace inloop::text
