// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/pages/tuning.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using support::must;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class PageCheckTest : public testing::Test {
protected:
    PageCheck check(std::string_view body, std::string_view title = "Titel") {
        return must(check_page(rig.editing, kPilot,
                               {.title = std::string(title), .body = std::string(body)}));
    }
    void expect_fault(std::string_view body, int line, std::string const& cause) {
        auto const found = check(body).faults;
        ASSERT_THAT(found, SizeIs(1)) << body;
        EXPECT_EQ(found[0].line, line) << body;
        EXPECT_EQ(found[0].file, "pages/nl/pilot.md");
        EXPECT_THAT(found[0].cause, HasSubstr(cause)) << body;
    }
    EditingRig rig;
};

TEST_F(PageCheckTest, FindsNothingWrongWithAGoodPage) {
    auto const found =
        check("## Kom binnen\n\n- Thee\n- Koffie\n\n> Let op.\n\n{fact: emergency}\n\n"
              "![Een straat](street.png)\n\n{show: shifts}\n\nBel **{number}**.");
    EXPECT_THAT(found.faults, IsEmpty());
    EXPECT_THAT(found.hints, IsEmpty());
}

TEST_F(PageCheckTest, TellsTheLineOfTheBody) {
    expect_fault("Een <b>woord</b>.", 1, "HTML");
    expect_fault("Een\n\n[link](https://example.org)\n", 3, "links");
    expect_fault("Een\r\n\r\n| a |\r\n|---|\r\n", 3, "tables");
    expect_fault("Een\n\nBel 06 12345678.", 3, "phone number");
    expect_fault("Een {woord}.", 1, "{woord}");
    expect_fault("\n\n# Te groot", 3, "heading");
    expect_fault("Een\n\n{fact: gone}", 3, "no fact gone");
    expect_fault("Een\n\n![Straat](gone.png)\n", 3, "the picture gone.png");
    expect_fault("Een\n\n![Bel 06 12345678](street.png)\n", 3, "phone number");
    expect_fault("Een\n\n\x01", 3, "control character");
    expect_fault("Een\n\n\xFF", 3, "UTF-8");
}

TEST_F(PageCheckTest, TellsNoLineForTheTitleOrTheWhole) {
    expect_fault("", 0, "no text");
    expect_fault(std::string(pages::kPageBytes, 'x'), 0, "32 KiB");
    for (std::string const& title :
         {std::string(), std::string(" \t"), std::string("\u200B"), std::string(61, 'x'),
          std::string("Bel 06 12345678"), std::string("{woord}"), std::string("a\nb"),
          std::string("a\x01"), std::string("\xFF")}) {
        auto const found = check("Een.", title).faults;
        ASSERT_THAT(found, SizeIs(1)) << title;
        EXPECT_EQ(found[0].line, 0) << title;
    }
    EXPECT_THAT(check("Een.", std::string(60, 'x')).faults, IsEmpty());
}

TEST_F(PageCheckTest, TellsFaultsOfTitleAndBodyAtOnce) {
    auto const found = check("Een\n\n{fact: gone}\n\n![Straat](gone.png)", "").faults;

    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].line, 0);
    EXPECT_EQ(found[1].line, 3);
    EXPECT_EQ(found[2].line, 5);
}

TEST_F(PageCheckTest, CountsTheHeadToTheLengthOfThePage) {
    std::string const body = "x " + std::string(pages::kPageBytes - 110, 'x');
    EXPECT_THAT(check(body, "T").faults, IsEmpty()) << "the control";
    auto const found = check(body, std::string(60, 'x')).faults;
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].line, 0);
}

TEST_F(PageCheckTest, KnowsPicturesAndFactsOfTheSite) {
    auto const name = done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    EXPECT_THAT(check("![Een bankje](" + name + ")").faults, IsEmpty());
    EXPECT_THAT(check("{fact: library}").faults, SizeIs(1));

    rig.put_document("facts.toml", R"(
[fact.emergency]
label = { nl = "Spoed" }
value = "112"
note = { nl = "Nu." }
checked_by = "Piet"
checked_on = 2024-06-01
expires_on = 2025-06-01
[fact.police-not-urgent]
label = { nl = "Politie" }
value = "0900-8844"
note = { nl = "Later." }
checked_by = "Piet"
checked_on = 2024-06-01
expires_on = 2025-06-01
[fact.library]
label = { nl = "Bibliotheek" }
value = "088 0128000"
note = { nl = "Om te lezen." }
checked_by = "Piet"
checked_on = 2024-06-01
expires_on = 2025-06-01
)");

    EXPECT_THAT(check("{fact: library}").faults, IsEmpty());
    EXPECT_THAT(check("{fact: municipality}").faults, IsEmpty())
        << "what is shipped and not in the list of the site";
}

TEST_F(PageCheckTest, HintsAtHardTextsWithoutRefusingThem) {
    std::string sentence;
    for (int word = 0; word < 25; ++word) {
        sentence += "woord ";
    }
    auto const found =
        check(sentence + ".\n\n![Een verantwoordelijkheidsgevoelig bankje](street.png)",
              "Betreffende Rolderstraat");

    EXPECT_THAT(found.faults, IsEmpty());
    ASSERT_THAT(found.hints, SizeIs(3));
    EXPECT_EQ(found.hints[0].hint, pages::Hint::hard_word);
    EXPECT_EQ(found.hints[1].hint, pages::Hint::long_sentence);
    EXPECT_EQ(found.hints[2].hint, pages::Hint::long_word);
}

TEST_F(PageCheckTest, ReadsTheBodyAsWordsHoweverItBegins) {
    for (std::string const& body : {std::string("+++\nid = \"when\"\n+++\nTekst."),
                                    std::string("Een\n+++\nTwee"), std::string("\n+++\n\nEen")}) {
        std::string const file =
            must(page_file(rig.editing, kPilot, {.title = "Titel", .body = body}));
        auto const page = pages::parse_page(file, "pages/nl/pilot.md");
        ASSERT_TRUE(page) << body;
        EXPECT_EQ(page->id, "pilot");
        EXPECT_EQ(page->title, "Titel");
        EXPECT_THAT(pages::plain_text(pages::texts_of(*page)[0]), HasSubstr("+++"));
    }
}

TEST_F(PageCheckTest, ReadsATitleAsWordsWhateverItHolds) {
    for (std::string const& title :
         {std::string(R"("Wie" zegt dat?)"), std::string(R"(a"
order = 99
b = ")"),
          std::string(R"(\")"), std::string(R"(\u0041 \n \\)"), std::string(R"(""")"),
          std::string(R"(''')"), std::string("# geen opmerking"), std::string("+++"),
          std::string("[fact]"), std::string("\"\n+++\n\nBuiten")}) {
        std::string const file =
            must(page_file(rig.editing, kPilot, {.title = title, .body = "Tekst.\n"}));
        auto const page = pages::parse_page(file, "pages/nl/pilot.md");
        if (title.find('\n') != std::string::npos) {
            EXPECT_FALSE(page) << title << " is no line";
            EXPECT_THAT(check("Tekst.", title).faults, SizeIs(1));
            continue;
        }
        ASSERT_TRUE(page) << file << page.error().message;
        EXPECT_EQ(page->title, title);
        EXPECT_EQ(page->order, 1);
        EXPECT_EQ(page->icon, "info_outline");
        EXPECT_EQ(page->blocks.size(), 1U);
        EXPECT_THAT(check("Tekst.", title).faults, IsEmpty());
    }
}

} // namespace
} // namespace inloop::editing
