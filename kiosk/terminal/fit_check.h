// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/problem.h"
#include "kiosk/terminal/kiosk_setup.h"

#include <filesystem>
#include <vector>

namespace inloop::terminal {

// The smallest display the kiosk is made for: what fits there fits everywhere.
inline constexpr platform::PixelSize kSmallestDisplay{800, 480};

// Walks every screen on the smallest display, also in large letters, without painting it, and says
// what a person would stumble over there: texts that do not fit first of all. Each is told once,
// with the file and line of its text where that is found, else with the screen. Nothing is stored.
[[nodiscard]] std::vector<pages::Problem> check_fit(Shown const& shown,
                                                    std::filesystem::path const& assets);

} // namespace inloop::terminal
