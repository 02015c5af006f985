// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/audit.h"
#include "kiosk/terminal/ui/map_projection.h"
#include "kiosk/terminal/ui/map_view.h"
#include "platform/headless/headless_display.h"
#include "tests/support/must.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

namespace inloop::ui {
namespace {

using entries::MapPoint;

constexpr Rect kCard{400, 120, 680, 500};

// Two streets that run far out of what is shown, a square and a pond, around a kiosk in Assen.
pages::Map small_map() {
    pages::Map map;
    map.south_west = {52'991'000, 6'557'000};
    map.north_east = {52'995'000, 6'567'000};
    map.kiosk = {52'993'500, 6'565'000};
    map.streets = {{.id = "long",
                    .name = "Lange Straat",
                    .lines = {{{52'993'000, 6'540'000}, {52'993'000, 6'580'000}}},
                    .outline = {},
                    .label = {52'992'600, 6'559'000}},
                   {.id = "plein",
                    .name = "Het Plein",
                    .lines = {},
                    .outline = {{52'994'000, 6'558'000},
                                {52'994'000, 6'560'500},
                                {52'994'600, 6'560'500},
                                {52'994'600, 6'558'000}},
                    .label = {52'994'300, 6'559'200}},
                   {.id = "short",
                    .name = "Korte Straat",
                    .lines = {{{52'980'000, 6'562'000}, {52'999'000, 6'562'000}}},
                    .outline = {},
                    .label = {52'994'400, 6'563'600}}};
    map.areas = {{.kind = pages::AreaKind::water,
                  .name = "",
                  .outline = {{52'980'000, 6'564'000},
                              {52'980'000, 6'590'000},
                              {52'992'000, 6'590'000},
                              {52'992'000, 6'564'000}},
                  .label = {}}};
    return map;
}

class MapViewTest : public testing::Test {
protected:
    [[nodiscard]] Theme theme() const {
        return Theme::make({.contrast = high_contrast ? Contrast::high : Contrast::normal});
    }
    std::optional<MapTouch> frame(PointerState const& pointer = {}, Rect const& card = kCard) {
        ui->begin(theme(), pointer, "nl", Instant());
        ui->fill(ui->screen(), theme().palette.paper);
        auto touched = map_view(
            *ui, map,
            {.id = "map", .rect = card, .label = "Kaart", .here = "U bent hier", .spot = spot});
        if (ImDrawData const* drawn = ui->end()) {
            support::must(display.present(*drawn));
        }
        return touched;
    }
    // A finger comes down and leaves at the same place.
    std::optional<MapTouch> tap(platform::Point at) {
        frame();
        frame({.down = true, .pressed = true, .at = at, .start = at});
        return frame({.released = true, .at = at, .start = at});
    }
    [[nodiscard]] Colour pixel(platform::Image const& image, int x, int y) const {
        std::size_t const n =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) +
             static_cast<std::size_t>(x)) *
            4;
        return {image.rgba[n], image.rgba[n + 1], image.rgba[n + 2], 255};
    }
    [[nodiscard]] bool says(std::string const& words) const {
        return std::ranges::any_of(ui->registry().letterings(), [&](Lettering const& one) {
            return one.text == words && !one.cut;
        });
    }

    pages::Map map = small_map();
    entries::Spot spot;
    bool high_contrast = false;
    platform::HeadlessDisplay display{{1280, 800}, 5.9F};
    std::unique_ptr<text::Typesetter> typesetter = support::open_typesetter();
    std::unique_ptr<Ui> ui = support::must(Ui::create(display, *typesetter));
};

constexpr std::array<Rect, 3> kPlaces{{{400, 120, 680, 500}, {0, 0, 200, 700}, {33, 77, 900, 90}}};

TEST(MapProjection, ComesBackToTheSamePoint) {
    pages::Map const map = small_map();
    for (Rect const& place : kPlaces) {
        MapProjection const projection(map, place);
        for (MapPoint const& point : {map.kiosk, map.south_west, map.north_east}) {
            MapPoint const back = projection.to_map(projection.to_display(point));

            EXPECT_NEAR(back.latitude, point.latitude, 2);
            EXPECT_NEAR(back.longitude, point.longitude, 2);
        }
    }
}

TEST(MapProjection, ShowsAllOfTheMapWithNorthAbove) {
    pages::Map const map = small_map();
    for (Rect const& place : kPlaces) {
        MapProjection const projection(map, place);
        platform::Point const low = projection.to_display(map.south_west);
        platform::Point const high = projection.to_display(map.north_east);

        EXPECT_LT(low.x, high.x);
        EXPECT_GT(low.y, high.y);
        Rect const room = place.grown(0.5F);
        EXPECT_TRUE(room.contains(low.x, low.y));
        EXPECT_TRUE(room.contains(high.x, high.y));
        bool const fills = high.x - low.x > place.w - 1 || low.y - high.y > place.h - 1;
        EXPECT_TRUE(fills) << "no larger than it is, but no smaller either";
    }
}

TEST(MapProjection, KeepsTrueProportions) {
    pages::Map const map = small_map();
    MapProjection const projection(map, kCard);
    // A hundredth of a degree is 1,112 metres north and, at 53 degrees, 669 metres east.
    constexpr float kEastOfNorth = 0.602F;
    platform::Point const here = projection.to_display(map.kiosk);
    platform::Point const north =
        projection.to_display({map.kiosk.latitude + 10'000, map.kiosk.longitude});
    platform::Point const east =
        projection.to_display({map.kiosk.latitude, map.kiosk.longitude + 10'000});

    EXPECT_NEAR((east.x - here.x) / (here.y - north.y), kEastOfNorth, 0.003F);
    EXPECT_NEAR(projection.pixels_per_metre() * 1112, static_cast<double>(here.y - north.y), 1.0);
}

TEST(MapProjection, DoesNoHarmWithoutAMap) {
    pages::Map const nothing;
    MapProjection const projection(nothing, {});
    platform::Point const at = projection.to_display({52'993'500, 6'565'000});

    EXPECT_TRUE(std::isfinite(at.x) && std::isfinite(at.y));
    EXPECT_GT(map_proportion(nothing), 0);
}

TEST_F(MapViewTest, FindsTheStreetThatIsTouched) {
    MapProjection const projection(map, kCard);
    MapPoint const beside{52'993'080, 6'559'300}; // nine metres north of it
    auto const touched = tap(projection.to_display(beside));

    ASSERT_TRUE(touched);
    EXPECT_EQ(touched->street, "long");
    EXPECT_NEAR(touched->point.latitude, beside.latitude, 60); // the card has a bottom edge
    EXPECT_NEAR(touched->point.longitude, beside.longitude, 60);
}

TEST_F(MapViewTest, GivesOnlyThePointFarFromEveryStreet) {
    MapProjection const projection(map, kCard);
    auto const touched = tap(projection.to_display({52'991'600, 6'565'500}));

    ASSERT_TRUE(touched);
    EXPECT_EQ(touched->street, "");
}

TEST_F(MapViewTest, IsNotTouchedBesideTheCard) {
    EXPECT_FALSE(tap({kCard.x - 40, kCard.y + 40}));
    EXPECT_TRUE(tap({kCard.x + 40, kCard.y + 40})) << "or nothing was tapped at all";
}

TEST_F(MapViewTest, DrawsNothingOutsideItsCard) {
    spot = {.street = "long", .point = MapPoint{52'994'990, 6'557'010}};
    frame();

    platform::Image const image = support::must(display.screenshot());
    Colour const paper = theme().palette.paper;
    int outside = 0;
    int inside = 0;
    for (int y = 0; y < image.size.height; ++y) {
        for (int x = 0; x < image.size.width; ++x) {
            bool const in = kCard.contains(static_cast<float>(x), static_cast<float>(y));
            (in ? inside : outside) += pixel(image, x, y) == paper ? 0 : 1;
        }
    }
    EXPECT_EQ(outside, 0);
    EXPECT_GT(inside, 300'000) << "or nothing was drawn at all";
}

TEST_F(MapViewTest, RoundsTheCornersOfTheSketch) {
    frame();

    platform::Image const image = support::must(display.screenshot());
    Colour const paper = theme().palette.paper;
    auto const left = static_cast<int>(kCard.x);
    auto const right = static_cast<int>(kCard.right()) - 1;
    auto const top = static_cast<int>(kCard.y);
    auto const bottom = static_cast<int>(kCard.bottom()) - 1;
    EXPECT_EQ(pixel(image, left, top), paper);
    EXPECT_EQ(pixel(image, right, top), paper);
    EXPECT_EQ(pixel(image, left, bottom), paper);
    EXPECT_EQ(pixel(image, right, bottom), paper);
}

TEST_F(MapViewTest, ShowsTheChosenStreetInTheColourOfChoosing) {
    MapProjection const projection(map, kCard);
    platform::Point const on_it = projection.to_display({52'993'000, 6'557'600});
    auto const colour_of_street = [&] {
        frame();
        return pixel(support::must(display.screenshot()), static_cast<int>(on_it.x),
                     static_cast<int>(on_it.y) - 2);
    };
    for (bool const contrast : {false, true}) {
        high_contrast = contrast;
        spot.street = "";
        EXPECT_EQ(colour_of_street(), theme().palette.road);
        spot.street = "long";
        EXPECT_EQ(colour_of_street(), theme().palette.amber);
    }
}

TEST_F(MapViewTest, NamesItsStreetsLegibly) {
    for (std::string const chosen : {"", "long", "plein", "short"}) {
        for (bool const contrast : {false, true}) {
            high_contrast = contrast;
            spot.street = chosen;
            frame();

            EXPECT_TRUE(says("Lange Straat") && says("Korte Straat") && says("Het Plein"));
            EXPECT_TRUE(says("U bent hier"));
            EXPECT_TRUE(audit(ui->registry(), theme()).empty()) << chosen;
        }
    }
}

TEST_F(MapViewTest, LeavesNamesOutRatherThanLayingThemOverEachOther) {
    for (pages::Street& street : map.streets) {
        street.label = {52'992'000, 6'559'000}; // all at the same place
    }
    spot.street = "short";
    frame({}, {400, 120, 200, 90});

    EXPECT_TRUE(says("Korte Straat")) << "the chosen one is always named";
    EXPECT_FALSE(says("Lange Straat"));
    EXPECT_TRUE(audit(ui->registry(), theme()).empty());
}

} // namespace
} // namespace inloop::ui
