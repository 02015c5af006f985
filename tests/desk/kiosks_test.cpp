// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/kiosks.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

namespace inloop::desk {
namespace {

using support::must;

constexpr ByteArray<32> kServerKey{std::byte{7}};

struct Rig {
    support::DeskRig desk;
    seal::SigningKey ack_sign =
        must(seal::SigningKey::from_seed(must(desk.desk.store.secret("ack-sign"))));
    Kiosks kiosks{desk.desk, ack_sign, kServerKey};
    vault::Actor by{"Ilse", "console"};
    seal::SigningKey key = must(seal::SigningKey::generate(desk.site.random));

    // As a kiosk asks that was told `code` and sees a server with `server_key`.
    [[nodiscard]] wire::PairRequest request(std::string const& code,
                                            ByteArray<32> const& server_key = kServerKey) {
        wire::PairRequest request{.device = {key.public_key()}, .proof = {}, .name = "Proef\n1"};
        request.proof =
            seal::pairing_proof(*seal::parse_pairing_code(code), request.device, server_key);
        return request;
    }
    [[nodiscard]] records::DeviceState state() {
        return must(desk.desk.store.device(seal::device_id_of({key.public_key()})))->state;
    }
};

TEST(Kiosks, LetAKioskInAfterItsCodeAndItsWords) {
    Rig rig;
    PairingCode const code = must(rig.kiosks.make_code(rig.by));

    wire::PairReply const reply = must(rig.kiosks.pair(rig.request(code.shown)));

    EXPECT_TRUE(reply.accepted);
    EXPECT_EQ(rig.state(), records::DeviceState::pending);
    auto const waiting = must(rig.kiosks.waiting());
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].device.name, "Proef1");
    must(rig.kiosks.confirm(rig.by, waiting[0].device.id, true));
    EXPECT_EQ(rig.state(), records::DeviceState::active);
    must(rig.kiosks.revoke(rig.by, waiting[0].device.id));
    EXPECT_EQ(rig.state(), records::DeviceState::revoked);
}

TEST(Kiosks, TakeACodeOnce) {
    Rig rig;
    PairingCode const code = must(rig.kiosks.make_code(rig.by));
    ASSERT_TRUE(must(rig.kiosks.pair(rig.request(code.shown))).accepted);

    EXPECT_FALSE(must(rig.kiosks.pair(rig.request(code.shown))).accepted);
    EXPECT_FALSE(rig.kiosks.code());
}

TEST(Kiosks, TakeNoCodeThatIsOverOrWrongOrMadeForAnotherServer) {
    Rig rig;
    PairingCode const code = must(rig.kiosks.make_code(rig.by));
    ByteArray<32> other = kServerKey;
    other[0] = std::byte{8};

    EXPECT_FALSE(must(rig.kiosks.pair(rig.request("00000-00000"))).accepted);
    EXPECT_FALSE(must(rig.kiosks.pair(rig.request(code.shown, other))).accepted);
    rig.desk.clock.advance(std::chrono::seconds(kPairingSeconds - 1));
    EXPECT_TRUE(rig.kiosks.code()); // the control of the next line
    rig.desk.clock.advance(std::chrono::seconds(1));
    EXPECT_FALSE(must(rig.kiosks.pair(rig.request(code.shown))).accepted);
}

TEST(Kiosks, EndACodeAfterFiveGuesses) {
    Rig rig;
    PairingCode const code = must(rig.kiosks.make_code(rig.by));
    for (int i = 0; i < kPairingTries; ++i) {
        EXPECT_TRUE(rig.kiosks.code());
        EXPECT_FALSE(must(rig.kiosks.pair(rig.request("00000-00000"))).accepted);
    }
    EXPECT_FALSE(must(rig.kiosks.pair(rig.request(code.shown))).accepted);
}

TEST(Kiosks, ForgetAKioskWhoseWordsDiffer) {
    Rig rig;
    PairingCode const code = must(rig.kiosks.make_code(rig.by));
    ASSERT_TRUE(must(rig.kiosks.pair(rig.request(code.shown))).accepted);

    must(rig.kiosks.confirm(rig.by, must(rig.kiosks.waiting())[0].device.id, false));

    EXPECT_EQ(rig.state(), records::DeviceState::revoked);
    EXPECT_TRUE(must(rig.kiosks.waiting()).empty());
}

} // namespace
} // namespace inloop::desk
