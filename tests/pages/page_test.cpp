// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/page.h"
#include "kiosk/pages/tuning.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {
namespace {

// The head of a page takes five lines, so that the body begins on line 6.
constexpr std::string_view kHead =
    "+++\nid = \"help\"\ntitle = \"Hulp\"\nicon = \"info_outline\"\n+++\n";
constexpr int kFirstLine = 6;

Checked<PageSource> read_body(std::string_view body) {
    return read_page(std::string(kHead) + std::string(body), "pages/nl/help.md");
}

template <class T>
T const* block(Checked<PageSource> const& source, std::size_t at) {
    return source && at < source->page.blocks.size() ? std::get_if<T>(&source->page.blocks[at])
                                                     : nullptr;
}

void expect_refused(std::string_view body, int line, std::string_view cause) {
    auto const source = read_body(body);
    ASSERT_FALSE(source) << body;
    EXPECT_EQ(source.error().file, "pages/nl/help.md") << body;
    EXPECT_EQ(source.error().line, line) << body;
    EXPECT_NE(source.error().cause.find(cause), std::string::npos) << body << "\n"
                                                                   << to_string(source.error());
    EXPECT_FALSE(source.error().mend.empty()) << body;
}

TEST(Page, BecomesATreeInTheOrderOfTheFile) {
    auto const source = read_body("Een **vette** zin\nover twee regels.\n\n"
                                  "## Kop\n\n- een\n- twee **b**\n\n1. eerst\n2. dan\n\n"
                                  "> Let op.\n\n![Een straat](street.png)\n\n{fact: emergency}\n");

    ASSERT_TRUE(source) << to_string(source.error());
    Page const& page = source->page;
    EXPECT_EQ(page.id, "help");
    EXPECT_EQ(page.language, "nl");
    EXPECT_EQ(page.title, "Hulp");
    EXPECT_EQ(page.icon, "info_outline");
    ASSERT_EQ(page.blocks.size(), 7U);
    RichText const sentence{{"Een ", false}, {"vette", true}, {" zin over twee regels.", false}};
    EXPECT_EQ(block<Paragraph>(source, 0)->text, sentence);
    EXPECT_EQ(block<Heading>(source, 1)->level, 2);
    EXPECT_EQ(block<BulletList>(source, 2)->items.size(), 2U);
    EXPECT_EQ(plain_text(block<Steps>(source, 3)->items[1]), "dan");
    EXPECT_EQ(plain_text(block<Notice>(source, 4)->text), "Let op.");
    EXPECT_EQ(block<Picture>(source, 5)->file, "street.png");
    EXPECT_EQ(block<Picture>(source, 5)->alt, "Een straat");
    EXPECT_EQ(block<FactReference>(source, 6)->id, "emergency");
}

TEST(Page, KnowsTheLineOfEachBlock) {
    auto const source = read_body("Een.\n\n## Kop\n\n- a\n- b\n\n![x](a.png)\n\n{fact: f}\n");

    ASSERT_TRUE(source);
    EXPECT_EQ(source->lines, (std::vector<int>{kFirstLine, kFirstLine + 2, kFirstLine + 4,
                                               kFirstLine + 7, kFirstLine + 9}));
}

TEST(Page, AcceptsLooseListsAndWindowsLineEnds) {
    std::string text = std::string(kHead) + "- een\n\n- twee\n\nTot slot.\n";
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, "\r");
    }
    auto const source = read_page("\xEF\xBB\xBF" + text, "pages/nl/help.md");

    ASSERT_TRUE(source) << to_string(source.error());
    EXPECT_EQ(block<BulletList>(source, 0)->items.size(), 2U);
    EXPECT_EQ(plain_text(block<Paragraph>(source, 1)->text), "Tot slot.");
}

TEST(Page, KeepsSmallerThanAndBackslashedStarsAsText) {
    auto const source = read_body("3 < 4 en 5 > 2 en \\*ster\\* & meer\n");

    ASSERT_TRUE(source) << to_string(source.error());
    EXPECT_EQ(plain_text(block<Paragraph>(source, 0)->text), "3 < 4 en 5 > 2 en *ster* & meer");
}

TEST(Page, RefusesHtmlWithItsLine) {
    expect_refused("Goed.\n\n<script>alert(1)</script>\n", kFirstLine + 2, "HTML");
    expect_refused("Goed.\n\nEen <b>vet</b> woord\n", kFirstLine + 2, "HTML");
    expect_refused("<!-- niets -->\n", kFirstLine, "HTML");
    expect_refused("Goed.\n\n<iframe src=\"https://a.example\"></iframe>\n", kFirstLine + 2,
                   "HTML");
}

TEST(Page, RefusesLinksOfEveryKind) {
    expect_refused("Goed.\n\n[tik](https://a.example)\n", kFirstLine + 2, "links");
    expect_refused("[tik](javascript:alert(1))\n", kFirstLine, "links");
    expect_refused("<https://a.example>\n", kFirstLine, "links");
    // The line is that of the address, not of the word that leads to it.
    expect_refused("[tik]\n\n[tik]: https://a.example\n", kFirstLine + 2, "links");
}

TEST(Page, LeavesBareAddressesAsText) {
    auto const source = read_body("Kijk op politie.nl of https://politie.nl voor meer.\n");

    ASSERT_TRUE(source) << to_string(source.error());
}

TEST(Page, RefusesPicturesFromElsewhere) {
    for (char const* picture :
         {"![x](https://a.example/a.png)", "![x](../secret.png)", "![x](/etc/passwd)",
          "![x](a.svg)", "![x](javascript:alert.png)", "![x](.png)", "![x]()", "![x](A.PNG)"}) {
        expect_refused(std::string("Goed.\n\n") + picture + "\n", kFirstLine + 2,
                       "assets/pictures");
    }
}

TEST(Page, RefusesPicturesWithoutWordsOrAmongWords) {
    expect_refused("![](a.png)\n", kFirstLine, "no words");
    expect_refused("Zie ![x](a.png)\n", kFirstLine, "by itself");
    expect_refused("![x](a.png) hier\n", kFirstLine, "by itself");
    expect_refused("- ![x](a.png)\n", kFirstLine, "by itself");
    expect_refused("![a ![b](b.png)](a.png)\n", kFirstLine, "by itself");
}

TEST(Page, RefusesCodeTablesRulesAndSlantedText) {
    expect_refused("Goed.\n\n    int main\n", kFirstLine + 2, "code");
    expect_refused("```\ncode\n```\n", kFirstLine + 1, "code");
    expect_refused("Een `woord`\n", kFirstLine, "code");
    expect_refused("Goed.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", kFirstLine + 2, "tables");
    expect_refused("Goed.\n\n---\n\nMeer.\n", kFirstLine + 2, "rule");
    expect_refused("Goed.\n\nEen *woord*\n", kFirstLine + 2, "slanted");
    expect_refused("Een ~~woord~~\n", kFirstLine, "slanted");
    expect_refused("Een &amp; twee\n", kFirstLine, "&amp;");
}

TEST(Page, RefusesHeadingsThatAreNotLevelTwoOrThree) {
    expect_refused("Goed.\n\n# Groot\n", kFirstLine + 2, "level");
    expect_refused("#### Klein\n", kFirstLine, "level");
    expect_refused("Goed.\n\n##\n", kFirstLine + 2, "empty");
    EXPECT_TRUE(read_body("### Goed\n"));
}

TEST(Page, RefusesWhatStandsWithinAList) {
    expect_refused("- een\n  - twee\n", kFirstLine + 1, "within");
    expect_refused("- een\n\n  twee\n", kFirstLine + 2, "more than one paragraph");
    expect_refused("> - een\n", kFirstLine, "within");
    expect_refused("> > diep\n", kFirstLine, "within");
    expect_refused("- # kop\n", kFirstLine, "within");
    expect_refused("-\n- twee\n", kFirstLine, "empty");
}

TEST(Page, RefusesTypedPhoneNumbers) {
    for (char const* text :
         {"Bel 0900-8844.", "Bel 0900 8844", "Bel 112!", "Bel 14 0592", "Bel 06 12 34 56 78",
          "Bel **0900**-8844", "Bel (0592) 36", "Bel 113"}) {
        expect_refused(std::string("Goed.\n\n") + text + "\n", kFirstLine + 2, "phone number");
    }
}

TEST(Page, AcceptsYearsHouseNumbersAndTheAppByName) {
    EXPECT_TRUE(read_body("In 2026 op nummer 21 met de app 112NL, 1120 keer.\n"));
}

TEST(Page, ShowsWhatTheKioskKnowsItself) {
    auto const source = read_body("{show: shifts}\n\n{show: letters}\n\n{show:letters}\n");

    ASSERT_TRUE(source) << to_string(source.error());
    EXPECT_EQ(block<Live>(source, 0)->kind, LiveKind::shifts);
    EXPECT_EQ(block<Live>(source, 1)->kind, LiveKind::letters);
    EXPECT_EQ(block<Live>(source, 2)->kind, LiveKind::letters);
    EXPECT_EQ(source->lines, (std::vector<int>{kFirstLine, kFirstLine + 2, kFirstLine + 4}));
    EXPECT_TRUE(texts_of(source->page).empty());
}

TEST(Page, RefusesToShowWhatTheKioskDoesNotKnow) {
    expect_refused("Goed.\n\n{show: visitors}\n", kFirstLine + 2, "names nothing");
    expect_refused("{show: }\n", kFirstLine, "names nothing");
    expect_refused("{show: ../letters}\n", kFirstLine, "names nothing");
    expect_refused("Nu: {show: letters}\n", kFirstLine, "{show: letters}");
    expect_refused("> {show: letters}\n", kFirstLine, "{show: letters}");
    expect_refused("- {show: letters}\n", kFirstLine, "{show: letters}");
}

TEST(Page, StandsInTheListWhenItSaysWhere) {
    auto const with_order = [](std::string const& order) {
        return read_page("+++\nid = \"help\"\ntitle = \"Hulp\"\nicon = \"link\"\n" + order +
                             "+++\nTekst.\n",
                         "pages/nl/help.md");
    };

    EXPECT_EQ(with_order("")->page.order, 0) << "not in the list";
    EXPECT_EQ(with_order("order = 1\n")->page.order, 1);
    EXPECT_EQ(with_order("order = 99\n")->page.order, 99);
    for (std::string const wrong :
         {"0", "100", "-1", "\"1\"", "1.5", "true", "99999999999999999999", "[1]"}) {
        auto const source = with_order("order = " + wrong + "\n");
        ASSERT_FALSE(source) << wrong;
        EXPECT_EQ(source.error().line, 5) << to_string(source.error());
    }
}

TEST(Page, FillsInThePlaceAndRefusesUnknownNames) {
    auto source = read_body("De {officer_role} van **{town}**, bel {number}.\n");
    ASSERT_TRUE(source) << to_string(source.error());

    Page const page =
        filled(source->page, {{"officer_role", "wijkagent"}, {"town", "Assen"}, {"number", "9"}});

    EXPECT_EQ(plain_text(texts_of(page).at(0)), "De wijkagent van Assen, bel 9.");
    expect_refused("De {burgemeester} komt.\n", kFirstLine, "{burgemeester}");
    expect_refused("Een losse { haak\n", kFirstLine, "{");
    expect_refused("Zie {fact: emergency} hier\n", kFirstLine, "{fact: emergency}");
    expect_refused("{fact: ../x}\n", kFirstLine, "{fact: ../x}");
}

TEST(Page, RefusesAHeadThatIsNotRight) {
    struct Case {
        std::string text;
        int line;
        std::string cause;
    };
    std::string const good(kHead);
    auto const with = [&](std::string_view from, std::string_view to) {
        std::string text = good + "Goed.\n";
        return text.replace(text.find(from), from.size(), to);
    };
    for (Case const& wrong : {
             Case{"Geen kop.\n", 1, "+++"},
             Case{"+++\nid = \"help\"\n", 1, "second line"},
             Case{with("id = \"help\"", "id = \"anders\""), 2, "id"},
             Case{with("id = \"help\"", "id = \"../help\""), 2, "id"},
             Case{with("title = \"Hulp\"", "title = \"\""), 3, "empty"},
             Case{with("title = \"Hulp\"", "title = 3"), 3, "not a text"},
             Case{with("title = \"Hulp\"", "titel = \"Hulp\""), 3, "not a known key"},
             Case{with("title = \"Hulp\"", "title = \"" + std::string(61, 'x') + "\""), 3, "60"},
             Case{with("title = \"Hulp\"", "title = \"Bel 0900-8844\""), 3, "phone"},
             Case{with("title = \"Hulp\"", "title = \"Hulp"), 3, "not TOML"},
             Case{with("info_outline", "<b>"), 4, "icon"},
             Case{good, 0, "no text"},
         }) {
        auto const source = read_page(wrong.text, "pages/nl/help.md");
        ASSERT_FALSE(source) << wrong.text;
        EXPECT_EQ(source.error().line, wrong.line) << wrong.text << to_string(source.error());
        EXPECT_NE(source.error().cause.find(wrong.cause), std::string::npos)
            << to_string(source.error());
    }
}

TEST(Page, RefusesWrongEncodingWithItsLine) {
    expect_refused("Goed.\n\nCaf\xE9\n", kFirstLine + 2, "UTF-8");
    expect_refused("Goed.\nEen\x01twee\n", kFirstLine + 1, "control");
    expect_refused(std::string_view("Een\0twee\n", 9), kFirstLine, "control");
}

TEST(Page, RefusesTooMuchOfAnything) {
    std::string items;
    for (int i = 0; i < 300; ++i) {
        items += "- x\n";
    }
    expect_refused(items, kFirstLine + 197, "200 parts"); // the last item that still fits
    expect_refused("**a __b **c __d **e __f **g __h__ g** f__ e** d__ c** b__ a**\n", kFirstLine,
                   "deep");
    EXPECT_TRUE(read_body("**a __b **c __d **e __f__ e** d__ c** b__ a**\n"));
    for (char const* const part : {"- ", "> ", "1. ", "  - x\n", "<b>"}) {
        std::string deep;
        while (deep.size() < 20'000) {
            deep += part;
        }
        EXPECT_FALSE(read_body(deep + "x\n")) << part;
    }
    auto const huge = read_page(std::string(1'048'576, 'x'), "pages/nl/help.md");
    ASSERT_FALSE(huge);
    EXPECT_NE(huge.error().cause.find("32 KiB"), std::string::npos);
}

// Each of these is at the limit of size and made to make a parser slow or deep. The time limit of
// the test stands guard.
TEST(Page, SurvivesHostileMarkdown) {
    auto const repeat = [](std::string_view part) {
        std::string out;
        while (out.size() + part.size() < kPageBytes - kHead.size()) {
            out += part;
        }
        return out;
    };
    for (std::string_view part :
         {">",    "> ",        "- ",      "1. ", "* * ",     "[",      "![",
          "[a](", "**",        "*a_",     "<",   "<a ",      "`",      "&",
          "\\",   "{",         "{fact: ", "|",   "|a\n|-\n", "a\n=\n", "[a]: b\n",
          "<!--", "<![CDATA[", "\t",      "~~",  "![](",     "[](<",   "**a __b "}) {
        std::string const body = repeat(part);
        EXPECT_GT(body.size(), kPageBytes - kHead.size() - 16) << part;
        (void)read_body(body);
    }
}

TEST(Page, GivesOneErrorLineForTheLog) {
    auto const page = parse_page(std::string(kHead) + "<b>\n", "pages/nl/help.md");

    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(page.error().message,
              "pages/nl/help.md:6: HTML is not allowed. Mend: write plain text, "
              "**bold** and lists");
    EXPECT_TRUE(parse_page(std::string(kHead) + "Goed.\n", "pages/nl/help.md"));
}

// md4c may go on after it was told to stop. What it says then must reach nobody: the words of a
// picture that was refused would have gone to one that is no more.
TEST(Page, IsReadNoFurtherThanItsFirstFault) {
    for (char const* words : {"<b>", "`x`", "*x*", "a ![b](c.png)", "&amp;"}) {
        std::string body = "![Een huis " + std::string(words) + "](street.png)\n";
        for (int more = 0; more < 50; ++more) {
            body += "\nEen alinea die zo lang is dat zij niet in een kort veld past.\n\n- Punt\n";
        }
        auto const source = read_body(body);
        ASSERT_FALSE(source) << words;
        EXPECT_EQ(source.error().line, kFirstLine) << words;
    }
}

TEST(WrittenPage, KeepsWhatStandsBelowTheHeadAsItIs) {
    std::string const body = "\n<b>\n+++\n{number}";

    auto const page = read_written_page(std::string(kHead) + body, "pages/nl/help.md");

    ASSERT_TRUE(page) << to_string(page.error());
    EXPECT_EQ(page->title, "Hulp");
    EXPECT_EQ(page->icon, "info_outline");
    EXPECT_EQ(page->order, 0);
    EXPECT_EQ(page->body, body);
    EXPECT_EQ(page->body_line, kFirstLine);
    EXPECT_FALSE(read_body(body)) << "the control: it is no page";
}

TEST(WrittenPage, HasAHeadLikeAnyOther) {
    EXPECT_FALSE(read_written_page("+++\nid = \"help\"\n+++\nTekst.\n", "pages/nl/help.md"));
    EXPECT_FALSE(read_written_page(std::string(kHead) + "Tekst.", "pages/nl/other.md"));
    EXPECT_FALSE(read_written_page("Tekst.", "pages/nl/help.md"));
    EXPECT_FALSE(
        read_written_page(std::string(kHead) + std::string(kPageBytes, 'x'), "pages/nl/help.md"));
}

} // namespace
} // namespace inloop::pages
