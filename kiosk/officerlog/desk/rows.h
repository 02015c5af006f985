// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/colleagues.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/officerlog/desk/threads.h"

#include <vector>

namespace inloop::desk {

// The rows of these threads, in their order. Goes through the texts of open ones for words of
// safety; keeps none of them.
[[nodiscard]] Result<std::vector<Row>> rows_for(Desk& desk, vault::Session& session,
                                                Colleagues const& colleagues,
                                                std::vector<Thread> const& threads);

// Harm first (hurry, the officers' judgement, happening now), then age.
void sort_by_harm(std::vector<Row>& rows);

} // namespace inloop::desk
