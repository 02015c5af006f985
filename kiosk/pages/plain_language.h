// SPDX-License-Identifier: EUPL-1.2
// How easy a text is to read, for the people who write it. Rules of thumb of Dutch plain language
// (communicatierijk.nl: short sentences, everyday words, active), as hints with their reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

enum class Hint : unsigned char {
    long_sentence, // more than kSentenceWords words
    long_word, // more than kWordLetters letters, and not a name of the place
    hard_word, // has an easier twin: `words` names both, "betreffende: over"
    passive, // "wordt ... ge-": say who does it (Dutch only)
};

struct LanguageHint {
    Hint hint = Hint::long_sentence;
    std::string words; // the sentence or the word
    friend bool operator==(LanguageHint const&, LanguageHint const&) = default;
};

// Hints for one text in `language` ("nl", "en"; others: only the length of sentences), in order.
// Sentences end at . ! ? : or a line end. `allowed` are words that are never too long or hard.
[[nodiscard]] std::vector<LanguageHint> plain_language(std::string_view text,
                                                       std::string_view language,
                                                       std::vector<std::string> const& allowed);

[[nodiscard]] std::string to_string(LanguageHint const& hint);

// What to do about it.
[[nodiscard]] std::string mend_of(Hint hint);

} // namespace inloop::pages
