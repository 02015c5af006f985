// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/talk.h"
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"
#include "tests/sync/sync_rig.h"

#include <gtest/gtest.h>

namespace inloop::sync {
namespace {

using support::must;

struct TalkRig {
    TalkRig()
        : talk(must(seal::SigningKey::from_seed(rig.site.sealer.device().signing().seed())),
               rig.log.ack_key()) {}

    // What the log answers to the next request.
    Bytes asked() {
        auto const body = must(talk.ask(rig.gather(), rig.site.random));
        request = must(wire::read_request(body, rig.site.sealer.device().public_key()));
        wire::SyncReply reply = rig.log.answer(request);
        reply.next = {{std::byte{42}}};
        return must(wire::write_reply(reply, rig.log.ack_sign()));
    }

    SyncRig rig;
    Talk talk;
    wire::SyncRequest request;
};

TEST(Talk, BelievesAReplyOnceAndTakesItsNonce) {
    TalkRig rig;
    Bytes const reply = rig.asked();
    EXPECT_EQ(rig.request.nonce, wire::Nonce{});
    EXPECT_TRUE(rig.talk.believe(reply));
    EXPECT_EQ(rig.talk.believe(reply).error().code, ErrorCode::crypto);
    (void)rig.asked();
    EXPECT_EQ(rig.request.nonce, (wire::Nonce{{std::byte{42}}}));
}

TEST(Talk, BelievesNoReplyToAnEarlierRequest) {
    TalkRig rig;
    Bytes const early = rig.asked();
    Bytes const late = rig.asked();
    EXPECT_EQ(rig.talk.believe(early).error().code, ErrorCode::crypto);
    EXPECT_TRUE(rig.talk.believe(late)) << "the early one did no harm";
}

TEST(Talk, BelievesNoStranger) {
    TalkRig rig;
    (void)rig.asked();
    wire::SyncReply const reply = rig.rig.log.answer(rig.request);
    Bytes const forged = must(wire::write_reply(reply, support::signing_key(66)));
    EXPECT_EQ(rig.talk.believe(forged).error().code, ErrorCode::crypto);
}

} // namespace
} // namespace inloop::sync
