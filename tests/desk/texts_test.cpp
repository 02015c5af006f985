// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/status_names.h"
#include "kiosk/officerlog/desk/texts.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using testing::AllOf;
using testing::Ge;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::Not;
using testing::SizeIs;

pages::StandingWords const kWords{{"number", "0900-8844"}, {"town", "Assen"}};

std::string answer_of(std::string_view id, std::string_view status, std::string_view text) {
    return "[[answer]]\nid = \"" + std::string(id) + "\"\nstatus = \"" + std::string(status) +
           "\"\ntitle = \"Titel\"\ntext = " + std::string(text) + "\n";
}

std::string fault_in(std::string const& file) {
    auto const answers = parse_answers(file, "answers.toml", kWords);
    return answers ? std::string() : pages::to_string(answers.error());
}

TEST(StandardAnswers, AreThereForEachStatusThatCanFollowAnAnswer) {
    DeskRig rig;
    std::size_t all = 0;
    for (Status const status : {Status::in_hand, Status::asked, Status::referred, Status::closed}) {
        auto const dutch = standard_answers(rig.desk, status, "nl");
        auto const english = standard_answers(rig.desk, status, "en");
        EXPECT_THAT(dutch, SizeIs(Ge(2U)));
        ASSERT_THAT(english, SizeIs(dutch.size()));
        for (std::size_t i = 0; i < dutch.size(); ++i) {
            EXPECT_EQ(dutch[i].title, english[i].title) << "titles are for the officer";
            EXPECT_NE(dutch[i].text, english[i].text);
            EXPECT_THAT(dutch[i].text + english[i].text, Not(HasSubstr("{")));
        }
        all += dutch.size();
    }
    EXPECT_THAT(all, AllOf(Ge(12U), Le(16U)));
    EXPECT_THAT(standard_answers(rig.desk, Status::arrived, "nl"), IsEmpty());
}

TEST(StandardAnswers, AreFilledInAndFallBackToDutch) {
    DeskRig rig;

    auto const arabic = standard_answers(rig.desk, Status::closed, "ar");

    ASSERT_FALSE(arabic.empty());
    EXPECT_THAT(arabic[0].text, HasSubstr("0900-8844"));
    EXPECT_EQ(arabic[0].text, standard_answers(rig.desk, Status::closed, "nl")[0].text);
}

TEST(StandardAnswers, CanBeSentAsTheyAre) {
    DeskRig rig;
    auto const visitor = rig.letter("Iets heel anders.");
    for (Status const status : {Status::in_hand, Status::asked, Status::referred, Status::closed}) {
        for (auto const* language : {"nl", "en"}) {
            for (auto const& made : standard_answers(rig.desk, status, language)) {
                EXPECT_THAT(must(warnings_about(rig.desk, rig.lead(), visitor.root, made.text)),
                            IsEmpty())
                    << made.id;
            }
        }
    }
}

TEST(AnswersFile, NamesTheLineAndWhatToDo) {
    std::string const good = answer_of("a", "closed", "{ nl = \"Dank u, bel {number}.\" }");
    EXPECT_EQ(fault_in(good), "");

    EXPECT_THAT(fault_in("[[answer]\n"), HasSubstr("answers.toml:1"));
    EXPECT_THAT(fault_in(""), Not(IsEmpty()));
    EXPECT_THAT(fault_in("answer = 1\n"), HasSubstr("[[answer]]"));
    EXPECT_THAT(fault_in("more = 1\n" + good), HasSubstr("[[answer]]"));
    EXPECT_THAT(fault_in(good + good), HasSubstr("twice"));
    EXPECT_THAT(fault_in(answer_of("a", "arrived", "{ nl = \"x\" }")),
                AllOf(HasSubstr("answers.toml:3"), HasSubstr("in-hand")));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "{ en = \"x\" }")), HasSubstr("Dutch"));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "\"x\"")), HasSubstr("Dutch"));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "{ nl = \" \" }")), HasSubstr("nl"));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "{ nl = \"{name}\" }")), HasSubstr("braces"));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "{ nl = \"{\" }")), HasSubstr("braces"));
    EXPECT_THAT(fault_in(answer_of("a", "closed", "{ nl = \"" + std::string(601, 'a') + "\" }")),
                HasSubstr("too long"));
    EXPECT_THAT(fault_in(good + "extra = 1\n"), HasSubstr("extra"));
}

bool in_danger(SafetyWords const& words, std::string_view text) {
    auto folded = must(FoldedText::create());
    folded.take(text);
    return words.stand_in(folded);
}

TEST(SafetyWords, StandForWholeWordsBeginningsAndRows) {
    SafetyWords words;
    ASSERT_TRUE(words.add("mes"));
    ASSERT_TRUE(words.add("pistool*"));
    ASSERT_TRUE(words.add("niet meer leven"));
    EXPECT_FALSE(words.add("*"));
    EXPECT_FALSE(words.add(""));

    for (char const* text : {"een MES!", "mes", "zijn pistoolholster", "Ik wil niet meer leven.",
                             "Niet, meer; LEVEN"}) {
        EXPECT_TRUE(in_danger(words, text)) << text;
    }
    for (char const* text : {"mest op straat", "semester", "een speelpistool",
                             "niet meer daar leven", "niet meer", ""}) {
        EXPECT_FALSE(in_danger(words, text)) << text;
    }
}

TEST(SafetyWords, OfTheFileHoldForDutchAndEnglishAlike) {
    DeskRig const rig;

    for (char const* text :
         {"Hij heeft een wapen.", "ze dreigde met zelfmoord", "Er lag een PISTOOL", "He has a gun",
          "I want to die", "Hij slaat zijn vrouw", "suïcide"}) {
        EXPECT_TRUE(in_danger(rig.texts.safety, text)) << text;
    }
    for (char const* text : {"De lantaarn is kapot.", "Er ligt mest op straat.",
                             "Wanneer is het spreekuur?", "Muziek tot laat in de nacht."}) {
        EXPECT_FALSE(in_danger(rig.texts.safety, text)) << text;
    }
}

TEST(SafetyWordsFile, IsRefusedWhenItIsEmptyOrNotAListOfWords) {
    auto const fault = [](std::string_view text) {
        auto const words = parse_safety_words(text, "safety_words.toml");
        return words ? std::string() : pages::to_string(words.error());
    };

    EXPECT_EQ(fault("[words]\nnl = [\"mes\"]\n"), "");
    EXPECT_THAT(fault("[words]\n"), HasSubstr("no words"));
    EXPECT_THAT(fault("[words]\nnl = \"mes\"\n"), HasSubstr("safety_words.toml:2"));
    EXPECT_THAT(fault("[words]\nnl = [1]\n"), HasSubstr("not a word"));
    EXPECT_THAT(fault("[other]\n"), HasSubstr("[words]"));
}

TEST(StatusNames, GoBothWays) {
    std::set<std::string_view> names;
    for (int i = 1; i <= 7; ++i) {
        auto const status = static_cast<Status>(i);
        names.insert(name_of(status));
        EXPECT_EQ(status_of(name_of(status)), status);
    }
    EXPECT_THAT(names, SizeIs(7));
    EXPECT_EQ(status_of("open"), std::nullopt);
}

} // namespace
} // namespace inloop::desk
