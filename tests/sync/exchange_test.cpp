// SPDX-License-Identifier: EUPL-1.2
//
// Letters: what goes to the log and what may leave the letterbox for its word.
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/sync/exchange.h"
#include "tests/support/must.h"
#include "tests/sync/sync_rig.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

namespace inloop::sync {
namespace {

using letterbox::LetterState;
using support::must;

TEST(Exchange, SaysHowTheKioskIs) {
    // given
    SyncRig rig;
    rig.leave_letters(3);
    must(rig.letterbox.mark_dead(rig.letterbox.letters()[2].entry_id));
    rig.site.clock.advance(Milliseconds(1'500));
    // when
    wire::SyncRequest const request = rig.gather();
    // then
    EXPECT_EQ(request.device, rig.site.sealer.device().id());
    EXPECT_EQ(request.since_boot_ms, 1'500U);
    EXPECT_EQ(request.policy, seal::hash_of(rig.site.policy_file));
    EXPECT_EQ(request.known_instance, wire::InstanceId{});
    EXPECT_EQ(request.health.version, "0.1.0");
    EXPECT_EQ(request.health.letters_made, 3U);
    EXPECT_EQ(request.health.letters_new, 2U);
    EXPECT_EQ(request.health.letters_dead, 1U);
    EXPECT_EQ(request.health.clock, ClockTrust::synced);
    EXPECT_EQ(request.envelopes.size(), 2U);
    EXPECT_TRUE(rig.gather(Letters::held_back).envelopes.empty());
}

TEST(Exchange, MarksLettersSentForTheLogsProof) {
    SyncRig rig;
    rig.leave_letters(2);
    Applied const applied = rig.sync();
    EXPECT_EQ(applied.arrived, (Numbers{1, 2}));
    EXPECT_EQ(applied.problem_count, 0U);
    EXPECT_FALSE(applied.index_behind);
    EXPECT_EQ(rig.letters_in(LetterState::sent), (Numbers{1, 2}));
    auto const receipt = rig.letterbox.letters()[0].receipt_pk;
    EXPECT_EQ(must(rig.memory.letter_state_by_receipt(receipt)), memory::LetterState::sent);
    EXPECT_TRUE(rig.gather().envelopes.empty());
}

TEST(Exchange, SendsMoreThanFitsInOneRequestInTurn) {
    SyncRig rig;
    rig.leave_letters(2 * wire::kMaxEnvelopes + 1);
    int talks = 1;
    while (rig.sync().more) {
        ++talks;
    }
    EXPECT_EQ(talks, 3);
    EXPECT_EQ(rig.letters_in(LetterState::sent).size(), 2 * wire::kMaxEnvelopes + 1);
}

// The request or the reply is lost: everything is said again, and the log has each letter once.
TEST(Exchange, SaysAgainWhatWasLostOnTheWay) {
    SyncRig rig;
    rig.leave_letters(2);
    wire::SyncRequest const lost = rig.gather();
    wire::SyncReply const lost_reply = rig.log.answer(rig.gather());
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1, 2}));
    Applied const applied = rig.sync();
    EXPECT_EQ(applied.arrived, (Numbers{1, 2}));
    EXPECT_EQ(rig.log.stored, 2U);
    // Late, twice, in another order: nothing happens any more.
    (void)rig.log.answer(lost);
    for (int n = 0; n < 2; ++n) {
        Applied const again = rig.apply(lost_reply);
        EXPECT_TRUE(again.arrived.empty());
        EXPECT_EQ(again.problem_count, 0U);
    }
    EXPECT_EQ(rig.log.stored, 2U);
    EXPECT_EQ(rig.letters_in(LetterState::sent), (Numbers{1, 2}));
}

TEST(Exchange, BelievesNoForgedAcknowledgement) {
    // given
    SyncRig rig;
    rig.leave_letters(2);
    wire::SyncReply const honest = rig.log.answer(rig.gather());
    wire::SyncReply forged = honest;
    auto const signer = support::signing_key(8); // not the log's
    auto ack =
        must(seal::read_acknowledgement(honest.verdicts[0].acknowledgement, rig.log.ack_key()));
    forged.verdicts[0].acknowledgement = seal::write_acknowledgement(ack, signer);
    // when
    Applied const applied = rig.apply(forged);
    // then: the other letter went
    EXPECT_EQ(applied.arrived, (Numbers{2}));
    EXPECT_TRUE(rig.names(applied, "letter 1 stays"));
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1}));
    EXPECT_EQ(rig.apply(honest).arrived, (Numbers{1})) << "negative control";
}

TEST(Exchange, BelievesNoAcknowledgementOfOtherBytes) {
    // given: proofs of the log, each about another letter than it is given for
    SyncRig rig;
    rig.leave_letters(2);
    wire::SyncReply const honest = rig.log.answer(rig.gather());
    wire::SyncReply swapped = honest;
    std::swap(swapped.verdicts[0].acknowledgement, swapped.verdicts[1].acknowledgement);
    // and one about this letter with another content
    Bytes other = must(rig.letterbox.read(rig.letterbox.letters()[0].entry_id));
    other.back() ^= std::byte{1};
    wire::SyncReply changed = honest;
    changed.verdicts[0].acknowledgement = rig.log.acknowledgement(other);
    changed.verdicts[1].acknowledgement.clear();
    for (wire::SyncReply const& reply : {swapped, changed}) {
        // when
        Applied const applied = rig.apply(reply);
        // then
        EXPECT_TRUE(applied.arrived.empty());
        EXPECT_EQ(applied.problem_count, 2U);
        EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1, 2}));
    }
    EXPECT_EQ(rig.apply(honest).arrived.size(), 2U) << "negative control";
}

TEST(Exchange, KeepsARefusedLetterApartAndSendsTheOthers) {
    SyncRig rig;
    rig.leave_letters(3);
    rig.log.refuses = {2};
    Applied const applied = rig.sync();
    EXPECT_EQ(applied.arrived, (Numbers{1, 3}));
    EXPECT_EQ(applied.refused, (Numbers{2}));
    EXPECT_TRUE(rig.names(applied, "bad-signature"));
    EXPECT_EQ(rig.letters_in(LetterState::dead), (Numbers{2}));
    EXPECT_EQ(rig.gather().health.problems, 1U);
    // It stays, whatever the log says about letters it lacks.
    for (int n = 0; n < 3; ++n) {
        EXPECT_TRUE(rig.sync().offered_again.empty());
    }
    EXPECT_EQ(rig.letters_in(LetterState::dead), (Numbers{2}));
}

// Seventeen letters of which the log wants the first sixteen later: the last one gets its turn.
TEST(Exchange, LetsNoLetterBlockTheOthers) {
    SyncRig rig;
    rig.leave_letters(wire::kMaxEnvelopes + 1);
    for (std::uint64_t n = 1; n <= wire::kMaxEnvelopes; ++n) {
        rig.log.wants_later.insert(n);
    }
    EXPECT_FALSE(rig.sync().more) << "nothing moved: no loop";
    EXPECT_EQ(rig.sync().arrived, (Numbers{wire::kMaxEnvelopes + 1}));
    rig.log.wants_later.clear();
    EXPECT_EQ(rig.sync().arrived.size(), wire::kMaxEnvelopes);
}

// A log whose disk was full for a weekend must not take a heartbeat for each handful.
TEST(Exchange, SendsAtOnceWhatTheLogWantedLaterOnceItTakesLettersAgain) {
    // given
    SyncRig rig;
    constexpr std::uint64_t kLetters = 3 * wire::kMaxEnvelopes;
    rig.leave_letters(kLetters);
    for (std::uint64_t n = 1; n <= kLetters; ++n) {
        rig.log.wants_later.insert(n);
    }
    for (int i = 0; i < 4; ++i) {
        EXPECT_FALSE(rig.sync().more) << "nothing moved: no loop";
    }
    // when
    rig.log.wants_later = {1};
    // then
    EXPECT_TRUE(rig.sync().more);
    while (rig.sync().more) {
    }
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1}));
}

TEST(Exchange, FindsALetterThatWasMovedThoughAnErrorWasTold) {
    // given
    SyncRig rig;
    rig.leave_letters(1);
    wire::SyncReply const reply = rig.log.answer(rig.gather());
    std::size_t const read = rig.files.operations().size(); // the envelope, then it is moved
    rig.files.fail_at(read + 1, ErrorCode::io, support::FaultLasts::once,
                      support::FaultEffect::done);
    EXPECT_TRUE(rig.apply(reply).arrived.empty());
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1}));
    // when
    Applied const applied = rig.sync();
    // then
    EXPECT_EQ(rig.letters_in(LetterState::sent), (Numbers{1}));
    EXPECT_TRUE(applied.index_behind);
}

TEST(Exchange, LeavesOutALetterThatTheDiskSpoiled) {
    // given
    SyncRig rig;
    rig.leave_letters(3);
    auto const folder = rig.data / "letterbox/new";
    auto const name = must(rig.files.list(folder))[1].name;
    rig.files.put(folder / name, Bytes(100, std::byte{7}));
    // when
    Applied const applied = rig.sync();
    // then
    EXPECT_EQ(applied.arrived, (Numbers{1, 3}));
    EXPECT_EQ(rig.gather().health.problems, 1U);
    EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{2}));
}

TEST(Exchange, DoesNothingForAReplyThatDidNothing) {
    for (wire::ReplyKind const kind :
         {wire::ReplyKind::challenge, wire::ReplyKind::revoked, wire::ReplyKind::too_old}) {
        // given: a reply of this kind that says more than it may
        SyncRig rig;
        rig.leave_letters(1);
        wire::SyncReply reply = rig.log.answer(rig.gather());
        reply.kind = kind;
        reply.through_change = 7;
        // when
        Applied const applied = rig.apply(reply);
        // then
        EXPECT_EQ(applied.kind, kind);
        EXPECT_EQ(rig.letters_in(LetterState::new_), (Numbers{1}));
        EXPECT_EQ(must(rig.memory.sync_state()), memory::SyncState{});
    }
}

// Nothing is decided by the calendar: with the clock ten years off both ways, set or not, the same
// happens.
TEST(Exchange, DoesTheSameWithAClockTenYearsOff) {
    for (int const years : {-10, 0, 10}) {
        for (ClockTrust const trust : {ClockTrust::unset, ClockTrust::synced}) {
            SyncRig rig;
            rig.site.clock.set_wall(rig.site.clock.wall() + std::chrono::years(years));
            rig.site.clock.set_trust(trust);
            rig.leave_letters(1);
            wire::SyncReply reply = rig.log.answer(rig.gather());
            reply.time = 1'795'000'000;
            reply.presence = wire::Presence{true, 1'795'010'000};
            Applied const applied = rig.apply(reply);
            EXPECT_EQ(applied.arrived, (Numbers{1}));
            EXPECT_EQ(applied.log_time, 1'795'000'000);
            EXPECT_EQ(applied.problem_count, 0U);
            EXPECT_NE(rig.file("presence.toml").find("until = 2026-11-18T13:53:20Z"),
                      std::string::npos)
                << rig.file("presence.toml");
        }
    }
}

// kiosk.db is only an index: where it fails the letter has arrived all the same.
TEST(Exchange, MarksALetterSentThatItCannotIndex) {
    SyncRig rig;
    rig.leave_letters(1);
    must(rig.memory.rebuild({})); // it knows no letter
    Applied const applied = rig.sync();
    EXPECT_EQ(applied.arrived, (Numbers{1}));
    EXPECT_TRUE(applied.index_behind);
    EXPECT_EQ(rig.letters_in(LetterState::sent), (Numbers{1}));
}

} // namespace
} // namespace inloop::sync
