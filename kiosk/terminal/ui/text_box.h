// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/tuning.h"
#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstddef>
#include <string>

namespace inloop::ui {

// How much may be typed in a field.
struct FieldLimits {
    std::size_t code_points = 0;
    std::size_t bytes = 0;
};
inline constexpr FieldLimits kMessageLimits{entries::kMaxTextCodePoints, entries::kMaxTextBytes};
inline constexpr FieldLimits kContactLimits{entries::kMaxContactBytes, entries::kMaxContactBytes};

// The box a visitor types in: many lines, wraps, scrolls by finger, caret by tap. Dear ImGui's own
// text field is not used because it keeps copies and an undo buffer of what was typed; here the
// text stays in the Draft's guarded memory and only glyph positions live until the end of the
// frame.
struct TextBoxSpec {
    std::string id = "write.box";
    Rect place{};
    std::string label{}; // spoken
    pages::RichText placeholder{}; // shown while nothing is typed; each span begins a line
    TypedText::ScrollLabels scroll{}; // empty: a box of one or two lines without buttons
    Privacy privacy = Privacy::readable;
};
void text_box(Ui& ui, TextBoxSpec const& spec, flow::TypingField& field);

// Applies a key to the field. `place` is that of the text box, needed for up and down. Returns
// false when the field is full and nothing was put in.
bool apply_key(Ui& ui, Rect const& place, flow::TypingField& field, FieldLimits const& limits,
               KeyPress const& key);

// How many letters can still be typed (code points; fewer where a script needs three bytes a
// letter).
[[nodiscard]] int letters_left(flow::TypingField const& field, FieldLimits const& limits);

// Height of a box that shows `lines` lines whole.
[[nodiscard]] float text_box_height(Theme const& theme, int lines);

} // namespace inloop::ui
