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
    pages,
    information,
    happening,
    subjects,
    desk,
    question,
    write,
    write_without_keys,
    personal_data,
    recognisable,
    where,
    contact,
    contact_phone,
    contact_email,
    summary,
    already_sent,
    waiting,
    sending,
    receipt,
    not_stored,
    afterwards,
    code_entry,
    looking_up,
    code_result,
    answered,
    write_more,
    write_not_solved,
    withdraw,
    sending_follow_up,
    withdrawal_not_stored,
    followed_up,
    service,
    pairing_code,
    pairing_words,
    emergency,
    languages,
    view_settings,
    warning,
    warning_over_text,
    warning_over_answer,
};
[[nodiscard]] std::vector<Stop> all_stops();
[[nodiscard]] std::string_view name_of(Stop stop);

// Leads the visitor of a rig that holds its letters from the first screen to a stop. Where text has
// been typed by then it is "Waar is het loket?", and "Bel 0612345678" where personal data are asked
// about. An answer of the police says "Kom dinsdag langs."
void lead_to(support::KioskRig& rig, Stop stop);
// The same from home on.
void lead_from_home(support::KioskRig& rig, Stop stop);

// Ends the visit, wherever it is.
void leave(support::KioskRig& rig);

} // namespace inloop::journey
