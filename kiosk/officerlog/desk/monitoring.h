// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <string>
#include <string_view>

namespace inloop::desk {

// The token of a program that watches over the log: who shows it may ask how everything is
// (health.h) and nothing else.

// A new one, 64 hex digits, in place of the one before; shown once, kept hashed.
[[nodiscard]] Result<std::string> make_monitoring_token(Desk& desk, vault::Actor const& by);

// False as well when none was made. Takes the same time wherever the two differ.
[[nodiscard]] Result<bool> is_monitoring_token(Desk& desk, std::string_view shown);

} // namespace inloop::desk
