// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/shaper.h"
#include "kiosk/terminal/text/source.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inloop::text {

// What is drawn after the last letter of a line and is not in the text.
enum class Tail : std::uint8_t { none, hyphen, ellipsis };

// Cells [from, to) of one paragraph. Spaces at the end are in it and not in the width.
struct BrokenLine {
    std::size_t paragraph = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    Subpixels width = 0; // with the tail
    Subpixels hanging = 0; // the spaces at the end
    Tail tail = Tail::none;
    bool wrapped = false; // the paragraph goes on in the next line
};

struct BrokenText {
    WipedVector<BrokenLine> lines; // at least one a paragraph
    bool overflowed = false;
    bool truncated = false;
};

struct BreakLimits {
    Subpixels width = 0; // 0: no wrapping
    std::size_t lines = 0; // 0: all
    Subpixels hyphen = 0; // advance of the tails
    Subpixels ellipsis = 0;
    std::string_view language;
};

// Fills lines greedily at the opportunities of UAX 14. A word wider than a line is broken between
// cells. A soft hyphen shows where a line ends at it.
[[nodiscard]] BrokenText break_lines(Source const& source, Shaped const& shaped,
                                     BreakLimits const& limits);

} // namespace inloop::text
