// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/officerlog/web/site.h"

#include <optional>
#include <string>
#include <string_view>

namespace inloop::web {

// What pages call things.
[[nodiscard]] std::string subject_name(Site const& site, entries::EntryFacts const& facts);
[[nodiscard]] std::string place_name(Site const& site, entries::EntryFacts const& facts);
[[nodiscard]] std::string_view status_key(entries::Status status); // "in_hand"
// What the visitor reads of it at the kiosk, in the kiosk's own words: two copies would drift
// apart.
[[nodiscard]] std::string visitor_reads(Site const& site, entries::Status status);
[[nodiscard]] std::optional<entries::Status> status_of(std::string_view key);
[[nodiscard]] std::string language_name(Site const& site, std::string_view tag);
[[nodiscard]] std::string_view direction_of(std::string_view tag); // "rtl" or "ltr"

// One mark, as BADGE.
void add_badge(Values& values, std::string_view kind, std::string_view text);
// A line of a list (row.tpl), added to `section`.
void add_row(Site const& site, Values& values, std::string_view section, desk::Row const& row);
// The marks beside the title of an entry, added as BADGE.
void add_badges(Site const& site, Values& values, desk::Row const& row);

} // namespace inloop::web
