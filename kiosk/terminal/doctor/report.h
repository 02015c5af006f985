// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/doctor/finding.h"

#include <cstdint>
#include <span>
#include <string>

namespace inloop::doctor {

enum class Colour : std::uint8_t { none, terminal };

// A line for each, in columns, and one that sums up; ends with a line end. What is not printable in
// a name of the machine becomes '?'.
[[nodiscard]] std::string report(std::span<Finding const> findings, Colour colour);

// Whether something is to be mended.
[[nodiscard]] bool to_mend(std::span<Finding const> findings);

} // namespace inloop::doctor
