// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/ui.h"

namespace inloop::ui {

// A street of gabled houses with one open, lit door: the only decoration of the kiosk. Fills the
// width of `place` and stands on its lower edge; drawn from shapes, so that it is sharp on every
// display. Nothing in high contrast.
void street(Ui& ui, Rect const& place);

// How tall the street stands at the foot of a screen; nothing in high contrast.
[[nodiscard]] float street_height_of(Theme const& theme);

} // namespace inloop::ui
