// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

void add_language(web::Values& page, std::string_view key, std::string_view label,
                  std::string_view kind, std::string_view badge) {
    auto& language = page.add("LANGUAGE");
    language.set("HREF", "/pages/report-crime_" + std::string(key));
    language.set("LABEL", label);
    language.set("LANG", key);
    auto& mark = language.add("BADGE");
    mark.set("KIND", kind);
    mark.set("TEXT", badge);
}

void add_page(web::Values& values, std::string_view title, bool draft) {
    auto& page = values.add("PAGE");
    page.set("TITLE", title);
    add_language(page, "nl", "Nederlands", draft ? "usual" : "done",
                 draft ? "Concept" : "Op het scherm");
    add_language(page, "en", "English", draft ? "late" : "done",
                 draft ? "Wacht op een agent" : "Op het scherm");
    add_language(page, "ar", "العربية", "plain", "Ontbreekt");
}

Sample pages(Voice const& voice) {
    Sample sample{"pages", "pages", volunteer_signed_in(voice, "Pagina’s", "Pagina’s")};
    auto& values = sample.values;
    constexpr std::array<std::string_view, 6> titles{
        "Aangifte doen", "Over deze plek",   "Nummers en adressen",
        "Uw bericht",    "Wie lost wat op?", "Wanneer is er iemand?"};
    for (std::size_t i = 0; i < voice.many(titles.size()); ++i) {
        add_page(values, voice.name(titles[i % titles.size()]), i == 0);
    }
    if (voice.mood() != Mood::empty) {
        values.add("RULE_NOTE").set("TEXT", "Een agent kijkt eerst mee met wat u schrijft.");
        auto& waiting = values.add("WAITING");
        waiting.set("HREF", "/pages/report-crime_en");
        waiting.set("TITLE", voice.name("Reporting a crime"));
        waiting.set("TEXT", voice.name("English · Ria · vandaag 10.12 uur"));
        values.show("RULES");
        values.show("FOUR_EYES");
    }
    return sample;
}

Sample pictures(Voice const& voice) {
    Sample sample{"pictures", "pictures", volunteer_signed_in(voice, "Foto’s", "Foto’s")};
    auto& values = sample.values;
    values.set("ALT", voice.name(""));
    values.set("LIMIT_TEXT", "PNG of JPEG, hooguit 2 MB.");
    for (std::size_t i = 0; i < voice.many(4); ++i) {
        auto& picture = values.add("PICTURE");
        picture.set("NAME", "foto-" + std::to_string(i) + ".png");
        picture.set("ALT", voice.name("Een rij huizen. Bij één huis staat de deur open."));
        picture.set("HREF", "/assets/mark.svg");
        picture.show(i == 0 ? "SHIPPED" : "REMOVE");
    }
    return sample;
}

void add_fact_row(web::Values& values, Voice const& voice, std::string_view id,
                  std::string_view label, std::string_view value, bool expired) {
    auto& fact = values.add("FACT_ROW");
    fact.set("ID", id);
    fact.set("LABEL", voice.name(label));
    fact.set("VALUE", voice.name(value));
    fact.set("NOTE", voice.name("Voor alles zonder spoed."));
    fact.set("NOTE_EN", voice.name("For everything that can wait."));
    fact.set("KIND", expired ? "late" : "done");
    fact.set("STATE_TEXT", expired ? "Opnieuw nakijken" : "Klopt");
    fact.set("CHECKED_TEXT", voice.name("Nagekeken op 12 november door Ria"));
    fact.set("USED_TEXT", voice.name("Staat op: Aangifte doen, Nummers en adressen"));
    fact.set("UNTIL", "2027-11-24");
    fact.set("LAST_DAY", "2027-11-24");
    fact.show("CHANGE");
}

Sample facts(Voice const& voice) {
    Sample sample{"facts", "facts", volunteer_signed_in(voice, "Feiten", "Feiten")};
    auto& values = sample.values;
    bool const empty = voice.mood() == Mood::empty;
    values.set("HEADING", empty ? "Alle feiten kloppen" : "1 feit moet u nakijken");
    for (std::size_t i = 0; i < voice.many(1); ++i) {
        std::string const number = i == 0 ? "" : "-" + std::to_string(i);
        add_fact_row(values, voice, "municipality" + number, "Gemeente Assen", "14 0592", true);
    }
    if (!empty) {
        add_fact_row(values, voice, "police-not-urgent", "Politie, geen spoed", "0900-8844", false);
        add_fact_row(values, voice, "police-website", "Politie op internet", "politie.nl", false);
        add_fact_row(values, voice, "address", "Deze plek", "Rolderstraat 21, Assen", false);
    }
    return sample;
}

void add_notice_row(web::Values& values, Voice const& voice, std::size_t number, bool now) {
    auto& row = values.add("NOTICE_ROW");
    row.set("NUMBER", std::to_string(number));
    row.set("WORDS", voice.name("Donderdag 26 november is er geen agent."));
    row.set("WORDS_EN", voice.name(now ? "No officer on Thursday 26 November." : ""));
    row.set("DAYS", "Van 23 tot en met 26 november");
    row.set("KIND", now ? "done" : "plain");
    row.set("STATE_TEXT", now ? "Op het scherm" : "Voorbij");
    row.show("REMOVE");
}

void add_line_kind(web::Values& values, std::string_view key, std::string_view label,
                   std::string_view hint, bool checked) {
    auto& kind = values.add("LINE_KIND");
    kind.set("KEY", key);
    kind.set("LABEL", label);
    kind.set("LINE_HINT", hint);
    if (checked) {
        kind.show("CHECKED");
    }
}

Sample notices(Voice const& voice) {
    Sample sample{"notices", "notices", volunteer_signed_in(voice, "Regel", "Regel")};
    auto& values = sample.values;
    for (std::size_t i = 0; i < voice.many(2); ++i) {
        add_notice_row(values, voice, i, i == 0);
    }
    values.set("LINE_NL", voice.name(""));
    values.set("LINE_EN", voice.name(""));
    values.set("FROM", "2026-11-24");
    values.set("UNTIL", "2026-12-01");
    values.set("LENGTH_MAX", "90");
    if (voice.mood() != Mood::empty) { // who may choose
        values.show("KINDS");
    }
    add_line_kind(values, "notice", "Mededeling", "Iets wat bezoekers moeten weten", true);
    add_line_kind(values, "done", "U vroeg, wij deden", "Wat er met een vraag gebeurde", false);
    for (std::size_t i = 0; i < voice.many(2); ++i) {
        auto& beginning = values.add("DONE_TEMPLATE");
        beginning.set("TEXT", voice.name(i == 0 ? "U vroeg om ... . Wij lopen er nu vaker."
                                                : "U meldde dat ... kapot was."));
    }
    if (voice.mood() == Mood::hostile) {
        values.show("ASK_SURE");
    }
    return sample;
}

struct Reason {
    std::string_view key;
    std::string_view label;
    std::string_view icon;
};
constexpr std::array kReasons{
    Reason{"curious", "Even kijken", "visibility"}, Reason{"question", "Een vraag", "forum"},
    Reason{"report", "Melding", "assignment"}, Reason{"other", "Iets anders", "people_outline"}};

Sample door(Voice const& voice) {
    Sample sample{"door", "door", volunteer_signed_in(voice, "Deurtelling", "Deurtelling")};
    auto& values = sample.values;
    bool const empty = voice.mood() == Mood::empty;
    for (Reason const& reason : kReasons) {
        auto& button = values.add("BUTTON");
        button.set("KEY", reason.key);
        button.set("LABEL", voice.name(reason.label));
        button.set("ICON", reason.icon);
        button.set("NUMBER", empty ? "0" : "4");
        values.add("REASON_HEAD").set("LABEL", reason.label);
    }
    if (!empty) {
        auto& undo = values.add("UNDO");
        undo.set("PRESS_ID", "00112233445566778899aabbccddeeff");
        undo.set("UNDO_TEXT", voice.name("Het laatst geteld: Een vraag"));
    }
    for (std::string_view const label : {"Vandaag", "Maandag 23 november", "Zondag 22 november"}) {
        auto& day = values.add("DAY");
        day.set("DAY_LABEL", label);
        day.set("TOTAL", empty ? "0" : "16");
        for (Reason const& reason : kReasons) {
            auto& cell = day.add("CELL");
            cell.set("LABEL", reason.label);
            cell.set("TEXT", empty ? "0" : "4");
        }
    }
    return sample;
}

} // namespace

std::vector<Sample> volunteer_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(pages(voice));
    samples.push_back(pictures(voice));
    samples.push_back(facts(voice));
    samples.push_back(notices(voice));
    samples.push_back(door(voice));
    return samples;
}

} // namespace inloop::tests
