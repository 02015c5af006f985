// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::flow {

// Which keys the on-screen keyboard shows.
enum class KeyboardLayer : std::uint8_t { letters, digits, signs, accents };

// A text being typed and where in it the visitor is. The only place on the kiosk that holds what he
// typed; the text box and the keyboard change it, nobody copies it.
struct TypingField {
    SecretText text;
    std::size_t caret = 0; // byte, on a grapheme boundary
    std::size_t caret_shown = 0; // where the caret was when the text box last scrolled to it
    float scroll_px = 0; // how far the text box is scrolled down
    KeyboardLayer layer = KeyboardLayer::letters;
    bool shift = true; // the next letter is a capital: a new text starts with one
    bool keyboard_hidden = false;

    // Overwrites the text and begins anew.
    void clear();
    // The same place for another text of the same sort; the caret stands at its end.
    void rewind();
};

// What the visitor is leaving: everything of it until it is sent. Wiped by clear() when he leaves.
struct Draft {
    entries::EntryKind kind = entries::EntryKind::question;
    std::string subject{}; // id; empty while none is chosen
    entries::Happening happening = entries::Happening::not_asked;
    entries::Passing passing = entries::Passing::not_asked;
    entries::ContactWish contact_wish = entries::ContactWish::by_code;
    entries::Spot spot{};
    std::vector<entries::TapAnswer> answers{};
    TypingField message;
    TypingField contact;
    // How many pieces that point at a person he chose to leave in; more are asked about again.
    std::size_t personal_data_kept = 0;
    bool told_recognisable = false; // he was asked whether others could tell who wrote

    // The option tapped for a question; empty when none was.
    [[nodiscard]] std::string_view answer(std::string_view question) const;
    void set_answer(std::string_view question, std::string_view option);
    // Takes the answers of another subject along with the old one.
    void set_subject(std::string_view id);
    void set_contact_wish(entries::ContactWish wish); // another wish needs another detail
    void clear();
};

} // namespace inloop::flow
