// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/style.h"
#include "kiosk/terminal/text/wiped.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace inloop::text {

// What stands for a character that draws nothing: no width, no line break beside it, ignored by
// every font (WORD JOINER).
inline constexpr std::uint32_t kInvisible = 0x2060;

inline constexpr std::uint32_t kSoftHyphen = 0x00AD;

// Characters [from, to) between two ends of lines; the end itself (\n, \r\n ...) is [to, next
// paragraph's from).
struct Paragraph {
    std::size_t from = 0;
    std::size_t to = 0;
    std::uint8_t base_level = 0; // 0 left to right, 1 right to left (bidi.h)
};

// The joined spans, one entry a character (code point) in parallel lists, because the libraries
// want lists of one thing.
struct Source {
    WipedVector<std::uint32_t>
        code_points; // controls replaced by kInvisible, malformed bytes by U+FFFD
    WipedVector<std::uint32_t> bytes; // offset in the joined spans; one more entry: the end
    WipedVector<std::uint8_t> grapheme; // 1: a grapheme starts here (UAX 29)
    WipedVector<Weight> weights;
    WipedVector<std::uint8_t> tones;
    WipedVector<Paragraph> paragraphs; // at least one

    [[nodiscard]] std::size_t size() const { return code_points.size(); }
};

// Decodes the spans. Graphemes may begin in one span and end in the next.
[[nodiscard]] Source read_spans(std::span<Span const> spans);

// A space that may hang over the end of a line: the white space of UAX 14 without the no-break
// spaces.
[[nodiscard]] bool is_space(std::uint32_t code_point);

} // namespace inloop::text
