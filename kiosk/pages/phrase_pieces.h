// SPDX-License-Identifier: EUPL-1.2
// The small notation of phrases: **bold** and {name}. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/place.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// A phrase as it is kept: pieces of text and names to be filled in.
struct PhrasePiece {
    std::string text; // text, or the name of a placeholder
    bool bold = false;
    bool placeholder = false;
};

// Takes the notation apart. The error is the cause in a few words: a brace or a pair of stars
// without its other half, or a name that is not [a-z0-9_].
[[nodiscard]] tl::expected<std::vector<PhrasePiece>, std::string>
split_phrase(std::string_view text);

// The text without the ** of bold; names in braces stay.
[[nodiscard]] std::string without_stars(std::string_view text);

// The word of that name; nullptr when there is none.
[[nodiscard]] std::string const* find_word(StandingWords const& words, std::string_view name);

// Fills the standing words into plain text; a name that is not among them stays as it is.
[[nodiscard]] std::string fill_words(std::string_view text, StandingWords const& words);

// What stands in braces in the text and is neither a word of the place nor one of the two numbers
// ("{name}", or a lone brace); empty when all is well.
[[nodiscard]] std::string first_unknown_word(std::string_view text);

// Names of the two numbers as texts use them: what Facts::words gives.
inline constexpr std::string_view kNumberWord = "number"; // 0900-8844
inline constexpr std::string_view kEmergencyNumberWord = "emergency_number"; // 112

} // namespace inloop::pages
