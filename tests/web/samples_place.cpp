// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

constexpr std::array<std::string_view, 7> kDays{"Maandag", "Dinsdag",  "Woensdag", "Donderdag",
                                                "Vrijdag", "Zaterdag", "Zondag"};

void add_shift(web::Values& day, Voice const& voice, std::string_view key, int number,
               std::string_view from, std::string_view until) {
    auto& shift = day.add("SHIFT");
    shift.set("SHIFT_KEY", std::string(key) + "-" + std::to_string(number));
    shift.set("SHIFT_NUMBER", std::to_string(number));
    shift.set("FROM", from);
    shift.set("UNTIL", until);
    add_choice(shift, "WHO", "present", voice.name("Agent aanwezig"), "SELECTED", !from.empty());
    add_choice(shift, "WHO", "talk", voice.name("Spreekmoment"));
    if (from == "13:00") {
        auto& problem = shift.add("PROBLEM");
        problem.set("PROBLEM_TEXT", "Het einde ligt voor het begin.");
    }
}

Sample roster(Voice const& voice) {
    Sample sample{"roster", "roster", signed_in(voice, "Rooster", "Rooster")};
    auto& values = sample.values;
    values.set("VERSION", "4");
    values.set("WEEK_KEY", "2026-W48");
    for (std::string_view const week : {"Deze week", "Volgende week", "Week 50", "Week 51"}) {
        auto& item = values.add("WEEK");
        item.set("HREF", "/roster?week=2026-W48");
        item.set("LABEL", week);
        if (week == "Deze week") {
            item.show("CURRENT");
        }
    }
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        std::string const date = "2026-11-" + std::to_string(23 + i);
        auto& day = values.add("DAY");
        day.set("DAY_LABEL", std::string(kDays[i]) + " " + std::to_string(23 + i) + " november");
        day.set("DATE", date);
        bool const open = i < 5 && voice.mood() != Mood::empty;
        bool const wrong = i == 1 && voice.mood() == Mood::hostile;
        add_shift(day, voice, date, 1, open ? (wrong ? "13:00" : "10:00") : "",
                  open ? "12:30" : "");
        add_shift(day, voice, date, 2, "", "");
        if (!open) {
            day.show("CLOSED");
        }
    }
    return sample;
}

void add_health_check(web::Values& machine, bool good, std::string_view label,
                      std::string_view text, std::string_view mend = "") {
    auto& check = machine.add("CHECK");
    check.set("KIND", good ? "done" : "late");
    check.set("ICON", good ? "check_circle" : "warning");
    check.set("LABEL", label);
    check.set("TEXT", text);
    if (!good) {
        check.show("MEND");
        check.set("MEND_TEXT", mend);
    }
}

Sample health(Voice const& voice) {
    bool const good = voice.mood() != Mood::hostile;
    Sample sample{"health", "health", signed_in(voice, "Werkt alles?", "Werkt alles?")};
    auto& values = sample.values;
    values.set("HEADING", good ? "Alles werkt" : "Er is iets te doen");
    values.set("AS_OF", "Nagekeken om 10.02 uur");
    for (std::size_t i = 0; i < (good ? 1U : 6U); ++i) {
        auto& kiosk = values.add("MACHINE");
        kiosk.set("NAME", "Kiosk " + voice.name("Rolderstraat 21"));
        add_health_check(kiosk, good, "Laatste contact", good ? "een minuut geleden" : "gisteren",
                         "Kijk of de stekker erin zit en of het lampje van het netwerk brandt.");
        add_health_check(kiosk, true, "Berichten", "41 gemaakt, 41 aangekomen");
        add_health_check(kiosk, true, "Klok", "loopt gelijk");
        add_health_check(kiosk, true, "Ruimte", "61 % vrij");
    }
    auto& log = values.add("MACHINE");
    log.set("NAME", "Logboek");
    add_health_check(log, true, "Certificaat", "geldig tot 3 mei 2027");
    add_health_check(log, good, "Reservekopie", good ? "vannacht 3.10 uur" : "9 dagen oud",
                     "Sluit de schijf voor kopieën aan.");
    add_health_check(log, true, "Ruimte", "84 % vrij");
    return sample;
}

Sample pattern(Voice const& voice) {
    Sample sample{"pattern", "pattern", signed_in(voice, "Waar en wanneer", "Waar en wanneer")};
    auto& values = sample.values;
    values.set("PERIOD", "Laatste vier weken");
    values.set("GRID_NOTE", "Een streepje betekent: minder dan 5.");
    add_choice(values, "SUBJECT", "traffic", "Verkeer en parkeren");
    for (std::string_view const part : {"Nacht", "Ochtend", "Middag", "Avond"}) {
        values.add("PART_HEAD").set("LABEL", part);
    }
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        auto& row = values.add("WEEKDAY");
        row.set("DAY_LABEL", kDays[day]);
        row.set("DAY_SHORT", kDays[day].substr(0, 2));
        for (std::size_t part = 0; part < 4; ++part) {
            std::size_t const shade =
                voice.mood() == Mood::empty ? 0 : (day * part + part) % (part == 0 ? 1 : 6);
            auto& cell = row.add("CELL");
            cell.set("SHADE", std::to_string(shade));
            cell.set("TEXT", shade == 0 ? "–" : std::to_string(shade * 5 + day));
        }
    }
    add_map(values);
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        auto& place = values.add("PLACE");
        place.set("LABEL", voice.name("Kruisstraat"));
        place.set("TEXT", std::to_string(12 + i));
    }
    return sample;
}

} // namespace

std::vector<Sample> place_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(roster(voice));
    samples.push_back(health(voice));
    samples.push_back(pattern(voice));
    return samples;
}

} // namespace inloop::tests
