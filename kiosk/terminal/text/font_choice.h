// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/bidi.h"
#include "kiosk/terminal/text/fonts.h"
#include "kiosk/terminal/text/source.h"

#include <cstddef>
#include <span>

namespace inloop::text {

struct FontChoice {
    WipedVector<FaceId> faces; // per character
    std::size_t missing = 0; // graphemes no font has
};

// Finds a font for each grapheme: the first of its weight's list that has all its characters, else
// the first that has its base, which its marks then share. Spaces and punctuation take the font of
// the letters they stand with, so that a sentence is one run of one font and brackets match.
//
// A grapheme no font has keeps its base, which the first font draws as its box, and loses the rest:
// one box for what a person sees as one sign, however many code points it has.
[[nodiscard]] FontChoice choose_fonts(Source& source, std::span<Level const> levels,
                                      Fonts const& fonts);

} // namespace inloop::text
