// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/word_list.h"
#include "tests/support/must.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::entries {
namespace {

using support::must;

std::string fault_of(std::vector<std::string> const& lines) {
    auto const list = WordList::parse(support::file_of(lines), "words.xx.txt");
    if (list) {
        return {};
    }
    EXPECT_EQ(list.error().code, ErrorCode::invalid_input);
    return list.error().message;
}

// The fault of a list whose line `line` (from 1) is replaced.
std::string fault_with(std::size_t line, std::string const& word) {
    auto lines = support::synthetic_words();
    lines[line - 1] = word;
    return fault_of(lines);
}

TEST(WordList, KeepsWordsInTheOrderOfTheFile) {
    auto const words = support::synthetic_words();
    WordList const list = must(WordList::parse(support::file_of(words), "words"));
    for (std::uint16_t i = 0; i < 2048; ++i) {
        ASSERT_EQ(list.word(i), words[i]);
        ASSERT_EQ(list.find(words[i]), i);
    }
}

TEST(WordList, TakesALastLineWithoutLineEnd) {
    std::string text = support::synthetic_word_file();
    text.pop_back();
    EXPECT_TRUE(WordList::parse(text, "words"));
}

TEST(WordList, FindsWholeWordsOnly) {
    WordList const list = must(WordList::parse(support::synthetic_word_file(), "words"));
    EXPECT_EQ(list.find("aaabx"), 1);
    for (std::string_view word : {"", "aaab", "aaabxx", "AAABX", "zzzz", "a"}) {
        EXPECT_EQ(list.find(word), std::nullopt) << word;
    }
}

TEST(WordList, CompletesToAllWordsWithThatBeginning) {
    WordList const list = must(WordList::parse(support::synthetic_word_file(), "words"));
    EXPECT_EQ(list.complete(""), (WordRange{0, 2048}));
    EXPECT_EQ(list.complete("aaa"), (WordRange{0, 26}));
    EXPECT_EQ(list.complete("aab"), (WordRange{26, 26}));
    EXPECT_EQ(list.complete("aaab"), (WordRange{1, 1}));
    EXPECT_EQ(list.complete("aaabx"), (WordRange{1, 1}));
    EXPECT_EQ(list.complete("aaabxx").count, 0);
    EXPECT_EQ(list.complete("zz").count, 0);
    EXPECT_EQ(list.complete("A").count, 0);
}

TEST(WordList, LeavesOneWordAfterFourLetters) {
    WordList const list = must(WordList::parse(support::synthetic_word_file(), "words"));
    for (std::uint16_t i = 0; i < 2048; ++i) {
        ASSERT_EQ(list.complete(list.word(i).substr(0, 4)), (WordRange{i, 1}));
    }
}

TEST(WordList, NamesFileLineCauseAndMend) {
    EXPECT_EQ(fault_with(7, "aaagx\r"), "words.xx.txt:7: ends in a carriage return: save the file "
                                        "with Unix line ends");
    EXPECT_EQ(fault_with(1, "abc"), "words.xx.txt:1: has not 4 to 7 letters: choose another word");
    EXPECT_EQ(fault_with(1, "aaaaaaaa"),
              "words.xx.txt:1: has not 4 to 7 letters: choose another word");
    EXPECT_EQ(fault_with(3, ""), "words.xx.txt:3: has not 4 to 7 letters: choose another word");
    for (char const* word : {"aaaC", "aa c", "aa1c", "aaa-", "aaa\xC3\xAB", "aaa{", "aaa`"}) {
        EXPECT_EQ(
            fault_with(3, word),
            "words.xx.txt:3: has something else than the letters a-z: write one word in small "
            "letters and nothing else");
    }
    EXPECT_EQ(fault_with(3, "aaab"), "words.xx.txt:3: begins with the same four letters as the "
                                     "line before: choose another word");
    EXPECT_EQ(fault_with(2048, "aaaq"), "words.xx.txt:2048: comes before the line above it in the "
                                        "alphabet: sort the file");
}

TEST(WordList, CountsItsLines) {
    auto lines = support::synthetic_words();
    lines.emplace_back("zzzz");
    EXPECT_EQ(fault_of(lines),
              "words.xx.txt:2049: is one line too many: the list has 2,048 words, take words away");
    lines.resize(2047);
    EXPECT_EQ(fault_of(lines),
              "words.xx.txt:2048: is missing: the list has 2,048 words, add words");
    EXPECT_EQ(fault_of({}), "words.xx.txt:1: is missing: the list has 2,048 words, add words");
}

} // namespace
} // namespace inloop::entries
