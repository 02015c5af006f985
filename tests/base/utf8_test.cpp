// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::utf8 {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Case {
    std::string_view name;
    std::string_view text;
};

constexpr Case kMalformed[] = {
    {"lone continuation", "\x80"},
    {"two bytes cut short", "\xC3"},
    {"three bytes cut short", "\xE2\x82"},
    {"four bytes cut short", "\xF0\x9F\x98"},
    {"cut short by a letter", "\xE2\x82z"},
    {"slash in two bytes", "\xC0\xAF"},
    {"slash in three bytes", "\xE0\x80\xAF"},
    {"slash in four bytes", "\xF0\x80\x80\xAF"},
    {"nul in two bytes", "\xC0\x80"},
    {"largest overlong of two bytes", "\xC1\xBF"},
    {"largest overlong of three bytes", "\xE0\x9F\xBF"},
    {"largest overlong of four bytes", "\xF0\x8F\xBF\xBF"},
    {"first high surrogate", "\xED\xA0\x80"},
    {"last low surrogate", "\xED\xBF\xBF"},
    {"surrogate pair", "\xED\xA0\xBD\xED\xB8\x80"},
    {"above the last code point", "\xF4\x90\x80\x80"},
    {"five bytes", "\xF8\x88\x80\x80\x80"},
    {"byte order mark of UTF-16", "\xFE\xFF"},
};

constexpr Case kWellFormed[] = {
    {"empty", ""},
    {"letter", "a"},
    {"nul", std::string_view("\0", 1)},
    {"first of two bytes", "\xC2\x80"},
    {"last of two bytes", "\xDF\xBF"},
    {"first of three bytes", "\xE0\xA0\x80"},
    {"just below the surrogates", "\xED\x9F\xBF"},
    {"just above the surrogates", "\xEE\x80\x80"},
    {"last of three bytes", "\xEF\xBF\xBF"},
    {"first of four bytes", "\xF0\x90\x80\x80"},
    {"last code point", "\xF4\x8F\xBF\xBF"},
    {"Arabic", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"},
};

// Byte offsets of all boundaries, by walking forward.
std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> all = {0};
    while (all.back() < text.size()) {
        std::size_t const next = next_grapheme(text, all.back());
        if (next <= all.back() || next > text.size()) {
            ADD_FAILURE() << "stuck at byte " << all.back();
            break;
        }
        all.push_back(next);
    }
    return all;
}

using Offsets = std::vector<std::size_t>;

TEST(Utf8, RefusesEveryMalformedForm) {
    for (Case const& one : kMalformed) {
        EXPECT_FALSE(is_valid(one.text)) << one.name;
        EXPECT_FALSE(is_valid("ab" + std::string(one.text))) << one.name << " at the end";
        EXPECT_FALSE(is_valid(std::string(one.text) + "\xC3\xA9")) << one.name << " at the start";
    }
}

TEST(Utf8, AcceptsEveryEdgeOfTheWellFormed) {
    for (Case const& one : kWellFormed) {
        EXPECT_TRUE(is_valid(one.text)) << one.name;
        EXPECT_TRUE(is_valid(std::string(one.text) + "a" + std::string(one.text))) << one.name;
    }
}

TEST(Utf8, RepairsEveryMalformedByteAndNothingElse) {
    EXPECT_EQ(repaired("a\xFF"
                       "b"),
              "a" + std::string(kReplacement) + "b");
    EXPECT_EQ(repaired("\xC0\xAF"), std::string(kReplacement) + std::string(kReplacement));
    EXPECT_EQ(repaired("\xE2\x82"
                       "e"),
              std::string(kReplacement) + std::string(kReplacement) + "e");
    for (Case const& one : kMalformed) {
        EXPECT_TRUE(is_valid(repaired(one.text))) << one.name;
    }
    for (Case const& one : kWellFormed) {
        EXPECT_EQ(repaired(one.text), one.text) << one.name;
    }
}

TEST(Utf8, CountsCodePointsNotBytes) {
    EXPECT_EQ(count(""), 0U);
    EXPECT_EQ(count("abc"), 3U);
    EXPECT_EQ(count("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 3U);
    EXPECT_EQ(count("e\xCC\x81"), 2U); // a letter and its accent
}

TEST(Utf8, TakesSpacesOfEveryScriptForBlank) {
    for (std::string_view blank :
         {"", " ", "\t\r\n", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x83", "\xE2\x80\x8B",
          "\xE2\x80\x8F \xE2\x80\x8D", "\xE2\x80\xA9", "\xEF\xBB\xBF"}) {
        EXPECT_TRUE(is_blank(blank));
    }
    for (std::string_view ink :
         {"a", " \n.", "\xC2\xA0\xD9\x85", "\xF0\x9F\x98\x80", "1", "\xFF"}) {
        EXPECT_FALSE(is_blank(ink));
    }
}

TEST(Utf8, StepsOverLettersOfEveryLength) {
    EXPECT_EQ(boundaries("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), (Offsets{0, 1, 3, 6, 10}));
}

TEST(Utf8, KeepsAnAccentWithItsLetter) {
    EXPECT_EQ(boundaries("e\xCC\x81x"), (Offsets{0, 3, 4}));
    EXPECT_EQ(boundaries("a\xCC\x88\xCC\xB2"
                         "b"),
              (Offsets{0, 5, 6}));
}

TEST(Utf8, TreatsReturnAndNewlineAsOne) {
    EXPECT_EQ(boundaries("a\r\nb"), (Offsets{0, 1, 3, 4}));
    EXPECT_EQ(boundaries("\n\n"), (Offsets{0, 1, 2}));
    EXPECT_EQ(boundaries("\n\r"), (Offsets{0, 1, 2}));
}

TEST(Utf8, PairsFlagsFromTheStart) {
    // given: NL, DE and half a flag, four bytes each half
    std::string const flags = "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1"
                              "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
                              "\xF0\x9F\x87\xA7";

    EXPECT_EQ(boundaries(flags), (Offsets{0, 8, 16, 20}));
    EXPECT_EQ(previous_grapheme(flags, 20), 16U);
    EXPECT_EQ(previous_grapheme(flags, 16), 8U);
    EXPECT_EQ(previous_grapheme(flags, 8), 0U);
}

TEST(Utf8, KeepsAJoinedFamilyTogether) {
    // given: man, joiner, woman, joiner, girl; then a thumb with a skin tone
    std::string const family =
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
    std::string const thumb = "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD";

    EXPECT_EQ(boundaries(family + thumb + "a"), (Offsets{0, 18, 26, 27}));
    EXPECT_EQ(previous_grapheme(family + thumb, 26), 18U);
    EXPECT_EQ(previous_grapheme(family + thumb, 18), 0U);
}

TEST(Utf8, StepsThroughArabicWithItsVowelSigns) {
    // given: meem, fatha, reh, sukun, hah
    std::string const word = "\xD9\x85\xD9\x8E\xD8\xB1\xD9\x92\xD8\xAD";

    EXPECT_EQ(boundaries(word), (Offsets{0, 4, 8, 10}));
    EXPECT_EQ(previous_grapheme(word, 10), 8U);
    EXPECT_EQ(previous_grapheme(word, 8), 4U);
}

TEST(Utf8, KeepsHangulSyllablesAndLaterVariationsTogether) {
    // given: the letters of "han" apart, and a heart with its colour selector
    EXPECT_EQ(boundaries("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), (Offsets{0, 9}));
    EXPECT_EQ(boundaries("\xE2\x9D\xA4\xEF\xB8\x8F!"), (Offsets{0, 6, 7}));
}

TEST(Utf8, EndsReturnThemselves) {
    EXPECT_EQ(next_grapheme("", 0), 0U);
    EXPECT_EQ(previous_grapheme("", 0), 0U);
    EXPECT_EQ(next_grapheme("ab", 2), 2U);
    EXPECT_EQ(previous_grapheme("ab", 0), 0U);
}

TEST(Utf8, PreviousUndoesNextOnRandomText) {
    // given: pieces that join with one another in every way the rules know
    constexpr std::string_view kPieces[] = {"a",
                                            " ",
                                            "\r",
                                            "\n",
                                            "\xCC\x81",
                                            "\xE2\x80\x8D",
                                            "\xF0\x9F\x87\xB3",
                                            "\xF0\x9F\x91\xA9",
                                            "\xF0\x9F\x8F\xBD",
                                            "\xEF\xB8\x8F",
                                            "\xE1\x84\x92",
                                            "\xE1\x85\xA1",
                                            "\xE1\x86\xAB",
                                            "\xD9\x85",
                                            "\xD9\x8E",
                                            "\xE0\xA4\x95",
                                            "\xE0\xA4\xBF",
                                            "\xD8\x80"};
    std::mt19937 random(1863); // the same every run
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t pieces = random() % 24; pieces > 0; --pieces) {
            text += kPieces[random() % std::size(kPieces)];
        }

        // when
        Offsets const forward = boundaries(text);
        Offsets backward = {text.size()};
        while (backward.back() > 0) {
            backward.push_back(previous_grapheme(text, backward.back()));
            ASSERT_LT(backward.back(), backward[backward.size() - 2]);
        }

        // then
        ASSERT_EQ(forward, Offsets(backward.rbegin(), backward.rend()));
        for (std::size_t at : forward) {
            ASSERT_TRUE(
                is_valid(std::string_view(text).substr(0, at))); // never inside a code point
        }
    }
}

TEST(Utf8, WalksThroughAnyBytesToTheEnd) {
    // given: noise, as a damaged page file could hold
    std::mt19937 random(112); // the same every run
    for (int round = 0; round < 2000; ++round) {
        std::string noise(random() % 40, '\0');
        for (char& c : noise) {
            c = static_cast<char>(random() & 0xFFU);
        }

        EXPECT_EQ(boundaries(noise).back(), noise.size());
        EXPECT_TRUE(is_valid(repaired(noise)));
        EXPECT_EQ(is_valid(noise), repaired(noise) == noise);
    }
}

} // namespace
} // namespace inloop::utf8
