// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/source.h"

#include <cstdint>
#include <span>

namespace inloop::text {

// The embedding level of a character (UAX 9): even reads left to right, odd right to left.
using Level = std::uint8_t;

[[nodiscard]] constexpr bool is_rtl(Level level) {
    return (level & 1U) != 0;
}

// The level of every character, each paragraph resolved as a whole before it is broken into lines,
// as UAX 9 asks; sets the paragraphs' base_level. Icons are neutral: they follow the text around
// them.
[[nodiscard]] WipedVector<Level> resolve_levels(Source& source, Direction direction);

// The order in which pieces of a line stand from left to right (UAX 9, rule L2): out[0] is the
// leftmost.
void order_visually(std::span<Level const> levels, WipedVector<std::uint32_t>& out);

} // namespace inloop::text
