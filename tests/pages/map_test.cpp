// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/map.h"
#include "kiosk/pages/tuning.h"
#include "tests/pages/samples.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using entries::MapPoint;

constexpr char const* kFile = "place.geojson";

struct Read {
    Checked<Map> map;
    std::vector<Problem> others; // beside the first
};

Read read(std::string_view text) {
    std::vector<Problem> others;
    auto map = Map::parse(text, kFile, others);
    return {std::move(map), std::move(others)};
}

void expect_refused(std::string_view text, std::string_view cause) {
    auto const spoiled = read(text);
    ASSERT_FALSE(spoiled.map) << cause;
    EXPECT_NE(spoiled.map.error().cause.find(cause), std::string::npos)
        << cause << "\n"
        << to_string(spoiled.map.error());
    EXPECT_EQ(spoiled.map.error().file, kFile);
    EXPECT_FALSE(spoiled.map.error().mend.empty());
}

TEST(Map, HasTheStreetsByNameAndTheShapesAroundThem) {
    auto const sample = read(kSampleMap);

    ASSERT_TRUE(sample.map) << to_string(sample.map.error());
    Map const& map = *sample.map;
    ASSERT_EQ(map.streets.size(), 3U);
    EXPECT_EQ(map.streets[0].name, "Dwarsstraat");
    EXPECT_EQ(map.streets[1].name, "Lange straat");
    EXPECT_EQ(map.streets[0].lines.size(), 2U);
    EXPECT_EQ(map.find("long")->lines.at(0).at(1), (MapPoint{52'994'000, 6'566'000}));
    EXPECT_EQ(map.find("long")->label, (MapPoint{52'993'800, 6'564'000}));
    EXPECT_EQ(map.find("square")->outline.size(), 4U) << "the first point is not repeated";
    EXPECT_EQ(map.find("nothing"), nullptr);
    EXPECT_EQ(map.kiosk, (MapPoint{52'994'000, 6'562'000}));
    EXPECT_EQ(map.south_west, (MapPoint{52'990'000, 6'556'000}));
    EXPECT_EQ(map.north_east, (MapPoint{52'998'000, 6'568'000}));
}

TEST(Map, MakesAnAreaOfEachPieceAndNamesTheFirst) {
    auto const sample = read(kSampleMap);
    ASSERT_TRUE(sample.map);

    auto const& areas = sample.map->areas;

    ASSERT_EQ(areas.size(), 3U);
    EXPECT_EQ(areas[0].kind, AreaKind::water);
    EXPECT_EQ(areas[0].name, "Vaart");
    EXPECT_TRUE(areas[0].label);
    EXPECT_TRUE(areas[1].name.empty() && !areas[1].label);
    EXPECT_EQ(areas[2].kind, AreaKind::green);
}

TEST(Map, TurnsEveryOutlineCounterclockwise) {
    auto const sample = read(kSampleMap); // the square of the sample runs clockwise
    ASSERT_TRUE(sample.map);

    auto const& outline = sample.map->find("square")->outline;

    EXPECT_EQ(outline[0], (MapPoint{52'995'000, 6'559'000}));
    EXPECT_EQ(outline[1], (MapPoint{52'997'000, 6'559'000}));
}

TEST(Map, RefusesNonsenseInNumbers) {
    for (std::string_view const number :
         {"NaN", "nan", "Infinity", "-Infinity", "1e999", "1e308", "-1e308", "\"6.56\"", "null",
          "[6.56]", "{}", "true", "181", "-91", "99999999999999999999999", "6.5e", "0x10", ""}) {
        auto const spoiled =
            read(replaced(kSampleMap, "[6.5600,", "[" + std::string(number) + ","));
        ASSERT_FALSE(spoiled.map) << number;
        EXPECT_FALSE(spoiled.map.error().mend.empty()) << number;
    }
    EXPECT_TRUE(read(replaced(kSampleMap, "[6.5600,", "[65.6e-1,")).map);
}

TEST(Map, TellsTheLineOfAFaultyFeature) {
    for (auto const& [from, to, cause] : {
             std::tuple<std::string, std::string, std::string>{
                 "[[6.5600, 52.9940], [6.5660, 52.9940]]", "[[6.5600, 52.9940]]", "two points"},
             {"[[6.5600, 52.9940], [6.5660, 52.9940]]", "[]", "two points"},
             {"[[6.5600, 52.9940], [6.5660, 52.9940]]", "[[], [6.5660, 52.9940]]", "two numbers"},
             {"[6.5660, 52.9940]]", "[6.5660, 52.9940, 3]]", "two numbers"},
             {"[6.5660, 52.9940]]", "[52.9940, 6.5660]]", "five kilometres"},
             {"[6.5640, 52.9938]", "[6.5640, 52.9989]", "outside bbox"},
             {"\"LineString\"", "\"Polygon\"", "one ring"},
             {"\"LineString\"", "\"Circle\"", "not one we draw"},
             {"\"LineString\"", "3", "not one we draw"},
             {"\"kind\": \"street\"", "\"kind\": \"road\"", "kind is not"},
             {"\"kind\": \"street\"", "\"kind\": 3", "kind is not a text"},
             {"\"kind\": \"street\"", "\"kind\": \"square\"", "wrong shape"},
             {"\"kind\": \"street\"", "\"kind\": \"water\"", "not a Polygon"},
             {"\"id\": \"long\"", "\"id\": \"Lang!\"", "lacks an id"},
             {"\"id\": \"long\", ", "", "lacks an id"},
             {"\"id\": \"long\"", "\"id\": \"square\"", ""},
             {"\"name\": \"Lange straat\"", "\"name\": \"\"", "name is empty"},
             {"\"name\": \"Lange straat\"", "\"name\": \"a\\u0007b\"", "control character"},
             {"\"name\": \"Lange straat\"", "\"name\": \"Bel 0900-8844\"", "phone number"},
             {"\"name\": \"Lange straat\"", "\"nam\": \"Lange straat\"", "not a known key"},
             {"\"label\": [6.5640, 52.9938]", "\"label\": \"hier\"", "two numbers"},
             {"\"type\": \"Feature\",\n      \"properties\": { \"kind\": \"street\"",
              "\"type\": \"Fature\",\n      \"properties\": { \"kind\": \"street\"",
              "not a Feature"},
         }) {
        std::string const text = replaced(kSampleMap, from, to);
        auto const spoiled = read(text);
        ASSERT_FALSE(spoiled.map) << cause;
        Problem const& problem = spoiled.map.error();
        EXPECT_NE(problem.cause.find(cause), std::string::npos) << to_string(problem);
        if (!cause.empty()) { // of two with the same id the second one is named
            EXPECT_EQ(problem.line, 7) << to_string(problem);
        }
    }
}

TEST(Map, RefusesShapesThatCannotBeDrawn) {
    std::string const triangle =
        "[[[6.5570, 52.9905], [6.5580, 52.9905], [6.5580, 52.9915], [6.5570, 52.9905]]]";
    for (auto const& [ring, cause] : {
             std::pair<std::string, std::string>{"[[[6.5570, 52.9905]]]", "three corners"},
             {"[[[6.5570, 52.9905], [6.5580, 52.9905], [6.5570, 52.9905]]]", "three corners"},
             {"[[[6.5570, 52.9905], [6.5580, 52.9905], [6.5580, 52.9915], [6.5571, 52.9905]]]",
              "not closed"},
             {"[[[6.5570, 52.9905], [6.5580, 52.9905], [6.5590, 52.9905], [6.5570, 52.9905]]]",
              "no area"},
             {"[[[6.557, 52.99], [6.557, 52.99], [6.557, 52.99], [6.557, 52.99]]]", "no area"},
             {"[[[6.557, 52.990], [6.559, 52.990], [6.558, 52.991], [6.559, 52.992], "
              "[6.557, 52.992], [6.557, 52.990]]]",
              "goes inwards"},
             {"[[[6.5570, 52.9910], [6.5590, 52.9920], [6.5570, 52.9920], [6.5590, 52.9910], "
              "[6.5580, 52.9925], [6.5570, 52.9910]]]",
              "goes inwards"}, // a star goes around twice
             {"[]", "one ring"},
             {"[[], []]", "one ring"},
         }) {
        expect_refused(replaced(kSampleMap, triangle, ring), cause);
    }
}

TEST(Map, RefusesAFileThatIsNoCollection) {
    for (auto const& [text, cause] : {
             std::pair<std::string, std::string>{"", "empty"},
             {"{}", "not a FeatureCollection"},
             {"[]", "not a FeatureCollection"},
             {"3", "not a FeatureCollection"},
             {"{\"type\": \"FeatureCollection\"}", "no features"},
             {"{\"type\": \"FeatureCollection\", \"features\": []}", "no features"},
             {"{\"type\": \"FeatureCollection\", \"features\": {}}", "no features"},
             {"{\"type\": \"FeatureCollection\", \"features\": [3]}", "bbox"},
             {"{\"type\": \"FeatureCollection\",", "not JSON"},
             {std::string(kSampleMap).substr(0, 700), "not JSON"},
             {"\xFF\xFE" + std::string(kSampleMap), "UTF-8"},
         }) {
        expect_refused(text, cause);
    }
    EXPECT_EQ(read("{\n\"type\": \"FeatureCollection\",\n,}").map.error().line, 3);
}

TEST(Map, RefusesABoxThatIsNotAroundTheKiosk) {
    std::string const box = "[6.5560, 52.9900, 6.5680, 52.9980]";
    for (std::string const wrong :
         {"[6.5680, 52.9900, 6.5560, 52.9980]", "[52.9900, 6.5560, 52.9980, 6.5680]",
          "[6.5560, 52.9900, 6.5680]", "[6.5560, 52.9900, 6.5680, \"x\"]", "[0, 0, 90, 80]",
          "[6.5700, 52.9900, 6.5780, 52.9980]", "null", "[6.5560, 52.9900, 6.5560, 52.9980]"}) {
        EXPECT_FALSE(read(replaced(kSampleMap, box, wrong)).map) << wrong;
    }
    EXPECT_FALSE(read(replaced(kSampleMap, "\"bbox\"", "\"box\"")).map);
}

TEST(Map, NeedsOneKioskThatStandsInTheCountry) {
    std::string const kiosk = "\"kind\": \"kiosk\"";
    std::string const place = "\"coordinates\": [6.5620, 52.9940]";
    expect_refused(replaced(kSampleMap, kiosk, "\"kind\": \"green\""), "no kiosk");
    expect_refused(replaced(kSampleMap, place, "\"coordinates\": [52.9940, 6.5620]"),
                   "not stand in the Netherlands");
    expect_refused(replaced(kSampleMap, "\"kind\": \"green\"", kiosk), "second kiosk");

    // All of it with latitude and longitude changed places lies together, but far from here.
    std::string swapped(kSampleMap);
    for (std::size_t at = 0; (at = swapped.find("52.99", at)) != std::string::npos;) {
        swapped.replace(at, 3, "06.");
    }
    EXPECT_FALSE(read(swapped).map);
}

TEST(Map, RefusesTheSameStreetTwiceAndTooManyOrTooFew) {
    expect_refused(replaced(kSampleMap, "\"id\": \"cross\"", "\"id\": \"long\""), "twice");
    expect_refused(replaced(kSampleMap, "\"Dwarsstraat\"", "\"Lange straat\""), "twice");

    auto const street = [](int i) {
        std::string const number = std::to_string(i);
        return R"({"type": "Feature", "properties": {"kind": "street", "id": "s)" + number +
               R"(", "name": "Straat )" + number + R"(", "label": [6.56, 52.99]},)" +
               R"("geometry": {"type": "LineString", "coordinates": [[6.56, 52.99], [6.561, 52.99]]}},)";
    };
    std::string more;
    for (int i = 0; i < 57; ++i) {
        more += street(i);
    }
    std::string const at = "    { \"type\": \"Feature\", \"properties\": { \"kind\": \"kiosk\"";
    EXPECT_TRUE(read(replaced(kSampleMap, at, more + at)).map) << "sixty are taken";
    expect_refused(replaced(kSampleMap, at, more + street(57) + at), "more than 60");
}

TEST(Map, RefusesTooManyPoints) {
    std::string line = "[6.5600, 52.9940]";
    for (std::size_t i = 0; i < kMapPoints; ++i) {
        line += ", [6.56, 52.994]";
    }
    expect_refused(replaced(kSampleMap, "[6.5600, 52.9940]", line), "4000 points");
}

TEST(Map, RefusesWhatNestsDeepBeforeAnythingRecurses) {
    for (std::string const open : {"[", "{\"a\":"}) {
        std::string deep;
        for (int i = 0; i < 10'000; ++i) {
            deep += open;
        }
        expect_refused(replaced(kSampleMap, "[6.5600, 52.9940]", deep), "too deep");
        expect_refused(deep, "too deep");
    }
    EXPECT_TRUE(read(replaced(kSampleMap, "FeatureCollection\",",
                              "FeatureCollection\", \"comment\": \"[[[[[[[[[[[[[[[[[[[[\","))
                    .map)
        << "brackets in a text nest nothing";
}

TEST(Map, ReportsEveryFaultyFeature) {
    std::string text = replaced(kSampleMap, "\"id\": \"long\"", "\"id\": \"!\"");
    text = replaced(text, "\"kind\": \"water\"", "\"kind\": \"fire\"");

    auto const spoiled = read(text);

    ASSERT_FALSE(spoiled.map);
    ASSERT_EQ(spoiled.others.size(), 1U);
    EXPECT_EQ(spoiled.map.error().line, line_of(text, "\"id\": \"!\"") - 1);
    EXPECT_EQ(spoiled.others[0].line, line_of(text, "\"kind\": \"fire\""));
}

TEST(Map, IsRefusedAsAFileThatIsTooLargeOrMissing) {
    support::AssetFolder const folder;
    folder.write("big.geojson", std::string(kMapBytes + 1, ' '));
    folder.write("good.geojson", kSampleMap);

    EXPECT_FALSE(Map::load(folder.path() / "big.geojson"));
    EXPECT_TRUE(Map::load(folder.path() / "good.geojson"));
    EXPECT_EQ(Map::load(folder.path() / "none.geojson").error().code, ErrorCode::not_found);
}

TEST(NearestStreet, IsTheOneWhoseLineIsNearest) {
    auto const sample = read(kSampleMap);
    ASSERT_TRUE(sample.map);

    auto const near_long = nearest_street(*sample.map, {52'994'100, 6'563'000});
    auto const near_cross = nearest_street(*sample.map, {52'994'200, 6'565'010});
    auto const beyond = nearest_street(*sample.map, {52'994'000, 6'567'000});

    EXPECT_EQ(near_long->street->id, "long");
    EXPECT_NEAR(near_long->metres, 11.1, 0.1) << "a hundred millionths of latitude";
    EXPECT_EQ(near_cross->street->id, "cross");
    EXPECT_NEAR(near_cross->metres, 0.67, 0.05) << "ten millionths of longitude, at 53 degrees";
    EXPECT_EQ(beyond->street->id, "long");
    EXPECT_NEAR(beyond->metres, 66.9, 0.5) << "beyond its end";
}

TEST(NearestStreet, IsTheSquareOneStandsOn) {
    auto const sample = read(kSampleMap);
    ASSERT_TRUE(sample.map);

    auto const on = nearest_street(*sample.map, {52'996'000, 6'558'000});
    auto const beside = nearest_street(*sample.map, {52'996'000, 6'559'100});

    EXPECT_EQ(on->street->id, "square");
    EXPECT_EQ(on->metres, 0);
    EXPECT_EQ(beside->street->id, "square");
    EXPECT_NEAR(beside->metres, 6.7, 0.1);
    EXPECT_FALSE(nearest_street(Map{}, {52'996'000, 6'558'000}));
    EXPECT_TRUE(nearest_street(*sample.map, {-90'000'000, 180'000'000})) << "however far";
}

} // namespace
} // namespace inloop::pages
