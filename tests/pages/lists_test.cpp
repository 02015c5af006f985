// SPDX-License-Identifier: EUPL-1.2
// The three short lists: place, facts, fonts.
#include "kiosk/pages/facts.h"
#include "kiosk/pages/fonts.h"
#include "kiosk/pages/place.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using namespace std::chrono_literals;
using support::AssetFolder;

struct LoadedFacts {
    Checked<Facts> facts;
    std::vector<Problem> problems;
};

LoadedFacts load_facts(AssetFolder const& folder) {
    std::vector<Problem> problems;
    auto const place = Place::load(folder.path() / "place.toml");
    EXPECT_TRUE(place);
    auto facts = Facts::load(folder.path() / "facts.toml", *place, problems);
    return {std::move(facts), std::move(problems)};
}

TEST(Place, GivesItsWordsInEachLanguage) {
    auto const place = Place::load(support::shipped_assets() / "place.toml");

    ASSERT_TRUE(place) << to_string(place.error());
    EXPECT_EQ(place->address(), "Rolderstraat 21, Assen");
    EXPECT_EQ(place->officer_role.in("en"), "neighbourhood officer");
    EXPECT_EQ(place->officer_role.in("pl"), "wijkagent") << "Dutch stands in";
    EXPECT_EQ(place->words("nl").size(), 7U);
}

TEST(Place, RefusesWhatIsMissingUnknownOrOfTheWrongKind) {
    for (auto const& [from, to, cause] :
         {std::tuple{"town = \"Assen\"\n", "", "town is missing"},
          {"town = \"Assen\"", "town = [1]", "town is not a text"},
          {"town = \"Assen\"", "town = \"\"", "town is empty"},
          {"town = \"Assen\"", "city = \"Assen\"", "city is not a known key"},
          {"nl = \"wijkagent\"\n", "", "no Dutch text"},
          {"[name]", "name = \"x\"\n[nam]", "not a known key"},
          {"[municipality]\nnl", "[municipality.deep]\nnl", "not a text"}}) {
        AssetFolder const folder;
        folder.replace("place.toml", from, to);
        auto const place = Place::load(folder.path() / "place.toml");
        ASSERT_FALSE(place) << cause;
        EXPECT_NE(place.error().cause.find(cause), std::string::npos) << to_string(place.error());
        EXPECT_FALSE(place.error().mend.empty());
    }
}

TEST(Facts, KeepWhoCheckedThemAndWhen) {
    AssetFolder const folder;
    auto const loaded = load_facts(folder);

    ASSERT_TRUE(loaded.facts) << to_string(loaded.facts.error());
    EXPECT_TRUE(loaded.problems.empty());
    Fact const* fact = loaded.facts->find("municipality");
    ASSERT_NE(fact, nullptr);
    EXPECT_EQ(fact->value, "14 0592");
    EXPECT_EQ(fact->label.in("en"), "Municipality of Assen");
    EXPECT_EQ(fact->checked_on, 2018y / 2 / 23);
    EXPECT_EQ(loaded.facts->find("address")->value, "Rolderstraat 21, Assen");
    EXPECT_EQ(loaded.facts->find("nothing"), nullptr);
    EXPECT_EQ(loaded.facts->words(),
              (StandingWords{{"number", "0900-8844"}, {"emergency_number", "112"}}));
}

TEST(Facts, AreCurrentUpToAndIncludingTheirLastDay) {
    Fact fact;
    fact.expires_on = 2027y / 6 / 30;

    EXPECT_TRUE(is_current(fact, 2026y / 11 / 23));
    EXPECT_TRUE(is_current(fact, 2027y / 6 / 30));
    EXPECT_FALSE(is_current(fact, 2027y / 7 / 1));
}

TEST(Facts, LeaveOutAFaultyFactAndSaySo) {
    for (auto const& [from, to, cause] :
         {std::tuple{"checked_on = 2018-02-23", "checked_on = \"2018-02-23\"", "not a date"},
          {"checked_on = 2018-02-23", "checked_on = 2020-02-23", "expires before"},
          {"value = \"14 0592\"", "value = 140592", "not a text"},
          {"value = \"14 0592\"\n", "", "value is missing"},
          {"value = \"14 0592\"", "value = \"{mayor}\"", "{mayor}"},
          {"value = \"14 0592\"", "valeu = \"14 0592\"", "not a known key"},
          {"{ nl = \"Gemeente Assen\",", "{ de = \"Gemeente Assen\",", "no Dutch"}}) {
        AssetFolder const folder;
        folder.replace("facts.toml", from, to);
        auto const loaded = load_facts(folder);
        ASSERT_TRUE(loaded.facts) << to_string(loaded.facts.error());
        EXPECT_EQ(loaded.facts->find("municipality"), nullptr) << cause;
        ASSERT_EQ(loaded.problems.size(), 1U) << cause;
        EXPECT_NE(loaded.problems[0].cause.find(cause), std::string::npos)
            << to_string(loaded.problems[0]);
        EXPECT_GT(loaded.problems[0].line, 1);
    }
}

TEST(Facts, AreRefusedAsAWholeWhenOneOfTheTwoNumbersIsNotRight) {
    for (auto const& [from, to] : {std::pair{"value = \"112\"", "value = \"\""},
                                   {"value = \"0900-8844\"", "value = 1"},
                                   {"[fact.emergency]", "[fact.emergenzy]"},
                                   {"[fact.emergency]", "[facts.emergency]"}}) {
        AssetFolder const folder;
        folder.replace("facts.toml", from, to);
        EXPECT_FALSE(load_facts(folder).facts) << to;
    }
}

TEST(Facts, TellOfEveryFaultyOneEvenWhenTheyAreRefused) {
    AssetFolder const folder;
    folder.replace("facts.toml", "value = \"112\"", "value = \"\"");
    folder.replace("facts.toml", "value = \"14 0592\"", "value = 3");

    auto const loaded = load_facts(folder);

    ASSERT_FALSE(loaded.facts);
    EXPECT_NE(loaded.facts.error().cause.find("emergency"), std::string::npos);
    ASSERT_EQ(loaded.problems.size(), 1U);
    EXPECT_NE(loaded.problems[0].cause.find("municipality"), std::string::npos);
}

TEST(FontSet, KeepsOrderAndPackages) {
    std::vector<Problem> problems;
    auto const fonts = FontSet::load(support::shipped_assets() / "fonts.toml", problems);

    ASSERT_TRUE(fonts) << to_string(fonts.error());
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(fonts->regular.size(), 3U);
    EXPECT_TRUE(fonts->regular[0].path.ends_with("/NotoSans-Regular.ttf"));
    EXPECT_EQ(fonts->icons[0].package, "fonts-material-design-icons-iconfont");
}

TEST(FontSet, LeavesOutASecondFontButNotTheFirst) {
    AssetFolder const folder;
    folder.replace("fonts.toml", "NotoSansArabic-Bold", "NotoSansMissing-Bold");
    std::vector<Problem> problems;
    auto const fonts = FontSet::load(folder.path() / "fonts.toml", problems);
    ASSERT_TRUE(fonts);
    EXPECT_EQ(fonts->bold.size(), 2U);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].mend, "apt install fonts-noto-core");
    EXPECT_EQ(problems[0].weight, Weight::remark) << "another font draws in its place";

    folder.replace("fonts.toml", "NotoSans-Bold", "NotoSansMissing2-Bold");
    auto const without = FontSet::load(folder.path() / "fonts.toml", problems);
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().code, ErrorCode::not_found);
    EXPECT_EQ(without.error().mend, "apt install fonts-noto-core");
}

TEST(FontSet, RefusesAListThatIsNotRight) {
    for (auto const& [from, to] : {std::pair{"[[icons]]", "[[icon]]"},
                                   {"[[icons]]", "[icons]"},
                                   {"package = ", "pakket = "},
                                   {"[[regular]]", "regular = []\n[[bold]]"}}) {
        AssetFolder const folder;
        folder.replace("fonts.toml", from, to);
        std::vector<Problem> problems;
        EXPECT_FALSE(FontSet::load(folder.path() / "fonts.toml", problems)) << to;
    }
}

} // namespace
} // namespace inloop::pages
