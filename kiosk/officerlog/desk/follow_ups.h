// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/threads.h"

namespace inloop::desk {

// Does what visitors asked with their code in letters nobody has read yet: a withdrawal destroys
// the text and closes, "not solved" opens a closed or referred thread again. Only when the sender
// proved to hold the code: anybody at a kiosk could send one without. Returns whether anything was
// changed.
[[nodiscard]] Result<bool> apply_follow_ups(Desk& desk, vault::Session& session,
                                            std::vector<Thread> const& threads);

} // namespace inloop::desk
