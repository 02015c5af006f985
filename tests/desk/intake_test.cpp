// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/intake.h"
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/wire/codec.h"
#include "tests/desk/kiosk_end.h"
#include "tests/support/failing_store.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

namespace inloop::desk {
namespace {

using support::must;
using wire::ReplyKind;
using wire::VerdictKind;

struct Rig {
    support::DeskRig desk;
    seal::SigningKey ack_sign =
        must(seal::SigningKey::from_seed(must(desk.desk.store.secret("ack-sign"))));
    Intake intake{desk.desk, ack_sign};
    KioskEnd kiosk{desk};

    [[nodiscard]] std::size_t kept() { return must(desk.desk.store.roots()).size(); }
};

TEST(Intake, AcknowledgesALetterThatItKeeps) {
    Rig rig;
    Bytes const letter = rig.kiosk.letter("Een vraag.", 1);

    wire::SyncReply const reply = rig.kiosk.sync(rig.intake, {letter});

    ASSERT_EQ(reply.verdicts.size(), 1U);
    EXPECT_EQ(reply.verdicts[0].kind, VerdictKind::stored);
    auto const ack =
        must(seal::read_acknowledgement(reply.verdicts[0].acknowledgement, rig.kiosk.ack_sign));
    EXPECT_TRUE(seal::confirms(ack, letter));
    EXPECT_EQ(rig.kept(), 1U);
    EXPECT_EQ(reply.have_until, 1U);
}

TEST(Intake, KeepsALetterOnceHoweverOftenItComes) {
    Rig rig;
    Bytes const letter = rig.kiosk.letter("Een vraag.", 1);

    wire::SyncReply const first = rig.kiosk.sync(rig.intake, {letter, letter});
    wire::SyncReply const again = rig.kiosk.sync(rig.intake, {letter});

    EXPECT_EQ(first.verdicts[0], first.verdicts[1]);
    EXPECT_EQ(again.verdicts[0], first.verdicts[0]);
    EXPECT_EQ(rig.kept(), 1U);
}

TEST(Intake, RefusesOneBadLetterAndTakesTheOthers) {
    Rig rig;
    Bytes bad = rig.kiosk.letter("Een vraag.", 1);
    bad[200] ^= std::byte{1};
    Bytes const other = rig.kiosk.letter("Nog een.", 2);
    Bytes const cloned = rig.kiosk.letter("Met een nummer dat er al is.", 2);
    Bytes const none = rig.kiosk.letter("Met een nummer dat er geen is.", 0);
    Bytes const high = rig.kiosk.letter("Met een te hoog nummer.", std::uint64_t{1} << 63U);

    wire::SyncReply const reply = rig.kiosk.sync(rig.intake, {bad, other, cloned, none, high});

    ASSERT_EQ(reply.verdicts.size(), 5U);
    EXPECT_EQ(reply.verdicts[0].kind, VerdictKind::refused);
    EXPECT_EQ(reply.verdicts[0].reason, "signature");
    EXPECT_EQ(reply.verdicts[1].kind, VerdictKind::stored);
    EXPECT_EQ(reply.verdicts[2].kind, VerdictKind::refused);
    EXPECT_EQ(reply.verdicts[2].reason, "conflict");
    EXPECT_EQ(reply.verdicts[3].reason, "number");
    EXPECT_EQ(reply.verdicts[4].reason, "number");
    EXPECT_EQ(must(rig.desk.desk.store.quarantined()).size(), 4U);
    EXPECT_EQ(rig.kept(), 1U);
}

TEST(Intake, DoesNothingForARequestThatIsPlayedAgain) {
    Rig rig;
    (void)rig.kiosk.sync(rig.intake); // a nonce
    wire::SyncRequest const request = rig.kiosk.request({rig.kiosk.letter("Een vraag.", 1)});
    Bytes const body = rig.kiosk.body_of(request);
    ASSERT_EQ(must(wire::read_reply(must(rig.intake.sync(body)), rig.kiosk.ack_sign)).kind,
              ReplyKind::done);

    wire::SyncReply const replayed =
        must(wire::read_reply(must(rig.intake.sync(body)), rig.kiosk.ack_sign));

    EXPECT_EQ(replayed.kind, ReplyKind::challenge);
    EXPECT_TRUE(replayed.verdicts.empty());
}

TEST(Intake, TellsAKioskThatIsNotLetIn) {
    for (records::DeviceState state :
         {records::DeviceState::pending, records::DeviceState::revoked}) {
        Rig rig;
        KioskEnd kiosk(rig.desk, state);

        wire::SyncReply const reply = kiosk.sync(rig.intake, {kiosk.letter("Een vraag.", 1)});

        EXPECT_EQ(reply.kind, ReplyKind::revoked);
        EXPECT_EQ(rig.kept(), 0U);
    }
}

TEST(Intake, AnswersAKioskItDoesNotKnowAndSomebodyElsesNameAsItShould) {
    Rig rig;
    support::DeskRig elsewhere(2);
    KioskEnd stranger(elsewhere);
    stranger.ack_sign = rig.kiosk.ack_sign;

    wire::SyncRequest const request = stranger.request();
    wire::SyncReply const reply = must(stranger.ask(rig.intake, request));
    EXPECT_EQ(reply.kind, ReplyKind::revoked);
    EXPECT_EQ(reply.request, request.request); // else the kiosk would not believe it

    wire::SyncRequest forged = stranger.request();
    forged.device = rig.kiosk.sealer.device().id();
    EXPECT_EQ(rig.intake.sync(stranger.body_of(forged)).error().code, ErrorCode::crypto);
}

TEST(Intake, SaysLaterWhenTheStoreCannotKeep) {
    support::DeskRig desk;
    support::FailingStore store(desk.desk.store);
    vault::Audit audit(store, desk.clock);
    Desk failing{store,
                 audit,
                 desk.desk.vault,
                 desk.clock,
                 desk.desk.random,
                 desk.desk.words,
                 desk.desk.assets,
                 desk.desk.texts,
                 desk.lock};
    seal::SigningKey const ack_sign =
        must(seal::SigningKey::from_seed(must(desk.desk.store.secret("ack-sign"))));
    Intake intake(failing, ack_sign);
    KioskEnd kiosk(desk);
    (void)kiosk.sync(intake);
    Bytes const letter = kiosk.letter("Een vraag.", 1);
    store.fail_at("take_in");

    wire::SyncReply const reply = kiosk.sync(intake, {letter});

    ASSERT_TRUE(store.failed());
    ASSERT_EQ(reply.verdicts.size(), 1U);
    EXPECT_EQ(reply.verdicts[0].kind, VerdictKind::later);
    EXPECT_TRUE(reply.verdicts[0].acknowledgement.empty());
    EXPECT_GT(reply.retry_after_s, 0U);
    EXPECT_EQ(kiosk.sync(intake, {letter}).verdicts[0].kind, VerdictKind::stored); // the control
}

TEST(Intake, HandsDownWhatChangedOnceAndAllOfItToAKioskOfAnotherInstance) {
    Rig rig;
    wire::SyncReply const first = rig.kiosk.sync(rig.intake, {rig.kiosk.letter("Een vraag.", 1)});
    ASSERT_EQ(first.cases.size(), 1U);
    EXPECT_EQ(first.cases[0].status, entries::Status::arrived);
    EXPECT_TRUE(first.policy); // it named none

    rig.kiosk.instance = first.instance;
    rig.kiosk.seen_change = first.through_change;
    EXPECT_TRUE(rig.kiosk.sync(rig.intake).cases.empty());
    rig.kiosk.instance = {}; // the log was restored meanwhile
    EXPECT_EQ(rig.kiosk.sync(rig.intake).cases.size(), 1U);
}

} // namespace
} // namespace inloop::desk
