// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/fact_desk.h"
#include "kiosk/officerlog/editing/tuning.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inloop::web {
namespace {

using editing::FactRow;
using editing::FactState;
using platform::HttpResponse;
using std::chrono::year_month_day;

year_month_day last_day(Site const& site) {
    year_month_day const day =
        year_month_day(editing::today_of(site.editing)) + editing::kFactHolds;
    return day.ok() ? day : day.year() / day.month() / std::chrono::last;
}

// With the year: what was checked long ago must look so.
std::string whole_date(year_month_day date) {
    return date_words(date) + " " + std::to_string(static_cast<int>(date.year()));
}

std::string state_text(Site const& site, FactRow const& row) {
    constexpr std::array<std::string_view, 3> kWords{"facts.current", "facts.soon",
                                                     "facts.expired"};
    return site.words.with(kWords[static_cast<std::size_t>(row.state)],
                           whole_date(row.fact.expires_on));
}

std::string used_text(Site const& site, FactRow const& row) {
    if (row.used_by.empty()) {
        return std::string(site.words.text("facts.unused"));
    }
    std::string titles;
    for (std::string const& id : row.used_by) {
        pages::Page const* const page = site.editing.shipped.page("nl", id);
        titles += (titles.empty() ? "" : ", ") + (page != nullptr ? page->title : id);
    }
    return site.words.with("facts.used", titles);
}

void add_fact(Site const& site, Values& values, FactRow const& row, bool may_change) {
    Values& out = values.add("FACT_ROW");
    out.set("ID", row.fact.id);
    out.set("LABEL", row.fact.label.in("nl"));
    out.set("VALUE", row.fact.value);
    out.set("NOTE", row.fact.note.in("nl"));
    out.set("NOTE_EN", row.fact.note.has("en") ? row.fact.note.in("en") : std::string());
    out.set("KIND", row.state == FactState::current ? "done" : "late");
    out.set("STATE_TEXT", state_text(site, row));
    out.set("CHECKED_TEXT", site.words.with("facts.checked", whole_date(row.fact.checked_on) +
                                                                 ", " + row.fact.checked_by));
    out.set("USED_TEXT", used_text(site, row));
    out.set("UNTIL", iso_date(last_day(site)));
    out.set("LAST_DAY", iso_date(last_day(site)));
    if (may_change) {
        out.show("CHANGE");
    }
}

year_month_day until_in(Form const& form) {
    return date_from_iso(form.text("until")).value_or(year_month_day{});
}

} // namespace

HttpResponse facts_page(Site& site, Visit& visit) {
    auto const rows = editing::facts(site.editing);
    if (!rows) {
        return trouble(site, visit, rows.error());
    }
    Values values;
    auto const due = std::ranges::count_if(
        *rows, [](FactState state) { return state != FactState::current; }, &FactRow::state);
    values.set("HEADING", due == 0 ? std::string(site.words.text("facts.all_right"))
                                   : site.words.counted("facts.due", due));
    for (FactRow const& row : *rows) {
        add_fact(site, values, row, editing::may_approve(visit.vault()));
    }
    return page(site, visit, {.title = "title.facts", .current = "/facts"}, "facts",
                std::move(values));
}

HttpResponse mark_fact_checked(Site& site, Visit& visit) {
    return back(site, visit, "/facts",
                editing::mark_checked(site.editing, visit.vault(), visit.id, until_in(*visit.form)),
                "fact_checked");
}

HttpResponse change_fact(Site& site, Visit& visit) {
    Form const& form = *visit.form;
    return back(site, visit, "/facts",
                editing::change_fact(site.editing, visit.vault(),
                                     {.id = visit.id,
                                      .seen_value = form.text("seen"),
                                      .value = form.text("value"),
                                      .note_nl = form.text("note"),
                                      .note_en = form.text("note_en"),
                                      .until = until_in(form)}),
                "fact_changed");
}

} // namespace inloop::web
