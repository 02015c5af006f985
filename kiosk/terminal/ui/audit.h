// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/registry.h"
#include "kiosk/terminal/ui/theme.h"

#include <string>
#include <vector>

namespace inloop::ui {

// Something on a screen that a person would stumble over.
struct Finding {
    std::string rule; // "cut", "overlap", "small", "close", "contrast", "outside", "high"
    std::string what; // which widget or words, and the figures
};

// Looks over everything one frame showed: lettering that is cut, lies outside the screen or over
// other lettering; targets under kSmallestTargetMm, over each other or outside; colours
// under 4.5:1; in low reach what can be touched above the middle, but for 112 in the strip and for
// what a visitor types with. Empty when all is well. Covered things are left out: nobody is meant
// to read or touch them.
[[nodiscard]] std::vector<Finding> audit(Registry const& registry, Theme const& theme);

} // namespace inloop::ui
