// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/map.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/geojson.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <utility>

namespace inloop::pages {

namespace {

using entries::MapPoint;

constexpr double kMillion = 1e6;
// Metres of a millionth of a degree of latitude: the circumference of the earth, 40,008 km, by 360.
constexpr double kMetresOfLatitude = 40'008'000.0 / 360 / kMillion;

double degrees(std::int32_t millionths) {
    return millionths / kMillion;
}

// Twice the area of the triangle, positive when a, b, c turn to the left.
double turn(MapPoint const& a, MapPoint const& b, MapPoint const& c) {
    auto const across = [](std::int32_t from, std::int32_t to) {
        return static_cast<double>(to) - from;
    };
    return across(a.longitude, b.longitude) * across(a.latitude, c.latitude) -
           across(a.latitude, b.latitude) * across(a.longitude, c.longitude);
}

// Twice the area, positive when the outline runs counterclockwise.
double signed_area(std::vector<MapPoint> const& outline) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < outline.size(); ++i) {
        sum += turn(outline[0], outline[i], outline[i + 1]);
    }
    return sum;
}

std::vector<MapPoint> counterclockwise(std::vector<MapPoint> outline) {
    if (signed_area(outline) < 0) {
        std::reverse(outline.begin(), outline.end());
    }
    return outline;
}

// True for a counterclockwise outline that never turns right and goes around once: it begins to go
// east once only.
bool is_convex(std::vector<MapPoint> const& outline) {
    std::size_t const size = outline.size();
    int starts = 0;
    int before = 0;
    for (std::size_t i = 0; i <= size; ++i) {
        MapPoint const& a = outline[i % size];
        MapPoint const& b = outline[(i + 1) % size];
        if (turn(a, b, outline[(i + 2) % size]) < 0) {
            return false;
        }
        int const way = (b.longitude > a.longitude) - (b.longitude < a.longitude);
        starts += before < 0 && way > 0 ? 1 : 0;
        before = way != 0 ? way : before;
    }
    return starts <= 1;
}

// Turns the features of the file into a Map; faults go to the list and leave out the feature.
class MapBuilder {
public:
    MapBuilder(GeoCollection const& collection, std::string const& file,
               std::vector<Problem>& problems)
        : m_collection(collection)
        , m_file(file)
        , m_problems(problems) {
        m_map.south_west = collection.south_west;
        m_map.north_east = collection.north_east;
    }

    Map build();

private:
    void refuse(GeoFeature const& feature, std::string cause, std::string mend);
    void find_kiosk();
    void refuse_far_away(GeoFeature const& feature);
    void add(GeoFeature const& feature);
    void add_street(GeoFeature const& feature, GeoShape shape);
    void add_area(GeoFeature const& feature, AreaKind kind);
    void refuse_twins(GeoFeature const& feature);
    void refuse_flat_and_many(GeoFeature const& feature);
    bool is_shown(MapPoint const& point) const;
    bool is_near(MapPoint const& point) const;

    GeoCollection const& m_collection;
    std::string const& m_file;
    std::vector<Problem>& m_problems;
    Map m_map;
    std::size_t m_points = 0;
};

void MapBuilder::refuse(GeoFeature const& feature, std::string cause, std::string mend) {
    m_problems.push_back(Problem{m_file, feature.line, std::move(cause), std::move(mend)});
}

bool MapBuilder::is_shown(MapPoint const& point) const {
    auto const within = [](std::int32_t low, std::int32_t value, std::int32_t high) {
        return low <= value && value <= high;
    };
    return within(m_map.south_west.latitude, point.latitude, m_map.north_east.latitude) &&
           within(m_map.south_west.longitude, point.longitude, m_map.north_east.longitude);
}

bool MapBuilder::is_near(MapPoint const& point) const {
    auto const near = [](std::int32_t a, std::int32_t b) {
        return std::abs(degrees(a) - degrees(b)) <= kMapDegrees;
    };
    return near(point.latitude, m_map.kiosk.latitude) &&
           near(point.longitude, m_map.kiosk.longitude);
}

// Where a kiosk can stand at all (tuning.h).
bool is_in_the_country(MapPoint const& point) {
    double const latitude = degrees(point.latitude);
    double const longitude = degrees(point.longitude);
    return kSouthernmost <= latitude && latitude <= kNorthernmost && kWesternmost <= longitude &&
           longitude <= kEasternmost;
}

void MapBuilder::find_kiosk() {
    bool found = false;
    for (GeoFeature const& feature : m_collection.features) {
        if (feature.kind != "kiosk") {
            continue;
        }
        if (found) {
            refuse(feature, "there is a second kiosk", "take one out");
        } else if (feature.shape != GeoShape::point) {
            refuse(feature, "the kiosk is not a Point", "write where it stands");
        } else if (!is_in_the_country(feature.parts[0][0])) {
            refuse(feature, "the kiosk does not stand in the Netherlands",
                   "write [longitude, latitude], in this order");
        } else {
            m_map.kiosk = feature.parts[0][0];
        }
        found = true;
    }
    if (!found) {
        m_problems.push_back(Problem{m_file, 0, "there is no kiosk", "add a Point of kind kiosk"});
    }
}

void MapBuilder::refuse_far_away(GeoFeature const& feature) {
    for (auto const& part : feature.parts) {
        if (!std::all_of(part.begin(), part.end(),
                         [&](MapPoint const& point) { return is_near(point); })) {
            refuse(feature, "a point lies more than five kilometres from the kiosk",
                   "write [longitude, latitude], in this order");
            return;
        }
    }
    if (feature.label && !is_shown(*feature.label)) {
        refuse(feature, "a label lies outside bbox", "move it or make bbox larger");
    }
}

void MapBuilder::refuse_twins(GeoFeature const& feature) {
    for (Street const& street : m_map.streets) {
        if (street.id == feature.id || street.name == feature.name) {
            refuse(feature, "a street or square is there twice: " + feature.id,
                   "make one feature of both, with a MultiLineString");
            return;
        }
    }
}

void MapBuilder::add_street(GeoFeature const& feature, GeoShape shape) {
    if (!is_id(feature.id) || feature.name.empty() || !feature.label) {
        refuse(feature, "a " + feature.kind + " lacks an id, a name or a label",
               "add all three; an id has small letters, digits and -");
        return;
    }
    if (feature.shape != shape || (shape == GeoShape::areas && feature.parts.size() != 1)) {
        refuse(feature, "a " + feature.kind + " has the wrong shape",
               "draw a street as LineString or MultiLineString, a square as Polygon");
        return;
    }
    refuse_twins(feature);
    Street street{feature.id, feature.name, {}, {}, *feature.label};
    if (shape == GeoShape::lines) {
        street.lines = feature.parts;
    } else {
        street.outline = counterclockwise(feature.parts[0]);
    }
    m_map.streets.push_back(std::move(street));
}

void MapBuilder::add_area(GeoFeature const& feature, AreaKind kind) {
    if (feature.shape != GeoShape::areas) {
        refuse(feature, "an area is not a Polygon or MultiPolygon", "draw its outline");
        return;
    }
    for (auto const& part : feature.parts) {
        Area area{kind, {}, counterclockwise(part), std::nullopt};
        if (!is_convex(area.outline)) {
            refuse(feature, "an area has a corner that goes inwards",
                   "cut it into pieces without such corners");
            return;
        }
        if (&part == &feature.parts.front()) {
            area.name = feature.name;
            area.label = feature.label;
        }
        m_map.areas.push_back(std::move(area));
    }
}

void MapBuilder::refuse_flat_and_many(GeoFeature const& feature) {
    std::size_t const before = m_points;
    for (auto const& part : feature.parts) {
        m_points += part.size();
        if (feature.shape == GeoShape::areas && signed_area(part) == 0) {
            refuse(feature, "an outline has no area", "draw it or take it out");
        }
    }
    if (before <= kMapPoints && m_points > kMapPoints) {
        refuse(feature, "the map has more than " + std::to_string(kMapPoints) + " points",
               "draw it more plainly");
    }
}

void MapBuilder::add(GeoFeature const& feature) {
    refuse_flat_and_many(feature);
    if (utf8::count(feature.name) > kTileCodePoints) {
        refuse(feature, "a name is longer than " + std::to_string(kTileCodePoints) + " letters",
               "make it shorter");
    }
    if (auto refused = refuse_text({Span{feature.name, false}}, m_file, feature.line)) {
        m_problems.push_back(std::move(*refused));
    }
    if (feature.kind == "street") {
        add_street(feature, GeoShape::lines);
    } else if (feature.kind == "square") {
        add_street(feature, GeoShape::areas);
    } else if (feature.kind == "water") {
        add_area(feature, AreaKind::water);
    } else if (feature.kind == "green") {
        add_area(feature, AreaKind::green);
    } else if (feature.kind != "kiosk") {
        refuse(feature, "kind is not street, square, water, green or kiosk", "use one of these");
    }
}

Map MapBuilder::build() {
    std::size_t const before = m_problems.size();
    find_kiosk();
    bool const placed = m_problems.size() == before;
    for (GeoFeature const& feature : m_collection.features) {
        add(feature);
        if (placed) { // otherwise every other point would seem far away
            refuse_far_away(feature);
        }
    }
    if (placed &&
        (!is_shown(m_map.kiosk) || !is_near(m_map.south_west) || !is_near(m_map.north_east))) {
        m_problems.push_back(Problem{m_file, 0, "bbox does not lie around the kiosk",
                                     "write [west, south, east, north], some streets around it"});
    }
    if (m_map.streets.empty() || m_map.streets.size() > kStreets) {
        m_problems.push_back(
            Problem{m_file, 0, "there is no street, or more than " + std::to_string(kStreets),
                    "a visitor chooses from this list: keep to the streets around the kiosk"});
    }
    std::sort(m_map.streets.begin(), m_map.streets.end(),
              [](Street const& a, Street const& b) { return a.name < b.name; });
    return std::move(m_map);
}

// Points in metres around a centre; good for some kilometres.
struct Metres {
    double east = 0;
    double north = 0;
};

Metres around(MapPoint const& centre, MapPoint const& point) {
    double const narrow = std::cos(degrees(centre.latitude) * std::numbers::pi / 180);
    return {(static_cast<double>(point.longitude) - centre.longitude) * kMetresOfLatitude * narrow,
            (static_cast<double>(point.latitude) - centre.latitude) * kMetresOfLatitude};
}

// From the centre to the line between a and b.
double distance(Metres const& a, Metres const& b) {
    double const east = b.east - a.east;
    double const north = b.north - a.north;
    double const length = east * east + north * north;
    double const along =
        length > 0 ? std::clamp(-(a.east * east + a.north * north) / length, 0.0, 1.0) : 0.0;
    return std::hypot(a.east + along * east, a.north + along * north);
}

double distance(MapPoint const& point, std::vector<MapPoint> const& line) {
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        nearest = std::min(nearest, distance(around(point, line[i]), around(point, line[i + 1])));
    }
    return nearest;
}

// Whether a line from the point to the east crosses the outline an odd number of times.
bool is_inside(MapPoint const& point, std::vector<MapPoint> const& outline) {
    bool inside = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        MapPoint const& a = outline[i];
        MapPoint const& b = outline[(i + 1) % outline.size()];
        bool const upwards = b.latitude > a.latitude;
        if ((a.latitude > point.latitude) != (b.latitude > point.latitude) &&
            (turn(a, b, point) > 0) == upwards) {
            inside = !inside;
        }
    }
    return inside;
}

double distance(MapPoint const& point, Street const& street) {
    if (is_inside(point, street.outline)) {
        return 0;
    }
    double nearest = std::numeric_limits<double>::max();
    for (auto const& line : street.lines) {
        nearest = std::min(nearest, distance(point, line));
    }
    if (!street.outline.empty()) {
        auto closed = street.outline;
        closed.push_back(closed.front());
        nearest = std::min(nearest, distance(point, closed));
    }
    return nearest;
}

} // namespace

Street const* Map::find(std::string_view id) const {
    auto const found = std::find_if(streets.begin(), streets.end(),
                                    [&](Street const& street) { return street.id == id; });
    return found == streets.end() ? nullptr : &*found;
}

Checked<Map> Map::load(std::filesystem::path const& file, std::vector<Problem>& problems) {
    auto const text = read_text_asset(file, kMapBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse(*text, file.string(), problems);
}

Checked<Map> Map::load(std::filesystem::path const& file) {
    std::vector<Problem> others;
    return load(file, others);
}

Checked<Map> Map::parse(std::string_view text, std::string const& name,
                        std::vector<Problem>& problems) {
    std::vector<Problem> found;
    auto const collection = read_geojson(text, name, found);
    if (!collection) {
        return tl::unexpected(collection.error());
    }
    Map map = MapBuilder(*collection, name, found).build();
    if (found.empty()) {
        return map;
    }
    std::move(found.begin() + 1, found.end(), std::back_inserter(problems));
    return tl::unexpected(std::move(found.front()));
}

std::optional<NearestStreet> nearest_street(Map const& map, MapPoint const& point) {
    std::optional<NearestStreet> nearest;
    for (Street const& street : map.streets) {
        double const metres = distance(point, street);
        if (!nearest || metres < nearest->metres) {
            nearest = NearestStreet{&street, metres};
        }
    }
    return nearest;
}

} // namespace inloop::pages
