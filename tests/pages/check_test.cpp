// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/assets.h"
#include "kiosk/pages/check.h"
#include "tests/pages/samples.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day kToday = 2026y / 11 / 24;
constexpr char const* kFacts = "facts.toml";

// A small folder of assets without a single mistake, with the strings and fonts that are shipped
// made plain.
class CheckAssets : public testing::Test {
protected:
    CheckAssets() {
        m_folder.remove("pages");
        m_folder.remove("pictures");
        m_folder.write("subjects.toml", kSampleSubjects);
        m_folder.write("place.geojson", kSampleMap);
        m_folder.write(kFacts, facts());
        for (std::string const language : {"nl", "en"}) {
            for (std::string_view const id : {kPilotPage, kWhoSolvesPage, kYourMessagePage}) {
                write_page(language, std::string(id), "Tekst.");
            }
        }
        m_before = check();
    }

    static std::string facts() {
        std::string text;
        for (auto const& [id, value] : {std::pair{"emergency", "112"},
                                        {"police-not-urgent", "0900-8844"},
                                        {"municipality", "14 0592"},
                                        {"anonymous", "0800-7000"}}) {
            text += "[fact." + std::string(id) +
                    "]\nlabel = { nl = \"a\", en = \"a\" }\nvalue = \"" + value +
                    "\"\nnote = { nl = \"b\", en = \"b\" }\nchecked_by = \"c\"\n" +
                    "checked_on = 2026-01-31\nexpires_on = 2027-01-31\n";
        }
        return text;
    }

    void write_page(std::string const& language, std::string const& id, std::string const& body,
                    std::string const& more = "") {
        m_folder.write("pages/" + language + "/" + id + ".md",
                       "+++\nid = \"" + id + "\"\ntitle = \"Titel\"\nicon = \"link\"\n" + more +
                           "+++\n" + body + "\n");
    }

    [[nodiscard]] std::vector<Problem> check(std::chrono::year_month_day today = kToday) const {
        return check_assets(m_folder.path(), today);
    }

    // What the check says that it did not say before the test spoiled something.
    [[nodiscard]] std::vector<Problem> news() const {
        std::vector<Problem> fresh;
        for (Problem const& problem : check()) {
            if (std::find(m_before.begin(), m_before.end(), problem) == m_before.end()) {
                fresh.push_back(problem);
            }
        }
        return fresh;
    }

    void expect_one(std::string_view file, int line, std::string_view cause, Weight weight) const {
        auto const fresh = news();
        ASSERT_EQ(fresh.size(), 1U) << cause << listed(fresh);
        EXPECT_TRUE(fresh[0].file.ends_with(file)) << to_string(fresh[0]);
        EXPECT_EQ(fresh[0].line, line) << to_string(fresh[0]);
        EXPECT_NE(fresh[0].cause.find(cause), std::string::npos) << to_string(fresh[0]);
        EXPECT_FALSE(fresh[0].mend.empty());
        EXPECT_EQ(fresh[0].weight, weight) << to_string(fresh[0]);
    }

    static std::string listed(std::vector<Problem> const& problems) {
        std::string out;
        for (Problem const& problem : problems) {
            out += "\n" + to_string(problem);
        }
        return out;
    }

    support::AssetFolder m_folder;
    std::vector<Problem> m_before;
};

TEST_F(CheckAssets, FindsNothingInAGoodFolder) {
    for (Problem const& problem : m_before) {
        // The wording of the shipped strings is looked at in tests/assets.
        EXPECT_NE(problem.file.find("strings/"), std::string::npos) << to_string(problem);
        EXPECT_EQ(problem.weight, Weight::remark) << to_string(problem);
    }
}

TEST_F(CheckAssets, FindsAllFaultsOfAllFilesInTheirOrder) {
    m_folder.replace("place.toml", "town = ", "city = ");
    m_folder.replace(kFacts, "value = \"14 0592\"", "value = 3");
    m_folder.replace("place.geojson", "\"kind\": \"water\"", "\"kind\": \"fire\"");
    m_folder.replace("place.geojson", "\"id\": \"cross\"", "\"id\": \"!\"");
    m_folder.replace("strings/nl.toml", "back = ", "bck = ");
    m_folder.replace("strings/nl.toml", "wipe = ", "wpe = ");
    m_folder.replace("fonts.toml", "[[icons]]", "[[icon]]");
    write_page("nl", "pilot", "<b>vet</b>");
    write_page("en", "pilot", "[x](y)");

    auto const all = check();

    std::vector<std::string> faults;
    for (Problem const& problem : all) {
        if (problem.weight == Weight::fault) {
            faults.push_back(problem.file.substr(m_folder.path().string().size() + 1));
        }
    }
    EXPECT_EQ(faults,
              (std::vector<std::string>{"facts.toml", "fonts.toml", "pages/en/pilot.md",
                                        "pages/nl/pilot.md", "place.geojson", "place.geojson",
                                        "place.toml", "strings/nl.toml", "strings/nl.toml",
                                        "strings/nl.toml", "strings/nl.toml", "subjects.toml"}))
        << listed(all);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](Problem const& a, Problem const& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    }));
}

TEST_F(CheckAssets, DoesNotBlameOthersForFactsThatCannotBeRead) {
    write_page("nl", "pilot", "{fact: municipality}");
    write_page("en", "pilot", "{fact: municipality}");
    m_folder.replace(kFacts, "[fact.emergency]", "[fact.emergency");

    expect_one(kFacts, 1, "not TOML", Weight::fault);
}

TEST_F(CheckAssets, FindsAKeyThatIsMissingAndOneThatIsUnknown) {
    std::string const strings = m_folder.read("strings/en.toml");
    m_folder.replace("strings/en.toml", "back = ", "bakc = ");

    auto const fresh = news();

    ASSERT_EQ(fresh.size(), 2U) << listed(fresh);
    EXPECT_EQ(fresh[0].line, line_of(strings, "[bar]"));
    EXPECT_NE(fresh[0].cause.find("bar.back is missing"), std::string::npos);
    EXPECT_EQ(fresh[1].line, line_of(strings, "back = "));
    EXPECT_NE(fresh[1].cause.find("bar.bakc is not a known key"), std::string::npos);
}

TEST_F(CheckAssets, FindsAMissingTranslation) {
    m_folder.remove("pages/en/pilot.md");
    expect_one("pages/en/pilot.md", 0, "not translated", Weight::remark);
    write_page("en", "pilot", "Text.");

    m_folder.replace("subjects.toml", ", en = \"Drugs\"", "");
    expect_one("subjects.toml", line_of(kSampleSubjects, "\"Drugs\""), "no text in en",
               Weight::remark);
    m_folder.write("subjects.toml", kSampleSubjects);

    m_folder.replace(kFacts, ", en = \"a\"", "");
    expect_one(kFacts, 2, "fact.emergency.label has no text in en", Weight::remark);
    m_folder.write(kFacts, facts());

    m_folder.replace("subjects.toml", "en = \"Drugs\"", "en = \"Drugs\", nll = \"Drugs\"");
    expect_one("subjects.toml", line_of(kSampleSubjects, "\"Drugs\""), "which no screen shows",
               Weight::remark);
}

TEST_F(CheckAssets, FindsAPageThatIsNotInDutchOrOfNoLanguage) {
    write_page("en", "extra", "Text.");
    expect_one("pages/en/extra.md", 0, "not there in Dutch", Weight::remark);
    m_folder.remove("pages/en/extra.md");

    write_page("de", "pilot", "Text.");
    expect_one("pages/de", 0, "strings/de.toml", Weight::fault);
    m_folder.remove("pages/de");

    m_folder.remove("pages/nl/pilot.md");
    m_folder.remove("pages/en/pilot.md");
    expect_one("pages/nl/pilot.md", 0, "home screen", Weight::fault);
}

TEST_F(CheckAssets, FindsFilesThatNothingReads) {
    m_folder.write("pages/nl/pilot.md~", "x");
    expect_one("pages/nl/pilot.md~", 0, "nothing reads", Weight::remark);
    m_folder.remove("pages/nl/pilot.md~");
    m_folder.write("strings/nl.toml.orig", "x");
    expect_one("strings/nl.toml.orig", 0, "nothing reads", Weight::remark);
    m_folder.remove("strings/nl.toml.orig");
    m_folder.write("strings/nl (copy).toml", "x");
    expect_one("strings/nl (copy).toml", 0, "code of a language", Weight::fault);
}

TEST_F(CheckAssets, FindsADeadPictureAndOneNobodyShows) {
    write_page("nl", "pilot", "Tekst.\n\n![Een straat](street.png)");
    expect_one("pages/nl/pilot.md", 8, "street.png", Weight::fault);

    m_folder.write("pictures/street.png",
                   support::content_of(support::shipped_assets() / "pictures/street.png"));
    EXPECT_TRUE(news().empty()) << listed(news());

    write_page("nl", "pilot", "Tekst.");
    expect_one("pictures/street.png", 0, "no page shows", Weight::remark);
}

TEST_F(CheckAssets, FindsAPageWhoseNameIsNotThatOfItsFile) {
    m_folder.replace("pages/nl/pilot.md", "id = \"pilot\"", "id = \"proef\"");
    expect_one("pages/nl/pilot.md", 2, "id is not the name", Weight::fault);
}

TEST_F(CheckAssets, FindsAnOrderThatDiffers) {
    write_page("nl", "pilot", "Tekst.", "order = 3\n");
    expect_one("pages/en/pilot.md", 0, "order", Weight::remark);
    write_page("en", "pilot", "Text.", "order = 3\n");
    EXPECT_TRUE(news().empty());
}

TEST_F(CheckAssets, FindsFactsPastTheirDate) {
    auto const on = [&](std::chrono::year_month_day today) {
        std::string found;
        for (Problem const& problem : check(today)) {
            EXPECT_EQ(problem.weight, Weight::remark);
            found += problem.file.ends_with(kFacts) ? problem.cause + "; " : "";
        }
        return found;
    };

    EXPECT_EQ(on(2026y / 12 / 31), "");
    EXPECT_NE(on(2027y / 1 / 1).find("emergency expires soon, on 2027-01-31"), std::string::npos);
    EXPECT_NE(on(2027y / 1 / 31).find("expires soon"), std::string::npos);
    EXPECT_NE(on(2027y / 2 / 1).find("municipality expired on 2027-01-31"), std::string::npos);
    EXPECT_NE(on(1970y / 1 / 1).find("still to come"), std::string::npos);
    EXPECT_NE(on(9999y / 12 / 31).find("expired"), std::string::npos);
    m_folder.replace(kFacts, "expires_on = 2027-01-31", "expires_on = 9999-12-31");
    EXPECT_NE(on(kToday).find("more than 10 years"), std::string::npos);
}

TEST_F(CheckAssets, FindsAFactNobodyShows) {
    m_folder.write(kFacts, facts() + "[fact.extra]\nlabel = { nl = \"a\", en = \"a\" }\n"
                                     "value = \"x\"\nnote = { nl = \"b\", en = \"b\" }\n"
                                     "checked_by = \"c\"\nchecked_on = 2026-01-31\n"
                                     "expires_on = 2027-01-31\n");
    expect_one(kFacts, line_of(m_folder.read(kFacts), "[fact.extra]"), "nothing shows fact.extra",
               Weight::remark);

    write_page("en", "pilot", "{fact: extra}");
    EXPECT_TRUE(news().empty()) << "a page of one language is enough";
}

TEST_F(CheckAssets, FindsThatTheFactForWhoFearsToBeRecognisedIsMissing) {
    m_folder.write(kFacts, facts().substr(0, facts().find("[fact.anonymous]")));
    expect_one(kFacts, 0, "fact.anonymous is missing", Weight::fault);
}

TEST_F(CheckAssets, FindsTextsThatAreHardToRead) {
    write_page("nl", "pilot", "Goed.\n\n- Kort.\n- Uw bericht wordt gelezen.");
    expect_one("pages/nl/pilot.md", 8, "does not say who does it", Weight::remark);
    write_page("nl", "pilot", "Tekst.");

    m_folder.replace("subjects.toml", "U ziet handel.", "U ziet tevens handel.");
    expect_one("subjects.toml", line_of(kSampleSubjects, "U ziet handel."), "tevens: ook",
               Weight::remark);
    m_folder.write("subjects.toml", kSampleSubjects);

    m_folder.replace("strings/nl.toml", "back = \"Terug\"", "back = \"**Thans** terug\"");
    expect_one("strings/nl.toml", line_of(m_folder.read("strings/nl.toml"), "Thans"), "thans: nu",
               Weight::remark);
}

TEST_F(CheckAssets, AllowsNamesOfStreetsAsLongAsTheyAre) {
    write_page("nl", "pilot", "De Burgemeesterjohannesstraat.");
    expect_one("pages/nl/pilot.md", 6, "22 letters", Weight::remark);

    m_folder.replace("place.geojson", "Lange straat", "Burgemeesterjohannesstraat");
    EXPECT_TRUE(news().empty()) << listed(news());
}

TEST(CheckAssetsOfNothing, NamesEveryFileThatIsMissing) {
    auto const problems = check_assets("/nowhere", kToday);

    std::vector<std::string> files;
    for (Problem const& problem : problems) {
        files.push_back(problem.file);
        EXPECT_EQ(problem.code, ErrorCode::not_found);
    }
    EXPECT_EQ(files,
              (std::vector<std::string>{
                  "/nowhere/facts.toml", "/nowhere/fonts.toml", "/nowhere/pages/nl/pilot.md",
                  "/nowhere/pages/nl/who-solves-what.md", "/nowhere/pages/nl/your-message.md",
                  "/nowhere/place.geojson", "/nowhere/place.toml", "/nowhere/strings/nl.toml",
                  "/nowhere/subjects.toml"}));
}

} // namespace
} // namespace inloop::pages
