// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/kiosk_rig.h"

#include <string_view>
#include <vector>

namespace inloop::journey {

// Everything a visitor can stand before: each screen, and what can lie over one.
enum class Stop {
    attract,
    home,
    information,
    write,
    write_without_keys,
    summary,
    sending,
    receipt,
    not_stored,
    emergency,
    languages,
    warning,
    warning_over_text,
};
[[nodiscard]] std::vector<Stop> all_stops();
[[nodiscard]] std::string_view name_of(Stop stop);

// Leads the visitor of a rig that holds its letters from the first screen to a stop. Where text has
// been typed by then it is "Waar is het loket?".
void lead_to(support::KioskRig& rig, Stop stop);
// The same from home on.
void lead_from_home(support::KioskRig& rig, Stop stop);

// Ends the visit, wherever it is.
void leave(support::KioskRig& rig);

} // namespace inloop::journey
