// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/phrases.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using support::AssetFolder;

constexpr char const* kDutch = "strings/nl.toml";

Checked<Phrases> load(AssetFolder const& folder, std::string const& file = kDutch) {
    auto const place = Place::load(folder.path() / "place.toml");
    EXPECT_TRUE(place);
    return Phrases::load(folder.path() / file, *place,
                         {{"number", "0900-8844"}, {"emergency_number", "112"}});
}

// The line of the file on which `text` stands.
int line_of(AssetFolder const& folder, std::string_view text) {
    std::string const content = folder.read(kDutch);
    std::size_t const at = content.find(text);
    EXPECT_NE(at, std::string::npos);
    return 1 + static_cast<int>(std::count(
                   content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

void expect_refused(AssetFolder const& folder, int line, std::string_view cause) {
    auto const phrases = load(folder);
    ASSERT_FALSE(phrases) << cause;
    EXPECT_TRUE(phrases.error().file.ends_with(kDutch));
    EXPECT_EQ(phrases.error().line, line) << to_string(phrases.error());
    EXPECT_NE(phrases.error().cause.find(cause), std::string::npos) << to_string(phrases.error());
    EXPECT_FALSE(phrases.error().mend.empty());
}

TEST(Phrases, KeepTheTextsOfTheFile) {
    AssetFolder const folder;
    auto const phrases = load(folder);

    ASSERT_TRUE(phrases) << to_string(phrases.error());
    EXPECT_EQ(phrases->plain(Phrase::home_title), "Waar komt u voor?");
    EXPECT_EQ(phrases->language().code, "nl");
    EXPECT_EQ(phrases->language().own_name, "Nederlands");
    EXPECT_EQ(phrases->language().direction, Direction::left_to_right);
    EXPECT_EQ(key_of(Phrase::home_title), "home.title");
}

TEST(Phrases, FillInValuesAndKeepBold) {
    AssetFolder const folder;
    auto const phrases = load(folder);
    ASSERT_TRUE(phrases);

    RichText const text = phrases->rich(Phrase::idle_text, {{"seconds", "20"}});

    ASSERT_EQ(text.size(), 3U);
    EXPECT_EQ(text[0], (Span{"Over ", false}));
    EXPECT_EQ(text[1], (Span{"20 seconden", true}));
    EXPECT_FALSE(text[2].bold);
}

TEST(Phrases, FillInThePlaceAndTheNumbersByThemselves) {
    AssetFolder const folder;
    auto const phrases = load(folder);
    ASSERT_TRUE(phrases);

    EXPECT_EQ(phrases->plain(Phrase::attract_over), "Wijkagent · centrum van Assen");
    EXPECT_EQ(phrases->plain(Phrase::emergency_ask_2_text), "Hier is het Rolderstraat 21 in Assen");
    EXPECT_EQ(phrases->plain(Phrase::emergency_number), "112");
    EXPECT_NE(phrases->plain(Phrase::not_stored_text).find("0900-8844"), std::string::npos);
}

TEST(Phrases, ShowANameNobodyFilledInAndTakeValuesAsTheyAre) {
    AssetFolder const folder;
    auto const phrases = load(folder);
    ASSERT_TRUE(phrases);

    EXPECT_EQ(phrases->plain(Phrase::write_left), "nog {count} letters");
    EXPECT_EQ(phrases->plain(Phrase::write_left, {{"count", "**{count}**"}}),
              "nog **{count}** letters");
    EXPECT_EQ(phrases->placeholders(Phrase::write_left), std::vector<std::string>{"count"});
    EXPECT_TRUE(phrases->placeholders(Phrase::attract_over).empty());
}

TEST(Phrases, RefuseAMissingKey) {
    AssetFolder const folder;
    folder.replace(kDutch, "wipe = \"Wis en stop\"\n", "");

    expect_refused(folder, line_of(folder, "[bar]"), "bar.wipe is missing");
}

TEST(Phrases, RefuseAnUnknownKeyAndOneOutsideEveryTable) {
    AssetFolder const folder;
    folder.replace(kDutch, "wipe = ", "wip = \"x\"\nwipe = ");
    expect_refused(folder, line_of(folder, "wip = "), "bar.wip is not a known key");

    AssetFolder const other;
    other.replace(kDutch, "[this_language]", "los = \"x\"\n[this_language]");
    expect_refused(other, line_of(other, "los = "), "outside every table");
}

TEST(Phrases, RefuseWrongPlaceholders) {
    for (char const* text : {"Over even wissen we.", "Over {second} wissen we.",
                             "Over {seconds} of {minutes} wissen we."}) {
        AssetFolder const folder;
        std::string const line =
            "text = \"Over **{seconds} seconden** wissen we wat u hebt getypt. "
            "Dan kan niemand het lezen.\"";
        folder.replace(kDutch, line, "text = \"" + std::string(text) + "\"");
        expect_refused(folder, line_of(folder, text), "idle.text uses");
    }
}

TEST(Phrases, RefuseTextThatIsEmptyTooLongOrNotText) {
    for (auto const& [text, cause] : {std::pair<std::string, char const*>{"\"\"", "empty"},
                                      {"\"  \"", "empty"},
                                      {"3", "not a text"},
                                      {"\"" + std::string(301, 'x') + "\"", "too long"},
                                      {"\"een\\ntwee\"", "line end"},
                                      {"\"een\\u0007twee\"", "line end"},
                                      {"\"een **vet\"", "closing **"},
                                      {"\"een { haak\"", "not a {name}"},
                                      {"\"een } haak\"", "without a {"},
                                      {"\"een {Naam}\"", "not a {name}"}}) {
        AssetFolder const folder;
        folder.replace(kDutch, "back = \"Terug\"", "back = " + text);
        expect_refused(folder, line_of(folder, "back = "), cause);
    }
}

TEST(Phrases, RefuseAFileThatIsNotRight) {
    AssetFolder const folder;
    std::string const good = folder.read(kDutch);

    folder.write(kDutch, "");
    expect_refused(folder, 0, "empty");
    folder.write(kDutch, good + "[bar]\nmore = \"x\"\n");
    expect_refused(folder, 1 + static_cast<int>(std::count(good.begin(), good.end(), '\n')),
                   "not TOML");
    folder.write(kDutch, good + "\n[cut");
    EXPECT_FALSE(load(folder));
    folder.write(kDutch, "# Caf\xE9\n" + good);
    expect_refused(folder, 1, "UTF-8");
    folder.write(kDutch, good + std::string(262'144, '#'));
    expect_refused(folder, 0, "256 KiB");
    folder.write(kDutch, good);
    EXPECT_TRUE(load(folder));
    folder.remove(kDutch);
    expect_refused(folder, 0, "not there");
    std::filesystem::create_directory(folder.path() / kDutch);
    expect_refused(folder, 0, "not a plain file");
}

TEST(Phrases, RefuseALanguageThatDoesNotSayWhatItIs) {
    for (auto const& [from, to, cause] :
         {std::tuple{"[this_language]", "[that_language]", "[this_language] is missing"},
          {"own_name = \"Nederlands\"\n", "", "own_name is missing"},
          {"left-to-right", "sideways", "direction"},
          {"order = 1", "order = 0", "order"},
          {"order = 1", "order = \"1\"", "whole number"}}) {
        AssetFolder const folder;
        folder.replace(kDutch, from, to);
        auto const phrases = load(folder);
        ASSERT_FALSE(phrases) << cause;
        EXPECT_NE(phrases.error().cause.find(cause), std::string::npos)
            << to_string(phrases.error());
    }
}

} // namespace
} // namespace inloop::pages
