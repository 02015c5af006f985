// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/safety_words.h"

#include <algorithm>
#include <utility>

namespace inloop::desk {

bool SafetyWords::add(std::string_view phrase) {
    auto folded = FoldedText::create();
    if (!folded) {
        return false;
    }
    folded->take(phrase);
    Phrase pieces;
    for (std::size_t i = 0; i < folded->count(); ++i) {
        std::size_t const end = folded->end(i);
        bool const begins_with = end < phrase.size() && phrase[end] == '*';
        pieces.push_back({std::string(folded->word(i)), begins_with});
    }
    if (pieces.empty()) {
        return false;
    }
    m_phrases.push_back(std::move(pieces));
    return true;
}

bool SafetyWords::stands_at(FoldedText const& text, std::size_t at, Phrase const& phrase) {
    if (text.count() - at < phrase.size()) {
        return false;
    }
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        std::string_view const word = text.word(at + i);
        bool const same =
            phrase[i].begins_with ? word.starts_with(phrase[i].word) : word == phrase[i].word;
        if (!same) {
            return false;
        }
    }
    return true;
}

bool SafetyWords::stand_in(FoldedText const& text) const {
    for (std::size_t at = 0; at < text.count(); ++at) {
        if (std::ranges::any_of(
                m_phrases, [&](Phrase const& phrase) { return stands_at(text, at, phrase); })) {
            return true;
        }
    }
    return false;
}

} // namespace inloop::desk
