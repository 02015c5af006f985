// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::entries {

// Words that follow each other in the list: [first, first + count).
struct WordRange {
    std::uint16_t first = 0;
    std::uint16_t count = 0;
    friend bool operator==(WordRange const&, WordRange const&) = default;
};

// The 2,048 words receipts and passphrases are made of (assets/words.nl.txt). Constant once read;
// any thread.
class WordList {
public:
    // Reads a list: exactly 2,048 lines, one word each, 4 to 7 letters a-z, in order of the
    // alphabet, the first four letters of each its own (so that a keyboard can complete after four
    // taps). Fails with `invalid_input`; the message names file_name, the line, what is wrong there
    // and how to mend it.
    [[nodiscard]] static Result<WordList> parse(std::string_view file_text,
                                                std::string_view file_name);

    // The word at index 0..2047. Lives as long as the list.
    [[nodiscard]] std::string_view word(std::uint16_t index) const { return m_words[index]; }

    // The index of a whole word, written exactly as in the list.
    [[nodiscard]] std::optional<std::uint16_t> find(std::string_view word) const;

    // All words that begin with `prefix`; count 0 when there is none. Four letters leave at most
    // one.
    [[nodiscard]] WordRange complete(std::string_view prefix) const;

private:
    explicit WordList(std::vector<std::string> words) : m_words(std::move(words)) {}

    std::vector<std::string> m_words;
};

} // namespace inloop::entries
