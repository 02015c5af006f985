// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/signing_key.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;
using support::signing_key;

AckSignPublicKey ack_key() {
    return {signing_key(8).public_key()};
}

Acknowledgement ack_of(ByteView letter) {
    EnvelopeHeader const header = must(read_envelope_header(letter));
    return {.device_id = header.device_id,
            .seq = header.seq,
            .entry_id = header.entry_id,
            .envelope = hash_of(letter),
            .server_seq = 0x1122334455667788,
            .server_time = 1'717'502'400};
}

TEST(Acknowledgement, HasTheSizeOfTheFormatAndIsReadBack) {
    SealedSite site;
    Acknowledgement const ack = ack_of(site.letter("Hallo", 7));
    Bytes const bytes = write_acknowledgement(ack, signing_key(8));
    EXPECT_EQ(bytes.size(), 148U);
    EXPECT_EQ(must(read_acknowledgement(bytes, ack_key())), ack);
}

TEST(Acknowledgement, RefusesEveryFlippedBit) {
    SealedSite site;
    Bytes bytes = write_acknowledgement(ack_of(site.letter("Hallo")), signing_key(8));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::byte const mask{static_cast<unsigned char>(1U << (bit % 8))};
        bytes[bit / 8] ^= mask;
        ASSERT_FALSE(read_acknowledgement(bytes, ack_key())) << "bit " << bit;
        bytes[bit / 8] ^= mask;
    }
    EXPECT_TRUE(read_acknowledgement(bytes, ack_key())); // negative control
}

TEST(Acknowledgement, TellsItsFaultsApart) {
    SealedSite site;
    Bytes const bytes = write_acknowledgement(ack_of(site.letter("Hallo")), signing_key(8));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        auto const ack = read_acknowledgement(ByteView(bytes).first(size), ack_key());
        ASSERT_FALSE(ack);
        ASSERT_EQ(ack.error().code, size < 4 ? ErrorCode::invalid_input : ErrorCode::corrupt);
    }
    auto const forged = read_acknowledgement(bytes, {signing_key(9).public_key()});
    ASSERT_FALSE(forged);
    EXPECT_EQ(forged.error().code, ErrorCode::crypto);
}

TEST(Acknowledgement, ConfirmsItsOwnEnvelopeOnly) {
    SealedSite site;
    Bytes const letter = site.letter("Hallo", 7);
    Acknowledgement const ack = ack_of(letter);
    EXPECT_TRUE(confirms(ack, letter));
    EXPECT_FALSE(confirms(ack, site.letter("Hallo", 7)));
    EXPECT_FALSE(confirms(ack, as_bytes("PKB1")));
    Acknowledgement other = ack;
    other.device_id.bytes[0] ^= std::byte{1};
    EXPECT_FALSE(confirms(other, letter));
    other = ack;
    other.seq = 8;
    EXPECT_FALSE(confirms(other, letter));
    other = ack;
    other.entry_id.bytes[0] ^= std::byte{1};
    EXPECT_FALSE(confirms(other, letter));
    other = ack;
    other.envelope.bytes[0] ^= std::byte{1};
    EXPECT_FALSE(confirms(other, letter));
}

} // namespace
} // namespace inloop::seal
