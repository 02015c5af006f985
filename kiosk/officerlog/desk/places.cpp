// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/places.h"

#include <cmath>
#include <numbers>

namespace inloop::desk {
namespace {

constexpr double kMillionths = 1e6;
constexpr double kMetresOfDegree = 111'195; // of latitude, on a globe of 6,371 km

double narrow_at(std::int32_t latitude) {
    return std::cos(latitude / kMillionths * std::numbers::pi / 180);
}

std::int32_t snapped(std::int32_t value, double step) {
    return static_cast<std::int32_t>(std::lround((std::floor(value / step) + 0.5) * step));
}

} // namespace

double metres_between(entries::MapPoint const& a, entries::MapPoint const& b) {
    double const north = (static_cast<double>(b.latitude) - a.latitude) / kMillionths;
    double const east = (static_cast<double>(b.longitude) - a.longitude) / kMillionths;
    return std::hypot(north, east * narrow_at(a.latitude)) * kMetresOfDegree;
}

entries::MapPoint on_grid(entries::MapPoint const& point, double side,
                          std::int32_t latitude_of_town) {
    double const step = side / kMetresOfDegree * kMillionths;
    return {snapped(point.latitude, step),
            snapped(point.longitude, step / narrow_at(latitude_of_town))};
}

} // namespace inloop::desk
