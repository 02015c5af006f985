// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/bidi.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

namespace inloop::text {

namespace {

FriBidiParType par_type(Direction direction) {
    switch (direction) {
    case Direction::left_to_right:
        return FRIBIDI_PAR_LTR;
    case Direction::right_to_left:
        return FRIBIDI_PAR_RTL;
    case Direction::automatic:
        break;
    }
    return FRIBIDI_PAR_ON;
}

struct Work {
    WipedVector<FriBidiCharType> types;
    WipedVector<FriBidiBracketType> brackets;
    WipedVector<FriBidiLevel> levels;
};

void resolve(Source const& source, Paragraph& paragraph, Direction direction, Work& work) {
    auto const size = static_cast<FriBidiStrIndex>(paragraph.to - paragraph.from);
    FriBidiChar const* const text = source.code_points.data() + paragraph.from;
    FriBidiParType base = par_type(direction);
    if (size == 0) {
        paragraph.base_level = base == FRIBIDI_PAR_RTL ? 1 : 0;
        return;
    }
    FriBidiCharType* const types = work.types.data() + paragraph.from;
    FriBidiBracketType* const brackets = work.brackets.data() + paragraph.from;
    fribidi_get_bidi_types(text, size, types);
    for (std::size_t i = paragraph.from; i < paragraph.to; ++i) {
        if (source.weights[i] == Weight::icon) {
            work.types[i] = FRIBIDI_TYPE_ON;
        }
    }
    fribidi_get_bracket_types(text, size, types, brackets);
    FriBidiLevel* const levels = work.levels.data() + paragraph.from;
    if (fribidi_get_par_embedding_levels_ex(types, brackets, size, &base, levels) == 0) {
        // Out of memory: readable, if in the wrong order.
        std::fill(levels, levels + size, FriBidiLevel{0});
    }
    paragraph.base_level = FRIBIDI_IS_RTL(base) ? 1 : 0;
}

} // namespace

WipedVector<Level> resolve_levels(Source& source, Direction direction) {
    Work work;
    work.types.resize(source.size());
    work.brackets.resize(source.size());
    work.levels.resize(source.size());
    for (Paragraph& paragraph : source.paragraphs) {
        resolve(source, paragraph, direction, work);
    }
    WipedVector<Level> out(source.size());
    std::transform(work.levels.begin(), work.levels.end(), out.begin(), [](FriBidiLevel level) {
        return static_cast<Level>(std::max<FriBidiLevel>(level, 0));
    });
    return out;
}

void order_visually(std::span<Level const> levels, WipedVector<std::uint32_t>& out) {
    out.resize(levels.size());
    std::iota(out.begin(), out.end(), 0U);
    Level const highest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
    for (Level level = highest; level > 0; --level) {
        for (std::size_t from = 0; from < levels.size();) {
            std::size_t to = from;
            while (to < levels.size() && levels[to] >= level) {
                ++to;
            }
            std::reverse(out.begin() + static_cast<std::ptrdiff_t>(from),
                         out.begin() + static_cast<std::ptrdiff_t>(to));
            from = to + 1;
        }
    }
}

} // namespace inloop::text
