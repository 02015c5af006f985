// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

constexpr std::string_view kMessage =
    "Bij het fietsenrek in de Kruisstraat staan elke avond scooters op de stoep. Met mijn rollator "
    "kan ik er dan niet langs. Kan daar iets aan gedaan worden?";
constexpr std::string_view kAnswer =
    "Dank u. Ik loop deze week elke avond langs het fietsenrek. Ik vraag de eigenaren om de "
    "scooters weg te zetten. Volgende week leest u hier hoe het gaat.";

struct Step {
    std::string_view key;
    std::string_view label;
    std::string_view reads;
};

constexpr std::array kSteps{
    Step{"in_hand", "Ermee bezig", "De wijkagent is met uw bericht bezig."},
    Step{"asked", "Vraag gesteld", "De wijkagent wil iets van u weten."},
    Step{"set_aside", "Weggezet", "De wijkagent kijkt hier later naar. De datum staat erbij."},
    Step{"referred", "Doorverwezen", "Uw bericht is doorgegeven aan wie hierover gaat."},
    Step{"taken_over", "Overgenomen", "De politie werkt verder met uw bericht."},
    Step{"closed", "Afgehandeld", "Uw bericht is afgehandeld."}};

void add_step(web::Values& values, std::string_view section, Step const& step, bool checked) {
    auto& item = values.add(section);
    item.set("KEY", step.key);
    item.set("LABEL", step.label);
    item.set("VISITOR_READS", step.reads);
    if (checked) {
        item.show("CHECKED");
    }
}

void add_message(web::Values& values, Voice const& voice, std::string_view head,
                 std::string_view text, bool own) {
    auto& message = values.add("MESSAGE");
    message.set("MESSAGE_HEAD", head);
    message.set("MESSAGE_TEXT", voice.text(text));
    message.set("LANG", voice.language());
    message.set("DIR", voice.direction());
    if (own) {
        message.show("OWN");
    }
}

void add_check(web::Values& values, std::string_view kind, std::string_view icon,
               std::string_view text) {
    auto& check = values.add("CHECK");
    check.set("KIND", kind);
    check.set("ICON", icon);
    check.set("TEXT", text);
}

void add_answer(web::Values& page, Voice const& voice) {
    auto& values = page.add("ANSWER");
    values.set("ANSWER_HINT", "De bezoeker leest dit op het scherm, met de code.");
    values.set("ANSWER_TEXT", voice.text(kAnswer));
    values.set("ANSWER_LANG", voice.language());
    values.set("ANSWER_DIR", voice.direction());
    if (voice.mood() != Mood::empty) {
        auto& standards = values.add("STANDARD_ANSWERS");
        for (std::size_t i = 0; i < voice.many(2); ++i) {
            auto& standard = standards.add("STANDARD");
            standard.set("KEY", "thanks");
            standard.set("LANG", "nl");
            standard.set("LABEL", voice.name("Dank u, ik ga kijken"));
            standard.set("TEXT", voice.text("Dank u voor uw bericht.\nIk ga er deze week kijken."));
        }
    }
    add_step(values, "ANSWER_STEP", kSteps[0], true);
    add_step(values, "ANSWER_STEP", kSteps[1], false);
    add_step(values, "ANSWER_STEP", kSteps[5], false);
    add_check(values, "done", "check_circle", "Makkelijk te lezen (B1)");
    add_check(values, "done", "check_circle", "Geen namen");
}

void add_status_actions(web::Values& values) {
    values.set("STATUS", "Ermee bezig");
    values.set("VISITOR_READS_NOW", kSteps[0].reads);
    for (Step const& step : kSteps) {
        add_step(values, "STEP", step, false);
    }
    add_choice(values, "URGENCY", "high", "Vandaag nog", "CHECKED");
    add_choice(values, "URGENCY", "usual", "Gewoon", "CHECKED", true);
    add_choice(values, "URGENCY", "low", "Geen haast", "CHECKED");
}

void add_actions(web::Values& page, Voice const& voice) {
    auto& values = page.add("ACTIONS");
    add_status_actions(values);
    if (voice.mood() == Mood::empty) {
        values.show("NO_REFER");
        values.set(
            "NO_REFER_TEXT",
            "De bezoeker vindt het niet goed dat u dit doorgeeft. Vraag het in uw antwoord.");
    } else {
        auto& refer = values.add("REFER");
        refer.set("REFER_READS", kSteps[3].reads);
        auto& body = refer.add("BODY");
        body.set("KEY", "municipality");
        body.set("LABEL", "Gemeente Assen");
        body.set("BODY_HINT", "Afval, verlichting, stoep en groen");
    }
    for (std::size_t i = 0; i < voice.many(2); ++i) {
        add_choice(values, "COLLEAGUE", "anita", voice.name("Anita de Boer"));
    }
    values.set("TOMORROW", "2026-11-25");
    values.set("SET_ASIDE_READS", kSteps[2].reads);
    values.show("TAKE_OVER");
    values.show("REDACT");
    values.show("NONSENSE");
}

void add_notes(web::Values& page, Voice const& voice) {
    auto& values = page.add("NOTES");
    for (std::size_t i = 0; i < voice.many(1); ++i) {
        auto& note = values.add("NOTE");
        note.set("NOTE_HEAD", "Anita, maandag 17.20 uur");
        note.set("NOTE_TEXT", i < 2 ? voice.text("De fietsenwinkel kent de eigenaren.") : "Kort.");
    }
}

void add_similar(web::Values& page, Voice const& voice) {
    if (voice.mood() == Mood::empty) {
        return;
    }
    auto& values = page.add("SIMILAR");
    values.set("SIMILAR_TITLE", "Lijkt op 3 andere berichten");
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        auto& other = values.add("SIMILAR_ENTRY");
        other.set("OTHER_ID", "57");
        other.set("SUBJECT", voice.name("Brommers bij het rek"));
        other.set("WHERE", "Kruisstraat · vorige week");
        if (i == 0) {
            other.show("LINKED");
        }
    }
}

void add_event(web::Values& values, std::string_view when, std::string_view text) {
    auto& event = values.add("EVENT");
    event.set("WHEN", when);
    event.set("TEXT", text);
}

void add_facts(web::Values& values, Voice const& voice) {
    add_fact(values, "Onderwerp", "Verkeer en parkeren");
    add_fact(values, "Wat gebeurt er?", "Fout parkeren");
    add_fact(values, "Hoe vaak?", "Vaak");
    add_fact(values, "Waar", "Kruisstraat");
    add_fact(values, "Binnen", "Maandagmiddag");
    add_fact(values, "Naam", voice.name("Niet ingevuld"));
    add_fact(values, "Taal", "Nederlands");
    add_fact(values, "Doorgeven", "Ja, dat mag");
}

web::Values entry_values(Voice const& voice) {
    web::Values values = signed_in(voice, "Scooters op de stoep", "Dienst");
    values.set("ID", "42");
    values.set("VERSION", "3");
    values.set("BACK_HREF", "/");
    values.set("BACK_TEXT", "Sinds uw vorige dienst · bericht 2 van 11");
    values.show("NEXT_ENTRY");
    values.set("NEXT_ID", "43");
    values.set("HEADING", voice.name("Scooters op de stoep"));
    if (voice.mood() == Mood::hostile) {
        values.show("FOREIGN");
        values.set("LANG", voice.language());
        values.set("DIR", voice.direction());
    }
    auto& badge = values.add("BADGE");
    badge.set("KIND", "late");
    badge.set("TEXT", "Beloofd: vandaag voor 10.00 uur");
    add_message(values, voice, "Bezoeker, maandagmiddag", kMessage, false);
    add_facts(values, voice);
    add_event(values, "ma middag", "Bericht gekregen");
    for (std::size_t i = 0; i < voice.many(1); ++i) {
        add_event(values, "di 9.12", "Gelezen door " + voice.name("Henk"));
    }
    add_notes(values, voice);
    add_similar(values, voice);
    if (voice.mood() != Mood::empty) {
        add_map(values);
    }
    return values;
}

Sample entry(Voice const& voice) {
    Sample sample{"entry", "entry", entry_values(voice)};
    add_answer(sample.values, voice);
    add_actions(sample.values, voice);
    return sample;
}

// The visitor replied, and the answer quotes the message.
Sample entry_warning(Voice const& voice) {
    Sample sample{"entry", "entry-warning", entry_values(voice)};
    auto& values = sample.values;
    add_message(values, voice, "U, maandag 16.40 uur", kAnswer, true);
    add_message(values, voice, "Bezoeker, dinsdagochtend", "Het is nog niet opgelost.", false);
    add_answer(values, voice);
    auto& warning = values.add("ANSWER_WARNING");
    warning.set("WARNING_TITLE", "Uw antwoord verraadt misschien wie dit schreef");
    for (std::size_t i = 0; i < voice.many(2); ++i) {
        auto& found = warning.add("FOUND");
        found.set("FOUND_TEXT", voice.name("met mijn rollator kan ik er dan niet langs"));
        found.set("FOUND_WHY", "staat ook in het bericht");
    }
    add_actions(values, voice);
    return sample;
}

Sample entry_conflict(Voice const& voice) {
    Sample sample = entry(voice);
    sample.name = "entry-conflict";
    auto& conflict = sample.values.add("CONFLICT");
    conflict.set("WHO", voice.name("Anita"));
    conflict.set("WHEN", "Om 10.12 uur.");
    conflict.set("THEIRS", voice.text("Status: Afgehandeld\nAntwoord: De scooters zijn weg."));
    conflict.set("YOURS", voice.text("Status: Ermee bezig\nAntwoord: Dank u. Ik loop erlangs."));
    conflict.set("AGAIN_ACTION", "/entries/42/answer");
    auto& again = conflict.add("AGAIN");
    again.set("FIELD", "answer");
    again.set("VALUE", voice.text(kAnswer));
    return sample;
}

Sample entry_taken_over(Voice const& voice) {
    Sample sample{"entry", "entry-taken-over", signed_in(voice, "Auto zonder kenteken", "")};
    auto& values = sample.values;
    values.set("ID", "42");
    values.set("VERSION", "9");
    values.set("BACK_HREF", "/entries");
    values.set("BACK_TEXT", "Berichten");
    values.set("HEADING", "Vernield of gestolen");
    values.show("DONE");
    values.set("DONE_TEXT", "De tekst is hier voorgoed gewist.");
    auto& badge = values.add("BADGE");
    badge.set("KIND", "done");
    badge.set("TEXT", "Overgenomen");
    values.show("ERASED");
    values.set("ERASED_TEXT",
               "Dinsdag overgenomen in het politiesysteem. De tekst is hier gewist.");
    add_fact(values, "Onderwerp", "Vernield of gestolen");
    add_event(values, "di 9.30", "Overgenomen door Henk");
    values.show("NO_ANSWER");
    values.set("NO_ANSWER_TEXT",
               "Dit bericht is overgenomen. De bezoeker leest dat op het scherm.");
    return sample;
}

Sample print(Voice const& voice) {
    Sample sample{"print", "print", signed_in(voice, "Overnemen", "")};
    auto& values = sample.values;
    values.set("ID", "42");
    values.set("VERSION", "3");
    values.set("SITE", "Inloop centrum van Assen");
    values.set("PRINTED", "dinsdag 24 november 10.05 uur");
    values.set("HEADING", voice.name("Scooters op de stoep"));
    values.set("TAKEN_OVER_READS", kSteps[4].reads);
    add_facts(values, voice);
    add_message(values, voice, "Bezoeker, maandagmiddag", kMessage, false);
    return sample;
}

Sample walk_in(Voice const& voice) {
    Sample sample{"walk_in", "walk-in", signed_in(voice, "Gesprek noteren", "Gesprek noteren")};
    auto& values = sample.values;
    values.set("NOTE_TEXT", voice.text(""));
    add_choice(values, "SUBJECT", "traffic", "Verkeer en parkeren");
    add_choice(values, "SUBJECT", "noise", "Geluid en horeca", "SELECTED", true);
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        add_choice(values, "STREET", "kruisstraat", "Kruisstraat");
    }
    return sample;
}

} // namespace

std::vector<Sample> entry_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(entry(voice));
    samples.push_back(print(voice));
    samples.push_back(walk_in(voice));
    if (voice.mood() != Mood::empty) {
        samples.push_back(entry_warning(voice));
        samples.push_back(entry_conflict(voice));
    }
    if (voice.mood() == Mood::everyday) {
        samples.push_back(entry_taken_over(voice));
    }
    return samples;
}

} // namespace inloop::tests
