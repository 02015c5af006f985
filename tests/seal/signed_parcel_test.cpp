// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/signed_parcel.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::seal {
namespace {

using support::must;
using support::signing_key;

ByteArray<32> signer() {
    return signing_key(1).public_key();
}

TEST(SignedParcel, GivesBackItsContent) {
    for (std::size_t size : {0U, 1U, 4096U, 1'000'000U}) {
        Bytes const content(size, std::byte{7});
        Bytes const parcel = must(sign_parcel("PKX1", content, signing_key(1)));
        EXPECT_EQ(parcel.size(), size + kParcelOverhead);
        EXPECT_TRUE(std::ranges::equal(must(open_parcel(parcel, "PKX1", signer())), content));
    }
}

TEST(SignedParcel, IsOfOneKindAndOneSigner) {
    Bytes const parcel = must(sign_parcel("PKX1", as_bytes("Hallo"), signing_key(1)));
    EXPECT_EQ(open_parcel(parcel, "PKX2", signer()).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(open_parcel(parcel, "PKX", signer()).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(open_parcel(parcel, "PKX1", signing_key(2).public_key()).error().code,
              ErrorCode::crypto);
    EXPECT_EQ(sign_parcel("PKX", {}, signing_key(1)).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(sign_parcel("PKX12", {}, signing_key(1)).error().code, ErrorCode::invalid_input);
}

TEST(SignedParcel, RefusesEveryFlippedBitAndEveryOtherSize) {
    Bytes const parcel = must(sign_parcel("PKX1", as_bytes("Hallo"), signing_key(1)));
    auto const opens = [](ByteView bytes) {
        return open_parcel(bytes, "PKX1", signer()).has_value();
    };
    expect_every_flipped_bit_refused(parcel, opens);
    expect_every_other_size_refused(parcel, opens);
    EXPECT_EQ(open_parcel(ByteView(parcel).first(76), "PKX1", signer()).error().code,
              ErrorCode::corrupt);
    EXPECT_EQ(open_parcel(as_bytes("PKX1"), "PKX1", signer()).error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace inloop::seal
