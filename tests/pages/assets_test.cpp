// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/assets.h"
#include "tests/pages/samples.h"
#include "tests/support/asset_folder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>

namespace inloop::pages {
namespace {

using support::AssetFolder;

constexpr char const* kPilotFile = "pages/nl/pilot.md";

// Whether the page is the one that stands in for a page that cannot be read.
bool is_fallback(Page const* page) {
    return page != nullptr && page->blocks.size() == 3 &&
           std::holds_alternative<Notice>(page->blocks[0]) &&
           std::holds_alternative<FactReference>(page->blocks[1]) &&
           std::holds_alternative<FactReference>(page->blocks[2]);
}

// The line of the Dutch pilot page on which `text` stands.
int line_in_pilot(AssetFolder const& folder, std::string_view text) {
    std::string const content = folder.read(kPilotFile);
    std::size_t const at = content.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    return 1 + static_cast<int>(std::count(
                   content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// Loads a folder with one fault in the Dutch pilot page and expects only that page to be replaced.
void expect_fallback(AssetFolder const& folder, int line, std::string_view cause) {
    auto const assets = load_assets(folder.path());
    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_TRUE(is_fallback(assets->page("nl", kPilotPage))) << cause;
    EXPECT_FALSE(is_fallback(assets->page("en", kPilotPage)));
    EXPECT_FALSE(is_fallback(assets->page("nl", kYourMessagePage)));
    ASSERT_EQ(assets->problems.size(), 1U) << cause;
    EXPECT_TRUE(assets->problems[0].file.ends_with(kPilotFile));
    EXPECT_EQ(assets->problems[0].line, line) << to_string(assets->problems[0]);
    EXPECT_NE(assets->problems[0].cause.find(cause), std::string::npos)
        << to_string(assets->problems[0]);
}

TEST(Assets, LoadWithoutProblems) {
    AssetFolder const folder;
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_TRUE(assets->problems.empty());
    ASSERT_EQ(assets->languages.size(), 2U);
    EXPECT_EQ(assets->languages[0].code, "nl");
    EXPECT_EQ(assets->page("en", kPilotPage)->title, "About this place");
    EXPECT_EQ(assets->page("pl", kPilotPage)->title, "Over deze plek") << "Dutch stands in";
    EXPECT_EQ(assets->page("nl", "nothing"), nullptr);
    EXPECT_EQ(assets->phrases_in("pl").language().code, "nl");
    EXPECT_TRUE(std::filesystem::exists(assets->picture("street.png")));
}

TEST(Assets, HaveSubjectsAndAMap) {
    AssetFolder const folder;
    folder.write("subjects.toml", kSampleSubjects);
    folder.write("place.geojson", kSampleMap);
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_EQ(assets->subjects.all().size(), 3U);
    EXPECT_EQ(assets->subjects.find("street")->examples.in("nl"), "Een lamp in Assen is stuk.");
    EXPECT_NE(assets->map.find("cross"), nullptr);
}

TEST(Assets, LeaveOutAFaultySubject) {
    AssetFolder const folder;
    folder.write("subjects.toml", replaced(kSampleSubjects, "\"municipality\"", "\"mayor\""));
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_EQ(assets->subjects.find("street"), nullptr);
    EXPECT_EQ(assets->subjects.all().size(), 2U);
    ASSERT_EQ(assets->problems.size(), 1U);
    EXPECT_EQ(assets->problems[0].weight, Weight::fault);
}

// Writes a page of that id and order; without a place in the list when it is 0.
void write_page(AssetFolder const& folder, std::string const& language, std::string const& id,
                int order) {
    folder.write("pages/" + language + "/" + id + ".md",
                 "+++\nid = \"" + id + "\"\ntitle = \"" + language + "\"\nicon = \"link\"\n" +
                     (order > 0 ? "order = " + std::to_string(order) + "\n" : "") +
                     "+++\nTekst.\n");
}

TEST(Assets, ListPagesInTheOrderOfTheDutchOnes) {
    AssetFolder const folder;
    folder.remove("pages");
    write_page(folder, "nl", "first", 1);
    write_page(folder, "nl", "third", 30);
    write_page(folder, "nl", "second", 2);
    write_page(folder, "nl", "same", 2);
    write_page(folder, "nl", "unlisted", 0);
    write_page(folder, "en", "third", 1);
    write_page(folder, "en", "first", 0);
    auto const assets = load_assets(folder.path());
    ASSERT_TRUE(assets) << assets.error().message;
    auto const listed = [&](std::string_view language) {
        std::string out;
        for (Page const* page : assets->listed_pages(language)) {
            out += page->id + "." + page->language + " ";
        }
        return out;
    };

    EXPECT_EQ(listed("nl"), "first.nl same.nl second.nl third.nl ");
    EXPECT_EQ(listed("en"), "first.en same.nl second.nl third.en ");
    EXPECT_EQ(listed("pl"), listed("nl"));
}

TEST(Assets, FillThePlaceIntoPages) {
    AssetFolder const folder;
    folder.replace("place.toml", "Henk Thijs", "Ans de Vries");
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets);
    std::string text;
    for (RichText const& part : texts_of(*assets->page("nl", kPilotPage))) {
        text += plain_text(part);
    }
    EXPECT_NE(text.find("Ans de Vries"), std::string::npos);
    EXPECT_EQ(text.find('{'), std::string::npos);
}

// A site that wrote its own Dutch pilot page, and one page more.
class SiteFolder {
public:
    explicit SiteFolder(std::string const& pilot) {
        std::filesystem::create_directories(m_scratch / "pages/nl");
        write(kPilotFile, pilot);
    }
    void write(std::string const& file, std::string_view content) const {
        std::ofstream(m_scratch / file, std::ios::binary) << content;
    }
    [[nodiscard]] std::filesystem::path path() const { return m_scratch.path(); }

private:
    support::Scratch m_scratch;
};

std::string with_title(std::string page, std::string_view title) {
    std::size_t const at = page.find("title = ");
    return page.replace(at, page.find('\n', at) - at, "title = \"" + std::string(title) + '"');
}

TEST(Assets, PutAPageOfTheSiteBeforeTheShippedOne) {
    AssetFolder const folder;
    SiteFolder const site(with_title(folder.read(kPilotFile), "Van ons"));
    site.write("pages/nl/extra.md", "+++\nid = \"extra\"\ntitle = \"Extra\"\nicon = \"place\"\n"
                                    "order = 99\n+++\n\nKom langs.\n");
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_EQ(assets->page("nl", kPilotPage)->title, "Van ons");
    EXPECT_EQ(assets->page("en", kPilotPage)->title, "About this place") << "not of the site";
    EXPECT_EQ(assets->listed_pages("nl").back()->id, "extra");
    EXPECT_EQ(load_assets(folder.path(), "")->page("nl", kPilotPage)->title, "Over deze plek");
}

TEST(Assets, ShowTheShippedPageWhereThatOfTheSiteIsFaulty) {
    AssetFolder const folder;
    SiteFolder const site("<script>x</script>");
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets);
    EXPECT_EQ(assets->page("nl", kPilotPage)->title, "Over deze plek");
    ASSERT_EQ(assets->problems.size(), 1U);
    EXPECT_EQ(assets->problems[0].file, (site.path() / kPilotFile).string());
}

TEST(Assets, ShowTheShippedPageWhereThatOfTheSiteWasTakenAway) {
    AssetFolder const folder;
    SiteFolder const site("");
    site.write("pages/nl/extra.md", "");
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets);
    EXPECT_TRUE(assets->problems.empty());
    EXPECT_EQ(assets->page("nl", kPilotPage)->title, "Over deze plek");
    EXPECT_EQ(assets->page("nl", "extra"), nullptr);
}

TEST(Assets, LookForAPictureAtTheSiteFirst) {
    AssetFolder const folder;
    SiteFolder const site("");
    std::filesystem::create_directory(site.path() / "pictures");
    site.write("pictures/own.png", "x");
    site.write("pictures/street.png", "");
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets);
    EXPECT_EQ(assets->picture("own.png"), site.path() / "pictures/own.png");
    EXPECT_EQ(assets->picture("street.png"), folder.path() / "pictures/street.png");
    EXPECT_EQ(assets->picture("other.png"), folder.path() / "pictures/other.png");
}

constexpr std::string_view kSiteFacts =
    "[fact.police-not-urgent]\nlabel = { nl = \"Politie\", en = \"Police\" }\nvalue = "
    "\"0900-1234\"\n"
    "note = { nl = \"Overdag.\", en = \"By day.\" }\nchecked_by = \"Ans\"\n"
    "checked_on = 2026-11-01\nexpires_on = 2027-11-01\n\n"
    "[fact.emergency]\nlabel = { nl = \"Spoed\", en = \"Emergency\" }\nvalue = \"112\"\n"
    "note = { nl = \"Nu.\", en = \"Now.\" }\nchecked_by = \"Ans\"\n"
    "checked_on = 2026-11-01\nexpires_on = 2027-11-01\n";

std::string value_of(Assets const& assets, std::string_view fact) {
    Fact const* const found = assets.facts.find(fact);
    return found != nullptr ? found->value : "none";
}

TEST(Assets, PutFactsOfTheSiteBeforeTheShippedOnes) {
    AssetFolder const folder;
    SiteFolder const site("");
    site.write("facts.toml", kSiteFacts);
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_TRUE(assets->problems.empty());
    EXPECT_EQ(value_of(*assets, kNotUrgentFact), "0900-1234");
    EXPECT_EQ(assets->facts.words().front().second, "0900-1234") << "what texts call {number}";
    EXPECT_EQ(value_of(*assets, "police-website"), "politie.nl") << "only shipped, and shown";
    EXPECT_EQ(value_of(*load_assets(folder.path()), kNotUrgentFact), "0900-8844");
}

TEST(Assets, ShowTheShippedFactsWhereThoseOfTheSiteAreFaulty) {
    AssetFolder const folder;
    SiteFolder const site("");
    std::string const good(kSiteFacts);
    std::string dates = good;
    dates.replace(dates.rfind("2027"), 4, "2020");
    std::string emergency = good; // a wrong one costs a life
    emergency.replace(emergency.find("112"), 3, "911");
    std::string const one_more = good + "\n[fact.other]\nvalue = \"1\"\n";
    for (std::string const& bad :
         {good.substr(0, good.find("[fact.emergency]")), dates, emergency, one_more, good + "[[",
          std::string("x"), std::string("\xFF"), good + std::string(70'000, '#')}) {
        site.write("facts.toml", bad);
        auto const assets = load_assets(folder.path(), site.path());
        ASSERT_TRUE(assets) << assets.error().message;
        EXPECT_EQ(value_of(*assets, kNotUrgentFact), "0900-8844");
        ASSERT_EQ(assets->problems.size(), 1U) << bad;
        EXPECT_EQ(assets->problems[0].file, (site.path() / "facts.toml").string());
        EXPECT_EQ(assets->problems[0].weight, Weight::fault) << "a kiosk keeps its last good ones";
    }
    site.write("facts.toml", ""); // taken away
    auto const assets = load_assets(folder.path(), site.path());
    ASSERT_TRUE(assets);
    EXPECT_TRUE(assets->problems.empty());
    EXPECT_EQ(value_of(*assets, kNotUrgentFact), "0900-8844");
}

TEST(Assets, SayWhichTranslationOfASitesFactIsMissing) {
    AssetFolder const folder;
    SiteFolder const site("");
    std::string facts(kSiteFacts);
    facts.replace(facts.find(", en = \"Police\""), std::string_view(", en = \"Police\"").size(),
                  "");
    site.write("facts.toml", facts);
    auto const assets = load_assets(folder.path(), site.path());

    ASSERT_TRUE(assets);
    EXPECT_EQ(value_of(*assets, kNotUrgentFact), "0900-1234");
    ASSERT_EQ(assets->problems.size(), 1U);
    EXPECT_EQ(assets->problems[0].file, (site.path() / "facts.toml").string());
    EXPECT_EQ(assets->problems[0].weight, Weight::remark);
}

TEST(Assets, ReplaceAFaultyPageByOneWithTheNumbers) {
    AssetFolder const folder;
    folder.replace(kPilotFile, "## Waarom", "<script>x</script>\n\n## Waarom");
    expect_fallback(folder, line_in_pilot(folder, "<script>"), "HTML");

    auto const assets = load_assets(folder.path());
    Page const* page = assets->page("nl", kPilotPage);
    EXPECT_EQ(page->title, "Informatie over deze plek");
    EXPECT_EQ(plain_text(std::get<Notice>(page->blocks[0]).text),
              "Deze pagina is nu niet te lezen.");
    EXPECT_EQ(std::get<FactReference>(page->blocks[1]).id, kNotUrgentFact);
    EXPECT_EQ(std::get<FactReference>(page->blocks[2]).id, kEmergencyFact);
}

TEST(Assets, ReplaceAPageThatIsMissingEmptyCutHugeOrWronglyEncoded) {
    AssetFolder const folder;
    std::string const good = folder.read(kPilotFile);

    folder.write(kPilotFile, "");
    expect_fallback(folder, 0, "empty");
    folder.write(kPilotFile, good.substr(0, 30));
    expect_fallback(folder, 1, "second line +++");
    folder.write(kPilotFile, good + std::string(1'048'576, 'x'));
    expect_fallback(folder, 0, "32 KiB");
    folder.write(kPilotFile, good + "Caf\xE9\n");
    expect_fallback(folder, line_in_pilot(folder, "Caf"), "UTF-8");
    folder.remove(kPilotFile);
    expect_fallback(folder, 0, "not there");
    std::filesystem::create_directory(folder.path() / kPilotFile);
    expect_fallback(folder, 0, "not a plain file");
}

TEST(Assets, ReplaceAPageThatNamesAPictureOrFactThatIsNotThere) {
    AssetFolder const folder;
    folder.replace(kPilotFile, "{fact: address}", "{fact: adress}");
    expect_fallback(folder, line_in_pilot(folder, "adress"), "no fact adress");
    folder.replace(kPilotFile, "{fact: adress}", "{fact: address}");
    folder.replace(kPilotFile, "street.png", "streat.png");
    expect_fallback(folder, line_in_pilot(folder, "streat"), "picture streat.png");
    folder.write("pictures/streat.png", "not a picture");
    expect_fallback(folder, line_in_pilot(folder, "streat"), "no whole PNG");
}

TEST(Assets, OfferOnlyLanguagesWhoseStringsAreRight) {
    AssetFolder const folder;
    folder.replace("strings/en.toml", "back = \"Back\"", "back = \"\"");
    folder.write("strings/de.toml", "ga\xE4");
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    ASSERT_EQ(assets->languages.size(), 1U);
    EXPECT_EQ(assets->languages[0].code, "nl");
    EXPECT_EQ(assets->problems.size(), 2U);
}

TEST(Assets, SayWhatIsNotTranslatedAndShowDutch) {
    AssetFolder const folder;
    folder.replace("facts.toml", ", en = \"Municipality of Assen\"", "");
    folder.replace("place.toml", "en = \"Assen town centre\"\n", "");
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    ASSERT_EQ(assets->problems.size(), 2U);
    EXPECT_EQ(assets->problems[0].weight, Weight::remark);
    EXPECT_EQ(assets->problems[1].weight, Weight::remark);
    EXPECT_EQ(assets->facts.find("municipality")->label.in("en"), "Gemeente Assen");
}

TEST(Assets, TakeANewLanguageFromItsFileAlone) {
    AssetFolder const folder;
    folder.write("strings/de.toml", folder.read("strings/en.toml"));
    folder.replace("strings/de.toml", "order = 2", "order = 3");
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    ASSERT_EQ(assets->languages.size(), 3U);
    EXPECT_EQ(assets->languages[2].code, "de");
    EXPECT_EQ(assets->page("de", kPilotPage)->language, "nl") << "its pages are still missing";
    EXPECT_FALSE(assets->problems.empty());
}

TEST(Assets, ShowDutchForAPageThatIsNotTranslated) {
    AssetFolder const folder;
    folder.remove("pages/en/pilot.md");
    folder.write("pages/nl/new.md",
                 "+++\nid = \"new\"\ntitle = \"Nieuw\"\nicon = \"link\"\n+++\nTekst.\n");
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_EQ(assets->page("en", kPilotPage)->title, "Over deze plek");
    EXPECT_EQ(assets->page("en", "new")->language, "nl");
    ASSERT_EQ(assets->problems.size(), 2U);
    EXPECT_TRUE(
        std::any_of(assets->problems.begin(), assets->problems.end(),
                    [](Problem const& one) { return one.file.ends_with("pages/en/pilot.md"); }));
    EXPECT_EQ(assets->problems[0].weight, Weight::remark);
}

TEST(Assets, PassOverAFileThatIsNoLanguage) {
    AssetFolder const folder;
    folder.write("strings/nl (copy).toml", folder.read("strings/nl.toml"));
    auto const assets = load_assets(folder.path());

    ASSERT_TRUE(assets) << assets.error().message;
    EXPECT_EQ(assets->languages.size(), 2U);
    EXPECT_EQ(assets->problems.size(), 1U);
}

TEST(Assets, AreAnErrorWhenThePartsWeCannotDoWithoutAreWrong) {
    for (std::string const file :
         {"place.toml", "facts.toml", "fonts.toml", "strings/nl.toml", "subjects.toml"}) {
        AssetFolder const folder;
        std::string const good = folder.read(file);
        for (std::string const& bad :
             {std::string(), good.substr(0, good.find("= ") + 3), std::string("\xFF\xFE") + good,
              good + std::string(1'048'576, '#')}) {
            folder.write(file, bad);
            auto const assets = load_assets(folder.path());
            ASSERT_FALSE(assets) << file;
            EXPECT_NE(assets.error().message.find(file), std::string::npos)
                << assets.error().message;
            EXPECT_NE(assets.error().message.find("Mend: "), std::string::npos);
        }
        folder.write(file, good);
        EXPECT_TRUE(load_assets(folder.path())) << file;
        folder.remove(file);
        auto const without = load_assets(folder.path());
        ASSERT_FALSE(without) << file;
        EXPECT_EQ(without.error().code, ErrorCode::not_found);
    }
    EXPECT_FALSE(load_assets("/nowhere"));
}

TEST(Assets, AreAnErrorWhenTheMapIsWrong) {
    AssetFolder const folder;
    for (std::string const& bad : {std::string(), std::string(kSampleMap).substr(0, 200),
                                   replaced(kSampleMap, "\"kiosk\"", "\"kiosc\"")}) {
        folder.write("place.geojson", bad);
        auto const assets = load_assets(folder.path());
        ASSERT_FALSE(assets) << bad;
        EXPECT_NE(assets.error().message.find("place.geojson"), std::string::npos);
    }
    folder.write("place.geojson", kSampleMap);
    EXPECT_TRUE(load_assets(folder.path()));
}

} // namespace
} // namespace inloop::pages
