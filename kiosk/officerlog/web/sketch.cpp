// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/sketch.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/web/entry_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace inloop::web {
namespace {

using entries::MapPoint;

constexpr double kWidth = 400;
constexpr double kHeight = 300;

std::string corners(pages::Map const& map, std::vector<MapPoint> const& points, bool closed) {
    std::string path;
    for (MapPoint const& point : points) {
        SketchPoint const at = on_sketch(map, point);
        path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", at.x, at.y);
    }
    return closed ? path + "z" : path;
}

// A name stands centred on its place, but never over the edge: about as wide as its letters are
// many, since nobody can measure text here.
SketchPoint inside(SketchPoint at, std::string const& name) {
    constexpr double kHalfLetter = 4.6; // of map__name in style/pages.css
    constexpr double kEdge = 6;
    double const half = static_cast<double>(utf8::count(name)) * kHalfLetter + kEdge;
    return {std::clamp(at.x, half, std::max(half, kWidth - half)),
            std::clamp(at.y, 20.0, kHeight - kEdge)};
}

void add_mark(Values& sketch, std::string_view section, SketchPoint at) {
    Values& mark = sketch.add(section);
    mark.set("X", fmt::format("{:.1f}", at.x));
    mark.set("Y", fmt::format("{:.1f}", at.y));
}

} // namespace

// The whole map, north up, as large as fits into the sketch.
SketchPoint on_sketch(pages::Map const& map, MapPoint const& point) {
    double const west = map.south_west.longitude;
    double const north = map.north_east.latitude;
    // A degree of longitude is shorter here than one of latitude, by the cosine of 53 degrees.
    constexpr double kNarrower = 0.6018;
    double const width = (map.north_east.longitude - west) * kNarrower;
    double const height = north - map.south_west.latitude;
    double const scale = std::min(kWidth / std::max(width, 1.0), kHeight / std::max(height, 1.0));
    return {(point.longitude - west) * kNarrower * scale + (kWidth - width * scale) / 2,
            (north - point.latitude) * scale + (kHeight - height * scale) / 2};
}

Values& add_streets(Site const& site, Values& values, std::string_view label,
                    std::function<std::string(pages::Street const&)> const& shade) {
    pages::Map const& map = site.desk.assets.map;
    Values& sketch = values.add("MAP");
    sketch.set("MAP_LABEL", label);
    for (pages::Area const& area : map.areas) {
        Values& shape = sketch.add("AREA");
        shape.set("AREA_KIND", area.kind == pages::AreaKind::water ? "water" : "green");
        shape.set("PATH", corners(map, area.outline, true));
    }
    for (pages::Street const& street : map.streets) {
        std::string path = corners(map, street.outline, true);
        for (std::vector<MapPoint> const& line : street.lines) {
            path += corners(map, line, false);
        }
        Values& drawn = sketch.add("STREET");
        drawn.set("SHADE", shade(street));
        drawn.set("PATH", street.outline.empty() ? path.substr(path.find('M')) : path);
        SketchPoint const at = inside(on_sketch(map, street.label), street.name);
        Values& name = sketch.add("STREET_NAME");
        name.set("X", fmt::format("{:.1f}", at.x));
        name.set("Y", fmt::format("{:.1f}", at.y));
        name.set("TEXT", street.name);
    }
    add_mark(sketch, "DOOR", on_sketch(map, map.kiosk));
    return sketch;
}

void add_sketch(Site const& site, Values& values, entries::EntryFacts const& facts) {
    pages::Map const& map = site.desk.assets.map;
    pages::Street const* const street = map.find(facts.spot.street);
    if (street == nullptr && !facts.spot.point) {
        return;
    }
    Values& sketch = add_streets(site, values, site.words.text("place.sketch"),
                                 [street](pages::Street const& other) -> std::string {
                                     return &other == street ? "chosen" : "0";
                                 });
    if (facts.spot.point) {
        add_mark(sketch, "SPOT", on_sketch(map, *facts.spot.point));
    }
}

} // namespace inloop::web
