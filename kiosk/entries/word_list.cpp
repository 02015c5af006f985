// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/word_list.h"

#include "kiosk/entries/receipt_code.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace inloop::entries {

namespace {

constexpr std::size_t kMinLetters = 4; // also how many letters tell every word apart
constexpr std::size_t kMaxLetters = 7;

// What is wrong with one word and how to mend it; empty when nothing is.
std::string_view fault_of(std::string_view word, std::string_view previous) {
    if (word.ends_with('\r')) {
        return "ends in a carriage return: save the file with Unix line ends";
    }
    if (!std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
        return "has something else than the letters a-z: write one word in small letters and "
               "nothing "
               "else";
    }
    if (word.size() < kMinLetters || word.size() > kMaxLetters) {
        return "has not 4 to 7 letters: choose another word";
    }
    if (previous.substr(0, kMinLetters) == word.substr(0, kMinLetters)) {
        return "begins with the same four letters as the line before: choose another word";
    }
    if (word < previous) {
        return "comes before the line above it in the alphabet: sort the file";
    }
    return {};
}

} // namespace

Result<WordList> WordList::parse(std::string_view file_text, std::string_view file_name) {
    auto const wrong = [&](std::size_t line, std::string_view what) {
        return fail(ErrorCode::invalid_input,
                    std::string(file_name) + ":" + std::to_string(line) + ": " + std::string(what));
    };
    std::vector<std::string> words;
    words.reserve(kWordCount);
    std::string_view previous;
    while (!file_text.empty()) {
        std::string_view const word = file_text.substr(0, file_text.find('\n'));
        file_text.remove_prefix(std::min(word.size() + 1, file_text.size()));
        std::size_t const line = words.size() + 1;
        if (line > kWordCount) {
            return wrong(line, "is one line too many: the list has 2,048 words, take words away");
        }
        if (std::string_view const fault = fault_of(word, previous); !fault.empty()) {
            return wrong(line, fault);
        }
        words.emplace_back(word);
        previous = word;
    }
    if (words.size() < kWordCount) {
        return wrong(words.size() + 1, "is missing: the list has 2,048 words, add words");
    }
    return WordList(std::move(words));
}

std::optional<std::uint16_t> WordList::find(std::string_view word) const {
    auto const at = std::ranges::lower_bound(m_words, word);
    if (at == m_words.end() || *at != word) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(std::distance(m_words.begin(), at));
}

WordRange WordList::complete(std::string_view prefix) const {
    // Words with this beginning follow each other, and none of them comes before the beginning
    // itself.
    auto const first = std::ranges::lower_bound(m_words, prefix);
    auto const last = std::partition_point(
        first, m_words.end(), [&](std::string_view word) { return word.starts_with(prefix); });
    return {static_cast<std::uint16_t>(std::distance(m_words.begin(), first)),
            static_cast<std::uint16_t>(std::distance(first, last))};
}

} // namespace inloop::entries
