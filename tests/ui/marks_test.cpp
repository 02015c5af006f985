// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/marks.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <memory>
#include <string_view>

namespace inloop::ui {
namespace {

class Marks : public testing::Test {
protected:
    [[nodiscard]] text::Layout set(std::string_view words, float width) const {
        text::ParagraphStyle style;
        style.size_px = 26;
        style.width_px = width;
        return support::set_text(*typesetter, words, style);
    }

    std::unique_ptr<text::Typesetter> typesetter = support::open_typesetter();
};

TEST_F(Marks, StandBehindTheWordAndNothingElse) {
    std::string_view const words = "Bel 0612345678 even";
    text::Layout const layout = set(words, 900);

    auto const marks = marks_of(layout, 4, 14);

    ASSERT_EQ(marks.size(), 1U);
    EXPECT_FLOAT_EQ(marks.front().x, layout.caret(4).x);
    EXPECT_FLOAT_EQ(marks.front().right(), layout.caret(14).x);
    EXPECT_FLOAT_EQ(marks.front().y, layout.lines().front().top);
    EXPECT_FLOAT_EQ(marks.front().h, layout.line_height());
    EXPECT_LT(marks.front().right(), layout.caret(words.size()).x) << "the words after it";
}

TEST_F(Marks, ReachTheEndOfTheTextAndOfALine) {
    std::string_view const words = "Mail jan@hier.nl\nDank u";
    text::Layout const layout = set(words, 900);

    auto const first = marks_of(layout, 5, 16);
    auto const last = marks_of(layout, 17, words.size());

    ASSERT_EQ(first.size(), 1U);
    EXPECT_FLOAT_EQ(first.front().right(), layout.lines()[0].left + layout.lines()[0].width);
    ASSERT_EQ(last.size(), 1U);
    EXPECT_FLOAT_EQ(last.front().y, layout.lines()[1].top);
    EXPECT_FLOAT_EQ(last.front().right(), layout.lines()[1].left + layout.lines()[1].width);
}

TEST_F(Marks, FollowWhatIsBrokenOverLines) {
    std::string_view const words = "Bel mij op 06 12 34 56 78 of morgen";
    text::Layout const layout = set(words, 190);
    ASSERT_GT(layout.lines().size(), 2U);

    auto const marks = marks_of(layout, 11, 25);

    ASSERT_GE(marks.size(), 2U);
    for (Rect const& mark : marks) {
        EXPECT_GT(mark.w, 0);
        EXPECT_LE(mark.right(), 190.5F);
    }
    EXPECT_LT(marks[0].y, marks[1].y);
}

TEST_F(Marks, AreNoneForNothing) {
    text::Layout const layout = set("Bel 0612345678", 900);

    EXPECT_TRUE(marks_of(layout, 4, 4).empty());
    EXPECT_TRUE(marks_of(layout, 90, 99).empty());
}

} // namespace
} // namespace inloop::ui
