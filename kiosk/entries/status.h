// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"

#include <cstdint>
#include <vector>

namespace inloop::entries {

// What became of an entry. Each has one plain sentence for the visitor (assets/strings). The
// numbers stand in messages and databases and never change.
enum class Status : std::uint8_t {
    arrived = 1, // with the police, not yet read
    in_hand = 2, // read; somebody is on it
    asked = 3, // the officer asked the visitor something
    set_aside = 4, // comes back on a date, for a reason
    referred = 5, // handed to the body whose job it is, with the visitor's yes
    taken_over = 6, // stands in the system of the police; the text is gone here
    closed = 7, // done
};

// Why an entry was closed. The numbers stand in messages and databases and never change.
enum class Closing : std::uint8_t {
    open = 0, // is not closed
    done = 1, // answered or solved
    withdrawn = 2, // by the visitor
    nonsense = 3, // set apart by an officer, counted apart
    expired = 4, // by the rule of retention
};

// Whether an officer may take an entry from one status to another. Only an entry whose visitor
// said yes may be referred. An entry that was taken over can only be closed, because its text is
// gone; one that is closed can be opened again.
[[nodiscard]] bool may_step(Status from, Status to, Passing passing);

// The steps that may_step allows, in the order of Status.
[[nodiscard]] std::vector<Status> steps_from(Status from, Passing passing);

// A visitor may withdraw, or say "not solved", or write more: until the text is gone here.
[[nodiscard]] bool visitor_may_withdraw(Status status);
[[nodiscard]] bool visitor_may_reopen(Status status);

} // namespace inloop::entries
