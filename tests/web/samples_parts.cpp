// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

struct Link {
    std::string_view href;
    std::string_view label;
};

constexpr std::array kFirst{Link{"/", "Dienst"}, Link{"/entries", "Berichten"},
                            Link{"/walk-in", "Gesprek noteren"},
                            Link{"/pattern", "Waar en wanneer"}};
constexpr std::array kMore{Link{"/roster", "Rooster"}, Link{"/people", "Mensen"},
                           Link{"/kiosks", "Kiosken"}, Link{"/health", "Werkt alles?"},
                           Link{"/audit", "Wie deed wat"}};

constexpr std::array kVolunteerFirst{Link{"/pages", "Pagina’s"}, Link{"/facts", "Feiten"},
                                     Link{"/notices", "Regel"}, Link{"/door", "Deurtelling"}};
constexpr std::array kVolunteerMore{Link{"/pictures", "Foto’s"}};

void add_link(web::Values& values, std::string_view section, Link link, std::string_view current) {
    auto& item = values.add(section);
    item.set("HREF", link.href);
    item.set("LABEL", link.label);
    if (link.label == current) {
        item.show("CURRENT");
    }
}

void add_street(web::Values& map, std::string_view shade, std::string_view path) {
    auto& street = map.add("STREET");
    street.set("SHADE", shade);
    street.set("PATH", path);
}

void add_named_point(web::Values& map, std::string_view section, std::string_view x,
                     std::string_view y) {
    auto& point = map.add(section);
    point.set("X", x);
    point.set("Y", y);
}

} // namespace

web::Values signed_out(std::string_view title) {
    web::Values values;
    values.set("TITLE", title);
    return values;
}

web::Values signed_in(Voice const& voice, std::string_view title, std::string_view current) {
    web::Values values = signed_out(title);
    values.show("SIGNED_IN");
    values.show("HERE");
    values.set("PERSON", voice.name("Henk Thijs"));
    values.set("INITIAL", "H");
    values.set("ROLE", "Wijkagent");
    values.set("CSRF", "0f8a6c3d9b");
    for (Link const link : kFirst) {
        add_link(values, "NAV", link, current);
    }
    for (Link const link : kMore) {
        add_link(values, "NAV_MORE", link, current);
    }
    auto& presence = values.add("PRESENCE");
    presence.set("PAGE", "/");
    presence.set("NEXT", "no");
    presence.set("CHECKED", "true");
    presence.set("SCREEN_SAYS", "Op het scherm: loop gerust binnen, tot 16.00 uur.");
    return values;
}

web::Values volunteer_signed_in(Voice const& voice, std::string_view title,
                                std::string_view current) {
    web::Values values = signed_out(title);
    values.show("SIGNED_IN");
    values.set("PERSON", voice.name("Ria"));
    values.set("INITIAL", "R");
    values.set("ROLE", "Vrijwilliger");
    values.set("CSRF", "0f8a6c3d9b");
    for (Link const link : kVolunteerFirst) {
        add_link(values, "NAV", link, current);
    }
    for (Link const link : kVolunteerMore) {
        add_link(values, "NAV_MORE", link, current);
    }
    return values;
}

void add_map(web::Values& values) {
    auto& map = values.add("MAP");
    map.set("MAP_LABEL", "Schets van de straten. De Kruisstraat is aangewezen.");
    auto& water = map.add("AREA");
    water.set("AREA_KIND", "water");
    water.set("PATH", "M0 0H90L60 120 0 150z");
    auto& green = map.add("AREA");
    green.set("AREA_KIND", "green");
    green.set("PATH", "M250 190H400V300H230z");
    add_street(map, "plain", "M20 210 130 190 240 140 390 130");
    add_street(map, "plain", "M70 40 130 190 150 290");
    add_street(map, "plain", "M300 20 240 140 260 280");
    add_street(map, "chosen", "M130 190 190 60 300 20");
    auto& name = map.add("STREET_NAME");
    name.set("X", "232");
    name.set("Y", "92");
    name.set("TEXT", "Kruisstraat");
    add_named_point(map, "DOOR", "330", "126");
    add_named_point(map, "SPOT", "168", "108");
}

void add_choice(web::Values& values, std::string_view section, std::string_view key,
                std::string_view label, std::string_view mark, bool chosen) {
    auto& choice = values.add(section);
    choice.set("KEY", key);
    choice.set("LABEL", label);
    if (chosen) {
        choice.show(mark);
    }
}

void add_fact(web::Values& values, std::string_view label, std::string_view text) {
    auto& fact = values.add("FACT");
    fact.set("LABEL", label);
    fact.set("TEXT", text);
}

} // namespace inloop::tests
