// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <cstdint>

namespace inloop::seal {

// PKB1, a sealed letter (format.md has a worked example):
//   header 80 | key sealed to the week 80 | nonce 24 | ct_len u32 | ciphertext ct_len | device
//   signature 64
inline constexpr std::size_t kEnvelopeHeaderBytes = 80;
inline constexpr std::size_t kWrapBytes = 80; // crypto_box_seal of the 32 byte letter key
inline constexpr std::size_t kEnvelopeOverhead =
    268; // everything but the padded text, the AEAD tag of 16 included
inline constexpr std::size_t kPaddingBytes =
    1024; // the padded text is a multiple, so that its length says little
inline constexpr std::size_t kMaxPaddedBytes = 9 * kPaddingBytes;
inline constexpr std::size_t kMinEnvelopeBytes = kEnvelopeOverhead + kPaddingBytes;
inline constexpr std::size_t kMaxEnvelopeBytes = kEnvelopeOverhead + kMaxPaddedBytes;

// What an envelope says without being opened.
struct EnvelopeHeader {
    std::uint16_t flags =
        0; // suite 1 names none: writers put 0, readers ignore what they do not know
    std::uint32_t epoch = 0; // number of the week key
    DeviceId device_id{};
    std::uint64_t seq = 0; // counts the letters of one device
    EntryId entry_id{};
    ReceiptPublicKey receipt_key{}; // a real key also when no answer is wanted: letters look alike
    friend bool operator==(EnvelopeHeader const&, EnvelopeHeader const&) = default;
};

// Reads the header and checks the structure: magic, suite, reserved bytes zero, every size exact.
// Says nothing about who made the envelope. Errors: `invalid_input` not an envelope, `unsupported`
// a suite this build does not know, `corrupt` cut, too long or inconsistent.
[[nodiscard]] Result<EnvelopeHeader> read_envelope_header(ByteView envelope);

// read_envelope_header, and that the device with this key signed every byte. Errors: also `crypto`
// when the envelope names another device or the signature does not fit.
[[nodiscard]] Result<void> verify_envelope(ByteView envelope, DevicePublicKey const& device);

// The id of the device with this key: the first 8 bytes of BLAKE2b-256 of the key.
[[nodiscard]] DeviceId device_id_of(DevicePublicKey const& device);

// BLAKE2b-256. Acknowledgements name an envelope by it.
[[nodiscard]] Hash hash_of(ByteView bytes);

} // namespace inloop::seal
