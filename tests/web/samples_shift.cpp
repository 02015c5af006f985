// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

struct Row {
    std::string_view subject;
    std::string_view where;
    std::string_view kind;
    std::string_view badge;
    std::string_view reason{};
};

void add_row(web::Values& values, Voice const& voice, Row const& row) {
    auto& item = values.add("ROW");
    item.set("ID", "42");
    item.set("SUBJECT", voice.name(row.subject));
    item.set("WHERE", voice.name(row.where));
    if (voice.mood() == Mood::hostile) {
        item.show("FOREIGN");
        item.set("LANG", voice.language());
        item.set("DIR", voice.direction());
    }
    if (!row.reason.empty()) {
        item.show("REASON");
        item.set("REASON_TEXT", voice.name(row.reason));
    }
    auto& badge = item.add("BADGE");
    badge.set("KIND", row.kind);
    badge.set("TEXT", row.badge);
}

struct Group {
    std::string_view key;
    std::string_view icon;
    std::string_view label;
    std::vector<Row> rows;
};

std::vector<Group> groups() {
    return {
        {"missed",
         "timer",
         "Belofte verlopen",
         {{"Fietsen voor de nooddeur", "Straat kapot, vuil of donker · Koopmansplein", "late",
           "2 dagen te laat"}}},
        {"today",
         "schedule",
         "Beloofd voor vandaag",
         {{"Scooters op de stoep", "Verkeer en parkeren · Kruisstraat", "usual", "voor 10.00 uur"},
          {"Hard rijden in de avond", "Verkeer en parkeren · Gedempte Singel", "usual",
           "voor 10.00 uur"}}},
        {"replied",
         "forum",
         "Bezoeker reageerde",
         {{"“Het is nog niet opgelost”", "Geluid en horeca · Marktstraat", "usual", "2e bericht"},
          {"“Dank u, het helpt”", "Vraag aan de wijkagent", "done", "opgelost"}}},
        {"new",
         "assignment",
         "Nieuw",
         {{"Ruzie bij het bankje", "Overlast van mensen · Brink", "usual", "do 10.00 uur"},
          {"Lamp kapot in de steeg", "Straat kapot, vuil of donker · Kruisstraat", "usual",
           "gemeente"},
          {"Wanneer bent u er weer?", "Vraag aan de wijkagent", "usual", "do 10.00 uur"},
          {"Compliment voor de avonddienst", "Idee of compliment", "usual", "geen haast"}}},
        {"set-aside",
         "event",
         "Weggezet tot vandaag",
         {{"Vuurwerk achter de school", "Overlast van mensen · Noordersingel", "usual",
           "tot vandaag", "Wachten op het overleg met de school"}}},
        {"colleague",
         "groups",
         "Van een collega die er niet is",
         {{"Auto zonder kenteken", "Vernield of gestolen · Vaart", "usual", "van Anita"}}},
    };
}

Sample shift(Voice const& voice) {
    Sample sample{"shift", "shift", signed_in(voice, "Dienst", "Dienst")};
    auto& values = sample.values;
    bool const empty = voice.mood() == Mood::empty;
    values.set("PERIOD", "Vrijdag 20 november 17.00 uur tot nu");
    values.set("TOTAL", empty ? "geen berichten" : "11 berichten");
    values.set("END_LABEL", empty ? "Klaar" : "Klaar: 11 open");
    if (empty) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", "Er kwam niets nieuws binnen. Goede dienst.");
    } else {
        values.show("FIRST");
        values.set("FIRST_ID", "42");
        values.show("MINUTES");
        values.set("MINUTES_TEXT", "ongeveer 3 minuten");
    }
    constexpr std::array<std::string_view, 4> kLabels{"Belofte verlopen", "Beloofd voor vandaag",
                                                      "Bezoeker reageerde", "Nieuw"};
    constexpr std::array<std::string_view, 4> kNumbers{"1", "2", "2", "4"};
    for (std::size_t i = 0; i < kLabels.size(); ++i) {
        auto& count = values.add("COUNT");
        count.set("LABEL", kLabels[i]);
        count.set("NUMBER", empty ? "0" : kNumbers[i]);
        if (i == 0 && !empty) {
            count.show("LATE");
        }
    }
    for (Group const& group : empty ? std::vector<Group>{} : groups()) {
        auto& child = values.add("GROUP");
        child.set("KEY", group.key);
        child.set("ICON", group.icon);
        child.set("LABEL", group.label);
        auto const many = group.key == "new" ? voice.many(group.rows.size()) : group.rows.size();
        child.set("NUMBER", std::to_string(many));
        for (std::size_t i = 0; i < many; ++i) {
            add_row(child, voice, group.rows[i % group.rows.size()]);
        }
        if (voice.mood() == Mood::hostile && group.key == "new") {
            child.show("MORE");
            child.set("MORE_HREF", "/entries?view=new");
            child.set("MORE_TEXT", "Alle 200 bekijken");
        }
    }
    return sample;
}

Sample entries(Voice const& voice) {
    Sample sample{"entries", "entries", signed_in(voice, "Berichten", "Berichten")};
    auto& values = sample.values;
    auto const many = voice.many(5);
    values.set("COUNT_TEXT", std::to_string(many) + " gevonden");
    values.set("QUERY", voice.name("kruisstraat"));
    constexpr std::array<std::string_view, 5> kViews{"Open", "Van mij", "Weggezet", "Afgehandeld",
                                                     "Onzin"};
    for (std::string_view const label : kViews) {
        auto& view = values.add("VIEW");
        view.set("HREF", "/entries?view=open");
        view.set("LABEL", label);
        view.set("NUMBER", "9");
        if (label == "Open") {
            view.show("CURRENT");
        }
    }
    if (many == 0) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", "Probeer een ander woord, of zoek in alle berichten.");
        return sample;
    }
    values.show("LIST");
    auto const rows = groups()[3].rows;
    for (std::size_t i = 0; i < many; ++i) {
        add_row(values, voice, rows[i % rows.size()]);
    }
    auto& pager = values.add("PAGER");
    pager.set("PAGE_TEXT", "1 – 5 van 41");
    pager.show("OLDER");
    pager.set("OLDER_HREF", "/entries?page=2&q=" + voice.name("kruisstraat"));
    return sample;
}

Sample login(Voice const& voice) {
    Sample sample{"login", "login", signed_out("Inloggen")};
    auto& values = sample.values;
    values.set("SITE", "het centrum van Assen");
    values.set("CSRF", "0f8a6c3d9b");
    values.set("NEXT_PAGE", voice.name("/"));
    values.set("NAME", voice.name(""));
    if (voice.mood() == Mood::hostile) {
        values.show("WARNING");
        values.set("WARNING_TEXT", "Dat klopt niet. Probeer het over 4 seconden opnieuw.");
    }
    return sample;
}

Sample message(std::string name, std::string_view icon, std::string_view heading,
               std::string_view text) {
    Sample sample{"message", std::move(name), signed_out(heading)};
    sample.values.set("ICON", icon);
    sample.values.set("HEADING", heading);
    sample.values.set("TEXT", text);
    sample.values.set("GO_HREF", "/login");
    sample.values.set("GO_TEXT", "Log in");
    return sample;
}

} // namespace

std::vector<Sample> shift_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(shift(voice));
    samples.push_back(entries(voice));
    samples.push_back(login(voice));
    if (voice.mood() == Mood::everyday) {
        samples.push_back(
            message("logged-out", "lock", "U bent uitgelogd",
                    "De berichten zijn weer op slot. Sluit dit venster als u weggaat."));
        Sample error = message("error", "info", "Dat lukte niet",
                               "Er is niets veranderd. Probeer het opnieuw. Blijft het zo? Geef "
                               "dan dit nummer door.");
        error.values.show("DETAIL");
        error.values.set("DETAIL_TEXT", "Nummer 7F3A-19");
        samples.push_back(std::move(error));
    }
    return samples;
}

} // namespace inloop::tests
