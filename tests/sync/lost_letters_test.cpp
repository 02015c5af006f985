// SPDX-License-Identifier: EUPL-1.2
//
// A log that was restored from a backup, and one that lost rows.
#include "tests/support/must.h"
#include "tests/sync/sync_rig.h"

#include <gtest/gtest.h>

namespace inloop::sync {
namespace {

using letterbox::LetterState;
using support::must;

TEST(LostLetters, GoToTheLogOnceMoreAfterARestore) {
    // given
    SyncRig rig;
    rig.leave_letters(6);
    (void)rig.sync();
    rig.log.restore_without({2, 5, 6});
    // when
    Applied const first = rig.sync();
    // then
    EXPECT_EQ(first.offered_again, (Numbers{2, 5, 6}));
    EXPECT_TRUE(first.more);
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{2, 5, 6}));
    auto const receipt = rig.letterbox.letters()[1].receipt_pk;
    EXPECT_EQ(must(rig.memory.letter_state_by_receipt(receipt)), memory::LetterState::new_);
    // when
    Applied const second = rig.sync();
    // then
    EXPECT_EQ(second.arrived, (Numbers{2, 5, 6}));
    EXPECT_TRUE(second.offered_again.empty());
    EXPECT_EQ(rig.log.numbers(), (std::set<std::uint64_t>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(rig.letters_in(LetterState::sent).size(), 6U);
}

TEST(LostLetters, AreOfferedByTheLogsWordAlsoWithoutARestore) {
    SyncRig rig;
    rig.leave_letters(2);
    (void)rig.sync();
    wire::SyncReply reply = rig.log.answer(rig.gather());
    EXPECT_TRUE(rig.apply(reply).offered_again.empty()) << "negative control";
    reply.missing = {{1, 1}};
    EXPECT_EQ(rig.apply(reply).offered_again, (Numbers{1}));
    reply.missing.clear();
    reply.have_until = 1;
    EXPECT_EQ(rig.apply(reply).offered_again, (Numbers{2}));
}

// A gap of old that stays, such as of letters that were refused, hides nothing that came after it.
TEST(LostLetters, AreFoundOnBothSidesOfALongGap) {
    SyncRig rig;
    rig.leave_letters(5);
    (void)rig.sync();
    wire::SyncReply reply = rig.log.answer(rig.gather());
    reply.missing = {{2, 3}, {7, 1'000'000'000}};
    reply.have_until = 1'000'000'001;
    EXPECT_EQ(rig.apply(reply).offered_again, (Numbers{2, 3}));
}

// A log may count what it has before it judges what came.
TEST(LostLetters, AreNotThoseAcknowledgedInTheSameReply) {
    SyncRig rig;
    rig.leave_letters(2);
    wire::SyncReply reply = rig.log.answer(rig.gather());
    reply.have_until = 0;
    Applied const applied = rig.apply(reply);
    EXPECT_EQ(applied.arrived, (Numbers{1, 2}));
    EXPECT_TRUE(applied.offered_again.empty());
}

TEST(LostNews, IsAskedForFromTheFirstChangeAfterARestore) {
    // given: a kiosk that knows a case at version 5 of change 40
    SyncRig rig;
    wire::CaseNews news{
        .status = entries::Status::closed, .closing = entries::Closing::done, .version = 5};
    rig.log.change = 40;
    wire::SyncReply reply = rig.log.answer(rig.gather());
    reply.cases = {news};
    EXPECT_TRUE(rig.apply(reply).news);
    EXPECT_EQ(rig.gather().seen_change, 40U);
    // when: the restored log stands at change 30 and has the case at version 3
    rig.log.restore_without({});
    rig.log.change = 30;
    Applied const first = rig.sync();
    // then
    EXPECT_TRUE(first.more);
    EXPECT_EQ(rig.gather().seen_change, 0U);
    EXPECT_EQ(rig.gather().known_instance, rig.log.instance);
    EXPECT_EQ(must(rig.memory.case_by_receipt({}))->status, entries::Status::closed)
        << "known until the log says something else";
    // when
    news = {.status = entries::Status::in_hand, .version = 3};
    reply = rig.log.answer(rig.gather());
    reply.cases = {news};
    (void)rig.apply(reply);
    // then
    EXPECT_EQ(must(rig.memory.case_by_receipt({}))->status, entries::Status::in_hand);
    EXPECT_EQ(rig.gather().seen_change, 30U);
}

TEST(LostRows, OfTheAuditChainAreNoticed) {
    SyncRig rig;
    wire::SyncReply reply = rig.log.answer(rig.gather());
    reply.audit = {9, {{std::byte{9}}}};
    EXPECT_EQ(rig.apply(reply).problem_count, 0U);
    // Fewer rows, or another row of the same number.
    wire::AuditHead const known = reply.audit;
    for (wire::AuditHead const& head :
         {wire::AuditHead{8, {{std::byte{8}}}}, wire::AuditHead{9, {{std::byte{7}}}}}) {
        reply.audit = head;
        Applied const applied = rig.apply(reply);
        EXPECT_TRUE(rig.names(applied, "audit chain"));
        EXPECT_EQ(rig.gather().audit, known) << "the higher one is kept";
        EXPECT_EQ(rig.gather().health.problems, 1U);
    }
    reply.audit = {10, {{std::byte{10}}}};
    EXPECT_EQ(rig.apply(reply).problem_count, 0U) << "negative control";
    EXPECT_EQ(rig.gather().audit, reply.audit);
}

} // namespace
} // namespace inloop::sync
