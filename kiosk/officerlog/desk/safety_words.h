// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/folded_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace inloop::desk {

// Words that say somebody may be in danger, in every language of the file at once: a visitor may
// write in another language than his screen's. Orders the review, and is never shown to visitors.
// Constant once filled; any thread.
class SafetyWords {
public:
    // "mes": that word. "pistool*": every word that begins so. "niet meer leven": these words in a
    // row. Case and accents do not matter. False, and nothing added, when nothing of it is a word.
    [[nodiscard]] bool add(std::string_view phrase);

    [[nodiscard]] bool stand_in(FoldedText const& text) const;
    [[nodiscard]] bool empty() const { return m_phrases.empty(); }

private:
    struct Piece {
        std::string word;
        bool begins_with = false;
    };
    using Phrase = std::vector<Piece>;
    [[nodiscard]] static bool stands_at(FoldedText const& text, std::size_t at,
                                        Phrase const& phrase);
    std::vector<Phrase> m_phrases;
};

} // namespace inloop::desk
