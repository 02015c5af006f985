// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/terminal/doctor/facts.h"
#include "platform/api/files.h"

#include <filesystem>

namespace inloop::doctor {

// Looks through the letterbox `root` while a kiosk may be using it: reads the clear header of what
// waits, opens nothing, changes nothing. A letter that moves on meanwhile is left out. `now` counts
// only where it is trusted.
[[nodiscard]] LettersFound look_at_letters(platform::Files& files,
                                           std::filesystem::path const& root, Clock const& clock);

} // namespace inloop::doctor
