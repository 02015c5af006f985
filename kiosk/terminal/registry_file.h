// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/terminal.h"

#include <filesystem>
#include <functional>

namespace inloop::terminal {

// For TerminalParts::shown: writes what the frame just presented shows into `file`, whole or not at
// all, so that a program outside can press what is there (tests/x11/journey.py). Does nothing when
// `file` is empty. Only in test builds: a kiosk tells nobody what its screen shows.
//
//   {"frame": 12, "screen": "write", "overlay": "none", "warned": false, "typed_bytes": 5,
//    "widgets": [{"id": "key.a", "touch": [12.0, 500.5, 80.0, 64.0], "enabled": true,
//                  "chosen": false}, ...]}
//
// `touch` is x, y, width and height in physical pixels of the display. Holds ids and counts only,
// never a label and never anything a visitor wrote.
[[nodiscard]] std::function<void(loop::Terminal const&)>
registry_writer(std::filesystem::path const& file);

} // namespace inloop::terminal
