// SPDX-License-Identifier: EUPL-1.2
// The sketch of the streets around the kiosk: assets/place.geojson (RFC 7946). A sketch of our own,
// good enough to recognise a corner by; not a survey.
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/pages/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// A street or square a visitor can choose.
struct Street {
    std::string id; // "kruisstraat"
    std::string name; // "Kruisstraat"; names of streets are not translated
    std::vector<std::vector<entries::MapPoint>> lines; // each two points or more
    // Of a square, counterclockwise (north up), closed without repeating its first point; else
    // empty.
    std::vector<entries::MapPoint> outline;
    entries::MapPoint label; // centre of where its name stands, off every road
};

enum class AreaKind : unsigned char { water, green };

// Only for recognising.
struct Area {
    AreaKind kind = AreaKind::green;
    std::string name; // may be empty
    // Three points or more, counterclockwise (north up), convex.
    std::vector<entries::MapPoint> outline;
    std::optional<entries::MapPoint> label;
};

struct Map {
    std::vector<Street> streets; // by name
    std::vector<Area> areas; // a shape of several pieces is as many areas; the first has the name
    entries::MapPoint kiosk; // where the visitor stands
    entries::MapPoint south_west; // corners of what is shown
    entries::MapPoint north_east;

    [[nodiscard]] Street const* find(std::string_view id) const; // nullptr: none

    // Fails when the file is not GeoJSON, has no street, no kiosk, a street twice, more than the
    // limits of tuning.h, or a point outside a box of kMapDegrees around the kiosk. The first fault
    // is returned, all others go to `problems`.
    [[nodiscard]] static Checked<Map> load(std::filesystem::path const& file,
                                           std::vector<Problem>& problems);
    [[nodiscard]] static Checked<Map> load(std::filesystem::path const& file);
    // The same for text that is in memory; `name` is named in faults.
    [[nodiscard]] static Checked<Map> parse(std::string_view text, std::string const& name,
                                            std::vector<Problem>& problems);
};

// The street nearest to `point` and its distance in metres; nullopt when there are none.
struct NearestStreet {
    Street const* street = nullptr;
    double metres = 0;
};
[[nodiscard]] std::optional<NearestStreet> nearest_street(Map const& map,
                                                          entries::MapPoint const& point);

} // namespace inloop::pages
