// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

constexpr std::string_view kBody =
    "![Een rij huizen. Bij één huis staat de deur open.](street.png)\n\n"
    "Is uw fiets gestolen of is er iets kapotgemaakt? Doe dan aangifte. "
    "Dat kan niet te dezer plaatse.\n\n"
    "## Zo doet u het\n\n"
    "1. Ga naar **politie.nl** en kies ‘Aangifte doen’.\n"
    "2. Lukt dat niet? Bel en maak een afspraak.\n"
    "3. Neem uw paspoort of ID-kaart mee.\n\n"
    "{fact: police-not-urgent}\n\n"
    "> Is het nu aan de gang? Bel 112.\n";

void add_badge(web::Values& values, std::string_view kind, std::string_view text) {
    auto& badge = values.add("BADGE");
    badge.set("KIND", kind);
    badge.set("TEXT", text);
}

void add_language(web::Values& values, std::string_view key, std::string_view label) {
    auto& language = values.add("LANGUAGE");
    language.set("HREF", "/pages/report-crime_" + std::string(key));
    language.set("LABEL", label);
    language.set("LANG", key);
    if (key == "nl") {
        language.show("CURRENT");
    }
}

void add_choices(web::Values& values, Voice const& voice) {
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        constexpr std::array<std::string_view, 3> ids{"police-not-urgent", "address",
                                                      "municipality"};
        auto& fact = values.add("FACT_CHOICE");
        fact.set("ID", ids[i % ids.size()]);
        fact.set("LABEL", voice.name("Politie, geen spoed"));
        fact.set("VALUE", voice.name("0900-8844"));
    }
    for (std::size_t i = 0; i < voice.many(2); ++i) {
        auto& picture = values.add("PICTURE_CHOICE");
        picture.set("NAME", i == 0 ? "street.png" : "fiets.jpg");
        picture.set("ALT", voice.name("Een rij huizen. Bij één huis staat de deur open."));
        picture.set("HREF", "/assets/mark.svg");
    }
}

void add_history(web::Values& values, Voice const& voice) {
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        auto& row = values.add("VERSION_ROW");
        row.set("VERSION_ID", std::to_string(40 - i));
        row.set("WHEN", "12 november, 10.12 uur");
        row.set("WHO", voice.name("Ria"));
        row.set("TEXT", i == 0 ? "Op het scherm" : "Vervangen op 12 november");
        if (i > 0) {
            row.show("TAKE_UP");
        }
    }
}

void add_change(web::Values& different, std::string_view mark, std::string_view text) {
    auto& change = different.add("CHANGE");
    change.set("MARK", mark);
    change.set("TEXT", text);
}

// How the screen would be; where it is not `good` there is something to say.
void add_look(web::Values& values, Voice const& voice, bool good, bool tall) {
    bool const hostile = voice.mood() == Mood::hostile;
    auto& look = values.add("LOOK");
    look.set("LOOK_TEXT", "Zo ziet het eruit vanaf vandaag.");
    look.set("FIT_KIND", good ? "done" : "late");
    look.set("FIT_TEXT", good ? "Ja. Met grote letters: 3 bladen." : "Nee, de titel is te lang.");
    look.set("PLAIN_KIND", good ? "done" : "late");
    look.set("PLAIN_TEXT", good ? "Ja, dit is makkelijk." : "Bijna. 1 woord is moeilijk.");
    for (std::size_t i = 0; i < (good ? 1U : 3U); ++i) {
        auto& picture = look.add("LOOK_PICTURE");
        picture.set("HREF", "/look-" + (tall ? "tall" : std::to_string(i + 1)) + ".svg");
        picture.set("NUMBER_TEXT", "Blad " + std::to_string(i + 1) + (good ? " van 1" : " van 3"));
    }
    if (good) {
        return;
    }
    auto& hint = look.add("HINT");
    hint.set("WORDS", voice.name("te dezer plaatse"));
    hint.set("TEXT", voice.name("Schrijf liever: op deze plek."));
    look.add("FAULT").set("TEXT", voice.name("Regel 12: er is geen foto ‘straat.png’."));
    look.add("FINDING").set("TEXT", voice.name("De titel past niet op één regel."));
    if (hostile) {
        look.add("TROUBLE").set("TEXT", voice.name("Het voorbeeld kon niet worden gemaakt."));
    }
}

Sample page_edit(Voice const& voice, std::string const& name, bool good, bool tall = false) {
    Sample sample{"page_edit", name, volunteer_signed_in(voice, "Pagina", "Pagina’s")};
    auto& values = sample.values;
    bool const empty = voice.mood() == Mood::empty;
    values.set("KEY", "report-crime_nl");
    values.set("VERSION", "7");
    values.set("HEADING", voice.name("Aangifte doen"));
    values.set("LANG", voice.language());
    values.set("DIR", voice.direction());
    values.set("STATE_TEXT", "Laatst bewaard door Ria, vandaag 10.12 uur.");
    add_badge(values, "usual", "Concept");
    add_badge(values, "done", "Op het scherm");
    add_language(values, "nl", "Nederlands");
    add_language(values, "en", "English");
    add_language(values, "de", "Deutsch");
    add_language(values, "ar", "العربية");
    values.set("PAGE_TITLE", empty ? "" : voice.name("Aangifte doen"));
    values.set("PAGE_BODY", empty ? "" : voice.text(kBody));
    values.set("FROM", "");
    values.set("UNTIL", empty ? "" : "2026-12-12");
    add_choices(values, voice);
    add_history(values, voice);
    add_look(values, voice, good, tall);
    return sample;
}

Sample draft(Voice const& voice) {
    bool const everyday = voice.mood() == Mood::everyday;
    Sample sample = page_edit(voice, "page-edit", voice.mood() == Mood::empty);
    auto& values = sample.values;
    values.show("PUBLISH");
    if (voice.mood() == Mood::empty) {
        return sample;
    }
    values.show("DROP");
    auto& shown = values.add("SHOWN");
    shown.set("UNDO_ID", "40");
    shown.set("UNDO_TEXT", voice.name("Op het scherm sinds 12 november, van Ria."));
    auto& different = values.add("DIFFERENT");
    if (!everyday) {
        different.show("OPEN");
    }
    add_change(different, "same", "## Zo doet u het");
    add_change(different, "out", voice.name("1. Ga naar het bureau."));
    add_change(different, "in", voice.name("1. Ga naar politie.nl."));
    if (everyday) {
        values.show("DONE");
        values.set("DONE_TEXT", "Bewaard. Het staat nog niet op het scherm.");
    }
    return sample;
}

Sample conflict(Voice const& voice) {
    Sample sample = page_edit(voice, "page-edit-conflict", true);
    auto& values = sample.values;
    values.show("OFFER");
    values.show("PUBLISH");
    auto& theirs = values.add("CONFLICT");
    theirs.set("WHO", voice.name("Anita de Boer"));
    theirs.set("THEIR_TITLE", voice.name("Aangifte doen"));
    theirs.set("THEIR_BODY", voice.text("Doe aangifte op politie.nl.\n\nOf bel ons."));
    return sample;
}

// A portrait screen with large letters, which only an officer may change.
Sample locked(Voice const& voice) {
    Sample sample = page_edit(voice, "page-edit-locked", true, true);
    auto& values = sample.values;
    values.show("LARGE");
    values.show("TALL");
    values.show("OFFER");
    values.add("LOCKED_NOTE")
        .set("TEXT", "Alles staat vast. Een agent zet het op het scherm als u het vraagt.");
    return sample;
}

// The answer to who types, as the page of draft() has it.
Sample page_look(Voice const& voice) {
    Sample sample{"page_look", "page-look", {}, true};
    add_look(sample.values, voice, voice.mood() == Mood::empty, false);
    return sample;
}

} // namespace

std::vector<Sample> editor_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(draft(voice));
    samples.push_back(page_look(voice));
    if (voice.mood() != Mood::empty) {
        samples.push_back(conflict(voice));
    }
    if (voice.mood() == Mood::everyday) {
        samples.push_back(locked(voice));
    }
    return samples;
}

} // namespace inloop::tests
