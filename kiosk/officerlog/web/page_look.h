// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"

#include <optional>
#include <string>
#include <vector>

namespace inloop::web {

// How a page looks while somebody writes it: drawn by the kiosk's own code, and what is said beside
// it.
struct LookRequest {
    records::PageKey key{};
    records::PageText text{};
    bool large = false; // letters
    bool tall = false; // an upright screen
};
struct Look {
    editing::PageCheck check{};
    std::vector<std::string> pictures{}; // addresses, in the order a visitor sees them
    std::vector<editing::Finding> findings{};
    bool could_not_draw = false; // the cause is in the log of the program
};

// Draws without the desk's lock; nullopt: the person is not logged in any more.
[[nodiscard]] Result<std::optional<Look>> look_at(Site& site, Visit& visit,
                                                  LookRequest const& request);
// As LOOK of page_look.tpl.
void add_look(Site const& site, Values& values, Look const& look);

} // namespace inloop::web
