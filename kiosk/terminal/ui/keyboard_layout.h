// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/ui/theme.h"

#include <string_view>
#include <vector>

namespace inloop::ui {

enum class KeyAction : std::uint8_t {
    insert,
    backspace,
    enter,
    left,
    right,
    up,
    down,
    shift,
    letters,
    digits,
    accents,
    hide,
    none, // no key stands here
};

// What is typed. A text has all layers; the other sets have one layer and no capitals.
enum class KeySet : std::uint8_t {
    text,
    email, // letters, digits and the signs of an address at once
    phone, // digits and the + of another country
    digits, // of a code
    word, // letters of a code word
    pairing, // of the code of a log: digits and the letters nobody takes for others
};

// One key: what it does and, for `insert`, what it puts in without and with shift (UTF-8, lives for
// ever).
struct KeyShape {
    KeyAction action = KeyAction::insert;
    std::string_view lower;
    std::string_view upper;
    float share = 1; // of the row's width
};

using KeyRow = std::vector<KeyShape>;

// The rows of a layer. Letters stand as QWERTY in ten columns, or as the alphabet in six on a
// portrait display, where ten would be under 9 mm; numbers stand as on a telephone. `layer` counts
// only for a text.
[[nodiscard]] std::vector<KeyRow> keyboard_layout(Shape shape, KeySet keys,
                                                  flow::KeyboardLayer layer);

} // namespace inloop::ui
