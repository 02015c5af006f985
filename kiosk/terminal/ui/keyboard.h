// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/keyboard_layout.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace inloop::ui {

// A key that went down in this frame. Never stored, never logged.
struct KeyPress {
    KeyAction action = KeyAction::insert;
    std::string_view insert; // UTF-8, for `insert`
};

// The on-screen keyboard: QWERTY in ten columns, or the alphabet in six where ten would be under 9
// mm. Keys act when the finger comes down; there is no repeat and nothing is learnt. Changes
// nothing itself: text_box.h applies the press.
[[nodiscard]] std::optional<KeyPress> keyboard(Ui& ui, ScreenContext const& context,
                                               flow::Draft const& draft, Rect const& place);

// Height of all keys with the bed under them, in pixels.
[[nodiscard]] float keyboard_height(Theme const& theme);

} // namespace inloop::ui
