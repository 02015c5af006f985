// SPDX-License-Identifier: EUPL-1.2
// The shipped sketch of the streets, measured on the card it is drawn on (look.md 6, 06).
#include "kiosk/pages/assets.h"
#include "tests/support/asset_folder.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using entries::MapPoint;

// The card, a letter of a name and half of a road with its edge, in pixels.
constexpr double kCardWidth = 678;
constexpr double kCardHeight = 504;
constexpr double kLetterWidth = 11;
constexpr double kNameHeight = 21;
constexpr double kHalfRoad = 12;

struct Box {
    std::string name;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

// Points on the card.
class Card {
public:
    explicit Card(Map const& map) : m_map(map) {}

    [[nodiscard]] Box name_at(std::string const& name, MapPoint const& label) const {
        double const half = static_cast<double>(name.size()) * kLetterWidth / 2;
        double const x = (label.longitude - m_map.south_west.longitude) / per_pixel_east();
        double const y = (m_map.north_east.latitude - label.latitude) / per_pixel_north();
        return {name, x - half, y - kNameHeight / 2, x + half, y + kNameHeight / 2};
    }
    [[nodiscard]] MapPoint point(double x, double y) const {
        return {static_cast<std::int32_t>(m_map.north_east.latitude - y * per_pixel_north()),
                static_cast<std::int32_t>(m_map.south_west.longitude + x * per_pixel_east())};
    }
    [[nodiscard]] double pixels(double metres) const {
        double const millionth = 40'008'000.0 / 360 / 1e6;
        return metres / (per_pixel_north() * millionth);
    }
    // Width by height of what is shown, in metres.
    [[nodiscard]] double shape() const {
        double const middle = m_map.south_west.latitude / 1e6 * std::numbers::pi / 180;
        return per_pixel_east() * kCardWidth * std::cos(middle) / (per_pixel_north() * kCardHeight);
    }

private:
    [[nodiscard]] double per_pixel_east() const {
        return (m_map.north_east.longitude - m_map.south_west.longitude) / kCardWidth;
    }
    [[nodiscard]] double per_pixel_north() const {
        return (m_map.north_east.latitude - m_map.south_west.latitude) / kCardHeight;
    }
    Map const& m_map;
};

Map shipped_map() {
    return support::must(load_assets(support::shipped_assets())).map;
}

// How far the box is from the middle of the nearest road, in pixels. Squares are no roads: their
// name stands within them.
double distance_to_road(Map roads, Card const& card, Box const& box) {
    std::erase_if(roads.streets, [](Street const& street) { return street.lines.empty(); });
    double nearest = kCardWidth;
    auto const columns = static_cast<int>((box.right - box.left) / 4);
    auto const rows = static_cast<int>((box.bottom - box.top) / 3);
    for (int column = 0; column <= columns; ++column) {
        for (int row = 0; row <= rows; ++row) {
            auto const point = card.point(box.left + 4. * column, box.top + 3. * row);
            nearest = std::min(nearest, card.pixels(nearest_street(roads, point)->metres));
        }
    }
    return nearest;
}

bool overlap(Box const& a, Box const& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

TEST(ShippedMap, HasTheShapeOfItsCard) {
    Map const map = shipped_map();

    EXPECT_NEAR(Card(map).shape(), kCardWidth / kCardHeight, 0.02);
}

TEST(ShippedMap, ShowsTheStreetOfTheKiosk) {
    Assets const assets = support::must(load_assets(support::shipped_assets()));

    auto const nearest = nearest_street(assets.map, assets.map.kiosk);

    ASSERT_TRUE(nearest);
    EXPECT_EQ(assets.place.street.rfind(nearest->street->name, 0), 0U)
        << "place.toml says " << assets.place.street;
    EXPECT_LE(assets.map.streets.size(), 16U) << "more names do not fit";
}

TEST(ShippedMap, KeepsNamesOffRoadsAndOffEachOther) {
    Map const map = shipped_map();
    Card const card(map);
    std::vector<Box> boxes;
    for (Street const& street : map.streets) {
        boxes.push_back(card.name_at(street.name, street.label));
    }

    for (std::size_t i = 0; i < boxes.size(); ++i) {
        Box const& box = boxes[i];
        EXPECT_TRUE(box.left >= 0 && box.top >= 0 && box.right <= kCardWidth &&
                    box.bottom <= kCardHeight)
            << box.name << " sticks out";
        EXPECT_GE(distance_to_road(map, card, box), kHalfRoad) << box.name << " lies on a road";
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            EXPECT_FALSE(overlap(box, boxes[j])) << box.name << " and " << boxes[j].name;
        }
    }
}

TEST(ShippedMap, WouldBeCaughtWithANameOnARoad) {
    Map const map = shipped_map();
    Card const card(map);
    Street const* street = map.find("kruisstraat");
    ASSERT_NE(street, nullptr);

    Box const on_the_road = card.name_at(street->name, street->lines[0][0]);

    EXPECT_LT(distance_to_road(map, card, on_the_road), kHalfRoad);
    EXPECT_TRUE(overlap(on_the_road, on_the_road));
}

TEST(ShippedMap, LetsEveryStreetMeetAnother) {
    Map const map = shipped_map();

    for (Street const& street : map.streets) {
        std::set<std::pair<std::int32_t, std::int32_t>> others;
        for (Street const& other : map.streets) {
            for (auto const& line : other.lines) {
                for (MapPoint const& point : line) {
                    if (other.id != street.id) {
                        others.emplace(point.latitude, point.longitude);
                    }
                }
            }
        }
        bool meets = street.lines.empty(); // a square lies between them
        for (auto const& line : street.lines) {
            meets = meets || std::any_of(line.begin(), line.end(), [&](MapPoint const& point) {
                        return others.contains({point.latitude, point.longitude});
                    });
        }
        EXPECT_TRUE(meets) << street.name;
    }
}

} // namespace
} // namespace inloop::pages
