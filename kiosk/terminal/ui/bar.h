// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/frame.h"

namespace inloop::ui {

// The band at the foot of every screen: "Wis en stop" and back, the settings, the main action.
// Part of frame(); no screen draws it by itself.
[[nodiscard]] FrameOutcome bar(Ui& ui, ScreenContext const& context, FrameSpec const& spec);

} // namespace inloop::ui
