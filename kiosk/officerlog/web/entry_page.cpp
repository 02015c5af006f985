// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/entry_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <algorithm>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

std::string head_of(Site const& site, vault::OpenedLetter const& letter, bool first) {
    entries::EntryFacts const& facts = letter.glance.facts;
    std::string key = first ? "letter.first" : "letter.more";
    if (letter.glance.follow_up == seal::Action::not_solved) {
        key = "letter.not_solved";
    }
    std::string head = site.words.with(key, day_part(facts.day, static_cast<int>(facts.part)));
    if (!letter.glance.proven) {
        head += ". " + std::string(site.words.text("letter.not_proven"));
    }
    return head;
}

void add_notes(Site const& site, Values& values, desk::Case const& opened) {
    values.show("NOTES");
    for (desk::OpenedNote const& note : opened.notes) {
        Values& line = values.add("NOTE");
        std::string const kind = "note." + std::to_string(static_cast<int>(note.note.kind));
        line.set("NOTE_HEAD", std::string(site.words.text(kind)) + " · " + note.author + " · " +
                                  day_and_time(note.note.at));
        line.set("NOTE_TEXT", note.text.view());
    }
}

void add_similar(Site const& site, Values& values, desk::Case const& opened) {
    if (opened.similar.empty()) {
        return;
    }
    Values& similar = values.add("SIMILAR");
    similar.set("SIMILAR_TITLE",
                site.words.counted("entry.similar", static_cast<long long>(opened.similar.size())));
    for (desk::Similar const& other : opened.similar) {
        Values& line = similar.add("SIMILAR_ENTRY");
        entries::EntryFacts const& facts = other.row.glance.facts;
        line.set("OTHER_ID", hex(other.row.root.id.bytes));
        line.set("SUBJECT", subject_name(site, facts));
        line.set("WHERE", place_name(site, facts) + " · " +
                              day_part(facts.day, static_cast<int>(facts.part)));
        if (other.linked) {
            line.show("LINKED");
        }
    }
}

void add_history(Site const& site, Values& values, desk::Case const& opened) {
    for (desk::Happened const& event : opened.history) {
        Values& line = values.add("EVENT");
        std::string const key = "history." + event.action;
        line.set("WHEN", event.at == 0 ? std::string() : day_and_time(event.at));
        line.set("TEXT", site.words.has(key) ? site.words.with(key, event.who)
                                             : event.action + " · " + event.who);
    }
}

void add_conflict(Site const& site, Values& values, desk::Case const& opened,
                  EntryAside const& aside) {
    if (!aside.conflict) {
        return;
    }
    Values& conflict = values.add("CONFLICT");
    std::string const who = opened.history.empty() ? std::string(site.words.text("entry.somebody"))
                                                   : opened.history.back().who;
    conflict.set("WHO", who);
    conflict.set("WHEN", opened.history.empty() || opened.history.back().at == 0
                             ? std::string()
                             : clock_time(opened.history.back().at) + ".");
    conflict.set("THEIRS",
                 site.words.text("status." + std::string(status_key(opened.row.root.status))));
    conflict.set("YOURS", aside.conflict->yours);
    conflict.set("AGAIN_ACTION", aside.conflict->action);
    for (auto const& [field, value] : aside.conflict->fields) {
        Values& again = conflict.add("AGAIN");
        again.set("FIELD", field);
        again.set("VALUE", value);
    }
}

// The next one of the open list, so that reading goes on without going back.
void add_way(Site& site, Visit const& visit, Values& values, desk::Case const& opened) {
    values.set("BACK_HREF", "/");
    values.set("BACK_TEXT", site.words.text("entry.back"));
    Result<std::vector<desk::Row>> const rows =
        desk::rows_of(site.desk, visit.vault(), desk::View::open);
    if (!rows) {
        return;
    }
    auto const here = std::ranges::find_if(
        *rows, [&](desk::Row const& row) { return row.root.id == opened.row.root.id; });
    if (here != rows->end() && std::next(here) != rows->end()) {
        Values& next = values.add("NEXT_ENTRY");
        next.set("NEXT_ID", hex(std::next(here)->root.id.bytes));
    }
}

Values entry_values(Site& site, Visit const& visit, desk::Case const& opened,
                    EntryAside const& aside) {
    Values values;
    values.set("ID", hex(opened.row.root.id.bytes));
    values.set("VERSION", std::to_string(opened.row.root.version));
    values.set("HEADING", subject_name(site, opened.row.glance.facts));
    add_way(site, visit, values, opened);
    add_badges(site, values, opened.row);
    add_conflict(site, values, opened, aside);
    add_messages(site, values, opened);
    add_answer_form(site, values, opened, aside);
    add_similar(site, values, opened);
    add_notes(site, values, opened);
    add_facts(site, values, opened);
    add_sketch(site, values, opened.row.glance.facts);
    add_actions(site, visit, values, opened);
    add_history(site, values, opened);
    return values;
}

void add_fact(Site const& site, Values& values, std::string_view label, std::string_view text) {
    Values& fact = values.add("FACT");
    fact.set("LABEL", site.words.text(label));
    fact.set("TEXT", text);
}

std::string yes_or_no(Site const& site, bool yes) {
    return std::string(site.words.text(yes ? "fact.yes" : "fact.no"));
}

// What the visitor tapped, in the words he saw.
void add_tap_answers(Values& values, pages::Subject const& subject,
                     entries::EntryFacts const& facts) {
    for (entries::TapAnswer const& answer : facts.answers) {
        auto const question =
            std::ranges::find(subject.questions, answer.question, &pages::SubjectQuestion::id);
        if (question == subject.questions.end()) {
            continue;
        }
        auto const option =
            std::ranges::find(question->options, answer.option, &pages::SubjectOption::id);
        Values& fact = values.add("FACT");
        fact.set("LABEL", question->words.in("nl"));
        fact.set("TEXT",
                 option == question->options.end() ? answer.option : option->words.in("nl"));
    }
}

} // namespace

std::optional<seal::EntryId> entry_id_of(Visit const& visit) {
    seal::EntryId id;
    return read_hex(visit.id, id.bytes) ? std::optional(id) : std::nullopt;
}

void add_facts(Site const& site, Values& values, desk::Case const& opened) {
    entries::EntryFacts const& facts = opened.row.glance.facts;
    add_fact(site, values, "fact.subject", subject_name(site, facts));
    add_fact(site, values, "fact.where", place_name(site, facts));
    add_fact(site, values, "fact.when", day_part(facts.day, static_cast<int>(facts.part)));
    if (facts.happening != entries::Happening::not_asked) {
        add_fact(site, values, "fact.happening",
                 yes_or_no(site, facts.happening == entries::Happening::yes));
    }
    if (pages::Subject const* subject = site.desk.assets.subjects.find(facts.subject)) {
        add_tap_answers(values, *subject, facts);
    }
    if (facts.passing != entries::Passing::not_asked) {
        add_fact(site, values, "fact.passing",
                 yes_or_no(site, facts.passing == entries::Passing::yes));
    }
    std::string const wish = "contact." + std::to_string(static_cast<int>(facts.contact));
    add_fact(site, values, "fact.contact", site.words.text(wish));
    for (vault::OpenedLetter const& letter : opened.letters) {
        if (!letter.contact.empty()) {
            add_fact(site, values, "fact.reach", letter.contact.view());
        }
    }
    add_fact(site, values, "fact.language", language_name(site, facts.language));
}

void add_messages(Site const& site, Values& values, desk::Case const& opened) {
    if (opened.letters.empty()) {
        values.show("ERASED");
        values.set("ERASED_TEXT", site.words.text("entry.erased"));
    }
    bool first = true;
    for (vault::OpenedLetter const& letter : opened.letters) {
        Values& message = values.add("MESSAGE");
        message.set("MESSAGE_HEAD", head_of(site, letter, std::exchange(first, false)));
        message.set("MESSAGE_TEXT", letter.text.view());
        message.set("LANG", letter.glance.facts.language);
        message.set("DIR", direction_of(letter.glance.facts.language));
    }
}

HttpResponse show_entry(Site& site, Visit& visit, EntryAside const& aside, int status) {
    std::optional<seal::EntryId> const id = entry_id_of(visit);
    if (!id) {
        return message(site, visit, "not_found", 404);
    }
    Result<desk::Case> const opened = desk::open_case(site.desk, visit.vault(), *id);
    if (!opened) {
        return opened.error().code == ErrorCode::not_found ? message(site, visit, "not_found", 404)
                                                           : trouble(site, visit, opened.error());
    }
    return page(site, visit, {.title = "title.entry", .current = "/entries"}, "entry",
                entry_values(site, visit, *opened, aside), status);
}

HttpResponse entry_page(Site& site, Visit& visit) {
    return show_entry(site, visit, {});
}

HttpResponse print_page(Site& site, Visit& visit) {
    std::optional<seal::EntryId> const id = entry_id_of(visit);
    Result<desk::Case> const opened =
        id ? desk::open_case(site.desk, visit.vault(), *id) : fail(ErrorCode::not_found, "no id");
    if (!opened) {
        return message(site, visit, "not_found", 404);
    }
    Values values;
    values.set("ID", visit.id);
    values.set("VERSION", std::to_string(opened->row.root.version));
    values.set("HEADING", subject_name(site, opened->row.glance.facts));
    values.set("PRINTED", day_and_time(site.desk.clock.wall().time_since_epoch().count()));
    values.set("TAKEN_OVER_READS", visitor_reads(site, entries::Status::taken_over));
    add_facts(site, values, *opened);
    add_messages(site, values, *opened);
    return page(site, visit, {.title = "title.print", .current = "/entries"}, "print",
                std::move(values));
}

} // namespace inloop::web
