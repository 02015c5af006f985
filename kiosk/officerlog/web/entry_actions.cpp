// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/entry_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

// What an officer does with an entry. Each ends on the entry's page, with a line that says what was
// done, or why not.
namespace inloop::web {
namespace {

using platform::HttpResponse;

std::optional<desk::Target> target_of(Visit const& visit) {
    std::optional<seal::EntryId> const id = entry_id_of(visit);
    std::string_view const text = visit.form->text("version");
    std::uint32_t version = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), version);
    if (!id || text.empty() || read.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return desk::Target{*id, version};
}

std::string_view refusal_key(desk::Refusal why) {
    switch (why) {
    case desk::Refusal::changed:
        return "changed";
    case desk::Refusal::step:
        return "step";
    case desk::Refusal::no_consent:
        return "no_consent";
    case desk::Refusal::gone:
        return "gone";
    case desk::Refusal::empty:
        return "empty";
    case desk::Refusal::too_long:
        return "too_long";
    case desk::Refusal::quotes:
    case desk::Refusal::person:
        return "look_again";
    case desk::Refusal::role:
        return "role";
    }
    return "step";
}

std::string page_of(Visit const& visit) {
    return "/entries/" + visit.id;
}

// What he wanted, for who is asked whether to do it all the same.
EntryAside conflict_with(Visit const& visit, std::string_view yours,
                         std::vector<std::string_view> const& fields) {
    EntryAside::Conflict conflict{
        .yours = std::string(yours), .action = std::string(visit.request.path), .fields = {}};
    for (std::string_view field : fields) {
        conflict.fields.emplace_back(field, visit.form->text(field));
    }
    EntryAside aside;
    aside.conflict = std::move(conflict);
    return aside;
}

struct Ending {
    std::string_view done; // key of the line that says so
    std::string_view yours; // what he wanted, in words, when somebody else was first
    std::vector<std::string_view> fields; // of the form, to do it again
};

HttpResponse ended(Site& site, Visit& visit, desk::Outcome<desk::Done> const& outcome,
                   Ending const& ending) {
    if (!outcome) {
        return outcome.error().code == ErrorCode::not_found ? message(site, visit, "not_found", 404)
                                                            : trouble(site, visit, outcome.error());
    }
    if (*outcome) {
        return done(page_of(visit), ending.done);
    }
    if (outcome->error() == desk::Refusal::changed) {
        return show_entry(site, visit, conflict_with(visit, ending.yours, ending.fields), 409);
    }
    return redirect(page_of(visit) + "?warning=" + std::string(refusal_key(outcome->error())));
}

HttpResponse no_target(Site& site, Visit& visit) {
    return message(site, visit, "not_found", 404);
}

HttpResponse warned(Site& site, Visit& visit, desk::Target const& target, std::string_view text,
                    std::string_view step) {
    auto warnings = desk::warnings_about(site.desk, visit.vault(), target.root, text);
    if (!warnings) {
        return trouble(site, visit, warnings.error());
    }
    return show_entry(site, visit, {.answer = text, .warnings = std::move(*warnings), .step = step},
                      200);
}

} // namespace

HttpResponse send_answer(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    std::string_view const text = visit.form->text("answer");
    std::string_view const step = visit.form->text("status");
    std::string_view const what = visit.form->text("do");
    if (!target) {
        return no_target(site, visit);
    }
    if (what == "insert") {
        return show_entry(site, visit,
                          {.answer = text, .standard = visit.form->text("standard"), .step = step});
    }
    if (what == "draft") {
        // Kept as a note for colleagues, so that whoever is on shift next can go on with it.
        return ended(site, visit, desk::add_note(site.desk, visit.vault(), *target, text),
                     {"noted", text, {"answer", "status", "do"}});
    }
    desk::AnswerDraft const draft{.text = text,
                                  .then = status_of(step).value_or(entries::Status::closed),
                                  .despite_warnings = what == "send_anyway"};
    auto const outcome = desk::answer(site.desk, visit.vault(), *target, draft);
    if (outcome && !*outcome &&
        (outcome->error() == desk::Refusal::quotes || outcome->error() == desk::Refusal::person)) {
        return warned(site, visit, *target, text, step);
    }
    if (outcome && !*outcome && outcome->error() != desk::Refusal::changed) {
        // What he wrote stays in the box, whatever stood in the way.
        return show_entry(site, visit, {.answer = text, .step = step}, 409);
    }
    return ended(site, visit, outcome, {"answered", text, {"answer", "status", "do"}});
}

HttpResponse set_status(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    std::string_view const key = visit.form->text("status");
    std::optional<entries::Status> const to = status_of(key);
    if (!target || !to) {
        return no_target(site, visit);
    }
    return ended(site, visit, desk::change_status(site.desk, visit.vault(), *target, *to),
                 {"status", site.words.text("status." + std::string(key)), {"status"}});
}

HttpResponse set_urgency(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    std::string const key(visit.form->text("urgency"));
    if (!target || (key != "0" && key != "1" && key != "2")) {
        return no_target(site, visit);
    }
    auto const urgency = static_cast<records::Urgency>(key.front() - '0');
    return ended(site, visit, desk::set_urgency(site.desk, visit.vault(), *target, urgency),
                 {"urgency", site.words.text("urgency." + key), {"urgency"}});
}

HttpResponse refer(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    if (!target) {
        return no_target(site, visit);
    }
    std::string const body(visit.form->text("body"));
    return ended(site, visit,
                 desk::refer(site.desk, visit.vault(), *target, body, visit.form->text("note")),
                 {"referred", site.words.text("body." + body), {"body"}});
}

HttpResponse hand_over(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    records::PersonId to;
    bool const named = read_hex(visit.form->text("colleague"), to.bytes);
    if (!target || !named) {
        return no_target(site, visit);
    }
    return ended(site, visit,
                 desk::hand_over(site.desk, visit.vault(), *target, to, visit.form->text("note")),
                 {"handed_over", visit.form->text("note"), {"colleague", "note"}});
}

HttpResponse set_aside(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    records::Seconds const until = end_of_iso_day(visit.form->text("until"));
    if (!target) {
        return no_target(site, visit);
    }
    if (until == 0) {
        return redirect(page_of(visit) + "?warning=date");
    }
    return ended(
        site, visit,
        desk::set_aside(site.desk, visit.vault(), *target, until, visit.form->text("reason")),
        {"set_aside", visit.form->text("reason"), {"until", "reason"}});
}

HttpResponse redact(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    if (!target) {
        return no_target(site, visit);
    }
    std::string_view const reason = visit.form->text("reason");
    return ended(site, visit, desk::redact(site.desk, visit.vault(), *target, reason),
                 {"redacted", reason, {"reason"}});
}

HttpResponse set_nonsense(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    if (!target) {
        return no_target(site, visit);
    }
    bool const nonsense = visit.form->text("back") != "yes";
    return ended(site, visit, desk::set_nonsense(site.desk, visit.vault(), *target, nonsense),
                 {nonsense ? "nonsense" : "not_nonsense", site.words.text("entry.nonsense"), {}});
}

HttpResponse add_note(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    if (!target) {
        return no_target(site, visit);
    }
    auto const kind = visit.form->text("walk_in") == "yes" ? records::NoteKind::walk_in
                                                           : records::NoteKind::internal;
    return ended(site, visit,
                 desk::add_note(site.desk, visit.vault(), *target, visit.form->text("note"), kind),
                 {"noted", visit.form->text("note"), {"note", "walk_in"}});
}

// The boxes that are ticked are linked, the others that were are not any more.
HttpResponse link_entries(Site& site, Visit& visit) {
    std::optional<desk::Target> target = target_of(visit);
    if (!target) {
        return no_target(site, visit);
    }
    Result<std::vector<seal::EntryId>> const before = site.desk.store.linked(target->root);
    if (!before) {
        return trouble(site, visit, before.error());
    }
    std::set<seal::EntryId> wanted;
    for (std::string_view field : visit.form->all("entry")) {
        seal::EntryId other;
        if (read_hex(field, other.bytes)) {
            wanted.insert(other);
        }
    }
    std::set<seal::EntryId> all(before->begin(), before->end());
    all.insert(wanted.begin(), wanted.end());
    desk::Outcome<desk::Done> outcome =
        tl::expected<desk::Done, desk::Refusal>(desk::Done{target->version});
    for (seal::EntryId const& other : all) {
        bool const linked = std::ranges::find(*before, other) != before->end();
        if (linked == wanted.contains(other)) {
            continue;
        }
        outcome = desk::link(site.desk, visit.vault(), *target, other, !linked);
        if (!outcome || !*outcome) {
            break;
        }
        target->version = (*outcome)->version;
    }
    return ended(site, visit, outcome, {"linked", site.words.text("entry.link"), {}});
}

HttpResponse take_over(Site& site, Visit& visit) {
    std::optional<desk::Target> const target = target_of(visit);
    if (!target || visit.form->text("sure") != "yes") {
        return no_target(site, visit);
    }
    return ended(site, visit, desk::take_over(site.desk, visit.vault(), *target),
                 {"taken_over", site.words.text("status.taken_over"), {"sure"}});
}

} // namespace inloop::web
