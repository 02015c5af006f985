// SPDX-License-Identifier: EUPL-1.2
// How a row of paged_column.h divides its width, for who must know before it is drawn.
#pragma once

#include "kiosk/terminal/ui/theme.h"

namespace inloop::ui {

struct RowSizes {
    float pad_x = 0; // left and right of everything
    float icon = 0;
    float gap = 0; // between icon and words
    float around = 0; // all of the width that is not for words
};
[[nodiscard]] RowSizes row_sizes(Theme const& theme, bool icon, bool chosen);

// Of the words of a row: the height of a line, and how much smaller they may become before they are
// cut, in shares of their size.
inline constexpr float kRowLine = 1.2F;
inline constexpr float kRowSmallest = 0.55F;

} // namespace inloop::ui
