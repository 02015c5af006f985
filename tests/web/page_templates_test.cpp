// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/templates/page_templates.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace inloop::web {
namespace {

using support::must;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kEscaped = "{{%AUTOESCAPE context=\"HTML\"}}\n";

// A folder of pages for one test.
class PageTemplatesTest : public testing::Test {
protected:
    void write(std::string const& page, std::string_view text) {
        std::ofstream(m_scratch / (page + ".tpl"), std::ios::binary) << kEscaped << text;
    }
    void write_bare(std::string const& page, std::string_view text) {
        std::ofstream(m_scratch / (page + ".tpl"), std::ios::binary) << text;
    }
    [[nodiscard]] Result<PageTemplates> open(Unset unset = Unset::is_error) const {
        return PageTemplates::open(m_scratch.path(), unset);
    }
    [[nodiscard]] std::string filled(std::string_view page, Values const& values) const {
        return must(must(open()).fill(page, values));
    }

    support::Scratch m_scratch;
};

TEST_F(PageTemplatesTest, EscapesWhatStandsInText) {
    write("page", "<p>{{NAME}}</p>");
    Values values;
    values.set("NAME", R"(<script>"x" & 'y'</script>)");
    EXPECT_EQ(filled("page", values),
              "<p>&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;</p>");
}

TEST_F(PageTemplatesTest, EscapesWhatStandsInAnAttribute) {
    write("page", R"(<input value="{{NAME}}">)");
    Values values;
    values.set("NAME", R"("><img src=x onerror=alert(1)>)");
    EXPECT_EQ(filled("page", values),
              R"(<input value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">)");
}

TEST_F(PageTemplatesTest, RefusesAScriptAsAddress) {
    write("page", R"(<a href="{{HREF}}">x</a>)");
    Values values;
    values.set("HREF", "javascript:alert(1)");
    EXPECT_THAT(filled("page", values), Not(HasSubstr("javascript")));
}

TEST_F(PageTemplatesTest, KeepsAnAddressOfOurOwn) {
    write("page", R"(<a href="{{HREF}}">x</a><a href="/entries/{{ID}}">y</a>)");
    Values values;
    values.set("HREF", "/entries?view=open&q=a");
    values.set("ID", "4\"><b>");
    EXPECT_EQ(
        filled("page", values),
        R"(<a href="/entries?view=open&amp;q=a">x</a><a href="/entries/4&quot;&gt;&lt;b&gt;">y</a>)");
}

TEST_F(PageTemplatesTest, KeepsLineEndsWhereAskedAndStillEscapes) {
    write("page", "<p>{{TEXT:p}}</p><p>{{TEXT}}</p>");
    Values values;
    values.set("TEXT", "a\n<b>");
    EXPECT_EQ(filled("page", values), "<p>a\n&lt;b&gt;</p><p>a &lt;b&gt;</p>");
}

TEST_F(PageTemplatesTest, DoesNotReadMarkersInAValue) {
    write("page", "{{A}} {{B}}");
    Values values;
    values.set("A", "{{B}}");
    values.set("B", "secret");
    EXPECT_EQ(filled("page", values), "{{B}} secret");
}

TEST_F(PageTemplatesTest, RepeatsASectionForEachChildWithTheValuesAroundIt) {
    write("page", "{{#ROW}}{{A}}{{B}};{{/ROW}}");
    Values values;
    values.set("A", "x");
    values.add("ROW").set("B", "1");
    auto& second = values.add("ROW");
    second.set("A", "y");
    second.set("B", "2");
    EXPECT_EQ(filled("page", values), "x1;y2;");
}

TEST_F(PageTemplatesTest, HidesASectionThatNobodyShows) {
    write("page", "a{{#MORE}}b{{/MORE}}");
    EXPECT_EQ(filled("page", Values{}), "a");
}

TEST_F(PageTemplatesTest, ShowsASectionOnceHoweverOftenItIsShown) {
    write("page", "a{{#MORE}}b{{/MORE}}");
    Values values;
    values.show("MORE");
    values.show("MORE");
    EXPECT_EQ(filled("page", values), "ab");
}

TEST_F(PageTemplatesTest, AnIncludedPageSeesTheValuesAroundItAndEscapesThem) {
    write("page", "{{#ROW}}{{>PART}}{{/ROW}}");
    write("part", "<i>{{NAME}}</i>");
    Values values;
    values.add("ROW").set("NAME", "<");
    EXPECT_THAT(filled("page", values), HasSubstr("<i>&lt;</i>"));
}

TEST_F(PageTemplatesTest, NamesAMarkerWithoutAValueAndAValueWithoutAMarker) {
    write("page", "{{NAME}}{{#ROW}}{{WHERE}}{{/ROW}}");
    Values values;
    values.set("NAEM", "a secret");
    values.add("ROW").set("WHERE", "here");
    auto const page = must(open()).fill("page", values);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::invalid_input);
    EXPECT_THAT(page.error().message, HasSubstr("without a value: [NAME]"));
    EXPECT_THAT(page.error().message, HasSubstr("without a marker: [NAEM]"));
    EXPECT_THAT(page.error().message, Not(HasSubstr("secret")));
}

TEST_F(PageTemplatesTest, LeavesAHoleAtASite) {
    write("page", "a{{NAME}}b");
    auto const templates = must(open(Unset::is_empty));
    EXPECT_EQ(must(templates.fill("page", Values{})), "ab");
}

TEST_F(PageTemplatesTest, SaysThatThereIsNoSuchPage) {
    write("page", "a");
    auto const page = must(open()).fill("../page", Values{});
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::not_found);
}

TEST_F(PageTemplatesTest, RefusesAFolderWithoutPages) {
    auto const templates = open();
    ASSERT_FALSE(templates);
    EXPECT_EQ(templates.error().code, ErrorCode::not_found);
    EXPECT_FALSE(PageTemplates::open(m_scratch / "nowhere"));
}

struct Refusal {
    std::string_view name;
    std::string_view text;
    std::string_view says;
};

void PrintTo(Refusal const& refusal, std::ostream* out) {
    *out << refusal.name;
}

class RefusesAPage : public PageTemplatesTest, public testing::WithParamInterface<Refusal> {};

TEST_P(RefusesAPage, AndNamesItsFile) {
    write_bare("page", GetParam().text);
    auto const templates = open();
    ASSERT_FALSE(templates);
    EXPECT_THAT(templates.error().message, HasSubstr("page.tpl"));
    EXPECT_THAT(templates.error().message, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    PageTemplates, RefusesAPage,
    testing::Values(
        Refusal{"NoEscaping", "<p>{{A}}</p>", "must begin with"},
        Refusal{"EscapingOff", "{{%AUTOESCAPE context=\"HTML\"}}{{A:none}}", ":p"},
        Refusal{"SmallLetters", "{{%AUTOESCAPE context=\"HTML\"}}{{name}}", "capitals"},
        Refusal{"OpenMarker", "{{%AUTOESCAPE context=\"HTML\"}}{{NAME", "never closed"},
        Refusal{"OpenSection", "{{%AUTOESCAPE context=\"HTML\"}}{{#A}}x", "cannot parse"},
        Refusal{"MissingPart", "{{%AUTOESCAPE context=\"HTML\"}}{{>PART}}", "part.tpl"}),
    [](auto const& refusal) { return std::string(refusal.param.name); });

TEST_F(PageTemplatesTest, FillsFromManyThreadsAtOnce) {
    write("page", "{{#ROW}}{{>PART}}{{/ROW}}");
    write("part", "{{NAME}},");
    auto const templates = must(open());
    std::array<std::string, 4> pages;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            threads.emplace_back([&templates, &pages, i] {
                Values values;
                for (int row = 0; row < 100; ++row) {
                    values.add("ROW").set("NAME", std::to_string(i));
                }
                pages[i] = must(templates.fill("page", values));
            });
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::string wanted;
        for (int row = 0; row < 100; ++row) {
            wanted += std::to_string(i) + ",";
        }
        EXPECT_EQ(pages[i], wanted);
    }
}

TEST(PageTemplates, OpensThePagesOfTheLog) {
    auto const folder = std::filesystem::path(std::getenv("INLOOP_ASSETS")) / "web/templates";
    EXPECT_TRUE(PageTemplates::open(folder));
}

} // namespace
} // namespace inloop::web
