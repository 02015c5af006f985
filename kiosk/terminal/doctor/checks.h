// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/doctor/facts.h"
#include "kiosk/terminal/doctor/finding.h"

#include <vector>

// One function a check; each judges its part of the facts and says what to do. Pure.
namespace inloop::doctor {

[[nodiscard]] Finding check_display(Facts const& facts);
[[nodiscard]] Finding check_touch(Facts const& facts);
[[nodiscard]] Finding check_light(Facts const& facts);
[[nodiscard]] Finding check_fonts(Facts const& facts);
[[nodiscard]] Finding check_disk(Facts const& facts);
[[nodiscard]] Finding check_clock(Facts const& facts);
[[nodiscard]] Finding check_network(Facts const& facts);
[[nodiscard]] Finding check_log(Facts const& facts);
[[nodiscard]] Finding check_letterbox(Facts const& facts);
[[nodiscard]] Finding check_service(Facts const& facts);

// All of them, in the order in which they are mended.
[[nodiscard]] std::vector<Finding> examine(Facts const& facts);

} // namespace inloop::doctor
