// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/editing.h"

#include "kiosk/officerlog/vault/roles.h"

namespace inloop::editing {

bool may_edit(vault::Session const& session) {
    return may_approve(session) || session.person().role == records::Role::volunteer;
}

bool may_approve(vault::Session const& session) {
    // Who may read what visitors wrote answers for what they read.
    return vault::may_read(session.person().role);
}

std::chrono::local_days today_of(Editing const& editing) {
    LocalTime const here = editing.clock.local();
    return std::chrono::local_days(std::chrono::year(here.year) /
                                   std::chrono::month(static_cast<unsigned>(here.month)) /
                                   std::chrono::day(static_cast<unsigned>(here.day)));
}

} // namespace inloop::editing
