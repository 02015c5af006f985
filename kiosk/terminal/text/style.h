// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace inloop::text {

// Which list of fonts a span is drawn with.
enum class Weight : std::uint8_t {
    regular,
    bold,
    icon, // the icon font; the text is the code points of icons (icons.h)
};

// Where a line stands in its width. start is left in a left-to-right paragraph, right in a
// right-to-left one.
enum class Align : std::uint8_t { start, centre, end };

// The base direction of a paragraph. automatic: by its first strong letter (UAX 9, P2 and P3), left
// to right if it has none; a screen in a right-to-left language passes right_to_left, so that "112"
// stands right as well.
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };

// A piece of text in one weight and tone. UTF-8, not kept; malformed bytes are drawn as U+FFFD,
// control characters as nothing, a tab as a space. \n, \r\n, U+2028 and U+2029 end a line.
struct Span {
    std::string_view text = {};
    Weight weight = Weight::regular;
    // A number of the caller's, carried to every glyph: the drawer makes a colour of it.
    std::uint8_t tone = 0;
};

// How the spans of one layout are set. Sizes in physical pixels; out of range values are brought
// into range.
struct ParagraphStyle {
    float size_px = 16; // size of the em square, as in CSS; kMinSize..kMaxSize (tuning.h)
    // Rounded to whole pixels so that lines stand evenly; 0: 1.35 x size_px.
    float line_height_px = 0;
    float width_px = 0; // lines are wrapped to it; 0: no wrapping
    Align align = Align::start;
    Direction direction = Direction::automatic;
    // BCP 47, may be empty: local letter forms, and quotation marks at line ends.
    std::string_view language = {};
    int max_lines = 0; // 0: all. More lines than this: the last one ends in an ellipsis
};

} // namespace inloop::text
