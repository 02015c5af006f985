// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <string_view>

namespace inloop::ui {

// One of the five places of a code: its number and what was typed there. Flat, because it is for
// reading; the one that is being typed has the edge of a text box.
struct CodeSlot {
    int number = 1;
    std::string_view typed{}; // borrowed for the call; never on record
    bool current = false;
    bool bold = true;
    float size_px = 0; // of what was typed
};
void code_slot(Ui& ui, Rect const& place, CodeSlot const& slot, Privacy privacy);

// A button with a word of the code on it. `label` is what may be on record: it does not say the
// word. True in the frame in which it was tapped.
struct SecretButton {
    std::string id{};
    std::string label{};
    Rect rect{};
    std::string_view word{};
    float size_px = 0;
};
[[nodiscard]] bool secret_button(Ui& ui, SecretButton const& spec, Privacy privacy);

} // namespace inloop::ui
