// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text_places.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace inloop::terminal {
namespace {

namespace fs = std::filesystem;

class TextPlacesTest : public testing::Test {
protected:
    TextPlacesTest() {
        write("strings/nl.toml", "[home]\n"
                                 "title = \"Waar komt u voor?\"\n"
                                 "note = \"**Uw naam hoeft niet.** Loop naar de {officer_role}.\"\n"
                                 "[write]\n"
                                 "left = \"Nog {count} letters\" # \"geen tekst\"\n"
                                 "quoted = \"Druk op \\\"Verder\\\"\"\n");
        write("strings/en.toml", "[home]\ntitle = \"What brings you here?\"\n");
        write("subjects.toml", "[[subject]]\nname = { nl = \"Geluid\", en = \"Noise\" }\n");
        write("pages/nl/pilot.md",
              "+++\ntitle = \"Over deze plek\"\n+++\n\n## Waarom zijn wij hier?\n\n"
              "- Wij willen **horen** wat er speelt.\n");
        write("pages/en/pilot.md", "+++\ntitle = \"About\"\n+++\n\nWe listen.\n");
    }
    void write(std::string const& name, std::string const& text) const {
        fs::create_directories((scratch / name).parent_path());
        std::ofstream(scratch / name) << text;
    }
    [[nodiscard]] std::optional<TextPlace> find(std::string_view text,
                                                std::string_view language = "nl") const {
        return TextPlaces(scratch.path(), {"nl", "en"}).find(text, language);
    }
    [[nodiscard]] TextPlace at(std::string const& name, int line, std::string key = "") const {
        return {(scratch / name).string(), line, std::move(key)};
    }

    support::Scratch scratch;
};

TEST_F(TextPlacesTest, FindsAPhraseWithItsKey) {
    EXPECT_EQ(find("Waar komt u voor?"), at("strings/nl.toml", 2, "home.title"));
    EXPECT_EQ(find("What brings you here?", "en"), at("strings/en.toml", 2, "home.title"));
    EXPECT_EQ(find("Druk op \"Verder\""), at("strings/nl.toml", 6, "write.quoted"));
}

TEST_F(TextPlacesTest, FindsAPhraseByItsKey) {
    TextPlaces const places(scratch.path(), {"nl", "en"});
    EXPECT_EQ(places.find_key("home.title", "en"), at("strings/en.toml", 2, "home.title"));
    EXPECT_EQ(places.find_key("write.left", "nl"), at("strings/nl.toml", 5, "write.left"));
    EXPECT_EQ(places.find_key("write.left", "en"), std::nullopt);
    EXPECT_EQ(places.find_key("", ""), std::nullopt);
}

TEST_F(TextPlacesTest, FindsAPhraseThatHasWordsFilledIn) {
    EXPECT_EQ(find("Uw naam hoeft niet. Loop naar de wijkagent."),
              at("strings/nl.toml", 3, "home.note"));
    EXPECT_EQ(find("Nog 12 letters"), at("strings/nl.toml", 5, "write.left"));
}

TEST_F(TextPlacesTest, FindsAPartOfAPhraseOnItsLine) {
    EXPECT_EQ(find("Waar komt u"), at("strings/nl.toml", 2, "home.title"));
}

TEST_F(TextPlacesTest, FindsTextsOfListsAndPages) {
    EXPECT_EQ(find("Geluid"), at("subjects.toml", 2));
    EXPECT_EQ(find("Noise", "en"), at("subjects.toml", 2));
    EXPECT_EQ(find("Over deze plek"), at("pages/nl/pilot.md", 2));
    EXPECT_EQ(find("Waarom zijn wij hier?"), at("pages/nl/pilot.md", 5));
    EXPECT_EQ(find("Wij willen horen wat er speelt."), at("pages/nl/pilot.md", 7));
    EXPECT_EQ(find("We listen.", "en"), at("pages/en/pilot.md", 5));
}

TEST_F(TextPlacesTest, SaysNothingWhereNothingFits) {
    EXPECT_EQ(find("Een heel andere tekst"), std::nullopt);
    EXPECT_EQ(find("What brings you here?", "nl"), std::nullopt) << "of another language";
    EXPECT_EQ(find("geen tekst"), std::nullopt) << "a comment";
    EXPECT_EQ(find(""), std::nullopt);
}

TEST(TextPlaces, LivesWithFoldersThatAreNotThere) {
    EXPECT_EQ(TextPlaces("/nowhere", {"nl"}).find("Geluid", "nl"), std::nullopt);
}

} // namespace
} // namespace inloop::terminal
