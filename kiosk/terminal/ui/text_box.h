// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/ui.h"

namespace inloop::ui {

// The box a visitor types in: many lines, wraps, scrolls by finger, caret by tap. Dear ImGui's own
// text field is not used because it keeps copies and an undo buffer of what was typed; here the
// text stays in the Draft's guarded memory and only glyph positions live until the end of the
// frame. `placeholder` is shown while nothing is typed.
struct TextBoxWords {
    std::string label; // spoken
    std::string placeholder;
    TypedText::ScrollLabels scroll;
};
void text_box(Ui& ui, Rect const& place, flow::Draft& draft, TextBoxWords const& words,
              Privacy privacy);

// Applies a key to the draft. `columns` of the box are needed for up and down: pass the same place
// as to text_box(). Returns false when the text is full and nothing was put in.
bool apply_key(Ui& ui, Rect const& place, flow::Draft& draft, KeyPress const& key);

// How many letters can still be typed (code points; fewer where a script needs three bytes a
// letter).
[[nodiscard]] int letters_left(flow::Draft const& draft);

} // namespace inloop::ui
