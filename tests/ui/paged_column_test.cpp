// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "tests/support/screen_stage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace inloop::ui {
namespace {

using support::ScreenStage;
using support::StageSpec;

constexpr int kMostPages = 60; // more than any column here has

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

// A column of large letters with what `fill` puts in it.
class Column {
public:
    using Fill = std::function<void(PagedColumn&)>;
    Column(ScreenStage& stage, Fill fill) : m_stage(stage), m_fill(std::move(fill)) { show(); }

    void show() { m_stage.draw(drawing()); }
    void tap(std::string_view id) { m_stage.tap(id, drawing()); }
    // Shows the next page; false on the last one.
    bool turn() {
        Widget const* down = m_stage.registry().find("list.down");
        if (down == nullptr || !down->enabled) {
            return false;
        }
        tap("list.down");
        show();
        return true;
    }
    [[nodiscard]] Rect place() const { return content_of(m_stage.theme()); }
    [[nodiscard]] std::vector<Widget> rows() const {
        std::vector<Widget> found;
        for (Widget const& widget : m_stage.registry().widgets()) {
            if (widget.id.starts_with("row.")) {
                found.push_back(widget);
            }
        }
        return found;
    }
    std::optional<flow::Event> outcome;

private:
    [[nodiscard]] ScreenStage::Draw drawing() {
        return [this](Ui& ui, ScreenContext const& context) {
            PagedColumn column(ui, context, place());
            m_fill(column);
            if (auto tapped = column.draw()) {
                outcome = std::move(tapped);
            }
        };
    }
    ScreenStage& m_stage;
    Fill m_fill;
};

StageSpec large(StageSpec spec = {}) {
    spec.settings.large_letters = true;
    return spec;
}

std::string long_text() {
    std::string text;
    for (int i = 1; i <= 40; ++i) {
        text += "Zin " + std::to_string(i) + " staat hier om gelezen te worden. ";
    }
    text.pop_back();
    return text;
}

void add_rows(PagedColumn& column, int count) {
    for (int i = 0; i < count; ++i) {
        std::string const id = "row." + std::to_string(i);
        std::string const label = i % 3 == 1 ? "Een rij met heel veel woorden, nummer " : "Rij ";
        column.row({.id = id, .label = label + std::to_string(i), .icon = text::Icon::schedule},
                   flow::event::ChooseSubject{id});
    }
}

std::vector<StageSpec> large_stages() {
    std::vector<StageSpec> all = support::every_stage();
    std::erase_if(all, [](StageSpec const& spec) { return !spec.settings.large_letters; });
    return all;
}

TEST(PagedColumn, ShowsWhatFitsOnOnePageWithoutARail) {
    ScreenStage stage(large());
    Column const column(stage, [](PagedColumn& it) {
        it.title("Titel");
        it.text("Een korte tekst.");
    });

    EXPECT_EQ(stage.registry().find("list.up"), nullptr);
    EXPECT_NE(stage.words_in(column.place()).find("Een korte tekst."), std::string::npos);
}

TEST(PagedColumn, EndsItsPagesBetweenLinesAndLosesNone) {
    for (StageSpec const& spec : large_stages()) {
        ScreenStage stage(spec);
        Column column(stage, [](PagedColumn& it) { it.text(long_text()); });

        std::string read;
        int pages = 0;
        do {
            for (Lettering const& lettering : stage.registry().letterings()) {
                if (lettering.text.find('/') == std::string::npos) { // not the page number
                    read += lettering.text;
                }
            }
            EXPECT_EQ(stage.findings(), "") << name_of(spec);
        } while (++pages < kMostPages && column.turn());

        EXPECT_GT(pages, 1) << name_of(spec);
        EXPECT_EQ(without_spaces(read), without_spaces(long_text())) << name_of(spec);
    }
}

TEST(PagedColumn, BringsEveryRowWithinReach) {
    for (StageSpec const& spec : large_stages()) {
        ScreenStage stage(spec);
        Column column(stage, [](PagedColumn& it) {
            it.title("Waar gaat het over?");
            add_rows(it, 12);
        });

        std::multiset<std::string> seen;
        int pages = 0;
        do {
            for (Widget const& row : column.rows()) {
                seen.insert(row.id);
                EXPECT_GE(row.rect.h, stage.theme().mm(kSmallestTargetMm)) << name_of(spec);
            }
            EXPECT_EQ(stage.findings(), "") << name_of(spec);
        } while (++pages < kMostPages && column.turn());

        EXPECT_EQ(seen.size(), 12U) << name_of(spec) << ": each row whole on one page";
        EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 12U);
    }
}

TEST(PagedColumn, GivesTheEventOfTheRowThatIsTapped) {
    ScreenStage stage(large());
    Column column(stage, [](PagedColumn& it) { add_rows(it, 12); });
    ASSERT_TRUE(column.turn());
    ASSERT_FALSE(column.rows().empty());
    std::string const id = column.rows().front().id;

    column.tap(id);

    ASSERT_TRUE(column.outcome.has_value());
    auto const* chosen = std::get_if<flow::event::ChooseSubject>(&*column.outcome);
    ASSERT_NE(chosen, nullptr);
    EXPECT_EQ(chosen->subject, id);
    EXPECT_NE(id, "row.0") << "the second page begins with another";
}

TEST(PagedColumn, GivesNothingForARowThatCannotBeTouchedNow) {
    ScreenStage stage(large());
    Column column(stage, [](PagedColumn& it) {
        it.row({.id = "row.off", .label = "Niet nu", .enabled = false}, flow::event::Next{});
        it.row({.id = "row.on", .label = "Wel"}, flow::event::Next{});
    });

    column.tap("row.off");
    EXPECT_FALSE(column.outcome.has_value());
    column.tap("row.on");
    EXPECT_TRUE(column.outcome.has_value());
}

TEST(PagedColumn, StaysWithinItsPages) {
    ScreenStage stage(large());
    Column column(stage, [](PagedColumn& it) { add_rows(it, 12); });

    stage.list_page = 99; // of a longer list
    column.show();
    EXPECT_FALSE(stage.registry().find("list.down")->enabled);
    EXPECT_FALSE(column.rows().empty());
    stage.list_page = -7;
    column.show();
    EXPECT_EQ(stage.list_page, 0);
    column.tap("list.up");
    EXPECT_EQ(stage.list_page, 0);
}

TEST(PagedColumn, LeavesNoHeadingAtTheFootOfAPage) {
    ScreenStage stage(large());
    Column column(stage, [](PagedColumn& it) {
        for (int i = 0; i < 12; ++i) {
            it.text(pages::RichText{{"Kop", true}});
            it.text("Een zin die hierbij hoort en die over meer dan een regel gaat, zeker weten.");
        }
    });

    int pages = 0;
    do {
        std::string last;
        for (Lettering const& lettering : stage.registry().letterings()) {
            last = lettering.text.find('/') == std::string::npos ? lettering.text : last;
        }
        EXPECT_NE(last, "Kop");
    } while (++pages < kMostPages && column.turn());
    EXPECT_GT(pages, 2);
}

TEST(PagedColumn, KeepsANoticeTogetherWhereItFits) {
    ScreenStage stage(large());
    std::string const notice = "Deze zin staat op een blauw vlak en wordt niet gebroken, ook niet "
                               "als de bladzijde vol is.";
    Column column(stage, [&](PagedColumn& it) {
        it.text(long_text().substr(0, 170));
        it.notice({{notice, false}});
    });

    ASSERT_TRUE(column.turn());
    EXPECT_NE(stage.words_in(column.place()).find(notice), std::string::npos);
}

TEST(PagedColumn, PutsRowsLowAndTheTitleAboveThem) {
    StageSpec spec = large();
    spec.settings.low_reach = true;
    ScreenStage stage(spec);
    Column const column(stage, [](PagedColumn& it) {
        it.title("Waar gaat het over?");
        add_rows(it, 12);
    });

    Rect const above{0, 0, 1280, 400};
    EXPECT_EQ(stage.words_in(above), "Waar gaat het over?");
    ASSERT_FALSE(column.rows().empty());
    for (Widget const& widget : stage.registry().widgets()) {
        EXPECT_GE(widget.rect.y, 400) << widget.id;
    }
}

TEST(PagedColumn, ReadsOverItsWholeHeightInLowReach) {
    StageSpec spec = large();
    spec.settings.low_reach = true;
    ScreenStage stage(spec);
    Column const column(stage, [](PagedColumn& it) { it.text(long_text()); });

    EXPECT_FALSE(stage.words_in({0, 0, 1280, 400}).empty()) << "reading needs no reach";
    ASSERT_NE(stage.registry().find("list.down"), nullptr);
    EXPECT_GE(stage.registry().find("list.up")->rect.y, 400);
}

TEST(PagedColumn, GivesAPartOfItsOwnNoMoreThanAPage) {
    ScreenStage stage(large());
    Rect given;
    Column const column(stage, [&](PagedColumn& it) {
        it.custom(10'000, [&](Rect const& place) { given = place; });
    });

    EXPECT_FLOAT_EQ(given.h, column.place().h);
    EXPECT_FLOAT_EQ(given.y, column.place().y);
}

TEST(PagedColumn, ShowsNothingWhenItIsEmpty) {
    ScreenStage stage(large());
    stage.list_page = 3;
    Column const column(stage, [](PagedColumn& it) { it.text(""); });

    EXPECT_TRUE(stage.registry().widgets().empty());
    EXPECT_TRUE(stage.registry().letterings().empty());
    EXPECT_EQ(stage.list_page, 0);
}

} // namespace
} // namespace inloop::ui
