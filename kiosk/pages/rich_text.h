// SPDX-License-Identifier: EUPL-1.2
// Inline text as a screen draws it: pieces in one of two weights. There are no links, colours or
// sizes inside a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// A piece of text in one weight. Well-formed UTF-8, no line breaks.
struct Span {
    std::string text;
    bool bold = false;

    friend bool operator==(Span const&, Span const&) = default;
};

using RichText = std::vector<Span>;

// Appends `text`, joined to the last span when the weight is the same, so that shaping sees whole
// words.
void append(RichText& to, std::string_view text, bool bold);

// The text without its weights, for reading aloud and for labels.
[[nodiscard]] std::string plain_text(RichText const& text);

} // namespace inloop::pages
