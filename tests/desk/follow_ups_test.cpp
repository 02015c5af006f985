// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

#include <chrono>

namespace inloop::desk {
namespace {

using entries::Closing;
using entries::Status;
using seal::Action;
using support::DeskRig;
using support::must;
using testing::IsEmpty;
using testing::SizeIs;

void answer_and_close(DeskRig& rig, support::Visitor const& visitor) {
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    (void)done(answer(rig.desk, rig.lead(), {visitor.root, opened.row.root.version},
                      {.text = "Opgelost.", .then = Status::closed}));
    rig.clock.advance(std::chrono::hours(1));
}

TEST(FollowUps, AFurtherMessageIsReadWithTheFirst) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    answer_and_close(rig, visitor);

    rig.follow_up(visitor, Action::message, "Nog een vraag.");
    auto const list = must(review(rig.desk, rig.lead()));

    ASSERT_THAT(list.replied, SizeIs(1));
    EXPECT_EQ(list.replied[0].letters, 2U);
    EXPECT_EQ(list.replied[0].root.status, Status::closed) << "a message opens nothing by itself";
    auto const opened = must(open_case(rig.desk, rig.lead(), visitor.root));
    ASSERT_THAT(opened.letters, SizeIs(2));
    EXPECT_EQ(opened.letters[1].text.view(), "Nog een vraag.");
    EXPECT_EQ(opened.letters[1].glance.follow_up, Action::message);
    EXPECT_TRUE(opened.letters[1].glance.proven);
    EXPECT_THAT(must(review(rig.desk, rig.lead())).replied, IsEmpty()) << "it was read";
}

TEST(FollowUps, NotSolvedOpensAgainOnce) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    answer_and_close(rig, visitor);

    rig.follow_up(visitor, Action::not_solved);
    EXPECT_THAT(must(review(rig.desk, rig.lead())).replied, SizeIs(1));
    EXPECT_EQ(rig.root_of(visitor).status, Status::in_hand);

    // Closed again; a later message must not bring the old wish back.
    answer_and_close(rig, visitor);
    rig.follow_up(visitor, Action::message, "Dank u wel.");
    (void)must(review(rig.desk, rig.lead()));
    EXPECT_EQ(rig.root_of(visitor).status, Status::closed);
}

TEST(FollowUps, OpeningTheEntryHearsTheVisitorFirst) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    answer_and_close(rig, visitor);
    auto const other = rig.letter("Trek ik weer in.");
    rig.follow_up(visitor, Action::not_solved);
    rig.follow_up(other, Action::withdraw);

    EXPECT_EQ(must(open_case(rig.desk, rig.lead(), visitor.root)).row.root.status, Status::in_hand);
    EXPECT_EQ(open_case(rig.desk, rig.lead(), other.root).error().code, ErrorCode::not_found);
    EXPECT_THAT(rig.audit_of(other.root), testing::Not(testing::Contains("read")))
        << "nobody read what was withdrawn";
}

TEST(FollowUps, WithdrawingClosesAndTellsTheOfficers) {
    DeskRig rig;
    auto const visitor = rig.letter("Trek ik weer in.");
    rig.follow_up(visitor, Action::withdraw);

    auto const list = must(review(rig.desk, rig.lead()));

    ASSERT_THAT(list.replied, SizeIs(1));
    EXPECT_EQ(list.replied[0].root.closing, Closing::withdrawn);
    EXPECT_FALSE(list.replied[0].glance.readable);
    EXPECT_EQ(list.open, 0U);
    rig.clock.advance(std::chrono::seconds(1));
    (void)must(end_shift(rig.desk, rig.lead()));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).replied, IsEmpty()) << "told once";
}

TEST(FollowUps, WithdrawingComesTooLateForWhatIsClosed) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    answer_and_close(rig, visitor);

    rig.follow_up(visitor, Action::withdraw);
    (void)must(review(rig.desk, rig.lead()));

    EXPECT_EQ(rig.root_of(visitor).closing, Closing::done);
    EXPECT_FALSE(rig.root_of(visitor).body.empty());
}

TEST(FollowUps, WhoDoesNotHoldTheCodeChangesNothing) {
    DeskRig rig;
    auto const open = rig.letter("Blijft staan.");
    auto const closed = rig.letter("Blijft dicht.");
    answer_and_close(rig, closed);

    rig.forged_follow_up(open, Action::withdraw);
    rig.forged_follow_up(closed, Action::not_solved);
    auto const list = must(review(rig.desk, rig.lead()));

    EXPECT_EQ(rig.root_of(open).status, Status::arrived);
    EXPECT_FALSE(rig.root_of(open).body.empty());
    EXPECT_EQ(rig.root_of(closed).status, Status::closed);
    EXPECT_THAT(list.replied, SizeIs(2)) << "shown, never swallowed";
    auto const opened = must(open_case(rig.desk, rig.lead(), open.root));
    ASSERT_THAT(opened.letters, SizeIs(2));
    EXPECT_FALSE(opened.letters[1].glance.proven);

    // The negative control: with the code the same two do what they ask.
    rig.follow_up(open, Action::withdraw);
    rig.follow_up(closed, Action::not_solved);
    (void)must(review(rig.desk, rig.lead()));
    EXPECT_EQ(rig.root_of(open).closing, Closing::withdrawn);
    EXPECT_EQ(rig.root_of(closed).status, Status::in_hand);
}

} // namespace
} // namespace inloop::desk
