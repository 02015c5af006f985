// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/plain_language.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {
namespace {

// A text without signs of `words` words.
std::string sentence_of(int words) {
    std::string text = "een";
    for (int i = 1; i < words; ++i) {
        text += " twee";
    }
    return text;
}

std::vector<LanguageHint> dutch(std::string_view text,
                                std::vector<std::string> const& allowed = {}) {
    return plain_language(text, "nl", allowed);
}

bool has(std::vector<LanguageHint> const& hints, Hint hint) {
    for (LanguageHint const& one : hints) {
        if (one.hint == hint) {
            return true;
        }
    }
    return false;
}

TEST(PlainLanguage, HintsAtASentenceOfMoreThanTwentyWords) {
    EXPECT_TRUE(dutch(sentence_of(20) + ".").empty());
    EXPECT_EQ(dutch(sentence_of(21) + "."),
              (std::vector<LanguageHint>{{Hint::long_sentence, sentence_of(21) + "."}}));
    for (std::string_view const end : {".", "!", "?", ":", "\n", "\r\n"}) {
        EXPECT_TRUE(dutch(sentence_of(15) + std::string(end) + " " + sentence_of(15)).empty())
            << end;
    }
    EXPECT_TRUE(has(dutch(sentence_of(15) + ", " + sentence_of(15)), Hint::long_sentence));
    EXPECT_TRUE(has(plain_language(sentence_of(21), "pl", {}), Hint::long_sentence))
        << "in every language";
}

TEST(PlainLanguage, CountsTimesAddressesAndNamesAsOneWord) {
    std::string const nineteen = sentence_of(19) + " ";
    EXPECT_TRUE(dutch(nineteen + "14.20").empty());
    EXPECT_TRUE(dutch(nineteen + "politie.nl/buurt").empty());
    EXPECT_TRUE(dutch(nineteen + "{fact: emergency}").empty());
    EXPECT_TRUE(dutch(nineteen + "{town}.").empty());
    EXPECT_TRUE(dutch(nineteen + "pop-uplocatie").empty());
    EXPECT_TRUE(dutch(nineteen + "auto's").empty());
    EXPECT_TRUE(dutch(nineteen + "twee · – …").empty()) << "signs are no words";
    EXPECT_TRUE(has(dutch(nineteen + "14.20 uur"), Hint::long_sentence));
}

TEST(PlainLanguage, HintsAtAWordOfMoreThanTwentyTwoLetters) {
    std::string const longest(22, 'a');
    std::string const longer = longest + "b";
    EXPECT_TRUE(dutch("Een " + longest + ".").empty());
    EXPECT_EQ(dutch("Een " + longer + "."), (std::vector<LanguageHint>{{Hint::long_word, longer}}));
    EXPECT_TRUE(dutch("Een " + longest + "-" + longest + ".").empty()) << "the - parts it";
    EXPECT_TRUE(dutch("Vertrouwenspersoon").empty());
    EXPECT_TRUE(dutch("één" + std::string(19, 'e')).empty()) << "letters, not bytes";
}

TEST(PlainLanguage, LeavesNamesOfThePlaceAlone) {
    std::string const name = "Burgemeesterjohannesstraat";
    EXPECT_TRUE(has(dutch("In de " + name + "."), Hint::long_word));
    EXPECT_TRUE(dutch("In de " + name + ".", {name + " 21"}).empty());
    EXPECT_TRUE(dutch("Tevens", {"tevens"}).empty());
}

TEST(PlainLanguage, NamesTheEasyTwinOfAHardWord) {
    EXPECT_EQ(dutch("Betreffende uw vraag."),
              (std::vector<LanguageHint>{{Hint::hard_word, "betreffende: over"}}));
    EXPECT_EQ(dutch("Wij bellen in het kader van uw vraag."),
              (std::vector<LanguageHint>{{Hint::hard_word, "in het kader van: voor"}}));
    EXPECT_TRUE(dutch("Wij bellen in het kader.").empty()) << "only as a whole";
    EXPECT_TRUE(dutch("De betreffendeling.").empty());
    EXPECT_TRUE(dutch("Dit is over u.").empty());
    EXPECT_EQ(plain_language("Call us prior to Monday.", "en", {}),
              (std::vector<LanguageHint>{{Hint::hard_word, "prior to: before"}}));
    EXPECT_TRUE(plain_language("Tevens", "en", {}).empty()) << "each language its own";
    EXPECT_TRUE(plain_language("Tevens", "pl", {}).empty());
}

TEST(PlainLanguage, HintsAtASentenceThatHidesWhoDoesIt) {
    for (std::string_view const text :
         {"Uw bericht wordt gelezen.", "Als uw bericht gelezen wordt, dan hoort u het.",
          "De berichten werden door ons geteld."}) {
        EXPECT_TRUE(has(dutch(text), Hint::passive)) << text;
    }
    for (std::string_view const text :
         {"Wij lezen uw bericht.", "Als het donker wordt, is er geen geluid.", "Hij wordt boos.",
          "De agent heeft het gelezen.", "Het wordt stil. Er is geschreeuwd.",
          "U wordt daar geen gemeente."}) {
        EXPECT_FALSE(has(dutch(text), Hint::passive)) << text;
    }
    EXPECT_FALSE(has(plain_language("wordt gelezen", "en", {}), Hint::passive));
}

TEST(PlainLanguage, GivesHintsInTheOrderOfTheText) {
    std::string const text = sentence_of(20) + " tevens. Thans wordt er gewerkt.";

    auto const hints = dutch(text);

    ASSERT_EQ(hints.size(), 4U);
    EXPECT_EQ(hints[0].hint, Hint::long_sentence);
    EXPECT_EQ(hints[1].words, "tevens: ook");
    EXPECT_EQ(hints[2].words, "thans: nu");
    EXPECT_EQ(hints[3].hint, Hint::passive);
    for (LanguageHint const& hint : hints) {
        EXPECT_NE(to_string(hint).find(hint.words), std::string::npos);
        EXPECT_FALSE(mend_of(hint.hint).empty());
    }
}

TEST(PlainLanguage, TakesAnyText) {
    for (std::string const text : {"", " ", "...", "{", "}", "{}", "\xC2", "\xE2\x80", "\xFF\xFE",
                                   "{{{{{{{{", "- - -", "'", "a'", ".a"}) {
        EXPECT_TRUE(dutch(text).empty()) << text;
    }
    EXPECT_EQ(dutch(std::string(1'000'000, '{')).size(), 0U);
    EXPECT_EQ(dutch(std::string(1'000'000, 'a')).size(), 1U);
}

} // namespace
} // namespace inloop::pages
