// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/seal/answer.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using testing::IsEmpty;
using testing::SizeIs;

constexpr char const* kTip = "Achter het café verkopen twee jongens elke vrijdag spullen.";

std::optional<Refusal> answered(DeskRig& rig, support::Visitor const& visitor,
                                AnswerDraft const& draft) {
    return refusal_of(
        answer(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version}, draft));
}

TEST(Answer, WarnsWhenItRepeatsTheTipWhateverCaseAndAccents) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);

    for (char const* text : {"U schreef: achter het café verkopen twee jongens.",
                             "ACHTER HET CAFE VERKOPEN zij dus iets.",
                             "Dat er achter, het - cafe; verkopen ... wordt."}) {
        EXPECT_EQ(answered(rig, visitor, {.text = text}), Refusal::quotes) << text;
    }
    EXPECT_THAT(must(rig.stores.store().answers(visitor.root)), IsEmpty());
    EXPECT_EQ(answered(rig, visitor, {.text = "Achter het café kijken wij vaker."}), std::nullopt)
        << "three words are no quotation";
}

TEST(Answer, WarnsOfANumberOfAPersonButNotOfOursOnAScreen) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);

    EXPECT_EQ(answered(rig, visitor, {.text = "Bel Jan op 06-12345678."}), Refusal::person);
    EXPECT_EQ(answered(rig, visitor, {.text = "Mail jan@example.org maar."}), Refusal::person);
    EXPECT_EQ(answered(rig, visitor, {.text = "De auto is 12-AB-34."}), Refusal::person);
    EXPECT_EQ(answered(rig, visitor, {.text = "Bel 0900-8844 of de gemeente: 14 0592."}),
              std::nullopt);
}

TEST(Answer, SaysWhereAllWarningsStand) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);
    std::string const text = "Bel 06-12345678. Elke vrijdag spullen? Twee jongens elke vrijdag.";

    auto const found = must(warnings_about(rig.desk, rig.lead(), visitor.root, text));

    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].why, Refusal::person);
    EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "06-12345678");
    EXPECT_EQ(found[1].why, Refusal::quotes);
    EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin),
              "Twee jongens elke vrijdag");
}

TEST(Answer, IsSentDespiteWarningsWhenTheOfficerSawThem) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);
    std::string const text = "Twee jongens elke vrijdag: wij bellen 06-12345678.";

    EXPECT_EQ(answered(rig, visitor, {.text = text, .despite_warnings = true}), std::nullopt);

    auto const answers = must(rig.stores.store().answers(visitor.root));
    ASSERT_THAT(answers, SizeIs(1));
    EXPECT_EQ(must(seal::open_answer(answers[0].bytes, visitor.receipt)).view(), text);
}

TEST(Answer, NeedsWordsAndKeepsToTheLengthOfALetter) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);

    EXPECT_EQ(answered(rig, visitor, {.text = ""}), Refusal::empty);
    EXPECT_EQ(answered(rig, visitor, {.text = " \n\u00A0"}), Refusal::empty);
    EXPECT_EQ(answered(rig, visitor, {.text = std::string(4001, 'a')}), Refusal::too_long);
    std::string wide;
    for (int i = 0; i < 3000; ++i) {
        wide += "€"; // three bytes each
    }
    EXPECT_EQ(answered(rig, visitor, {.text = wide}), Refusal::too_long);
    EXPECT_EQ(answered(rig, visitor, {.text = "\xFF\xFE"}), Refusal::too_long);
    EXPECT_EQ(answered(rig, visitor, {.text = std::string(4000, 'a')}), std::nullopt);
}

TEST(Answer, EndsInAStatusThatCanFollowAnAnswer) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);

    for (Status const then : {Status::arrived, Status::set_aside, Status::taken_over}) {
        EXPECT_EQ(answered(rig, visitor, {.text = "Dank u.", .then = then}), Refusal::step);
    }
    EXPECT_EQ(answered(rig, visitor, {.text = "Waar was het?", .then = Status::asked}),
              std::nullopt);
    EXPECT_EQ(rig.root_of(visitor).status, Status::asked);
    EXPECT_EQ(answered(rig, visitor, {.text = "Weet u het al?", .then = Status::asked}),
              std::nullopt)
        << "asking again is fine";
}

TEST(Answer, CountsTheAnswersOfAThreadAndKeepsACopyOfEach) {
    DeskRig rig;
    auto const visitor = rig.letter(kTip);

    (void)answered(rig, visitor, {.text = "Eerste.", .then = Status::in_hand});
    (void)answered(rig, visitor, {.text = "Tweede.", .then = Status::closed});

    auto const answers = must(rig.stores.store().answers(visitor.root));
    ASSERT_THAT(answers, SizeIs(2));
    EXPECT_EQ(answers[0].number, 1U);
    EXPECT_EQ(answers[1].number, 2U);
    EXPECT_NE(answers[0].id, answers[1].id);
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    EXPECT_EQ(opened.answers, 2U);
    ASSERT_THAT(opened.notes, SizeIs(2));
    EXPECT_EQ(opened.notes[1].note.kind, records::NoteKind::answer_copy);
    EXPECT_EQ(opened.notes[1].text.view(), "Tweede.");
}

TEST(Answer, GoesToNobodyWhoWantedNone) {
    DeskRig rig;
    auto facts = DeskRig::usual_facts();
    facts.wants_answer = false;
    auto const visitor = rig.letter(kTip, facts);

    EXPECT_EQ(answered(rig, visitor, {.text = "Dank u."}), Refusal::step);
}

} // namespace
} // namespace inloop::desk
