// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"

#include <cstddef>
#include <cstdint>

namespace inloop::flow {

// Which keys the on-screen keyboard shows.
enum class KeyboardLayer : std::uint8_t { letters, digits, signs, accents };

// What the visitor is writing, and where in it he is. The only place on the kiosk that holds what
// he typed; the text box and the keyboard change it, nobody copies it. Wiped by clear() when he
// leaves.
struct Draft {
    entries::EntryKind kind = entries::EntryKind::question;
    SecretText text;
    std::size_t caret = 0; // byte, on a grapheme boundary
    std::size_t caret_shown = 0; // where the caret was when the text box last scrolled to it
    float scroll_px = 0; // how far the text box is scrolled down
    KeyboardLayer layer = KeyboardLayer::letters;
    bool shift = true; // the next letter is a capital: a new text starts with one
    bool keyboard_hidden = false;

    void clear();
};

} // namespace inloop::flow
