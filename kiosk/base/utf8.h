// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace inloop::utf8 {

// True if every byte belongs to a well-formed code point: no lone surrogates, no overlong forms,
// none above U+10FFFF.
[[nodiscard]] bool is_valid(std::string_view text);

// The text with every malformed byte replaced by U+FFFD. For files and page text, never for a
// visitor's.
[[nodiscard]] std::string repaired(std::string_view text);

// Number of code points of well-formed text.
[[nodiscard]] std::size_t count(std::string_view text);

// True if nothing of the text leaves ink: only spaces of any script, line ends, control and format
// characters (joiners, direction marks). Malformed bytes count as ink.
[[nodiscard]] bool is_blank(std::string_view text);

// Byte offset of the grapheme boundary after / before `at` (what a person sees as one letter, UAX
// 29). `at` lies on a boundary; the ends return themselves.
[[nodiscard]] std::size_t next_grapheme(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t previous_grapheme(std::string_view text, std::size_t at);

} // namespace inloop::utf8
