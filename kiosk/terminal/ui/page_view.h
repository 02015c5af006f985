// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/ui.h"

namespace inloop::ui {

// Draws the blocks of an information page from the top of `place` down, scrolled by `offset`, and
// returns the height of all of them. Facts that are not current are shown as to be checked, never
// as true.
[[nodiscard]] float page_blocks(Ui& ui, ScreenContext const& context, pages::Page const& page,
                                Rect const& place, float offset);

} // namespace inloop::ui
