// SPDX-License-Identifier: EUPL-1.2
// What the parser of GeoJSON does not tell: how deep a text nests, before it is parsed, and on
// which line each feature begins. Private to kiosk/pages.
#pragma once

#include <string_view>
#include <vector>

namespace inloop::pages {

struct JsonScan {
    int deepest = 0; // brackets of both kinds within each other
    int deepest_line = 1; // where it first was that deep
    std::vector<int> objects; // the line of each { that is an item of a list of the outermost {
};

// Brackets within texts do not count. Any text: what is not JSON is for the parser to say.
[[nodiscard]] JsonScan scan_json(std::string_view text);

} // namespace inloop::pages
