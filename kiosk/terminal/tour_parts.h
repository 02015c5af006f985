// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/loop/tour.h"

#include <array>

namespace inloop::terminal {

// A part of the tour and the terminal it needs.
struct TourPart {
    loop::Walk walk = nullptr;
    bool keeps_letters = false;
    flow::Letterbox letterbox = flow::Letterbox::open;
    pages::SiteFiles site{};
};

// All of them together come to every screen.
[[nodiscard]] std::array<TourPart, 7> tour_parts();

} // namespace inloop::terminal
