// SPDX-License-Identifier: EUPL-1.2
// Where the kiosk stands and whose it is: assets/place.toml. The next town changes that file, never
// code.
#pragma once

#include "kiosk/pages/languages.h"
#include "kiosk/pages/problem.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::pages {

// Words of the place by the name that texts use for them: {"street", "Rolderstraat 21"}.
using StandingWords = std::vector<std::pair<std::string, std::string>>;

struct Place {
    LocalText officer_role; // "wijkagent"
    std::string officer_name; // as published; printed only where a page asks for {officer_name}
    std::string street; // "Rolderstraat 21", with the number
    std::string town; // "Assen"
    LocalText municipality; // "gemeente Assen"
    LocalText name; // "centrum van Assen"

    // "Rolderstraat 21, Assen"
    [[nodiscard]] std::string address() const { return street + ", " + town; }

    // The words every text may use in braces: officer_role, officer_name, street, town, address,
    // municipality, place.
    [[nodiscard]] StandingWords words(std::string_view language) const;

    [[nodiscard]] static Checked<Place> load(std::filesystem::path const& file);
};

} // namespace inloop::pages
