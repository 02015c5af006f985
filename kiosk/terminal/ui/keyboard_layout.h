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

// The rows of a layer: QWERTY in ten columns, or the alphabet in six on a portrait display, where
// ten would be under 9 mm.
[[nodiscard]] std::vector<KeyRow> keyboard_layout(Shape shape, flow::KeyboardLayer layer);

} // namespace inloop::ui
