// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sealed_secret.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/sodium_faults.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::seal {
namespace {

using support::must;
using support::SeededRandom;

BoxKeys keys_of(std::uint64_t seed) {
    SeededRandom random(seed);
    return must(BoxKeys::generate(random));
}

TEST(BoxKeys, AreTheSameFromTheSameSecret) {
    BoxKeys const made = keys_of(1);
    BoxKeys const again = must(BoxKeys::from_secret(made.secret.view()));
    EXPECT_EQ(again.public_key, made.public_key);
    EXPECT_NE(keys_of(2).public_key, made.public_key);
}

TEST(BoxKeys, TakeThirtyTwoBytesOnly) {
    for (std::size_t size : {0U, 31U, 33U}) {
        auto const keys = BoxKeys::from_secret(Bytes(size));
        ASSERT_FALSE(keys);
        EXPECT_EQ(keys.error().code, ErrorCode::invalid_input);
    }
}

TEST(SealedSecret, OpensForItsOwnerOnly) {
    BoxKeys const owner = keys_of(1);
    for (std::size_t size : {0U, 1U, 32U, 5000U}) {
        Bytes const secret(size, std::byte{7});
        Bytes const sealed = must(seal_secret(owner.public_key, secret));
        EXPECT_EQ(sealed.size(), size + kSealedOverhead);
        EXPECT_TRUE(std::ranges::equal(must(open_secret(owner, sealed)).view(), secret));
        auto const stolen = open_secret(keys_of(2), sealed);
        ASSERT_FALSE(stolen);
        EXPECT_EQ(stolen.error().code, ErrorCode::crypto);
    }
}

TEST(SealedSecret, RefusesEveryFlippedBitAndEveryOtherSize) {
    BoxKeys const owner = keys_of(1);
    Bytes const sealed = must(seal_secret(owner.public_key, Bytes(32, std::byte{7})));
    auto const opens = [&](ByteView bytes) { return open_secret(owner, bytes).has_value(); };
    expect_every_flipped_bit_refused(sealed, opens);
    expect_every_other_size_refused(sealed, opens);
    EXPECT_EQ(open_secret(owner, Bytes(47)).error().code, ErrorCode::corrupt);
}

TEST(SealedSecret, IsNotSealedToAKeyThatIsNone) {
    auto const sealed = seal_secret({}, Bytes(32)); // a point of low order
    ASSERT_FALSE(sealed);
    EXPECT_EQ(sealed.error().code, ErrorCode::crypto);
    EXPECT_TRUE(seal_secret(keys_of(1).public_key, Bytes(32))); // negative control
}

TEST(SealedSecret, NeedsLibsodium) {
    support::SodiumFaults faults;
    faults.fail_start();
    EXPECT_EQ(seal_secret({}, Bytes(32)).error().code, ErrorCode::unavailable);
}

} // namespace
} // namespace inloop::seal
