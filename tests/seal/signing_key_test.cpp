// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/signing_key.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace inloop::seal {
namespace {

using support::must;
using support::signing_key;

TEST(SigningKey, SignsForItsOwnPublicHalfOnly) {
    SigningKey const key = signing_key(1);
    auto const signature = key.sign(as_bytes("PKB1 letter"));
    EXPECT_TRUE(is_signed_by(key.public_key(), as_bytes("PKB1 letter"), signature));
    EXPECT_FALSE(is_signed_by(key.public_key(), as_bytes("PKB1 lettes"), signature));
    EXPECT_FALSE(is_signed_by(signing_key(2).public_key(), as_bytes("PKB1 letter"), signature));
    EXPECT_FALSE(
        is_signed_by(key.public_key(), as_bytes("PKB1 letter"), ByteView(signature).first(63)));
}

TEST(SigningKey, GivesTheResultsOfRfc8032) {
    // Section 7.1, test 1: the empty message.
    constexpr std::array<unsigned char, 32> kSeed{0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60,
                                                  0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
                                                  0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19,
                                                  0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60};
    SigningKey const key = must(SigningKey::from_seed(std::as_bytes(std::span(kSeed))));
    EXPECT_EQ(std::to_integer<unsigned>(key.public_key()[0]), 0xd7U);
    EXPECT_EQ(std::to_integer<unsigned>(key.public_key()[31]), 0x1aU);
    auto const signature = key.sign({});
    EXPECT_EQ(std::to_integer<unsigned>(signature[0]), 0xe5U);
    EXPECT_EQ(std::to_integer<unsigned>(signature[63]), 0x0bU);
    EXPECT_TRUE(std::ranges::equal(key.seed(), std::as_bytes(std::span(kSeed))));
}

TEST(SigningKey, TakesSeedsOfThirtyTwoBytesOnly) {
    for (std::size_t size : {0U, 31U, 33U}) {
        auto const key = SigningKey::from_seed(Bytes(size));
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, ErrorCode::invalid_input);
    }
}

TEST(SecretBytes, StartAsZeroAndMoveWithoutACopy) {
    SecretBytes first = must(SecretBytes::with_size(32));
    EXPECT_TRUE(std::ranges::all_of(first.view(), [](std::byte b) { return b == std::byte{0}; }));
    first.span()[5] = std::byte{7};
    std::byte const* where = first.view().data();

    SecretBytes second(std::move(first));
    EXPECT_EQ(second.view().data(), where);
    SecretBytes third = must(SecretBytes::with_size(1));
    third = std::move(second);
    EXPECT_EQ(third.view().data(), where);
    EXPECT_EQ(third.view()[5], std::byte{7});
    EXPECT_EQ(third.view().size(), 32U);
}

TEST(SecretBytes, SayWhenThereIsNoGuardedMemory) {
    auto const huge = SecretBytes::with_size(static_cast<std::size_t>(-1) / 2);
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code, ErrorCode::unavailable);
}

TEST(SecretBytes, AreWipedOnRequest) {
    Bytes bytes(100, std::byte{1});
    wipe(bytes);
    EXPECT_EQ(bytes, Bytes(100));
}

} // namespace
} // namespace inloop::seal
