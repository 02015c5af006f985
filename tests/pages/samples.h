// SPDX-License-Identifier: EUPL-1.2
// A small, good file of each kind that tests spoil.
#pragma once

#include <string>
#include <string_view>

namespace inloop::pages {

inline constexpr std::string_view kSampleSubjects = R"(
[[subject]]
id = "street"
icon = "build"
name = { nl = "Straat kapot", en = "Broken street" }
examples = { nl = "Een lamp in {town} is stuk.", en = "A lamp in {town} is broken." }
asks_place = true

[subject.desk]
whose = { nl = "Dit lost de gemeente op.", en = "The municipality solves this." }
how = { nl = "Bel de gemeente.", en = "Call the municipality." }
facts = ["municipality"]
asked = [{ nl = "Waar is het?", en = "Where is it?" }, { nl = "Wat is stuk?", en = "What is broken?" }]

[[subject.question]]
id = "since"
words = { nl = "Sinds wanneer?", en = "Since when?" }
option = [
    { id = "today", words = { nl = "Vandaag", en = "Today" } },
    { id = "longer", words = { nl = "Al langer", en = "Longer" } },
]

[[subject]]
id = "drugs"
icon = "smoking_rooms"
name = { nl = "Drugs", en = "Drugs" }
examples = { nl = "U ziet handel.", en = "You see dealing." }
delicate = true

[[subject]]
id = "other"
icon = "more_horiz"
name = { nl = "Iets anders", en = "Something else" }
examples = { nl = "Alles wat overblijft.", en = "All that is left." }
asks_place = false
)";

inline constexpr std::string_view kSampleMap = R"({
  "type": "FeatureCollection",
  "bbox": [6.5560, 52.9900, 6.5680, 52.9980],
  "features": [
    { "type": "Feature", "properties": { "kind": "kiosk" },
      "geometry": { "type": "Point", "coordinates": [6.5620, 52.9940] } },
    { "type": "Feature",
      "properties": { "kind": "street", "id": "long", "name": "Lange straat", "label": [6.5640, 52.9938] },
      "geometry": { "type": "LineString", "coordinates": [[6.5600, 52.9940], [6.5660, 52.9940]] } },
    { "type": "Feature",
      "properties": { "kind": "street", "id": "cross", "name": "Dwarsstraat", "label": [6.5652, 52.9950] },
      "geometry": { "type": "MultiLineString",
        "coordinates": [[[6.5650, 52.9930], [6.5650, 52.9945]], [[6.5650, 52.9950], [6.5650, 52.9970]]] } },
    { "type": "Feature",
      "properties": { "kind": "square", "id": "square", "name": "Plein", "label": [6.5580, 52.9960] },
      "geometry": { "type": "Polygon",
        "coordinates": [[[6.5570, 52.9950], [6.5570, 52.9970], [6.5590, 52.9970], [6.5590, 52.9950], [6.5570, 52.9950]]] } },
    { "type": "Feature", "properties": { "kind": "water", "name": "Vaart", "label": [6.5670, 52.9910] },
      "geometry": { "type": "MultiPolygon",
        "coordinates": [[[[6.5665, 52.9905], [6.5675, 52.9905], [6.5670, 52.9915], [6.5665, 52.9905]]],
                        [[[6.5675, 52.9905], [6.5678, 52.9905], [6.5678, 52.9915], [6.5675, 52.9905]]]] } },
    { "type": "Feature", "properties": { "kind": "green" },
      "geometry": { "type": "Polygon",
        "coordinates": [[[6.5570, 52.9905], [6.5580, 52.9905], [6.5580, 52.9915], [6.5570, 52.9905]]] } }
  ]
})";

inline constexpr std::string_view kSampleRoster = R"(
[[weekly]]
day = "thursday"
from = "13:00"
until = 16:00:00
kind = "present"

[[weekly]]
day = "thursday"
from = "15:00"
until = "24:00"
kind = "talk"

[[dated]]
date = 2026-11-24
from = "10:00"
until = "11:30"

[[closed]]
date = 2026-12-24
)";

inline constexpr std::string_view kSampleNews = R"(
[[news]]
kind = "done"
from = 2026-11-01
until = 2026-11-30
words = { nl = "U vroeg om licht, wij belden de gemeente.", en = "You asked for light, we called." }

[[news]]
kind = "notice"
from = 2026-11-23
until = 2026-11-26
words = { nl = "Donderdag 13 tot 16 uur: koffie", en = "Thursday 1 to 4 pm: coffee" }
)";

// The text with the first `from` replaced; `from` must be in it, so that no test spoils nothing.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view from,
                                   std::string_view to);

// The line on which `part` stands.
[[nodiscard]] int line_of(std::string_view text, std::string_view part);

} // namespace inloop::pages
