// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/ui.h"

#include <string>

namespace inloop::ui {

struct ScrollSpec {
    std::string id{};
    Rect viewport{};
    float content_height = 0;
};

// Moves `offset` (pixels the content is scrolled down, 0 to content - viewport) with the finger
// that drags inside the viewport, and lets it roll on and slow down when it is thrown. Dragging is
// never the only way: screens show buttons too.
void scroll(Ui& ui, ScrollSpec const& spec, float& offset);

} // namespace inloop::ui
