// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/geojson.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/json_scan.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <initializer_list>
#include <utility>

namespace inloop::pages {

namespace {

using entries::MapPoint;
using nlohmann::json;

using Part = std::vector<MapPoint>;

// A line has two points, a ring the first of its three again at the end.
constexpr std::size_t kLinePoints = 2;
constexpr std::size_t kRingPoints = 4;

// nullptr when there is no such key.
json const* find(json const& object, char const* key) {
    auto const found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool is_text(json const* value, std::string_view text) {
    return value != nullptr && value->is_string() && value->get_ref<std::string const&>() == text;
}

// Whether a key may be named in a problem: a log is no place for control characters.
bool is_plain(std::string_view key) {
    return !key.empty() && key.size() <= kTileCodePoints &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

std::int32_t millionths(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

// Reads one feature, or the head of the collection; every fault has its line.
class GeoReader {
public:
    GeoReader(std::string const& file, int line) : m_file(file), m_line(line) {}

    Checked<GeoFeature> feature(json const& value) const;
    Checked<GeoCollection> head(json const& value) const;

private:
    tl::unexpected<Problem> wrong(std::string cause, std::string mend) const {
        return flaw(m_file, m_line, std::move(cause), std::move(mend));
    }
    Checked<void> only(json const& object, std::string_view what,
                       std::initializer_list<std::string_view> known) const;
    Checked<std::string> text(json const& object, char const* key) const;
    Checked<MapPoint> point(json const& value) const;
    Checked<Part> line(json const& value) const;
    Checked<Part> outline(json const& polygon) const;
    Checked<void> properties(json const& value, GeoFeature& into) const;
    Checked<void> geometry(json const& value, GeoFeature& into) const;
    template <class Read>
    Checked<void> each(json const& list, Read read, GeoFeature& into) const;

    std::string const& m_file;
    int m_line;
};

Checked<void> GeoReader::only(json const& object, std::string_view what,
                              std::initializer_list<std::string_view> known) const {
    for (auto const& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            return wrong((is_plain(key) ? key : "something") + " is not a known key of " +
                             std::string(what),
                         "look for a typing error or take it out");
        }
    }
    return {};
}

// Empty when there is no such key.
Checked<std::string> GeoReader::text(json const& object, char const* key) const {
    json const* value = find(object, key);
    if (value == nullptr) {
        return std::string();
    }
    if (!value->is_string()) {
        return wrong(std::string(key) + " is not a text", "put it in quotes");
    }
    return text_of(TomlValue{m_line, value->get<std::string>()}, m_file, key);
}

Checked<MapPoint> GeoReader::point(json const& value) const {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) {
        return wrong("a point is not two numbers", "write [longitude, latitude]");
    }
    auto const longitude = value[0].get<double>();
    auto const latitude = value[1].get<double>();
    // Written so that what is not a number fails too.
    if (!(std::abs(longitude) <= 180) || !(std::abs(latitude) <= 90)) {
        return wrong("a point does not lie on the globe", "write [longitude, latitude] in degrees");
    }
    return MapPoint{millionths(latitude), millionths(longitude)};
}

Checked<Part> GeoReader::line(json const& value) const {
    if (!value.is_array() || value.size() < kLinePoints) {
        return wrong("a line has less than two points", "draw it longer or take it out");
    }
    Part part;
    for (json const& one : value) {
        auto const next = point(one);
        if (!next) {
            return tl::unexpected(next.error());
        }
        part.push_back(*next);
    }
    return part;
}

Checked<Part> GeoReader::outline(json const& polygon) const {
    if (!polygon.is_array() || polygon.size() != 1) {
        return wrong("a polygon is not one ring", "draw it without holes");
    }
    if (!polygon[0].is_array() || polygon[0].size() < kRingPoints) {
        return wrong("a ring has less than three corners",
                     "write three points and the first again");
    }
    auto ring = line(polygon[0]);
    if (!ring) {
        return ring;
    }
    if (ring->front() != ring->back()) {
        return wrong("a ring is not closed", "end it with its first point");
    }
    ring->pop_back();
    return ring;
}

Checked<void> GeoReader::properties(json const& value, GeoFeature& into) const {
    if (auto fine = only(value, "properties", {"kind", "id", "name", "label"}); !fine) {
        return fine;
    }
    Problem problem;
    if (!take(into.kind, text(value, "kind"), problem) ||
        !take(into.id, text(value, "id"), problem) ||
        !take(into.name, text(value, "name"), problem)) {
        return tl::unexpected(std::move(problem));
    }
    if (json const* label = find(value, "label")) {
        auto const place = point(*label);
        if (!place) {
            return tl::unexpected(place.error());
        }
        into.label = *place;
    }
    return {};
}

// Adds read(item) of each item of the list to the parts.
template <class Read>
Checked<void> GeoReader::each(json const& list, Read read, GeoFeature& into) const {
    if (!list.is_array() || list.empty()) {
        return wrong("a shape has no parts", "draw it or take it out");
    }
    for (json const& one : list) {
        auto part = read(one);
        if (!part) {
            return tl::unexpected(part.error());
        }
        into.parts.push_back(std::move(*part));
    }
    return {};
}

Checked<void> GeoReader::geometry(json const& value, GeoFeature& into) const {
    if (auto fine = only(value, "geometry", {"type", "coordinates"}); !fine) {
        return fine;
    }
    json const* type = find(value, "type");
    json const* coordinates = find(value, "coordinates");
    if (coordinates == nullptr) {
        return wrong("coordinates are missing", "add them");
    }
    auto const read_point = [&](json const& from) {
        return point(from).map([](MapPoint const& place) { return Part{place}; });
    };
    auto const read_line = [&](json const& from) { return line(from); };
    auto const read_outline = [&](json const& from) { return outline(from); };
    // The single forms are lists of one.
    json const one = json::array({*coordinates});
    if (is_text(type, "Point")) {
        into.shape = GeoShape::point;
        return each(one, read_point, into);
    }
    if (is_text(type, "LineString") || is_text(type, "MultiLineString")) {
        into.shape = GeoShape::lines;
        return each(is_text(type, "LineString") ? one : *coordinates, read_line, into);
    }
    if (is_text(type, "Polygon") || is_text(type, "MultiPolygon")) {
        into.shape = GeoShape::areas;
        return each(is_text(type, "Polygon") ? one : *coordinates, read_outline, into);
    }
    return wrong("the type of a geometry is not one we draw",
                 "use Point, LineString, MultiLineString, Polygon or MultiPolygon");
}

Checked<GeoFeature> GeoReader::feature(json const& value) const {
    if (!value.is_object() || !is_text(find(value, "type"), "Feature")) {
        return wrong("this is not a Feature", "write \"type\": \"Feature\"");
    }
    if (auto fine = only(value, "a Feature", {"type", "id", "properties", "geometry"}); !fine) {
        return tl::unexpected(fine.error());
    }
    GeoFeature feature;
    feature.line = m_line;
    json const* described = find(value, "properties");
    json const* drawn = find(value, "geometry");
    if (described == nullptr || !described->is_object() || drawn == nullptr ||
        !drawn->is_object()) {
        return wrong("a Feature lacks properties or geometry", "add them");
    }
    if (auto fine = properties(*described, feature); !fine) {
        return tl::unexpected(fine.error());
    }
    if (auto fine = geometry(*drawn, feature); !fine) {
        return tl::unexpected(fine.error());
    }
    return feature;
}

Checked<GeoCollection> GeoReader::head(json const& value) const {
    if (!value.is_object() || !is_text(find(value, "type"), "FeatureCollection")) {
        return wrong("this is not a FeatureCollection", "write \"type\": \"FeatureCollection\"");
    }
    if (auto fine = only(value, "the file", {"type", "bbox", "features", "name", "comment"});
        !fine) {
        return tl::unexpected(fine.error());
    }
    json const* features = find(value, "features");
    if (features == nullptr || !features->is_array() || features->empty()) {
        return wrong("there are no features", "add the streets and the kiosk");
    }
    json const* box = find(value, "bbox");
    if (box == nullptr || !box->is_array() || box->size() != 4) {
        return wrong("bbox is not four numbers", "write [west, south, east, north]");
    }
    auto const south_west = point(json::array({(*box)[0], (*box)[1]}));
    auto const north_east = point(json::array({(*box)[2], (*box)[3]}));
    if (!south_west || !north_east || south_west->latitude >= north_east->latitude ||
        south_west->longitude >= north_east->longitude) {
        return wrong("bbox is not a box on the globe", "write [west, south, east, north]");
    }
    return GeoCollection{*south_west, *north_east, {}};
}

Checked<json> parse_json(std::string_view text, std::string const& file) {
    try {
        return json::parse(text);
    } catch (json::parse_error const& error) {
        return flaw(file, line_at(text, error.byte > 0 ? error.byte - 1 : 0), "this is not JSON",
                    "look at quotes, commas and brackets here and on the line above");
    } catch (std::exception const&) { // a number beyond every double
        return flaw(file, 0, "a number is too large to be read", "look for a typing error");
    }
}

} // namespace

Checked<GeoCollection> read_geojson(std::string_view text, std::string const& file,
                                    std::vector<Problem>& problems) {
    if (auto fine = check_text(text, file); !fine) {
        return tl::unexpected(fine.error());
    }
    JsonScan const scan = scan_json(text);
    if (scan.deepest > kMapDepth) {
        return flaw(file, scan.deepest_line, "lists stand too deep within each other",
                    "look for a bracket too many");
    }
    auto const document = parse_json(text, file);
    if (!document) {
        return tl::unexpected(document.error());
    }
    auto collection = GeoReader(file, 0).head(*document);
    if (!collection) {
        return collection;
    }
    json const& features = (*document)["features"];
    bool const lines_known = scan.objects.size() == features.size();
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto feature = GeoReader(file, lines_known ? scan.objects[i] : 0).feature(features[i]);
        if (feature) {
            collection->features.push_back(std::move(*feature));
        } else {
            problems.push_back(std::move(feature.error()));
        }
    }
    return collection;
}

} // namespace inloop::pages
