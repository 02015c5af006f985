// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/bidi.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::text {
namespace {

// Levels as digits, one a character; line ends are 0.
std::string levels_of(std::string_view text, Direction direction = Direction::automatic,
                      Weight weight = Weight::regular) {
    Span const span{text, weight};
    Source source = read_spans({&span, 1});
    std::string out;
    for (Level const level : resolve_levels(source, direction)) {
        out += static_cast<char>('0' + level);
    }
    return out;
}

std::vector<std::uint32_t> order_of(std::vector<Level> const& levels) {
    WipedVector<std::uint32_t> order;
    order_visually(levels, order);
    return {order.begin(), order.end()};
}

TEST(Bidi, TakesTheBaseDirectionFromTheFirstStrongLetter) {
    EXPECT_EQ(levels_of("ab اب"), "00011");
    EXPECT_EQ(levels_of("اب ab"), "11122");
    EXPECT_EQ(levels_of("12 اب"), "22111");
    EXPECT_EQ(levels_of("12"), "00");
    EXPECT_EQ(levels_of("12", Direction::right_to_left), "22");
    EXPECT_EQ(levels_of("اب", Direction::left_to_right), "11");
}

TEST(Bidi, ResolvesEachParagraphByItself) {
    Span const span{"ab\nاب"};
    Source source = read_spans({&span, 1});

    auto const levels = resolve_levels(source, Direction::automatic);

    ASSERT_EQ(source.paragraphs.size(), 2U);
    EXPECT_EQ(source.paragraphs[0].base_level, 0);
    EXPECT_EQ(source.paragraphs[1].base_level, 1);
    EXPECT_EQ(levels[3], 1);
}

TEST(Bidi, TreatsIconsAsNeutral) {
    EXPECT_EQ(levels_of("\uE0CD", Direction::right_to_left, Weight::icon), "1");
    EXPECT_EQ(levels_of("\uE0CD", Direction::right_to_left, Weight::regular), "2");
}

TEST(Bidi, KeepsNumbersReadableInRightToLeftText) {
    EXPECT_EQ(levels_of("اب 112 ج"), "11122211");
    EXPECT_EQ(levels_of("(اب)"), "1111");
}

TEST(Bidi, OrdersPiecesFromLeftToRight) {
    EXPECT_EQ(order_of({}), (std::vector<std::uint32_t>{}));
    EXPECT_EQ(order_of({0, 0, 0}), (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(order_of({1, 1, 1}), (std::vector<std::uint32_t>{2, 1, 0}));
    EXPECT_EQ(order_of({0, 1, 1, 0}), (std::vector<std::uint32_t>{0, 2, 1, 3}));
    EXPECT_EQ(order_of({1, 2, 2, 1}), (std::vector<std::uint32_t>{3, 1, 2, 0}));
    EXPECT_EQ(order_of({2, 2}), (std::vector<std::uint32_t>{0, 1}));
}

} // namespace
} // namespace inloop::text
