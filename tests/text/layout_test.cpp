// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/text/layout.h"
#include "tests/support/seeded_random.h"
#include "tests/support/text_samples.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::text {
namespace {

using support::kSamples;
using support::Sample;
using support::set_text;

TEST(Layout, IsEmptyWhenNothingWasSet) {
    Layout const layout;

    EXPECT_TRUE(layout.lines().empty());
    EXPECT_EQ(layout.height(), 0);
    EXPECT_EQ(layout.caret(3), Caret{});
    EXPECT_EQ(layout.byte_at(5, 5), 0U);
}

TEST(Layout, HasALineAndACaretForEmptyText) {
    auto const typesetter = support::open_typesetter();

    for (Direction const direction : {Direction::left_to_right, Direction::right_to_left}) {
        Layout const layout =
            set_text(*typesetter, "", {.size_px = 20, .width_px = 300, .direction = direction});

        ASSERT_EQ(layout.lines().size(), 1U);
        EXPECT_EQ(layout.caret(0).x, direction == Direction::left_to_right ? 0 : 300);
        EXPECT_EQ(layout.caret(0).height, 27);
        EXPECT_EQ(layout.byte_at(100, 100), 0U);
        EXPECT_TRUE(layout.glyphs().empty());
    }
    EXPECT_EQ(typesetter->lay_out_private({}, {}).lines().size(), 1U);
}

// Every boundary of a text: where its caret stands, a touch finds it again.
void expect_inverse(Layout const& layout, std::string_view text, std::string_view name) {
    for (std::size_t byte = 0;; byte = utf8::next_grapheme(text, byte)) {
        Caret const caret = layout.caret(byte);
        EXPECT_EQ(layout.byte_at(caret.x, caret.top + caret.height / 2), byte)
            << name << " at byte " << byte;
        if (byte >= text.size()) {
            break;
        }
    }
}

TEST(Layout, FindsEveryGraphemeAgainWhereItsCaretStands) {
    auto const typesetter = support::open_typesetter();
    for (Sample const& sample : kSamples) {
        for (float const width : {0.0F, 60.0F, 140.0F, 400.0F}) {
            for (Align const align : {Align::start, Align::centre, Align::end}) {
                for (Direction const direction :
                     {Direction::automatic, Direction::left_to_right, Direction::right_to_left}) {
                    ParagraphStyle const style{
                        .size_px = 26, .width_px = width, .align = align, .direction = direction};
                    expect_inverse(set_text(*typesetter, sample.text, style), sample.text,
                                   sample.name);
                }
            }
        }
    }
}

TEST(Layout, FindsEveryGraphemeAgainInAnyMixtureOfDirections) {
    auto const typesetter = support::open_typesetter();
    support::SeededRandom random(3);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            std::string_view const from = kSamples.at(random.below(kSamples.size())).text;
            std::size_t const at = utf8::previous_grapheme(
                from, random.below(static_cast<std::uint32_t>(from.size())));
            text += from.substr(at, utf8::next_grapheme(from, at) - at);
        }
        float const width = static_cast<float>(random.below(500));

        expect_inverse(set_text(*typesetter, text, {.size_px = 26, .width_px = width}), text,
                       "mixture");
    }
}

TEST(Layout, FindsGraphemesAgainAcrossLineEnds) {
    auto const typesetter = support::open_typesetter();
    std::string text;
    for (Sample const& sample : kSamples) {
        text += sample.text;
        text += text.size() % 2 == 0 ? "\n" : "\n\n";
    }

    expect_inverse(set_text(*typesetter, text, {.size_px = 26, .width_px = 300}), text, "all");
}

TEST(Layout, TakesTheNearestSideOfALetter) {
    auto const typesetter = support::open_typesetter();
    Layout const layout = set_text(*typesetter, "mm", {.size_px = 40});
    float const middle = layout.caret(1).x;

    EXPECT_EQ(layout.byte_at(middle * 0.4F, 0), 0U);
    EXPECT_EQ(layout.byte_at(middle * 0.6F, 0), 1U);
    EXPECT_EQ(layout.byte_at(-50, 0), 0U);
    EXPECT_EQ(layout.byte_at(5000, 0), 2U);
}

TEST(Layout, TakesTheFirstAndLastLineAboveAndBelow) {
    auto const typesetter = support::open_typesetter();
    Layout const layout = set_text(*typesetter, "ab\ncd", {.size_px = 40});

    EXPECT_EQ(layout.byte_at(0, -100), 0U);
    EXPECT_EQ(layout.byte_at(0, 1000), 3U);
    EXPECT_EQ(layout.caret(2).top, 0);
    EXPECT_EQ(layout.caret(3).top, 54);
    EXPECT_EQ(layout.caret(99).x, layout.caret(5).x);
}

TEST(Layout, StandsOnTheGraphemeAByteLiesIn) {
    auto const typesetter = support::open_typesetter();
    std::string_view const text = "ae\u0301👨‍👩‍👧b";
    Layout const layout = set_text(*typesetter, text, {.size_px = 40});

    EXPECT_EQ(layout.caret(2), layout.caret(1)); // inside e with its mark
    EXPECT_EQ(layout.caret(10), layout.caret(4));
    EXPECT_LT(layout.caret(4).x, layout.caret(text.size() - 1).x);
}

TEST(Layout, ShowsALineEndBeforeItsLine) {
    auto const typesetter = support::open_typesetter();
    Layout const layout = set_text(*typesetter, "ab\r\ncd", {.size_px = 40});

    EXPECT_EQ(layout.caret(2).top, 0);
    EXPECT_EQ(layout.caret(4).top, 54);
    EXPECT_EQ(layout.byte_at(5000, 0), 2U);
}

TEST(Layout, MovesTheCaretOverSpacesAtTheEnd) {
    auto const typesetter = support::open_typesetter();

    Layout const dutch = set_text(*typesetter, "ab  ", {.size_px = 40, .width_px = 300});
    Layout const arabic = set_text(*typesetter, "اب  ", {.size_px = 40, .width_px = 300});

    EXPECT_LT(dutch.caret(2).x, dutch.caret(3).x);
    EXPECT_LT(dutch.caret(3).x, dutch.caret(4).x);
    EXPECT_GT(arabic.caret(4).x, arabic.caret(5).x);
    EXPECT_GT(arabic.caret(5).x, arabic.caret(6).x);
}

TEST(Layout, SharesALigatureAmongItsLetters) {
    auto const typesetter = support::open_typesetter();
    Layout const layout = set_text(*typesetter, "لا", {.size_px = 40}); // lam and alef, one glyph

    EXPECT_EQ(layout.glyphs().size(), 1U);
    EXPECT_GT(layout.caret(0).x, layout.caret(2).x);
    EXPECT_GT(layout.caret(2).x, layout.caret(4).x);
}

} // namespace
} // namespace inloop::text
