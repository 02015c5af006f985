// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/threads.h"

#include <vector>

namespace inloop::desk {

// What is linked to the thread, then what might be about the same: the subject and the street or
// the surroundings, or words that few others use. At most kMaxSimilar, the newest first. Looks
// through the texts of the newest threads and keeps none; which one is proposed goes by its words,
// so each is logged as consulted.
[[nodiscard]] Result<std::vector<Similar>> similar_to(Desk& desk, vault::Session& session,
                                                      Thread const& thread);

} // namespace inloop::desk
