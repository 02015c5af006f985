// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/fact_desk.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/editing/in_force.h"
#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/site_facts.h"
#include "kiosk/officerlog/editing/tuning.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::editing {

namespace {

using pages::Fact;
using std::chrono::local_days;
using std::chrono::year_month_day;

year_month_day date_of(local_days day) {
    return year_month_day(day);
}

FactState state_of(Fact const& fact, local_days today) {
    if (!pages::is_current(fact, date_of(today))) {
        return FactState::expired;
    }
    auto const left = local_days(fact.expires_on) - today;
    return left <= std::chrono::days(pages::kFactWarningDays) ? FactState::expires_soon
                                                              : FactState::current;
}

int urgency_of(FactRow const& row) {
    return -static_cast<int>(row.state);
}

// Both numbers of the strip may also stand within a sentence.
std::string_view word_for(std::string_view id) {
    if (id == pages::kNotUrgentFact) {
        return "{number}";
    }
    return id == pages::kEmergencyFact ? "{emergency_number}" : "";
}

bool shows(pages::Page const& page, std::string_view id) {
    bool const card = std::ranges::any_of(page.blocks, [&](pages::Block const& block) {
        auto const* fact = std::get_if<pages::FactReference>(&block);
        return fact != nullptr && fact->id == id;
    });
    std::string_view const word = word_for(id);
    return card ||
           (!word.empty() && std::ranges::any_of(pages::texts_of(page), [&](auto const& text) {
               return pages::plain_text(text).find(word) != std::string::npos;
           }));
}

// Dutch pages as visitors see them, {names} unfilled.
Result<std::vector<pages::Page>> dutch_pages(Editing& editing) {
    std::vector<pages::Page> all;
    for (std::string const& id : shipped_ids(editing)) {
        records::PageKey const key{id, std::string(pages::kFirstLanguage)};
        auto const versions = editing.pages.versions(key);
        if (!versions) {
            return tl::unexpected(versions.error());
        }
        auto const* shown = shown_on(*versions, today_of(editing));
        auto const text =
            shown != nullptr ? std::optional(shown->text) : shipped_text(editing, key);
        auto page = text ? pages::parse_page(composed(editing, key, *text), page_document(key))
                         : fail(ErrorCode::not_found, "");
        if (page) { // one that cannot be read shows nothing
            all.push_back(std::move(*page));
        }
    }
    return all;
}

// From today to a year from it.
bool may_hold_until(year_month_day until, local_days today) {
    year_month_day latest = date_of(today) + kFactHolds;
    if (!latest.ok()) { // the 29th of February
        latest = latest.year() / latest.month() / std::chrono::last;
    }
    return until.ok() && date_of(today) <= until && until <= latest;
}

std::optional<Refusal> fault_in_change(FactChange const& change) {
    if (utf8::is_blank(change.value)) {
        return Refusal::empty;
    }
    for (std::string_view const text : {change.value, change.note_nl, change.note_en}) {
        if (!is_typed(text)) {
            return Refusal::faulty;
        }
        if (utf8::count(text) > pages::kPhraseCodePoints) {
            return Refusal::too_long;
        }
    }
    return std::nullopt;
}

void set_note(Fact& fact, std::string_view language, std::string_view words) {
    if (!words.empty()) {
        auto texts = fact.note.all();
        texts.insert_or_assign(std::string(language), std::string(words));
        fact.note = pages::LocalText(std::move(texts));
    }
}

// The list and a place in it.
struct Found {
    std::vector<Fact> facts{};
    std::size_t at = 0;
};

Outcome<Found> find_fact(Editing& editing, std::string_view id) {
    auto facts = written_facts(editing);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    auto const found = std::ranges::find(*facts, id, &Fact::id);
    if (found == facts->end()) {
        return refused<Found>(Refusal::gone);
    }
    auto const at = static_cast<std::size_t>(found - facts->begin());
    return tl::expected<Found, Refusal>(Found{std::move(*facts), at});
}

// Who checked a fact goes down to every kiosk: what somebody is, not who. The name stands in the
// audit.
std::string function_of(records::Role role) {
    return role == records::Role::volunteer ? "vrijwilliger" : "politie";
}

// Marks it as looked up today and writes the list.
Outcome<void> keep_checked(Editing& editing, vault::Session const& session, Found found,
                           year_month_day until, std::string action) {
    Fact& fact = found.facts[found.at];
    fact.checked_by = function_of(session.person().role);
    fact.checked_on = date_of(today_of(editing));
    fact.expires_on = until;
    if (auto const fault = fault_in_list(found.facts)) {
        return refused<void>(*fault);
    }
    return carry_out(editing, session, {.action = std::move(action), .object = fact.id}, [&] {
        return put_facts(editing, found.facts, session.actor().name).map([](std::size_t) {});
    });
}

// What visitors read of it now.
Result<std::string> value_of(Editing& editing, std::string_view id) {
    return site_facts(editing).map([&](pages::Facts const& facts) {
        Fact const* fact = facts.find(id);
        return fact != nullptr ? fact->value : std::string();
    });
}

} // namespace

Result<std::vector<FactRow>> facts(Editing& editing) {
    auto const list = site_facts(editing);
    if (!list) {
        return tl::unexpected(list.error());
    }
    return dutch_pages(editing).map([&](std::vector<pages::Page> const& dutch) {
        std::vector<FactRow> rows;
        for (Fact const& fact : list->all()) {
            FactRow row{.fact = fact, .state = state_of(fact, today_of(editing))};
            for (pages::Page const& page : dutch) {
                if (shows(page, fact.id)) {
                    row.used_by.push_back(page.id);
                }
            }
            rows.push_back(std::move(row));
        }
        std::ranges::stable_sort(rows, {}, urgency_of);
        return rows;
    });
}

Outcome<void> mark_checked(Editing& editing, vault::Session& session, std::string_view id,
                           year_month_day until) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    auto found = find_fact(editing, id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found) {
        return refused<void>(found->error());
    }
    if (!may_hold_until(until, today_of(editing))) {
        return refused<void>(Refusal::dates);
    }
    return keep_checked(editing, session, std::move(**found), until, "fact-checked");
}

Outcome<void> change_fact(Editing& editing, vault::Session& session, FactChange const& change) {
    if (!may_approve(session)) {
        return refused<void>(Refusal::role);
    }
    auto found = find_fact(editing, change.id);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found) {
        return refused<void>(found->error());
    }
    auto const seen = value_of(editing, change.id);
    if (!seen) {
        return tl::unexpected(seen.error());
    }
    if (*seen != change.seen_value) {
        return refused<void>(Refusal::changed);
    }
    bool const same_value = *seen == change.value;
    if (change.id == pages::kEmergencyFact && !same_value) {
        return refused<void>(Refusal::role);
    }
    if (auto const fault = fault_in_change(change)) {
        return refused<void>(*fault);
    }
    if (!may_hold_until(change.until, today_of(editing))) {
        return refused<void>(Refusal::dates);
    }
    Fact& fact = (*found)->facts[(*found)->at];
    if (!same_value) { // else it may go on naming a word of the place
        fact.value = change.value;
    }
    set_note(fact, "nl", change.note_nl);
    set_note(fact, "en", change.note_en);
    return keep_checked(editing, session, std::move(**found), change.until, "fact-change");
}

} // namespace inloop::editing
