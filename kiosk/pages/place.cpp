// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/place.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

namespace inloop::pages {

StandingWords Place::words(std::string_view language) const {
    return {
        {"officer_role", officer_role.in(language)},
        {"officer_name", officer_name},
        {"street", street},
        {"town", town},
        {"address", address()},
        {"municipality", municipality.in(language)},
        {"place", name.in(language)},
    };
}

namespace {

Checked<Place> read_place(TomlReader const& reader) {
    Place place;
    for (auto const& [key, target] :
         {std::pair{"officer_name", &Place::officer_name}, std::pair{"street", &Place::street},
          std::pair{"town", &Place::town}}) {
        auto text = reader.text(key);
        if (!text) {
            return tl::unexpected(text.error());
        }
        place.*target = std::move(*text);
    }
    for (auto const& [key, target] :
         {std::pair{"officer_role", &Place::officer_role},
          std::pair{"municipality", &Place::municipality}, std::pair{"name", &Place::name}}) {
        auto text = reader.local_text(key);
        if (!text) {
            return tl::unexpected(text.error());
        }
        place.*target = std::move(*text);
    }
    return place;
}

} // namespace

Checked<Place> Place::load(std::filesystem::path const& file) {
    auto const text = read_text_asset(file, kListBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto const table = parse_toml(*text, file.string());
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, file.string(), "");
    if (auto fine =
            reader.only({"officer_role", "officer_name", "street", "town", "municipality", "name"});
        !fine) {
        return tl::unexpected(fine.error());
    }
    return read_place(reader);
}

} // namespace inloop::pages
