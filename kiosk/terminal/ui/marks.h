// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/text/wiped.h"
#include "kiosk/terminal/ui/rect.h"

#include <cstddef>

namespace inloop::ui {

// Where bytes [begin, end) of a text stand in its layout: one rectangle for each line they touch,
// from the layout's origin. Wiped when destroyed, as the layout is: it tells as much.
[[nodiscard]] text::WipedVector<Rect> marks_of(text::Layout const& layout, std::size_t begin,
                                               std::size_t end);

} // namespace inloop::ui
