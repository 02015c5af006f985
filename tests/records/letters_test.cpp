// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <limits>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::receipt_key;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

class StoreLetters : public testing::Test {
protected:
    IntakeResult take_in(Entry const& letter) {
        return must(store().take_in(letter, wrap_of_letter(letter.seq)));
    }
    // A letter with the receipt of another one.
    static Entry follow_up(std::uint64_t number, std::uint64_t first) {
        Entry letter = stored_letter(number);
        letter.receipt = receipt_key(first);
        return letter;
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreLetters, KeepsWhatArrivedOverARestart) {
    // given
    Entry const sent = stored_letter(7);
    // when
    IntakeResult const taken = take_in(sent);
    rig.reopen();
    // then
    EXPECT_EQ(taken.outcome, IntakeOutcome::stored);
    EXPECT_EQ(taken.server_seq, 1U);
    EXPECT_EQ(taken.arrived_at, sent.arrived_at);
    Entry expected = sent;
    expected.server_seq = 1;
    expected.version = 1;
    EXPECT_EQ(must(store().entry(sent.id)), expected);
    EXPECT_EQ(must(store().wrap_of(sent.id)), wrap_of_letter(7));
    EXPECT_EQ(must(store().entry(entry_id(8))), std::nullopt);
    EXPECT_EQ(must(store().wrap_of(entry_id(8))), std::nullopt);
}

TEST_F(StoreLetters, AnswersTheSameBytesAsTheFirstTime) {
    // given
    IntakeResult const first = take_in(stored_letter(1));
    take_in(stored_letter(2));
    // when: the reply was lost, and the letter comes a day later
    Entry again = stored_letter(1);
    again.arrived_at += 86'400;
    IntakeResult const second = take_in(again);
    // then
    EXPECT_EQ(second.outcome, IntakeOutcome::same_again);
    EXPECT_EQ(second.server_seq, first.server_seq);
    EXPECT_EQ(second.arrived_at, first.arrived_at);
    EXPECT_EQ(must(store().roots()).size(), 2U);
}

TEST_F(StoreLetters, RefusesOtherBytesUnderAKnownId) {
    // given
    take_in(stored_letter(1));
    Entry forged = stored_letter(1);
    forged.hash = stored_letter(2).hash;
    forged.body = stored_letter(2).body;
    // when
    auto const refused = must(store().take_in(forged, wrap_of_letter(2)));
    // then
    EXPECT_EQ(refused.outcome, IntakeOutcome::conflict);
    EXPECT_EQ(must(store().entry(entry_id(1)))->body, stored_letter(1).body);
    EXPECT_EQ(must(store().wrap_of(entry_id(1))), wrap_of_letter(1));
}

TEST_F(StoreLetters, RefusesAnotherIdUnderAKnownNumberOfTheDevice) {
    // given
    take_in(stored_letter(1));
    Entry clone = stored_letter(2);
    clone.seq = 1;
    // when
    EXPECT_EQ(take_in(clone).outcome, IntakeOutcome::conflict);
    // then
    EXPECT_EQ(must(store().entry(clone.id)), std::nullopt);
    EXPECT_EQ(must(store().wrap_of(clone.id)), std::nullopt);
    // The control: another device may have the number.
    clone.device.bytes[0] = std::byte{0xD2};
    EXPECT_EQ(take_in(clone).outcome, IntakeOutcome::stored);
}

TEST_F(StoreLetters, RefusesANumberThatCannotBe) {
    for (std::uint64_t const seq :
         {std::uint64_t{0}, std::uint64_t{1} << 63U, std::numeric_limits<std::uint64_t>::max()}) {
        Entry letter = stored_letter(1);
        letter.seq = seq;
        EXPECT_EQ(store().take_in(letter, wrap_of_letter(1)).error().code,
                  ErrorCode::invalid_input);
    }
    Entry highest = stored_letter(1);
    highest.seq = (std::uint64_t{1} << 63U) - 1;
    EXPECT_EQ(take_in(highest).outcome, IntakeOutcome::stored);
}

TEST_F(StoreLetters, RefusesAWrapThatIsNone) {
    EXPECT_EQ(store().take_in(stored_letter(1), support::noise(1, 79)).error().code,
              ErrorCode::invalid_input);
    EXPECT_EQ(must(store().entry(entry_id(1))), std::nullopt);
    EXPECT_EQ(take_in(stored_letter(1)).outcome, IntakeOutcome::stored);
}

TEST_F(StoreLetters, MakesAThreadOfLettersUnderOneReceipt) {
    // given
    take_in(stored_letter(1));
    take_in(stored_letter(2));
    // when
    Entry const reply = follow_up(3, 1);
    take_in(reply);
    Entry const another = follow_up(4, 1);
    take_in(another);
    // then
    auto const root = must(store().entry(entry_id(1)));
    EXPECT_EQ(root->replied_at, another.arrived_at);
    EXPECT_EQ(root->version, 3U) << "an officer who has the page open notices";
    auto const thread = must(store().thread(entry_id(1)));
    ASSERT_EQ(thread.size(), 3U);
    EXPECT_EQ(thread[1].id, reply.id);
    EXPECT_EQ(thread[1].root, entry_id(1));
    EXPECT_EQ(thread[2].id, another.id);
    EXPECT_EQ(must(store().wrap_of(reply.id)), wrap_of_letter(3));
    auto const roots = must(store().roots());
    ASSERT_EQ(roots.size(), 2U);
    EXPECT_EQ(roots[1].id, entry_id(2));
    EXPECT_EQ(must(store().entries_after(2)).size(), 2U);
}

TEST_F(StoreLetters, LetsALetterToADestroyedThreadStandByItself) {
    // given
    take_in(stored_letter(1));
    ASSERT_TRUE(store().destroy({.entry = entry_id(1)}));
    // when
    take_in(follow_up(2, 1));
    take_in(follow_up(3, 1));
    // then
    auto const roots = must(store().roots());
    ASSERT_EQ(roots.size(), 1U) << "or no officer would ever see it";
    EXPECT_EQ(roots[0].id, entry_id(2));
    EXPECT_EQ(must(store().thread(entry_id(2))).size(), 2U);
}

TEST_F(StoreLetters, UpdatesWhatIsKeptOnTheRoot) {
    // given
    take_in(stored_letter(1));
    Entry changed = *must(store().entry(entry_id(1)));
    changed.status = entries::Status::closed;
    changed.closing = entries::Closing::done;
    changed.urgency = Urgency::now;
    changed.handler = PersonId{{std::byte{9}}};
    changed.first_read_at = 1;
    changed.promised_by = 2;
    changed.set_aside_until = 3;
    changed.replied_at = 4;
    changed.answered_at = 5;
    changed.changed_at = 6;
    changed.closed_at = 7;
    // when
    ASSERT_TRUE(store().update(changed, 1));
    rig.reopen();
    // then
    changed.version = 2;
    EXPECT_EQ(must(store().entry(entry_id(1))), changed);
    // when: it is nobody's again
    changed.handler = std::nullopt;
    ASSERT_TRUE(store().update(changed, 2));
    EXPECT_EQ(must(store().entry(entry_id(1)))->handler, std::nullopt);
}

TEST_F(StoreLetters, NoticesTwoOfficersAtOnce) {
    // given
    take_in(stored_letter(1));
    Entry const seen = *must(store().entry(entry_id(1)));
    Entry mine = seen;
    mine.urgency = Urgency::soon;
    ASSERT_TRUE(store().update(mine, seen.version));
    // when
    Entry yours = seen;
    yours.urgency = Urgency::now;
    auto const refused = store().update(yours, seen.version);
    // then
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_EQ(must(store().entry(entry_id(1)))->urgency, Urgency::soon);
}

TEST_F(StoreLetters, UpdatesNothingButTheFirstLetterOfAThread) {
    take_in(stored_letter(1));
    take_in(follow_up(2, 1));
    EXPECT_EQ(store().update(stored_letter(2), 0).error().code, ErrorCode::not_found);
    EXPECT_EQ(store().update(stored_letter(3), 0).error().code, ErrorCode::not_found);
}

TEST_F(StoreLetters, ReconcilesTheNumbersOfADevice) {
    // given
    seal::DeviceId const device = stored_letter(1).device;
    EXPECT_EQ(must(store().reconcile(device)).until, 0U);
    for (std::uint64_t const seq : {1U, 2U, 4U, 7U}) {
        take_in(stored_letter(seq));
    }
    // when
    ASSERT_TRUE(store().destroy({.entry = entry_id(2)})) << "what is destroyed did arrive";
    auto const found = must(store().reconcile(device));
    // then
    EXPECT_EQ(found.until, 7U);
    EXPECT_EQ(found.missing, (std::vector<wire::NumberRange>{{3, 3}, {5, 6}}));
    EXPECT_EQ(must(store().reconcile({})).until, 0U) << "of another device";
}

TEST_F(StoreLetters, ReconcilesALongGapAsOne) {
    take_in(stored_letter(1));
    take_in(stored_letter(1'000'000'000'000));
    auto const found = must(store().reconcile(stored_letter(1).device));
    EXPECT_EQ(found.until, 1'000'000'000'000U);
    EXPECT_EQ(found.missing, (std::vector<wire::NumberRange>{{2, 999'999'999'999}}));
    EXPECT_EQ(found.arrived(), 2U);
}

TEST_F(StoreLetters, ReconcilesUpToTheLastGapThatFits) {
    // given: every second number
    for (std::uint64_t seq = 1; seq <= 2 * wire::kMaxMissing + 3; seq += 2) {
        take_in(stored_letter(seq));
    }
    // when
    auto const found = must(store().reconcile(stored_letter(1).device));
    // then
    ASSERT_EQ(found.missing.size(), wire::kMaxMissing);
    EXPECT_EQ(found.missing.back(),
              (wire::NumberRange{2 * wire::kMaxMissing, 2 * wire::kMaxMissing}));
    EXPECT_EQ(found.until, 2 * wire::kMaxMissing + 1) << "what is above is said to be lacking";
}

TEST_F(StoreLetters, KeepsWhatIsQuarantinedOnce) {
    // given
    Quarantined const odd{.entry = entry_id(1),
                          .device = stored_letter(1).device,
                          .reason = "bad-signature",
                          .bytes = support::noise(1, 2000),
                          .at = 5};
    // when
    ASSERT_TRUE(store().quarantine(odd));
    ASSERT_TRUE(store().quarantine(odd));
    Quarantined other = odd;
    other.bytes = support::noise(2, 0);
    ASSERT_TRUE(store().quarantine(other));
    rig.reopen();
    // then
    EXPECT_EQ(must(store().quarantined()), (std::vector{odd, other}));
}

} // namespace inloop::records
