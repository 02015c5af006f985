// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::web {

// What an entry's page shows beside the entry: what the person was doing when it came back.
struct EntryAside {
    std::optional<std::string_view> answer{}; // his words, kept
    std::string_view standard{}; // id of the standard answer to put in
    std::vector<desk::AnswerWarning> warnings{}; // about `answer`
    std::string_view step{}; // the status he chose
    // Somebody changed it meanwhile: what he wanted, in words, and how to do it again.
    struct Conflict {
        std::string yours;
        std::string action;
        std::vector<std::pair<std::string, std::string>> fields;
    };
    std::optional<Conflict> conflict{};
};

// Opens the entry named by the visit and shows it; opening is recorded.
[[nodiscard]] platform::HttpResponse show_entry(Site& site, Visit& visit, EntryAside const& aside,
                                                int status = 200);

// The id in the address; nullopt: not an id.
[[nodiscard]] std::optional<seal::EntryId> entry_id_of(Visit const& visit);

// Facts, messages and the sketch of the place, for the page and the print.
void add_facts(Site const& site, Values& values, desk::Case const& opened);
void add_messages(Site const& site, Values& values, desk::Case const& opened);

// One file each.
void add_answer_form(Site const& site, Values& values, desk::Case const& opened,
                     EntryAside const& aside);
void add_actions(Site& site, Visit const& visit, Values& values, desk::Case const& opened);
void add_sketch(Site const& site, Values& values, entries::EntryFacts const& facts);

} // namespace inloop::web
