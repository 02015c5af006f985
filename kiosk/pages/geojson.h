// SPDX-License-Identifier: EUPL-1.2
// The part of GeoJSON (RFC 7946) that a map of ours uses, without what it means. Private to
// kiosk/pages.
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/pages/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

enum class GeoShape : unsigned char {
    point, // one part of one point
    lines, // each part a line of two points or more
    areas, // each part an outline of three points or more, closed without repeating
};

struct GeoFeature {
    int line = 0; // on which it begins; 0: not known
    std::string kind; // "street"
    std::string id; // may be empty
    std::string name; // may be empty
    std::optional<entries::MapPoint> label;
    GeoShape shape = GeoShape::point;
    std::vector<std::vector<entries::MapPoint>> parts;
};

struct GeoCollection {
    entries::MapPoint south_west; // of its bbox
    entries::MapPoint north_east;
    std::vector<GeoFeature> features;
};

// Fails when the text is no FeatureCollection with a bbox; a feature that is not right is left out
// and added to `problems`. Never recurses deeper than kMapDepth.
[[nodiscard]] Checked<GeoCollection> read_geojson(std::string_view text, std::string const& file,
                                                  std::vector<Problem>& problems);

} // namespace inloop::pages
