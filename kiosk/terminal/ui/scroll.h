// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/ui.h"

#include <string>
#include <string_view>

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

// Two buttons at the right edge of `place` that scroll by most of its height: for who cannot drag.
// Only where there is something to scroll. scroll_rail() is the width to keep free for them.
void scroll_buttons(Ui& ui, ScrollSpec const& spec, Rect const& place, std::string_view up_label,
                    std::string_view down_label, float& offset);
[[nodiscard]] float scroll_rail(Theme const& theme);

} // namespace inloop::ui
