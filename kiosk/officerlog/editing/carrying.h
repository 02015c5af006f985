// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/wire/carried.h"

#include <cstddef>
#include <string>
#include <vector>

// Pages on a stick: for a kiosk that has no network, and from one log to another.
namespace inloop::editing {

// Everything that kiosks get of this site, as of today. Writes a row of the audit.
[[nodiscard]] Result<wire::Carried> pages_to_carry(Editing& editing, vault::Actor const& by);

struct TakenIn {
    std::size_t changed = 0; // pages, pictures and lists that were taken in
    std::size_t same = 0; // were here already
    std::vector<std::string> refused{}; // "NAME: why", for people; these were left out
};
// Takes in what another log wrote: its pages become versions in force, its pictures are kept, its
// facts, notices and roster replace ours. Nothing is withdrawn. What a kiosk could not show is left
// out and named; the rest comes in together with a row of the audit, or nothing does.
[[nodiscard]] Result<TakenIn> take_in(Editing& editing, vault::Actor const& by,
                                      wire::Carried const& carried);

} // namespace inloop::editing
