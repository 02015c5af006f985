// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"

namespace inloop::vault {

// Who gets the keys of weeks and of signing. Nobody else could open an entry if he tried.
[[nodiscard]] constexpr bool may_read(records::Role role) {
    return role == records::Role::officer || role == records::Role::lead;
}

// Who adds and removes people.
[[nodiscard]] constexpr bool may_manage(records::Role role) {
    return role == records::Role::lead;
}

} // namespace inloop::vault
