// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/keyboard_layout.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace inloop::ui {

// A key that went down in this frame. Never stored, never logged.
struct KeyPress {
    KeyAction action = KeyAction::insert;
    std::string_view insert; // UTF-8, for `insert`
};

struct KeyboardSpec {
    Rect place{}; // with the bed under the keys
    KeySet keys = KeySet::text;
    flow::KeyboardLayer layer = flow::KeyboardLayer::letters;
    bool shift = false;
    float key_size = 0; // of the letters on the keys; 0: the theme's
    // Whether a letter can be typed now; the others stay in their place and cannot be touched.
    // Empty: all can.
    std::function<bool(std::string_view)> available{};
};

// The on-screen keyboard. Keys act when the finger comes down; there is no repeat and nothing is
// learnt. Changes nothing itself: text_box.h applies the press.
[[nodiscard]] std::optional<KeyPress> keyboard(Ui& ui, ScreenContext const& context,
                                               KeyboardSpec const& spec);

// Height of all keys of a text with the bed under them, in pixels.
[[nodiscard]] float keyboard_height(Theme const& theme);
// The same for `rows` rows of keys, each as tall as those of a text.
[[nodiscard]] float keyboard_height(Theme const& theme, int rows);

} // namespace inloop::ui
