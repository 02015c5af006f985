// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/code_draft.h"
#include "kiosk/terminal/ui/rect.h"
#include "kiosk/terminal/ui/theme.h"

namespace inloop::ui {

// Where the parts of the code screen stand: as words over the whole width with the letters below,
// as digits with the keypad beside or below.
struct CodePlaces {
    Rect title, mode, slots, slot, choices, hint, keys;
    float title_size = 0;
    int slot_columns = 5;
    int one_row = 5; // so many words to choose from stand in one row
    int columns = 8; // else they stand in rows of so many
    int rows = 2;
    bool one_mode = false; // room for the other way to type only
    bool mode_gives_way = false; // to the words to choose from
};
[[nodiscard]] CodePlaces code_places(Theme const& theme, flow::CodeDraft const& code);

} // namespace inloop::ui
