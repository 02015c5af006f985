// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/code_draft.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace inloop::flow {
namespace {

// The list of the rig: "aaaa", "aaabx", "aaacxy", "aaadxyz", "aaae", ...
entries::WordList const& list() {
    return rig_words();
}

void type_letters(CodeDraft& code, std::string_view letters) {
    for (char const letter : letters) {
        ASSERT_TRUE(code.add_letter(letter, list())) << letter;
    }
}

void type_digits(CodeDraft& code, std::string_view digits) {
    for (char const digit : digits) {
        ASSERT_TRUE(code.add_digit(digit)) << digit;
    }
}

CodeDraft typed_words() {
    CodeDraft code;
    for (std::uint16_t const word : kCode.words) {
        EXPECT_TRUE(code.choose_word(word));
    }
    return code;
}

CodeDraft typed_digits(std::string_view digits) {
    CodeDraft code;
    code.set_mode(CodeMode::digits);
    type_digits(code, digits);
    return code;
}

bool holds(CodeDraft const& code, std::string_view bytes) {
    std::string_view const memory(reinterpret_cast<char const*>(&code), sizeof(code));
    return memory.find(bytes) != std::string_view::npos;
}

TEST(CodeDraft, LettersLeadToAWord) {
    CodeDraft code;

    type_letters(code, "aaad");

    EXPECT_EQ(code.letters(), "aaad");
    entries::WordRange const found = list().complete(code.letters());
    ASSERT_EQ(found.count, 1U); // four letters leave one word
    EXPECT_TRUE(code.choose_word(found.first));
    EXPECT_EQ(code.words(), 1U);
    EXPECT_EQ(code.word(0), 3U);
    EXPECT_EQ(code.letters(), "");
}

TEST(CodeDraft, TakesOnlyLettersThatAWordGoesOnWith) {
    CodeDraft code;
    type_letters(code, "aaad");

    for (int letter = -128; letter < 128; ++letter) {
        EXPECT_EQ(code.can_follow(static_cast<char>(letter), list()), letter == 'x') << letter;
    }
    EXPECT_FALSE(code.add_letter('a', list()));
    EXPECT_FALSE(code.add_letter('X', list()));
    EXPECT_EQ(code.letters(), "aaad");
}

TEST(CodeDraft, TakesNoMoreThanTheLongestWordHas) {
    CodeDraft code;
    type_letters(code, "aaadxyz");

    for (char letter = 'a'; letter <= 'z'; ++letter) {
        EXPECT_FALSE(code.add_letter(letter, list()));
    }
    EXPECT_EQ(code.letters(), "aaadxyz");
}

TEST(CodeDraft, IsTheCodeAfterFiveWords) {
    CodeDraft code = typed_words();

    EXPECT_TRUE(code.complete());
    EXPECT_EQ(code.code(), kCode);
    EXPECT_EQ(code.wrong_group(), std::nullopt);
    EXPECT_FALSE(code.choose_word(7)); // there is no sixth
    EXPECT_FALSE(code.can_follow('a', list()));
    EXPECT_EQ(code.code(), kCode);
}

TEST(CodeDraft, IsTheSameCodeFromItsDigits) {
    auto const digits = kCode.digits();

    CodeDraft const code = typed_digits({digits.data(), digits.size()});

    EXPECT_TRUE(code.complete());
    EXPECT_EQ(code.code(), kCode);
}

TEST(CodeDraft, IsNoCodeUntilTheLastSign) {
    CodeDraft words;
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_TRUE(words.choose_word(kCode.words[i]));
        EXPECT_FALSE(words.complete());
        EXPECT_EQ(words.code(), std::nullopt);
    }
    CodeDraft const digits = typed_digits("0001000200030004000");
    EXPECT_FALSE(digits.complete());
    EXPECT_EQ(digits.code(), std::nullopt);
}

TEST(CodeDraft, RefusesWhatIsNoDigitAndMoreThanTwenty) {
    CodeDraft code = typed_digits("0001000200030004000");
    for (char const sign : {'a', ' ', '-', '/', ':', '\0', '\xC3'}) {
        EXPECT_FALSE(code.add_digit(sign));
    }
    EXPECT_TRUE(code.add_digit('5'));
    EXPECT_FALSE(code.add_digit('5'));
    EXPECT_EQ(code.digits(), "00010002000300040005");
}

TEST(CodeDraft, RefusesDigitsAmongWordsAndWordsAmongDigits) {
    CodeDraft words;
    EXPECT_FALSE(words.add_digit('1'));
    EXPECT_FALSE(words.choose_word(2048));
    EXPECT_FALSE(words.choose_word(65535));

    CodeDraft digits = typed_digits("1");
    EXPECT_FALSE(digits.add_letter('a', list()));
    EXPECT_FALSE(digits.can_follow('a', list()));
    EXPECT_FALSE(digits.choose_word(1));
    EXPECT_EQ(digits.digits(), "1");
}

TEST(CodeDraft, NamesTheFirstGroupThatIsNoWord) {
    struct Case {
        std::string_view typed;
        std::optional<std::size_t> wrong;
    };
    Case const cases[] = {
        {"000", std::nullopt}, // not yet a group
        {"0000", 0},
        {"2049", 0},
        {"9999", 0},
        {"0001", std::nullopt},
        {"2048", std::nullopt},
        {"00010000", 1},
        {"000120480003", std::nullopt},
        {"0001204800032049", 3},
        {"00012048000320490000", 3},
        {"00012048000320480000", 4},
    };
    for (Case const& one : cases) {
        CodeDraft const code = typed_digits(one.typed);

        EXPECT_EQ(code.wrong_group(), one.wrong) << one.typed;
        EXPECT_EQ(code.code(), std::nullopt) << one.typed;
    }
    EXPECT_NE(typed_digits("00012048000320480001").code(), std::nullopt);
}

TEST(CodeDraft, ErasesTheLastThingTyped) {
    CodeDraft code;
    ASSERT_TRUE(code.choose_word(9));
    ASSERT_TRUE(code.choose_word(10));
    type_letters(code, "aa");

    EXPECT_TRUE(code.erase());
    EXPECT_EQ(code.letters(), "a");
    EXPECT_TRUE(code.erase());
    EXPECT_TRUE(code.erase());
    EXPECT_EQ(code.words(), 1U);
    EXPECT_EQ(code.word(0), 9U);
    EXPECT_TRUE(code.erase());
    EXPECT_FALSE(code.erase());
    EXPECT_EQ(code.words(), 0U);

    CodeDraft digits = typed_digits("12");
    EXPECT_TRUE(digits.erase());
    EXPECT_EQ(digits.digits(), "1");
    EXPECT_EQ(digits.mode(), CodeMode::digits);
}

TEST(CodeDraft, BeginsAnewInTheOtherMode) {
    CodeDraft code = typed_words();

    code.set_mode(CodeMode::digits);

    EXPECT_EQ(code.words(), 0U);
    EXPECT_EQ(code.mode(), CodeMode::digits);
    EXPECT_EQ(code.code(), std::nullopt);
}

TEST(CodeDraft, OverwritesItsMemory) {
    std::string_view const words(reinterpret_cast<char const*>(kCode.words.data()),
                                 sizeof(kCode.words));
    std::string_view const two_words = words.substr(6);
    auto const numbers = kCode.digits();
    std::string_view const digits(numbers.data(), numbers.size());

    // given: what is looked for can be found
    CodeDraft code = typed_words();
    EXPECT_TRUE(holds(code, words));
    // then: erasing overwrites what it takes away
    EXPECT_TRUE(code.erase());
    EXPECT_FALSE(holds(code, two_words));
    code.clear();
    EXPECT_FALSE(holds(code, words.substr(0, 4)));

    code = typed_digits(digits);
    EXPECT_TRUE(holds(code, digits));
    code.set_mode(CodeMode::words);
    EXPECT_FALSE(holds(code, digits.substr(0, 4)));

    type_letters(code, "aaadxyz");
    EXPECT_TRUE(holds(code, "aaadxyz"));
    EXPECT_TRUE(code.choose_word(3));
    EXPECT_FALSE(holds(code, "aaad"));
}

TEST(CodeDraft, OverwritesItsMemoryWhenItGoes) {
    alignas(CodeDraft) std::array<char, sizeof(CodeDraft)> memory{};
    auto* code = new (memory.data()) CodeDraft(typed_words());
    std::string_view const words(reinterpret_cast<char const*>(kCode.words.data()),
                                 sizeof(kCode.words));
    std::string_view const seen(memory.data(), memory.size());
    ASSERT_NE(seen.find(words), std::string_view::npos);

    std::destroy_at(code);

    EXPECT_EQ(seen.find(words), std::string_view::npos);
}

} // namespace
} // namespace inloop::flow
