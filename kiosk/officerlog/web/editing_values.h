// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"
#include "platform/api/http.h"

#include <optional>
#include <string>
#include <string_view>

namespace inloop::web {

// What pages for volunteers call things.

// A page in an address: "pilot_nl"; nullopt for what is none.
[[nodiscard]] std::optional<records::PageKey> page_key_of(std::string_view id);
[[nodiscard]] std::string id_of(records::PageKey const& key);
// Where that page is edited: "/pages/pilot_nl".
[[nodiscard]] std::string address_of(records::PageKey const& key);

// Marks that say how a page stands, as BADGE; at least one.
void add_page_badges(Site const& site, Values& values, editing::PageRow const& row);

[[nodiscard]] std::string_view refusal_word(editing::Refusal refusal); // "warning.dates"
// A fault of a page, in the words of who writes it.
[[nodiscard]] std::string fault_text(Site const& site, pages::Problem const& fault);

// Where a small form led: back to `to`, with what was done or why it was not.
[[nodiscard]] platform::HttpResponse back(Site& site, Visit const& visit, std::string const& to,
                                          editing::Outcome<void> const& outcome,
                                          std::string_view done_word);

} // namespace inloop::web
