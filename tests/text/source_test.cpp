// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/source.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::text {
namespace {

Source read(std::string_view text) {
    Span const span{text};
    return read_spans({&span, 1});
}

std::vector<std::uint32_t> code_points(std::string_view text) {
    Source const source = read(text);
    return {source.code_points.begin(), source.code_points.end()};
}

TEST(Source, JoinsSpansAndKeepsTheirOffsetsWeightsAndTones) {
    std::array const spans{Span{"aé"}, Span{"", Weight::bold}, Span{"b", Weight::bold, 3}};

    Source const source = read_spans(spans);

    EXPECT_EQ((std::vector<std::uint32_t>{source.bytes.begin(), source.bytes.end()}),
              (std::vector<std::uint32_t>{0, 1, 3, 4}));
    EXPECT_EQ(source.weights[1], Weight::regular);
    EXPECT_EQ(source.weights[2], Weight::bold);
    EXPECT_EQ(source.tones[2], 3);
}

TEST(Source, LetsAGraphemeBeginInOneSpanAndEndInTheNext) {
    std::array const spans{Span{"e"}, Span{"\u0301x"}};

    Source const source = read_spans(spans);

    EXPECT_EQ(source.grapheme[0], 1);
    EXPECT_EQ(source.grapheme[1], 0);
    EXPECT_EQ(source.grapheme[2], 1);
}

TEST(Source, PutsAReplacementForEveryMalformedByte) {
    using Points = std::vector<std::uint32_t>;
    struct Case {
        std::string_view bytes;
        std::size_t replacements;
    };
    constexpr std::array kMalformed{
        Case{"\x80", 1}, // a continuation alone
        Case{"\xC3", 1}, // the first of two, then the end
        Case{"\xE2\x82", 2}, // two of three
        Case{"\xF0\x9F\x98", 3}, // three of four
        Case{"\xC0\xAF", 2}, // overlong, two bytes
        Case{"\xE0\x80\xAF", 3}, // overlong, three bytes
        Case{"\xF0\x80\x80\xAF", 4}, // overlong, four bytes
        Case{"\xED\xA0\x80", 3}, // half a surrogate pair
        Case{"\xF4\x90\x80\x80", 4}, // above U+10FFFF
        Case{"\xFE", 1}, // never in UTF-8
        Case{"\xFF", 1},
    };
    for (Case const& malformed : kMalformed) {
        std::string const text = "a" + std::string(malformed.bytes) + "b";
        Points expected{'a'};
        expected.insert(expected.end(), malformed.replacements, 0xFFFD);
        expected.push_back('b');

        EXPECT_EQ(code_points(text), expected);
        EXPECT_EQ(read(text).bytes.back(), text.size());
    }
    EXPECT_EQ(code_points("aé€😀b"), (Points{'a', 0xE9, 0x20AC, 0x1F600, 'b'}));
}

TEST(Source, CutsParagraphsAtEveryEndOfLine) {
    EXPECT_EQ(read("").paragraphs.size(), 1U);
    EXPECT_EQ(read("\n").paragraphs.size(), 2U);
    EXPECT_EQ(read("a\r\nb\u2028c\u2029d").paragraphs.size(), 4U);
    EXPECT_EQ(read("a\rb").paragraphs.size(), 1U);

    Source const source = read("ab\r\nc");

    EXPECT_EQ(source.paragraphs[0].to, 2U); // without the return
    EXPECT_EQ(source.paragraphs[1].from, 4U);
}

TEST(Source, HidesControlsAndMakesATabASpace) {
    EXPECT_EQ(code_points("a\x01\tb\x7F\u0085"),
              (std::vector<std::uint32_t>{'a', kInvisible, ' ', 'b', kInvisible, kInvisible}));
}

TEST(Source, KnowsSpacesThatMayHangOverALineEnd) {
    EXPECT_TRUE(is_space(' '));
    EXPECT_TRUE(is_space(0x3000));
    EXPECT_FALSE(is_space(0x00A0));
    EXPECT_FALSE(is_space('a'));
}

} // namespace
} // namespace inloop::text
