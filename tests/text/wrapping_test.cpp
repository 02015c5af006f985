// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "tests/support/text_samples.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace inloop::text {
namespace {

using support::kSamples;
using support::Sample;
using support::set_text;

class Wrapping : public testing::Test {
protected:
    Layout set(std::string_view text, ParagraphStyle const& style) {
        return set_text(*m_typesetter, text, style);
    }

    float width_of(std::string_view text, float size = 20) {
        return set(text, {.size_px = size}).width();
    }

    // The text of each line, with the spaces and line ends it ends with.
    std::vector<std::string> lines_of(std::string_view text, ParagraphStyle const& style) {
        std::vector<std::string> out;
        Layout const layout = set(text, style);
        for (Line const& line : layout.lines()) {
            out.emplace_back(text.substr(line.from, line.to - line.from));
        }
        return out;
    }

    std::unique_ptr<Typesetter> m_typesetter = support::open_typesetter();
};

using Lines = std::vector<std::string>;

TEST_F(Wrapping, FillsEachLineAsFarAsWordsFit) {
    float const width = width_of("een twee");

    EXPECT_EQ(lines_of("een twee drie", {.size_px = 20, .width_px = width}),
              (Lines{"een twee ", "drie"}));
    EXPECT_EQ(lines_of("een twee drie", {.size_px = 20, .width_px = width - 1}),
              (Lines{"een ", "twee ", "drie"}));
    EXPECT_EQ(lines_of("een twee drie", {.size_px = 20}), (Lines{"een twee drie"}));
}

TEST_F(Wrapping, StaysWithinTheWidthInEveryScriptAndCoversEveryByte) {
    for (Sample const& sample : kSamples) {
        for (float const width : {90.0F, 150.0F, 333.0F}) {
            Layout const layout = set(sample.text, {.size_px = 22, .width_px = width});

            std::size_t at = 0;
            for (Line const& line : layout.lines()) {
                EXPECT_EQ(line.from, at) << sample.name;
                at = line.to;
                if (!layout.overflowed()) {
                    EXPECT_LE(line.width, width) << sample.name;
                }
            }
            EXPECT_EQ(at, sample.text.size()) << sample.name;
        }
    }
}

TEST_F(Wrapping, NeedsNoMoreThanTheWidthItMeasured) {
    for (Sample const& sample : kSamples) {
        Layout const free = set(sample.text, {.size_px = 21});
        Layout const held = set(sample.text, {.size_px = 21, .width_px = free.width()});

        EXPECT_EQ(held.lines().size(), 1U) << sample.name;
        EXPECT_FALSE(held.overflowed()) << sample.name;
    }
}

TEST_F(Wrapping, BeginsALineAfterEveryLineEnd) {
    EXPECT_EQ(lines_of("a\nb\r\n\nc", {}), (Lines{"a\n", "b\r\n", "\n", "c"}));
    EXPECT_EQ(lines_of("a\n", {.width_px = 500}), (Lines{"a\n", ""}));
    EXPECT_EQ(lines_of("", {.width_px = 500}), (Lines{""}));
}

TEST_F(Wrapping, DoesNotBreakBeforePunctuationOrInNumbers) {
    Lines const words{
        "Is ", "dat ", "zo? ", "Ja, ", "1.000,50 ", "(112)! ", "«café».\u00A0En ", "10\u00A0%"};
    std::string text;
    for (std::string const& word : words) {
        text += word;
    }
    float const longest = width_of("«café».\u00A0En");

    for (int step = 0; step < 40; ++step) {
        float const width = longest + 7 * static_cast<float>(step);
        for (std::string const& line : lines_of(text, {.size_px = 20, .width_px = width})) {
            EXPECT_TRUE(std::any_of(words.begin(), words.end(), [&](auto const& word) {
                return line.starts_with(word);
            })) << line;
        }
    }
}

TEST_F(Wrapping, BreaksAWordWiderThanTheLineAndSaysSo) {
    std::string const word = "Verkeersveiligheidsmaatregelen";

    Layout const broken = set(word, {.size_px = 20, .width_px = width_of(word) / 2});
    Layout const whole = set(word, {.size_px = 20, .width_px = width_of(word)});

    EXPECT_GE(broken.lines().size(), 2U);
    EXPECT_TRUE(broken.overflowed());
    EXPECT_EQ(whole.lines().size(), 1U);
    EXPECT_FALSE(whole.overflowed());
}

TEST_F(Wrapping, BreaksWordsBetweenGraphemesOnly) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "e\u0301👨‍👩‍👧🇳🇱";
    }

    Layout const layout = set(text, {.size_px = 20, .width_px = 45});

    EXPECT_GT(layout.lines().size(), 10U);
    for (Line const& line : layout.lines()) {
        std::size_t const before = line.from == 0 ? 0 : utf8::previous_grapheme(text, line.from);
        EXPECT_TRUE(line.from == 0 || utf8::next_grapheme(text, before) == line.from);
    }
}

TEST_F(Wrapping, PutsOneGraphemeOnALineNarrowerThanALetter) {
    EXPECT_EQ(lines_of("abc", {.size_px = 40, .width_px = 1}), (Lines{"a", "b", "c"}));
    EXPECT_TRUE(set("a", {.size_px = 40, .width_px = 1}).overflowed());
}

TEST_F(Wrapping, LetsSpacesHangOverTheEnd) {
    float const width = width_of("een");

    EXPECT_EQ(lines_of("een      twee", {.size_px = 20, .width_px = width_of("twee")}),
              (Lines{"een      ", "twee"}));
    for (Align const align : {Align::start, Align::centre, Align::end}) {
        ParagraphStyle const style{.size_px = 20, .width_px = 300, .align = align};
        EXPECT_EQ(set("een   ", style).lines()[0].left, set("een", style).lines()[0].left);
        EXPECT_EQ(set("een   ", style).lines()[0].width, width);
    }
}

TEST_F(Wrapping, ShowsASoftHyphenOnlyWhereALineEndsAtIt) {
    std::string_view const text = "voor\u00ADkomen";
    Layout const whole = set(text, {.size_px = 20});
    Layout const plain = set("voorkomen", {.size_px = 20});

    Layout const broken = set(text, {.size_px = 20, .width_px = width_of("voorko")});

    EXPECT_EQ(whole.width(), plain.width());
    EXPECT_EQ(whole.glyphs().size(), plain.glyphs().size());
    ASSERT_EQ(broken.lines().size(), 2U);
    EXPECT_EQ(broken.glyphs().size(), plain.glyphs().size() + 1);
    EXPECT_FALSE(broken.overflowed());
    EXPECT_GT(broken.lines()[0].width, width_of("voor"));
}

TEST_F(Wrapping, EndsInAnEllipsisOnlyWhereAskedAndNeeded) {
    std::string_view const text = "een twee drie vier vijf zes zeven acht negen tien elf twaalf";
    ParagraphStyle style{.size_px = 20, .width_px = 150};
    Layout const all = set(text, style);
    ASSERT_GE(all.lines().size(), 4U);
    Layout const ellipsis = set("…", {.size_px = 20});

    EXPECT_FALSE(all.truncated());
    style.max_lines = static_cast<int>(all.lines().size());
    EXPECT_FALSE(set(text, style).truncated());
    style.max_lines = 2;
    Layout const cut = set(text, style);

    EXPECT_TRUE(cut.truncated());
    EXPECT_EQ(cut.lines().size(), 2U);
    EXPECT_LE(cut.lines()[1].width, 150);
    EXPECT_LT(cut.lines()[1].to, text.size());
    EXPECT_EQ(cut.glyphs().back().atlas_x, ellipsis.glyphs()[0].atlas_x);
    EXPECT_EQ(cut.glyphs().back().atlas_y, ellipsis.glyphs()[0].atlas_y);
    EXPECT_NE(all.glyphs().back().atlas_x, ellipsis.glyphs()[0].atlas_x);
}

TEST_F(Wrapping, CutsToAnEllipsisAloneWhereNothingElseFits) {
    Layout const cut = set("aa bb cc", {.size_px = 20, .width_px = 4, .max_lines = 1});

    EXPECT_TRUE(cut.truncated());
    EXPECT_EQ(cut.glyphs().size(), 1U);
    EXPECT_EQ(cut.caret(5).x, cut.caret(0).x);
}

TEST_F(Wrapping, AlignsByTheDirectionOfTheParagraph) {
    struct Case {
        Align align;
        bool arabic;
        char side;
    };
    for (Case const& c : {Case{Align::start, false, 'l'}, Case{Align::start, true, 'r'},
                          Case{Align::end, false, 'r'}, Case{Align::end, true, 'l'},
                          Case{Align::centre, false, 'c'}, Case{Align::centre, true, 'c'}}) {
        Layout const layout =
            set(c.arabic ? "مرحبا" : "Dag", {.size_px = 20, .width_px = 301, .align = c.align});
        Line const line = layout.lines()[0];
        float const room = 301 - line.width;
        float const expected = c.side == 'l' ? 0 : c.side == 'r' ? room : room / 2;

        EXPECT_EQ(line.left, std::floor(expected));
    }
}

TEST_F(Wrapping, StandsOnWholePixels) {
    for (Sample const& sample : kSamples) {
        for (Align const align : {Align::start, Align::centre, Align::end}) {
            Layout const layout =
                set(sample.text, {.size_px = 19.3F, .width_px = 170.7F, .align = align});

            for (Glyph const& glyph : layout.glyphs()) {
                EXPECT_EQ(glyph.x, std::round(glyph.x));
                EXPECT_EQ(glyph.y, std::round(glyph.y));
            }
            for (Line const& line : layout.lines()) {
                EXPECT_EQ(line.baseline, std::round(line.baseline));
                EXPECT_EQ(line.left, std::round(line.left));
            }
        }
    }
}

TEST_F(Wrapping, SetsLinesAtEvenDistances) {
    Layout const layout = set("a\nb\nc", {.size_px = 17});

    EXPECT_EQ(layout.line_height(), 23); // 1.35 x 17 = 22.95
    EXPECT_EQ(layout.height(), 69);
    EXPECT_EQ(layout.lines()[2].baseline - layout.lines()[1].baseline, 23);
    EXPECT_EQ(set("a", {.size_px = 17, .line_height_px = 40.4F}).height(), 40);
}

} // namespace
} // namespace inloop::text
