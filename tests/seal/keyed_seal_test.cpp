// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/keyed_seal.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::seal {
namespace {

using support::must;
using support::SeededRandom;

Bytes const kKey(32, std::byte{3});

TEST(KeyedSeal, GivesBackWhatWasSealed) {
    SeededRandom random(1);
    for (std::size_t size : {0U, 1U, 20U, 5000U}) {
        Bytes const secret(size, std::byte{7});
        Bytes const sealed = must(seal_with_key(kKey, "totp", secret, random));
        EXPECT_EQ(sealed.size(), size + kKeyedOverhead);
        EXPECT_TRUE(std::ranges::equal(must(open_with_key(kKey, "totp", sealed)).view(), secret));
    }
}

TEST(KeyedSeal, OpensWithItsKeyAndForItsPurposeOnly) {
    SeededRandom random(1);
    Bytes const sealed = must(seal_with_key(kKey, "totp", as_bytes("geheim"), random));
    EXPECT_EQ(open_with_key(Bytes(32), "totp", sealed).error().code, ErrorCode::crypto);
    EXPECT_EQ(open_with_key(kKey, "name", sealed).error().code, ErrorCode::crypto);
    EXPECT_EQ(open_with_key(kKey, "", sealed).error().code, ErrorCode::crypto);
    for (std::size_t size : {0U, 31U, 33U}) {
        EXPECT_EQ(open_with_key(Bytes(size), "totp", sealed).error().code,
                  ErrorCode::invalid_input);
        EXPECT_EQ(seal_with_key(Bytes(size), "totp", {}, random).error().code,
                  ErrorCode::invalid_input);
    }
    EXPECT_TRUE(open_with_key(kKey, "totp", sealed)); // negative control
}

TEST(KeyedSeal, RefusesEveryFlippedBitAndEveryOtherSize) {
    SeededRandom random(1);
    Bytes const sealed = must(seal_with_key(kKey, "totp", as_bytes("geheim"), random));
    auto const opens = [](ByteView bytes) {
        return open_with_key(kKey, "totp", bytes).has_value();
    };
    expect_every_flipped_bit_refused(sealed, opens);
    expect_every_other_size_refused(sealed, opens);
    EXPECT_EQ(open_with_key(kKey, "totp", Bytes(39)).error().code, ErrorCode::corrupt);
}

TEST(KeyedSeal, NeverLooksTheSameTwice) {
    SeededRandom random(1);
    EXPECT_NE(must(seal_with_key(kKey, "totp", as_bytes("geheim"), random)),
              must(seal_with_key(kKey, "totp", as_bytes("geheim"), random)));
}

} // namespace
} // namespace inloop::seal
