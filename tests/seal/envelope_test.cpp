// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/signing_key.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

Bytes changed(Bytes bytes, std::size_t at, unsigned value) {
    bytes[at] = static_cast<std::byte>(value);
    return bytes;
}

Error fault_of(ByteView envelope) {
    auto const header = read_envelope_header(envelope);
    return header ? Error{ErrorCode::io, "accepted"} : header.error();
}

TEST(Envelope, HasTheSizesOfTheFormat) {
    EXPECT_EQ(kEnvelopeHeaderBytes, 80U);
    EXPECT_EQ(kEnvelopeOverhead, 268U);
    SealedSite site;
    EXPECT_EQ(site.letter("").size(), 268U + 1024U);
}

TEST(Envelope, SaysWhatTheKioskPutOutside) {
    SealedSite site;
    ReceiptPublicKey const receipt{site.weeks[0].public_key().bytes};

    Bytes const letter =
        must(site.sealer.seal(support::letter_of("Hallo"), receipt, 0x0102030405060708));

    auto const header = must(read_envelope_header(letter));
    EXPECT_EQ(header.flags, 0);
    EXPECT_EQ(header.epoch, SealedSite::kFirstWeek);
    EXPECT_EQ(header.device_id, site.sealer.device().id());
    EXPECT_EQ(header.seq, 0x0102030405060708U);
    EXPECT_NE(header.entry_id, EntryId{});
    EXPECT_EQ(header.receipt_key, receipt);
}

TEST(Envelope, GivesEveryLetterAnIdOfItsOwn) {
    SealedSite site;
    auto const first = must(read_envelope_header(site.letter("Hallo")));
    auto const second = must(read_envelope_header(site.letter("Hallo")));
    EXPECT_NE(first.entry_id, second.entry_id);
}

TEST(Envelope, TellsEachFaultOfTheStructureApart) {
    SealedSite site;
    Bytes const letter = site.letter("Hallo");
    ASSERT_TRUE(read_envelope_header(letter)); // negative control

    EXPECT_EQ(fault_of(changed(letter, 3, '2')).message,
              "not an envelope: it does not begin with PKB1");
    EXPECT_EQ(fault_of(changed(letter, 3, '2')).code, ErrorCode::invalid_input);
    EXPECT_EQ(fault_of(changed(letter, 4, 2)).message,
              "the envelope is of suite 2, this build knows suite 1: update it");
    EXPECT_EQ(fault_of(changed(letter, 4, 2)).code, ErrorCode::unsupported);
    EXPECT_EQ(fault_of(changed(letter, 5, 81)).message,
              "the envelope names another header size than 80");
    for (std::size_t reserved = 12; reserved < 16; ++reserved) {
        EXPECT_EQ(fault_of(changed(letter, reserved, 1)).message,
                  "reserved bytes of the envelope are not zero");
    }
    EXPECT_EQ(fault_of(changed(letter, 184, 17)).message,
              "the envelope names an impossible size of its inside: 1041 bytes");
    EXPECT_EQ(fault_of(changed(letter, 185, 0)).message,
              "the envelope names an impossible size of its inside: 16 bytes");
    EXPECT_EQ(fault_of(changed(letter, 185, 4 * 10)).message,
              "the envelope names an impossible size of its inside: 10256 bytes");
    EXPECT_EQ(fault_of(changed(letter, 185, 4 * 2)).message,
              "the envelope is cut: it has 1292 bytes and should have 2316");
}

TEST(Envelope, RefusesEveryLengthButItsOwn) {
    SealedSite site;
    Bytes const letter = site.letter(std::string(1500, 'a'));
    for (std::size_t size = 0; size < letter.size(); ++size) {
        Error const fault = fault_of(ByteView(letter).first(size));
        ASSERT_EQ(fault.code, size < 4 ? ErrorCode::invalid_input : ErrorCode::corrupt) << size;
        ASSERT_NE(fault.message.find(size < 4 ? "not an envelope" : "cut"), std::string::npos);
    }
    Bytes longer = letter;
    longer.push_back(std::byte{0});
    EXPECT_EQ(fault_of(longer).message,
              "the envelope is too long: it has 2317 bytes and should have 2316");
}

TEST(Envelope, IsVerifiedWithTheKeyOfItsDeviceOnly) {
    SealedSite site;
    Bytes const letter = site.letter("Hallo");

    EXPECT_TRUE(verify_envelope(letter, site.sealer.device().public_key()));
    auto const other = verify_envelope(letter, {support::signing_key(9).public_key()});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::crypto);
    EXPECT_EQ(other.error().message, "the envelope names another device than the one expected");
}

TEST(Envelope, SignedByAnotherDeviceUnderThisDevicesNameIsRefused) {
    SealedSite site;
    Bytes letter = site.letter("Hallo");
    std::size_t const body = letter.size() - kSignatureBytes;
    auto const forged = support::signing_key(9).sign(ByteView(letter).first(body));
    std::ranges::copy(forged, letter.begin() + static_cast<std::ptrdiff_t>(body));

    auto const verified = verify_envelope(letter, site.sealer.device().public_key());

    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::crypto);
    EXPECT_NE(verified.error().message.find("the signature of the envelope does not fit"),
              std::string::npos);
}

TEST(Envelope, RefusesEveryFlippedBit) {
    SealedSite site;
    Bytes letter = site.letter("Hallo");
    DevicePublicKey const device = site.sealer.device().public_key();
    for (std::size_t bit = 0; bit < letter.size() * 8; ++bit) {
        std::byte const mask{static_cast<unsigned char>(1U << (bit % 8))};
        letter[bit / 8] ^= mask;
        ASSERT_FALSE(verify_envelope(letter, device)) << "bit " << bit;
        letter[bit / 8] ^= mask;
    }
    EXPECT_TRUE(verify_envelope(letter, device)); // negative control
}

TEST(Envelope, NamesADeviceByTheHashOfItsKey) {
    DevicePublicKey const key{support::signing_key(3).public_key()};
    Hash const hash = hash_of(key.bytes);
    EXPECT_EQ(device_id_of(key).bytes, read_array<8>(hash.bytes, 0));
    EXPECT_NE(device_id_of(key), device_id_of({support::signing_key(4).public_key()}));
}

} // namespace
} // namespace inloop::seal
