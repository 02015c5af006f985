// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/secret_text.h"
#include "kiosk/base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace inloop {
namespace {

constexpr std::size_t kRoom = 16;

SecretText text_of(std::string_view content, std::size_t room = kRoom) {
    SecretText text = SecretText::with_capacity(room).value();
    EXPECT_TRUE(text.insert(0, content));
    return text;
}

// All the memory of the text, also behind its end. The block is readable as long as the text lives.
std::string_view memory_of(SecretText const& text) {
    return {text.view().data(), text.capacity()};
}

bool is_zero(std::string_view memory) {
    return std::all_of(memory.begin(), memory.end(), [](char c) { return c == 0; });
}

TEST(SecretText, StartsEmptyAndZero) {
    SecretText const text = SecretText::with_capacity(8192).value();

    EXPECT_TRUE(text.empty());
    EXPECT_EQ(text.size(), 0U);
    EXPECT_EQ(text.capacity(), 8192U);
    EXPECT_EQ(text.view(), "");
    EXPECT_TRUE(is_zero(memory_of(text)));
}

TEST(SecretText, FailsAsUnavailableWhenTheSystemHasNoMemory) {
    auto const text = SecretText::with_capacity(std::numeric_limits<std::size_t>::max() - 1);

    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(SecretText::with_capacity(kRoom).has_value()); // a modest wish is still granted
}

TEST(SecretText, InsertsAtTheStartInTheMiddleAndAtTheEnd) {
    SecretText text = text_of("bd");

    EXPECT_TRUE(text.insert(0, "a"));
    EXPECT_TRUE(text.insert(2, "c\xC3\xA9"));
    EXPECT_TRUE(text.insert(text.size(), "!"));

    EXPECT_EQ(text.view(), "abc\xC3\xA9"
                           "d!");
}

TEST(SecretText, InsertingNothingIsFine) {
    SecretText text = text_of("ab");

    EXPECT_TRUE(text.insert(1, ""));
    EXPECT_EQ(text.view(), "ab");
}

TEST(SecretText, TakesExactlyItsCapacity) {
    SecretText text = text_of(std::string(kRoom - 1, 'x'));

    // when: two bytes do not fit where one does
    EXPECT_FALSE(text.insert(0, "\xC3\xA9"));
    EXPECT_EQ(text.view(), std::string(kRoom - 1, 'x'));

    // then
    EXPECT_TRUE(text.insert(0, "y"));
    EXPECT_EQ(text.size(), kRoom);
    EXPECT_FALSE(text.insert(0, "z"));
    EXPECT_TRUE(text.insert(kRoom, ""));
    EXPECT_EQ(text.view(), "y" + std::string(kRoom - 1, 'x'));
}

TEST(SecretText, RefusesMalformedTextAndKeepsWhatIsThere) {
    SecretText text = text_of("ab");
    for (std::string_view bad :
         {"\xC3", "\xA9", "x\xFFy", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80"}) {
        EXPECT_FALSE(text.insert(1, bad));
        EXPECT_EQ(text.view(), "ab");
        EXPECT_TRUE(is_zero(memory_of(text).substr(2)));
    }
    EXPECT_TRUE(text.insert(1, "\xC3\xA9")); // the well-formed one goes in
}

TEST(SecretText, RefusesAPlaceInsideACodePointOrOutsideTheText) {
    SecretText text = text_of("a\xE2\x82\xAC"
                              "b");

    EXPECT_FALSE(text.insert(2, "x"));
    EXPECT_FALSE(text.insert(3, "x"));
    EXPECT_FALSE(text.insert(6, "x"));
    EXPECT_FALSE(text.insert(std::string_view::npos, "x"));
    EXPECT_EQ(text.view(), "a\xE2\x82\xAC"
                           "b");
    EXPECT_TRUE(text.insert(4, "x"));
}

TEST(SecretText, ErasesInTheMiddleAndWipesWhatMoved) {
    SecretText text = text_of("abcdef");

    EXPECT_TRUE(text.erase(1, 4));

    EXPECT_EQ(text.view(), "aef");
    EXPECT_TRUE(is_zero(memory_of(text).substr(3)));
}

TEST(SecretText, ErasesAtTheEdges) {
    SecretText text = text_of("abcdef");

    EXPECT_TRUE(text.erase(0, 1));
    EXPECT_EQ(text.view(), "bcdef");
    EXPECT_TRUE(text.erase(4, 5));
    EXPECT_EQ(text.view(), "bcde");
    EXPECT_TRUE(text.erase(2, 2));
    EXPECT_EQ(text.view(), "bcde");
    EXPECT_TRUE(text.erase(0, 4));
    EXPECT_TRUE(text.empty());
    EXPECT_TRUE(text.erase(0, 0));
    EXPECT_TRUE(is_zero(memory_of(text)));
}

TEST(SecretText, RefusesToEraseHalfACodePointOrOutsideTheText) {
    SecretText text = text_of("a\xE2\x82\xAC"
                              "b");

    EXPECT_FALSE(text.erase(2, 4));
    EXPECT_FALSE(text.erase(1, 3));
    EXPECT_FALSE(text.erase(4, 1));
    EXPECT_FALSE(text.erase(0, 6));
    EXPECT_FALSE(text.erase(6, 6));
    EXPECT_EQ(text.view(), "a\xE2\x82\xAC"
                           "b");
    EXPECT_TRUE(text.erase(1, 4));
    EXPECT_EQ(text.view(), "ab");
}

TEST(SecretText, ClearLeavesNothingInMemory) {
    SecretText text = text_of("geheim");
    char const* const data = text.view().data();
    ASSERT_FALSE(is_zero(memory_of(text))); // the negative control: it was there

    text.clear();

    EXPECT_TRUE(text.empty());
    EXPECT_EQ(text.view().data(), data); // same block, ready for the next visitor
    EXPECT_TRUE(is_zero(memory_of(text)));
    EXPECT_TRUE(text.insert(0, "nieuw"));
}

TEST(SecretText, ClearAlsoReachesWhatErasedTextOnceUsed) {
    SecretText text = text_of("0123456789abcdef");
    ASSERT_TRUE(text.erase(1, 16));

    text.clear();

    EXPECT_TRUE(is_zero(memory_of(text)));
}

TEST(SecretText, MovingHandsTheBlockOverAndLeavesAnEmptyText) {
    SecretText from = text_of("abc");
    char const* const data = from.view().data();

    SecretText to = std::move(from);

    EXPECT_EQ(to.view(), "abc");
    EXPECT_EQ(to.view().data(), data);
    EXPECT_EQ(to.capacity(), kRoom);
    // NOLINTBEGIN(bugprone-use-after-move,clang-analyzer-cplusplus.Move): what is left behind is
    // promised to be empty and safe
    EXPECT_TRUE(from.empty());
    EXPECT_EQ(from.capacity(), 0U);
    EXPECT_FALSE(from.insert(0, "x"));
    EXPECT_TRUE(from.insert(0, ""));
    EXPECT_TRUE(from.erase(0, 0));
    from.clear();
    // NOLINTEND(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
}

TEST(SecretText, MoveAssignmentReplacesTheBlockAndForgivesItself) {
    SecretText a = text_of("eerste");
    SecretText b = text_of("tweede");

    a = std::move(b);
    EXPECT_EQ(a.view(), "tweede");

    SecretText& same = a;
    a = std::move(same);
    EXPECT_EQ(a.view(), "tweede");
}

TEST(SecretText, BehavesLikeAStringUnderRandomEditing) {
    // given: the same edits on a std::string of letters of one to four bytes
    constexpr std::string_view kLetters[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    std::mt19937 random(20240604); // the same every run
    SecretText text = SecretText::with_capacity(64).value();
    std::string mirror;

    for (int i = 0; i < 20'000; ++i) {
        std::size_t const a = random() % (mirror.size() + 3);
        std::size_t const b = random() % (mirror.size() + 3);
        std::string_view const letter = kLetters[random() % 4];
        bool const edited = random() % 3 != 0 ? text.insert(a, letter) : text.erase(a, b);
        if (edited && text.size() > mirror.size()) {
            mirror.insert(a, letter);
        } else if (edited) {
            mirror.erase(a, b - a);
        }
        // then
        ASSERT_EQ(text.view(), mirror);
        ASSERT_TRUE(utf8::is_valid(text.view()));
        ASSERT_TRUE(is_zero(memory_of(text).substr(text.size())));
    }
}

} // namespace
} // namespace inloop
