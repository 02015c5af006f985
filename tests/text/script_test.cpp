// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/text_samples.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace inloop::text {
namespace {

using support::kSamples;
using support::Sample;

using Picture = std::pair<int, int>;

std::set<Picture> pictures(Layout const& layout) {
    std::set<Picture> out;
    for (Glyph const& glyph : layout.glyphs()) {
        out.emplace(glyph.atlas_x, glyph.atlas_y);
    }
    return out;
}

class Script : public testing::Test {
protected:
    Layout set(std::string_view text, ParagraphStyle const& style = {.size_px = 30}) {
        return support::set_text(*m_typesetter, text, style);
    }

    Layout set(std::span<Span const> spans) {
        return m_typesetter->lay_out_private(spans, {.size_px = 30});
    }

    std::unique_ptr<Typesetter> m_typesetter = support::open_typesetter();
};

TEST_F(Script, HasALetterForEverythingInOurLanguages) {
    for (Sample const& sample : kSamples) {
        std::array const bold{Span{sample.text, Weight::bold}};
        EXPECT_EQ(set(sample.text).missing() == 0, sample.drawable) << sample.name;
        EXPECT_EQ(set(bold).missing() == 0, sample.drawable) << sample.name;
    }
}

TEST_F(Script, JoinsArabicLetters) {
    auto const alone = pictures(set("ب"));
    ASSERT_EQ(alone.size(), 1U);

    auto const joined = pictures(set("ببب"));

    EXPECT_EQ(joined.size(), 3U); // initial, medial, final
    EXPECT_FALSE(joined.contains(*alone.begin()));
    EXPECT_EQ(pictures(set("ب ب ب")), alone);
}

TEST_F(Script, KeepsArabicFormsWhereAWordIsBroken) {
    std::string_view const word = "ببببببببب";

    Layout const broken = set(word, {.size_px = 30, .width_px = 50});

    ASSERT_GT(broken.lines().size(), 1U);
    EXPECT_EQ(pictures(broken), pictures(set(word)));
}

TEST_F(Script, RunsArabicFromRightToLeft) {
    Layout const layout = set("ابج");

    EXPECT_GT(layout.caret(0).x, layout.caret(2).x);
    EXPECT_GT(layout.caret(2).x, layout.caret(4).x);
    EXPECT_EQ(layout.caret(6).x, 0);
}

TEST_F(Script, KeepsNumbersAndLatinReadableInArabic) {
    //                             0-9   space 11-13 space 15
    Layout const layout = set("مرحبا 112 اب");

    EXPECT_LT(layout.caret(12).x, layout.caret(13).x); // 1, 1, 2 from left to right
    EXPECT_GT(layout.caret(2).x, layout.caret(13).x); // the first word on the right
    EXPECT_GT(layout.caret(12).x, layout.caret(17).x); // the last one on the left
}

TEST_F(Script, KeepsArabicTogetherInDutch) {
    //                          0-2 3 4-9        10 11
    Layout const layout = set("abc ابج def");

    EXPECT_LT(layout.caret(1).x, layout.caret(4).x);
    EXPECT_GT(layout.caret(6).x, layout.caret(8).x);
    EXPECT_GT(layout.caret(11).x, layout.caret(6).x);
}

TEST_F(Script, OrdersALineByTheParagraphItCameFrom) {
    // The comma stands between two Arabic words; at the end of the first line it still reads from
    // right to left, left of its word. A line resolved by itself would put it on the right.
    std::string_view const text = "aa ابج، دهو bb";
    float const width = set("aa ابج، ").width() + 1;

    Layout const layout = set(text, {.size_px = 30, .width_px = width});

    ASSERT_GE(layout.lines().size(), 2U);
    EXPECT_EQ(layout.lines()[1].from, 12U);
    float const comma = layout.caret(9).x;
    EXPECT_LT(comma, layout.caret(5).x);
    EXPECT_LT(comma, layout.caret(7).x);
}

TEST_F(Script, TurnsBracketsInArabic) {
    auto const open = pictures(set("("));
    auto const close = pictures(set(")"));
    Layout const layout = set("(اب) 12 (جد)");

    // Leftmost and rightmost are the outer brackets, and each faces inwards.
    auto const [left, right] =
        std::minmax_element(layout.glyphs().begin(), layout.glyphs().end(),
                            [](Glyph const& a, Glyph const& b) { return a.x < b.x; });
    EXPECT_TRUE(open.contains({left->atlas_x, left->atlas_y}));
    EXPECT_TRUE(close.contains({right->atlas_x, right->atlas_y}));
    EXPECT_EQ(std::count_if(layout.glyphs().begin(), layout.glyphs().end(),
                            [&](Glyph const& g) {
                                return open.contains({g.atlas_x, g.atlas_y});
                            }),
              2);
}

TEST_F(Script, StandsMarksOverTheirBase) {
    Layout const base = set("x");
    Layout const marked = set("x\u0301");

    ASSERT_EQ(marked.glyphs().size(), 2U);
    EXPECT_EQ(marked.width(), base.width());
    Glyph const mark = marked.glyphs()[1];
    EXPECT_GE(mark.x, -1);
    EXPECT_LE(mark.x + static_cast<float>(mark.width), base.width() + 1);
    EXPECT_LT(mark.y, marked.glyphs()[0].y);
    EXPECT_EQ(pictures(set("e\u0301")), pictures(set("é")));
}

TEST_F(Script, DrawsOneBoxForAnEmojiOfManyCodePoints) {
    auto const box = pictures(set("👍"));
    ASSERT_EQ(box.size(), 1U);

    for (std::string_view const emoji : {"👨‍👩‍👧", "🇳🇱", "👍🏽", "🏴‍☠️"}) {
        Layout const layout = set(emoji);
        EXPECT_EQ(layout.glyphs().size(), 1U);
        EXPECT_EQ(pictures(layout), box);
        EXPECT_EQ(layout.missing(), 1U);
    }
    EXPECT_EQ(set("👍👍").glyphs().size(), 2U);
}

TEST_F(Script, KeepsASentenceInTheFontOfItsLetters) {
    // The space and the full stop of the Arabic font differ from those of Noto Sans, which has them
    // as well.
    EXPECT_NE(pictures(set("ا.")), pictures(set("a.")));
    Layout const arabic = set("ا.ا");
    Layout const latin = set(".");
    for (Glyph const& glyph : latin.glyphs()) {
        EXPECT_FALSE(pictures(arabic).contains({glyph.atlas_x, glyph.atlas_y}));
    }
}

TEST_F(Script, TurnsLatinLettersUnderAnOverride) {
    Layout const layout = set("\u202Eabc\u202C");

    EXPECT_GT(layout.caret(4).x, layout.caret(5).x); // b stands right of c
    EXPECT_EQ(layout.glyphs().size(), 3U);
    EXPECT_EQ(pictures(layout), pictures(set("abc")));
}

TEST_F(Script, TakesLocalFormsFromTheLanguage) {
    ParagraphStyle const plain{.size_px = 30};
    ParagraphStyle romanian = plain;
    romanian.language = "ro";

    // S with cedilla is drawn with a comma below in Romanian.
    EXPECT_NE(pictures(set("ş", romanian)), pictures(set("ş", plain)));
    EXPECT_EQ(pictures(set("s", romanian)), pictures(set("s", plain)));
}

TEST_F(Script, MixesWeightsTonesAndIconsInOneLine) {
    std::array const spans{Span{"\uE0CD", Weight::icon, 2}, Span{" a"}, Span{"a", Weight::bold, 1}};

    Layout const layout = set(spans);

    ASSERT_EQ(layout.glyphs().size(), 3U);
    EXPECT_EQ(layout.glyphs()[0].tone, 2);
    EXPECT_EQ(layout.glyphs()[1].tone, 0);
    EXPECT_EQ(layout.glyphs()[2].tone, 1);
    EXPECT_NE(layout.glyphs()[1].atlas_x, layout.glyphs()[2].atlas_x);
    EXPECT_EQ(layout.missing(), 0U);
}

} // namespace
} // namespace inloop::text
