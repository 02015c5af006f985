// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/subjects.h"
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

constexpr char const* kFile = "subjects.toml";

struct Read {
    Checked<Subjects> subjects;
    std::vector<Problem> problems;
};

Facts const& facts() {
    static Facts const kFacts = [] {
        std::vector<Problem> problems;
        auto const place = Place::load(support::shipped_assets() / "place.toml");
        return Facts::load(support::shipped_assets() / "facts.toml", place.value(), problems)
            .value();
    }();
    return kFacts;
}

Read read(std::string_view text) {
    std::vector<Problem> problems;
    auto subjects = Subjects::parse(text, kFile, &facts(), problems);
    return {std::move(subjects), std::move(problems)};
}

TEST(Subjects, KeepTheOrderAndEverythingOfTheFile) {
    auto const read_file = read(kSampleSubjects);

    ASSERT_TRUE(read_file.subjects) << to_string(read_file.subjects.error());
    EXPECT_TRUE(read_file.problems.empty());
    Subjects const& subjects = *read_file.subjects;
    ASSERT_EQ(subjects.all().size(), 3U);
    Subject const& street = subjects.all()[0];
    EXPECT_EQ(street.id, "street");
    EXPECT_EQ(street.icon, "build");
    EXPECT_EQ(street.name.in("en"), "Broken street");
    ASSERT_TRUE(street.desk);
    EXPECT_EQ(street.desk->facts, std::vector<std::string>{"municipality"});
    EXPECT_EQ(street.desk->asked.at(1).in("nl"), "Wat is stuk?");
    EXPECT_EQ(street.questions.at(0).options.at(1).words.in("en"), "Longer");
    EXPECT_EQ(subjects.find("drugs")->name.in("pl"), "Drugs") << "Dutch stands in";
    EXPECT_EQ(subjects.find("nothing"), nullptr);
}

TEST(Subjects, GiveTheFlowTheSameWithoutWords) {
    auto const read_file = read(kSampleSubjects);
    ASSERT_TRUE(read_file.subjects);

    auto const rules = read_file.subjects->rules();

    ASSERT_EQ(rules.size(), 3U);
    EXPECT_EQ(rules[0].id, "street");
    EXPECT_TRUE(rules[0].other_desk && rules[0].asks_place && !rules[0].delicate);
    EXPECT_EQ(rules[0].questions.at(0).id, "since");
    EXPECT_EQ(rules[0].questions.at(0).options, (std::vector<std::string>{"today", "longer"}));
    EXPECT_TRUE(!rules[1].other_desk && rules[1].asks_place && rules[1].delicate);
    EXPECT_FALSE(rules[2].asks_place);
}

TEST(Subjects, AreFilledWithTheWordsOfThePlace) {
    auto read_file = read(kSampleSubjects);
    ASSERT_TRUE(read_file.subjects);
    Place place;
    place.town = "Emmen";

    read_file.subjects->fill(place, facts().words());

    EXPECT_EQ(read_file.subjects->all()[0].examples.in("en"), "A lamp in Emmen is broken.");
}

TEST(Subjects, NameEveryText) {
    auto const read_file = read(kSampleSubjects);
    ASSERT_TRUE(read_file.subjects);

    std::vector<std::string> names;
    read_file.subjects->each_text(
        [&](LocalText const&, std::string const& name) { names.push_back(name); });

    EXPECT_EQ(names.size(), 13U);
    EXPECT_EQ(names[0], "subject.street.name");
    EXPECT_EQ(names[3], "subject.street.since.today");
}

TEST(Subjects, LeaveOutAFaultyOneAndSaySo) {
    std::string const option =
        "{ id = \"today\", words = { nl = \"Vandaag\", en = \"Today\" } },\n";
    std::string const asked = "{ nl = \"Waar is het?\", en = \"Where is it?\" }, ";
    for (auto const& [from, to, cause] : {
             std::tuple<std::string, std::string, std::string>{"\"municipality\"", "\"mayor\"",
                                                               "no fact mayor"},
             {"[\"municipality\"]", "[]", "one fact or two"},
             {"[\"municipality\"]", "\"municipality\"", "a list"},
             {"icon = \"build\"", "icon = \"<b>\"", "icon"},
             {"icon = \"build\"\n", "", "icon is missing"},
             {"{ nl = \"Straat kapot\", ", "{ ", "no Dutch"},
             {"Straat kapot", "Straat kapot en vuil en donker en nog veel meer", "longer than 40"},
             {"Bel de gemeente.", "Bel 0900-8844.", "phone number"},
             {"{town}", "{mayor}", "{mayor}"},
             {"asks_place = true", "asks_place = 1", "true or false"},
             {"asks_place = true", "ask_place = true", "not a known key"},
             {"id = \"since\"", "id = \"Since\"", "small letters"},
             {"id = \"today\"", "id = \"longer\"", "same id"},
             {option, "", "two to five"},
             {option, option + option + option + option + option, "two to five"},
             {asked, "", "two lines to four"},
             {"[subject.desk]", "[[subject.desk]]", "a table"},
             {"[[subject.question]]", "[subject.question]", "a list of tables"},
             {"words = { nl = \"Sinds wanneer?\"",
              "words = { en = \"x\", de = \"y\" }\nw = { x = \"z\"", "not a known key"},
         }) {
        auto const spoiled = read(replaced(kSampleSubjects, from, to));
        ASSERT_TRUE(spoiled.subjects) << to_string(spoiled.subjects.error());
        EXPECT_EQ(spoiled.subjects->find("street"), nullptr) << cause;
        EXPECT_NE(spoiled.subjects->find("drugs"), nullptr) << cause;
        ASSERT_EQ(spoiled.problems.size(), 1U) << cause;
        EXPECT_NE(spoiled.problems[0].cause.find(cause), std::string::npos)
            << to_string(spoiled.problems[0]);
        EXPECT_GT(spoiled.problems[0].line, 1) << to_string(spoiled.problems[0]);
        EXPECT_EQ(spoiled.problems[0].weight, Weight::fault);
    }
}

TEST(Subjects, HaveAtMostThreeQuestionsOfDifferentNames) {
    std::string const begin = "[[subject.question]]\n";
    std::string const text(kSampleSubjects);
    std::string const question =
        text.substr(text.find(begin), text.find("[[subject]]\nid = \"drugs\"") - text.find(begin));
    std::string const second = replaced(question, "since", "second");
    std::string const third = replaced(question, "since", "third");
    std::string const fourth = replaced(question, "since", "fourth");

    auto const three = read(replaced(text, question, question + second + third));
    ASSERT_TRUE(three.subjects) << to_string(three.subjects.error());
    EXPECT_EQ(three.subjects->find("street")->questions.size(), 3U);

    EXPECT_EQ(read(replaced(text, question, question + question)).problems.size(), 1U);
    auto const four = read(replaced(text, question, question + second + third + fourth));
    EXPECT_EQ(four.problems.size(), 1U);
    EXPECT_EQ(four.subjects->find("street"), nullptr);
}

TEST(Subjects, AreRefusedAsAWhole) {
    std::string const other = "[[subject]]\nid = \"other\"\nicon = \"more_horiz\"\n"
                              "name = { nl = \"x\" }\nexamples = { nl = \"y\" }\n";
    std::string many;
    for (int i = 0; i < 10; ++i) {
        many += replaced(other, "other", "s" + std::to_string(i));
    }
    for (auto const& [text, cause] : {
             std::pair<std::string, std::string>{"", "empty"},
             {"# niets\n", "no subjects"},
             {"subject = 1\n", "list of tables"},
             {"[[subjects]]\n", "not a known key"},
             {many + other, "more than 10"},
             {replaced(kSampleSubjects, "id = \"other\"", "id = \"rest\""), "other"},
             {replaced(kSampleSubjects, "id = \"drugs\"", "id = \"street\""), "same id"},
             {replaced(kSampleSubjects, "{ nl = \"Iets anders\", ", "{ "), "no Dutch"},
             {replaced(kSampleSubjects, "[[subject]]", "[[subject"), "not TOML"},
         }) {
        auto const spoiled = read(text);
        ASSERT_FALSE(spoiled.subjects) << cause;
        EXPECT_NE(spoiled.subjects.error().cause.find(cause), std::string::npos)
            << to_string(spoiled.subjects.error());
    }
    EXPECT_TRUE(read(many.substr(0, many.find("[[subject]]\nid = \"s9\"")) + other).subjects)
        << "ten are taken";
}

TEST(Subjects, DoNotLookUpFactsThatCouldNotBeRead) {
    std::vector<Problem> problems;
    auto const text = replaced(kSampleSubjects, "\"municipality\"", "\"mayor\"");

    auto const subjects = Subjects::parse(text, kFile, nullptr, problems);

    ASSERT_TRUE(subjects);
    EXPECT_NE(subjects->find("street"), nullptr);
    EXPECT_TRUE(problems.empty());
}

TEST(Subjects, OfferTheirLargestFile) {
    std::string text;
    for (int i = 0; i < 10; ++i) {
        text += "[[subject]]\nid = \"" + (i < 9 ? "s" + std::to_string(i) : std::string("other")) +
                "\"\nicon = \"build\"\nname = { nl = \"x\" }\nexamples = { nl = \"y\" }\n";
        for (int q = 0; q < 3; ++q) {
            text += "[[subject.question]]\nid = \"q" + std::to_string(q) +
                    "\"\nwords = { nl = \"w\" }\n";
            for (int o = 0; o < 5; ++o) {
                text += "[[subject.question.option]]\nid = \"o" + std::to_string(o) +
                        "\"\nwords = { nl = \"w\" }\n";
            }
        }
    }

    auto const largest = read(text);

    ASSERT_TRUE(largest.subjects) << to_string(largest.subjects.error());
    EXPECT_TRUE(largest.problems.empty());
    EXPECT_EQ(largest.subjects->all()[8].questions[2].options.size(), 5U);
}

} // namespace
} // namespace inloop::pages
