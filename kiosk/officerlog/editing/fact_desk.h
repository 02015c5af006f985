// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/pages/facts.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

// Numbers, addresses and opening hours: the one list that pages refer to, each with who checked it
// and until when that holds. The list of the site (document facts.toml) stands before the shipped
// one.
namespace inloop::editing {

enum class FactState : std::uint8_t { current, expires_soon, expired };

struct FactRow {
    pages::Fact fact{};
    FactState state = FactState::current;
    std::vector<std::string> used_by{}; // ids of Dutch pages that show it, as visitors see them
};
// What needs checking first, then in the order of the list.
[[nodiscard]] Result<std::vector<FactRow>> facts(Editing& editing);

// "I looked it up today, it is right." Valid until `until`, at most a year from today (`dates`).
// Everyone who may edit. What somebody is stands with it ("vrijwilliger"); his name is in the
// audit.
[[nodiscard]] Outcome<void> mark_checked(Editing& editing, vault::Session& session,
                                         std::string_view id, std::chrono::year_month_day until);

// Another value or another sentence beside it; counts as checked today. Officers and leads. The
// number of emergencies never changes (`role`). `seen_value` is what the person saw: `changed` when
// it is another one now.
struct FactChange {
    std::string_view id{};
    std::string_view seen_value{};
    std::string_view value{};
    std::string_view note_nl{};
    std::string_view note_en{}; // empty: as it is
    std::chrono::year_month_day until{};
};
[[nodiscard]] Outcome<void> change_fact(Editing& editing, vault::Session& session,
                                        FactChange const& change);

} // namespace inloop::editing
