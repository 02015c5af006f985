// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <vector>

namespace inloop::desk {

// The letters under one receipt code, the oldest first: the first one is the root, which carries
// what became of them. Never empty.
using Thread = std::vector<records::Entry>;

// Every thread that is not destroyed, by the arrival of its root.
[[nodiscard]] Result<std::vector<Thread>> all_threads(Desk& desk);

[[nodiscard]] bool is_open(records::Entry const& root);
// The text of the thread is destroyed.
[[nodiscard]] bool is_gone(records::Entry const& root);

} // namespace inloop::desk
