// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

void add_choice(Values& values, std::string_view section, std::string_view key,
                std::string_view label, std::string_view chosen) {
    Values& choice = values.add(section);
    choice.set("KEY", key);
    choice.set("LABEL", label);
    if (key == chosen) {
        choice.show("SELECTED");
    }
}

HttpResponse form(Site& site, Visit const& visit, std::string_view text, std::string_view subject,
                  std::string_view street, std::string_view warning, int status) {
    Values values;
    values.set("NOTE_TEXT", text);
    for (pages::Subject const& choice : site.desk.assets.subjects.all()) {
        add_choice(values, "SUBJECT", choice.id, choice.name.in("nl"), subject);
    }
    for (pages::Street const& choice : site.desk.assets.map.streets) {
        add_choice(values, "STREET", choice.id, choice.name, street);
    }
    if (!warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(warning));
    }
    return page(site, visit, {.title = "title.walk_in", .current = "/walk-in"}, "walk_in",
                std::move(values), status);
}

entries::EntryFacts facts_of(Site const& site, Visit const& visit) {
    records::Seconds const now = site.desk.clock.wall().time_since_epoch().count();
    entries::LocalMinute const local = desk::local_minute_of(now);
    auto const day = std::chrono::floor<std::chrono::days>(local);
    auto const hour = std::chrono::duration_cast<std::chrono::hours>(local - day).count();
    entries::EntryFacts facts;
    facts.kind = entries::EntryKind::pass_on;
    facts.language = "nl";
    facts.subject = visit.form->text("subject");
    facts.spot.street = visit.form->text("street");
    facts.day = static_cast<std::int32_t>(day.time_since_epoch().count());
    facts.part = static_cast<entries::DayPart>(1 + hour / 6); // night, morning, afternoon, evening
    facts.trust = site.desk.clock.trust();
    return facts;
}

} // namespace

HttpResponse walk_in_page(Site& site, Visit& visit) {
    return form(site, visit, "", "", "", "", 200);
}

HttpResponse add_walk_in(Site& site, Visit& visit) {
    std::string_view const text = visit.form->text("text");
    entries::EntryFacts const facts = facts_of(site, visit);
    if (!entries::check(facts)) {
        return message(site, visit, "bad_form", 400);
    }
    auto const made = desk::add_walk_in(site.desk, visit.vault(), {.facts = facts, .text = text});
    if (!made) {
        return trouble(site, visit, made.error());
    }
    if (!*made) {
        bool const empty = made->error() == desk::Refusal::empty;
        return form(site, visit, text, facts.subject, facts.spot.street,
                    empty ? "warning.empty" : "warning.too_long", 400);
    }
    if (visit.form->text("after") != "closed") {
        return done("/entries/" + hex((*made)->bytes), "walk_in");
    }
    Result<std::optional<records::Entry>> const entry = site.desk.store.entry(**made);
    if (entry && *entry) {
        auto const closed = desk::change_status(
            site.desk, visit.vault(), {**made, (*entry)->version}, entries::Status::closed);
        if (!closed) {
            return trouble(site, visit, closed.error());
        }
    }
    return done("/walk-in", "walk_in");
}

} // namespace inloop::web
