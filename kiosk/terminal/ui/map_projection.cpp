// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/map_projection.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace inloop::ui {

namespace {

// A millionth of a degree of latitude in metres: the mean meridian is 111.2 km a degree.
constexpr double kMetresPerUnit = 0.1112;
constexpr double kUnitsPerDegree = 1e6;
constexpr std::int32_t kMostLatitude = 90'000'000;
constexpr std::int32_t kMostLongitude = 180'000'000;

std::int32_t rounded(double value, std::int32_t most) {
    double const limit = most;
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -limit, limit)));
}

} // namespace

MapProjection::MapProjection(pages::Map const& map, Rect const& place)
    : m_latitude((static_cast<double>(map.south_west.latitude) + map.north_east.latitude) / 2)
    , m_longitude((static_cast<double>(map.south_west.longitude) + map.north_east.longitude) / 2)
    , m_x(place.x + place.w / 2)
    , m_y(place.y + place.h / 2) {
    double const narrowing = std::cos(m_latitude / kUnitsPerDegree * std::numbers::pi / 180.0);
    double const east = static_cast<double>(map.north_east.longitude) - map.south_west.longitude;
    double const north = static_cast<double>(map.north_east.latitude) - map.south_west.latitude;
    double const across = std::max(1.0, east * narrowing);
    m_down = std::max(1e-6, std::min(place.w / across, place.h / std::max(1.0, north)));
    m_across = m_down * std::max(1e-3, narrowing);
    m_per_metre = m_down / kMetresPerUnit;
}

platform::Point MapProjection::to_display(entries::MapPoint const& point) const {
    return {static_cast<float>(m_x + (point.longitude - m_longitude) * m_across),
            static_cast<float>(m_y - (point.latitude - m_latitude) * m_down)};
}

entries::MapPoint MapProjection::to_map(platform::Point const& at) const {
    return {rounded(m_latitude - (static_cast<double>(at.y) - m_y) / m_down, kMostLatitude),
            rounded(m_longitude + (static_cast<double>(at.x) - m_x) / m_across, kMostLongitude)};
}

float map_proportion(pages::Map const& map) {
    MapProjection const unit(map, {0, 0, 1, 1});
    platform::Point const low = unit.to_display(map.south_west);
    platform::Point const high = unit.to_display(map.north_east);
    constexpr float kLeast = 1e-3F;
    return std::max(kLeast, high.x - low.x) / std::max(kLeast, low.y - high.y);
}

} // namespace inloop::ui
