// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/tour.h"
#include "tests/support/kiosk_rig.h"

#include <functional>
#include <string>
#include <vector>

namespace inloop::journey {

// Every part of the tour, each on a rig of its own that holds its letters.
struct WalkSpec {
    support::KioskSpec kiosk{};
    std::vector<std::string> languages{"nl", "en"};
    // Called at each picture with the rig it was made on.
    std::function<void(support::KioskRig&, std::string const& name)> keep = nullptr;
};
// Throws when something on the way does not happen.
[[nodiscard]] std::vector<loop::TourPicture> walk_all(WalkSpec const& spec);

} // namespace inloop::journey
