// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/own_policy.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

#include <chrono>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr records::Seconds kDay = 86'400;

Target target_of(DeskRig& rig, support::Visitor const& visitor) {
    return {visitor.root, rig.root_of(visitor).version};
}

TEST(Casework, ThreeMinutesOfAnOfficerFromTheListToTheVisitorsAnswer) {
    DeskRig rig;
    auto const visitor = rig.letter("Elke nacht staat er muziek aan op het plein.");

    // The list says that there is something, and not what.
    auto const list = must(review(rig.desk, rig.lead()));
    ASSERT_THAT(list.fresh, SizeIs(1));
    EXPECT_EQ(list.open, 1U);
    EXPECT_EQ(list.fresh[0].glance.facts.subject, "noise");

    // Reading it.
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    ASSERT_THAT(opened.letters, SizeIs(1));
    EXPECT_EQ(opened.letters[0].text.view(), "Elke nacht staat er muziek aan op het plein.");
    EXPECT_EQ(opened.row.root.status, Status::in_hand);
    EXPECT_THAT(opened.steps, Contains(Status::closed));

    // Answering it.
    Target const target{visitor.root, opened.row.root.version};
    auto const sent = done(answer(rig.desk, rig.lead(), target,
                                  {.text = "Dank u. Wij komen langs.", .then = Status::closed}));
    EXPECT_EQ(must(end_shift(rig.desk, rig.lead())), 0U);

    // The visitor opens the answer with nothing but the secret of the receipt.
    auto const answers = must(rig.stores.store().answers(visitor.root));
    ASSERT_THAT(answers, SizeIs(1));
    auto const keys =
        seal::signing_keys(must(seal::read_own_policy(must(rig.stores.store().policy()))));
    EXPECT_EQ(must(seal::read_answer_header(answers[0].bytes, keys)).entry, visitor.root);
    EXPECT_EQ(must(seal::open_answer(answers[0].bytes, visitor.receipt)).view(),
              "Dank u. Wij komen langs.");
    auto const root = rig.root_of(visitor);
    EXPECT_EQ(root.status, Status::closed);
    EXPECT_EQ(root.closing, entries::Closing::done);
    EXPECT_EQ(root.version, sent.version);
    EXPECT_THAT(rig.audit_of(visitor.root), ElementsAre("read", "first-read", "answer"));
}

TEST(Casework, ReadingKeepsThePromiseOnce) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");

    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    auto const first = rig.root_of(visitor);
    rig.clock.advance(std::chrono::hours(1));
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));

    EXPECT_EQ(first.first_read_at, rig.now() - 3600);
    EXPECT_EQ(rig.root_of(visitor), first) << "the second reading changed something";
}

TEST(Casework, ReadingIsWrittenDownBeforeItIsShownAgainEachTime) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");

    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));

    EXPECT_THAT(rig.audit_of(visitor.root), ElementsAre("read", "first-read", "read"));
}

TEST(Casework, HistoryTellsWhoDidWhat) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    (void)done(set_urgency(rig.desk, rig.lead(), target_of(rig, visitor), records::Urgency::soon));

    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));

    auto const is = [](char const* action) {
        return AllOf(testing::Field(&Happened::who, "Ilse"),
                     testing::Field(&Happened::action, action));
    };
    EXPECT_THAT(opened.history,
                ElementsAre(is("read"), is("first-read"), is("urgency"), is("read")));
}

TEST(Casework, ALetterThatCannotBeOpenedDoesNotHideTheOthers) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    rig.follow_up(visitor, seal::Action::message, "En nog iets.");
    // The newer officer has no key of the weeks that were forgotten since.
    auto const thread = must(rig.stores.store().thread(visitor.root));
    must(rig.stores.store().forget_week(thread[0].epoch));
    auto const piet = rig.officer("Piet");

    auto const opened = must(open_case(rig.desk, *piet, visitor.root));

    ASSERT_THAT(opened.letters, SizeIs(2));
    EXPECT_FALSE(opened.letters[0].glance.readable);
    EXPECT_TRUE(opened.letters[0].text.empty());
}

TEST(Casework, NobodyButOfficersOpensAnything) {
    for (auto const role :
         {records::Role::volunteer, records::Role::evaluator, records::Role::privacy_officer}) {
        DeskRig rig;
        auto const visitor = rig.letter("Een vraag.");
        auto const other = rig.person("Vera", role);
        auto const target = target_of(rig, visitor);
        auto& desk = rig.desk;

        EXPECT_EQ(open_case(desk, *other, visitor.root).error().code, ErrorCode::unsupported);
        EXPECT_EQ(review(desk, *other).error().code, ErrorCode::unsupported);
        EXPECT_EQ(search(desk, *other, "vraag").error().code, ErrorCode::unsupported);
        EXPECT_EQ(rows_of(desk, *other, View::open).error().code, ErrorCode::unsupported);
        EXPECT_EQ(pattern(desk, *other, "").error().code, ErrorCode::unsupported);
        EXPECT_EQ(end_shift(desk, *other).error().code, ErrorCode::unsupported);
        for (auto const refusal :
             {refusal_of(change_status(desk, *other, target, Status::closed)),
              refusal_of(set_urgency(desk, *other, target, records::Urgency::now)),
              refusal_of(answer(desk, *other, target, {.text = "Dank u."})),
              refusal_of(add_note(desk, *other, target, "Let op.")),
              refusal_of(hand_over(desk, *other, target, {}, "")),
              refusal_of(set_aside(desk, *other, target, rig.now() + kDay, "Wacht.")),
              refusal_of(refer(desk, *other, target, "municipality", "")),
              refusal_of(link(desk, *other, target, visitor.root, true)),
              refusal_of(take_over(desk, *other, target)),
              refusal_of(redact(desk, *other, target, "Verzoek.")),
              refusal_of(set_nonsense(desk, *other, target, true)),
              refusal_of(add_walk_in(desk, *other, {.text = "Gesprek."}))}) {
            EXPECT_EQ(refusal, Refusal::role);
        }
        EXPECT_EQ(rig.root_of(visitor).version, target.version);
    }
}

TEST(Casework, OnlyAllowedStepsAreTaken) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    auto const to = [&](Status status) {
        return refusal_of(change_status(rig.desk, rig.lead(), target_of(rig, visitor), status));
    };

    EXPECT_EQ(to(Status::arrived), Refusal::step);
    EXPECT_EQ(to(Status::set_aside), Refusal::step);
    EXPECT_EQ(to(Status::taken_over), Refusal::step);
    EXPECT_EQ(to(Status::in_hand), std::nullopt);
    EXPECT_EQ(to(Status::in_hand), Refusal::step) << "it is there already";
    EXPECT_EQ(to(Status::closed), std::nullopt);
    EXPECT_EQ(to(Status::asked), Refusal::step) << "what is closed is opened first";
    EXPECT_EQ(to(Status::in_hand), std::nullopt);
    EXPECT_EQ(rig.root_of(visitor).closed_at, 0);
}

TEST(Casework, NothingIsPassedOnWithoutTheVisitorsYes) {
    for (auto const passing : {entries::Passing::no, entries::Passing::not_asked}) {
        DeskRig rig;
        auto facts = DeskRig::usual_facts();
        facts.passing = passing;
        auto const visitor = rig.letter("De lantaarn is kapot.", facts);
        auto const target = target_of(rig, visitor);

        EXPECT_EQ(refusal_of(refer(rig.desk, rig.lead(), target, "municipality", "")),
                  Refusal::no_consent);
        EXPECT_EQ(refusal_of(change_status(rig.desk, rig.lead(), target, Status::referred)),
                  Refusal::no_consent);
        EXPECT_EQ(refusal_of(answer(rig.desk, rig.lead(), target,
                                    {.text = "Doorgegeven.", .then = Status::referred})),
                  Refusal::no_consent);
        EXPECT_EQ(rig.root_of(visitor).status, Status::arrived);
    }
}

TEST(Casework, ReferringKeepsToWhom) {
    DeskRig rig;
    auto const visitor = rig.letter("De lantaarn is kapot.");

    EXPECT_EQ(refusal_of(refer(rig.desk, rig.lead(), target_of(rig, visitor), "nobody", "")),
              Refusal::step);
    (void)done(refer(rig.desk, rig.lead(), target_of(rig, visitor), "municipality", "Mail van nu"));

    EXPECT_EQ(rig.root_of(visitor).status, Status::referred);
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    ASSERT_THAT(opened.notes, SizeIs(1));
    EXPECT_EQ(opened.notes[0].note.kind, records::NoteKind::referral);
    EXPECT_EQ(opened.notes[0].text.view(), "municipality\nMail van nu");
}

TEST(Casework, HandingOverTellsTheColleagueWhat) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    auto const vera = rig.person("Vera", records::Role::volunteer);
    auto const visitor = rig.letter("Een vraag.");
    auto const target = target_of(rig, visitor);

    EXPECT_EQ(refusal_of(hand_over(rig.desk, rig.lead(), target, vera->person().id, "")),
              Refusal::role);
    (void)done(hand_over(rig.desk, rig.lead(), target, piet->person().id, "Jij kent de straat."));

    auto const his = must(rows_of(rig.desk, *piet, View::mine));
    ASSERT_THAT(his, SizeIs(1));
    EXPECT_EQ(his[0].handler, "Piet");
    auto const opened = must(open_case(rig.desk, *piet, visitor.root));
    ASSERT_THAT(opened.notes, SizeIs(1));
    EXPECT_EQ(opened.notes[0].author, "Ilse");
    EXPECT_EQ(opened.notes[0].text.view(), "Jij kent de straat.");
    EXPECT_THAT(must(rows_of(rig.desk, rig.lead(), View::mine)), IsEmpty());
}

TEST(Casework, SettingAsideNeedsADayToComeAndAReason) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    auto const aside = [&](records::Seconds until, std::string_view reason) {
        return refusal_of(set_aside(rig.desk, rig.lead(), target_of(rig, visitor), until, reason));
    };

    EXPECT_EQ(aside(rig.now() + kDay, " "), Refusal::empty);
    EXPECT_EQ(aside(rig.now(), "Wacht op de gemeente."), Refusal::step);
    EXPECT_EQ(aside(rig.now() + kDay, std::string(2001, 'a')), Refusal::too_long);
    EXPECT_EQ(aside(rig.now() + kDay, "Wacht op de gemeente."), std::nullopt);
    EXPECT_EQ(rig.root_of(visitor).status, Status::set_aside);
    EXPECT_EQ(rig.root_of(visitor).set_aside_until, rig.now() + kDay);
    EXPECT_EQ(aside(rig.now() + 2 * kDay, "Nog langer."), std::nullopt) << "another day";
    (void)done(change_status(rig.desk, rig.lead(), target_of(rig, visitor), Status::in_hand));
    EXPECT_EQ(rig.root_of(visitor).set_aside_until, 0);
}

TEST(Casework, LinkingLeavesEachThreadAsItIs) {
    DeskRig rig;
    auto const one = rig.letter("Muziek op het plein.");
    auto const other = rig.letter("Lawaai in de avond.");
    auto const before = rig.root_of(other);

    EXPECT_EQ(refusal_of(link(rig.desk, rig.lead(), target_of(rig, one), one.root, true)),
              Refusal::step);
    (void)done(link(rig.desk, rig.lead(), target_of(rig, one), other.root, true));

    EXPECT_EQ(rig.root_of(other), before);
    auto const opened = must(open_case(rig.desk, rig.lead(), one.root));
    ASSERT_THAT(opened.similar, SizeIs(1));
    EXPECT_TRUE(opened.similar[0].linked);
    (void)done(link(rig.desk, rig.lead(), target_of(rig, one), other.root, false));
    EXPECT_THAT(must(rig.stores.store().linked(one.root)), IsEmpty());
}

TEST(Casework, NonsenseIsSetApartAndComesBack) {
    DeskRig rig;
    auto const visitor = rig.letter("asdf asdf");
    (void)done(set_nonsense(rig.desk, rig.lead(), target_of(rig, visitor), true));

    EXPECT_EQ(must(review(rig.desk, rig.lead())).open, 0U);
    EXPECT_THAT(must(rows_of(rig.desk, rig.lead(), View::nonsense)), SizeIs(1));
    EXPECT_THAT(must(rows_of(rig.desk, rig.lead(), View::closed)), IsEmpty());
    EXPECT_EQ(refusal_of(set_nonsense(rig.desk, rig.lead(), target_of(rig, visitor), true)),
              Refusal::step);

    (void)done(set_nonsense(rig.desk, rig.lead(), target_of(rig, visitor), false));
    EXPECT_EQ(rig.root_of(visitor).status, Status::in_hand);
    EXPECT_THAT(must(rows_of(rig.desk, rig.lead(), View::open)), SizeIs(1));
}

TEST(Casework, NotesAreForColleagues) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    auto const version = rig.root_of(visitor).version;
    Target const old{visitor.root, version + 7};

    EXPECT_EQ(refusal_of(add_note(rig.desk, rig.lead(), old, "")), Refusal::empty);
    (void)done(add_note(rig.desk, rig.lead(), old, "Ken ik van vorig jaar."));
    (void)done(add_note(rig.desk, rig.lead(), old, "Was hier.", records::NoteKind::walk_in));

    EXPECT_EQ(rig.root_of(visitor).version, version);
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    ASSERT_THAT(opened.notes, SizeIs(2));
    EXPECT_EQ(opened.notes[0].text.view(), "Ken ik van vorig jaar.");
    EXPECT_EQ(opened.notes[1].note.kind, records::NoteKind::walk_in);
}

TEST(Casework, WhatDoesNotExistIsGone) {
    DeskRig rig;
    Target const nothing{seal::EntryId{}, 1};

    EXPECT_EQ(refusal_of(change_status(rig.desk, rig.lead(), nothing, Status::closed)),
              Refusal::gone);
    EXPECT_EQ(open_case(rig.desk, rig.lead(), nothing.root).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace inloop::desk
