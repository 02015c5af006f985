// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/tuning.h"
#include "kiosk/officerlog/desk/folded_text.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace inloop::desk {
namespace {

using support::must;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words_of(std::string_view text) {
    auto folded = must(FoldedText::create());
    folded.take(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < folded.count(); ++i) {
        words.emplace_back(folded.word(i));
    }
    return words;
}

TEST(FoldedText, TakesCaseAccentsAndSignsAway) {
    EXPECT_THAT(words_of("Één café: \"Straße\" (2e)!"),
                ElementsAre("een", "cafe", "strasse", "2e"));
    EXPECT_THAT(words_of("ĳs ﬁets ＡＢＣ"), ElementsAre("ijs", "fiets", "abc"));
    EXPECT_THAT(words_of(""), IsEmpty());
    EXPECT_THAT(words_of(" .,-\n"), IsEmpty());
    EXPECT_THAT(words_of("\u0301"), IsEmpty()) << "a mark without a letter";
}

TEST(FoldedText, KnowsWhereItsWordsStood) {
    std::string const text = "«Één» café";
    auto folded = must(FoldedText::create());
    folded.take(text);

    ASSERT_EQ(folded.count(), 2U);
    EXPECT_EQ(text.substr(folded.begin(0), folded.end(0) - folded.begin(0)), "Één");
    EXPECT_EQ(text.substr(folded.begin(1), folded.end(1) - folded.begin(1)), "café");
}

TEST(FoldedText, ABrokenByteParts) {
    EXPECT_THAT(words_of("een\xFFtwee\xC3"), ElementsAre("een", "twee"));
}

TEST(FoldedText, HoldsTheLongestLetterOfEveryScript) {
    for (std::string const sign : {"a", "é", "ß", "한", "漢", "𝔞"}) {
        std::string text;
        std::size_t signs = 0;
        while (text.size() + sign.size() + 1 <= entries::kMaxTextBytes) {
            text += sign + " ";
            ++signs;
        }
        EXPECT_EQ(words_of(text).size(), signs) << sign;
    }
}

TEST(FoldedText, LeavesOutWhatGrowsBeyondItsRoom) {
    std::string text;
    for (int i = 0; i < 2000; ++i) {
        text += "ﷺ "; // one sign of three bytes, folded to eighteen letters
    }

    auto const words = words_of(text);

    EXPECT_GT(words.size(), 100U);
    EXPECT_LE(words.size(), 2000U);
}

TEST(FoldedText, IsUsedAgainWithoutLeavingAnything) {
    auto folded = must(FoldedText::create());
    folded.take("een heel lang geheim");
    folded.take("kort");

    EXPECT_EQ(folded.count(), 1U);
    EXPECT_EQ(folded.find("geheim"), 1U);
    EXPECT_EQ(folded.find("ort"), 0U);
}

TEST(FoldedText, FindsTheFirstRunOfWordsThatBothHave) {
    auto answer = must(FoldedText::create());
    auto letter = must(FoldedText::create());
    letter.take("de jongens staan elke avond achter het café");
    answer.take("Ja: zij staan ELKE avond, achter de school.");

    auto const run = first_shared_run(answer, letter, 4);

    EXPECT_EQ(run.begin, 2U);
    EXPECT_EQ(run.end, 6U);
    EXPECT_EQ(first_shared_run(answer, letter, 5).end, 0U);
    letter.take("");
    EXPECT_EQ(first_shared_run(answer, letter, 1).end, 0U);
}

} // namespace
} // namespace inloop::desk
