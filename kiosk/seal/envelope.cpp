// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <string>

namespace inloop::seal {

namespace {

static_assert(kWrapBytes == kLetterKeyBytes + crypto_box_SEALBYTES);
static_assert(kCiphertextAt + kTagBytes + kSignatureBytes == kEnvelopeOverhead);

EnvelopeHeader header_of(ByteView envelope) {
    return {.flags = read_le<std::uint16_t>(envelope, kFlagsAt),
            .epoch = read_le<std::uint32_t>(envelope, kEpochAt),
            .device_id = {read_array<8>(envelope, kDeviceAt)},
            .seq = read_le<std::uint64_t>(envelope, kSeqAt),
            .entry_id = {read_array<16>(envelope, kEntryAt)},
            .receipt_key = {read_array<32>(envelope, kReceiptAt)}};
}

Result<void> check_sizes(ByteView envelope) {
    std::size_t const sealed = read_le<std::uint32_t>(envelope, kCiphertextSizeAt);
    if (sealed < kPaddingBytes + kTagBytes || sealed > kMaxPaddedBytes + kTagBytes ||
        (sealed - kTagBytes) % kPaddingBytes != 0) {
        return fail(ErrorCode::corrupt, "the envelope names an impossible size of its inside: " +
                                            std::to_string(sealed) + " bytes");
    }
    std::size_t const whole = kCiphertextAt + sealed + kSignatureBytes;
    if (envelope.size() != whole) {
        return fail(ErrorCode::corrupt, std::string("the envelope is ") +
                                            (envelope.size() < whole ? "cut" : "too long") +
                                            ": it has " + std::to_string(envelope.size()) +
                                            " bytes and should have " + std::to_string(whole));
    }
    return {};
}

} // namespace

Result<EnvelopeHeader> read_envelope_header(ByteView envelope) {
    if (!has_magic(envelope, kEnvelopeMagic)) {
        return fail(ErrorCode::invalid_input, "not an envelope: it does not begin with PKB1");
    }
    if (envelope.size() < kMinEnvelopeBytes) {
        return fail(ErrorCode::corrupt,
                    "the envelope is cut: it has " + std::to_string(envelope.size()) +
                        " bytes, the smallest has " + std::to_string(kMinEnvelopeBytes));
    }
    auto const suite = std::to_integer<unsigned>(envelope[kSuiteAt]);
    if (suite != kSuite) {
        return fail(ErrorCode::unsupported, "the envelope is of suite " + std::to_string(suite) +
                                                ", this build knows suite 1: update it");
    }
    if (std::to_integer<std::size_t>(envelope[kHeaderSizeAt]) != kEnvelopeHeaderBytes) {
        return fail(ErrorCode::corrupt, "the envelope names another header size than 80");
    }
    if (read_le<std::uint32_t>(envelope, kReservedAt) != 0) {
        return fail(ErrorCode::corrupt, "reserved bytes of the envelope are not zero");
    }
    if (auto sizes = check_sizes(envelope); !sizes) {
        return tl::unexpected(sizes.error());
    }
    return header_of(envelope);
}

Result<void> verify_envelope(ByteView envelope, DevicePublicKey const& device) {
    auto const header = read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->device_id != device_id_of(device)) {
        return fail(ErrorCode::crypto, "the envelope names another device than the one expected");
    }
    std::size_t const body = envelope.size() - kSignatureBytes;
    if (!is_signed_by(device.bytes, envelope.first(body), envelope.subspan(body))) {
        return fail(ErrorCode::crypto, "the signature of the envelope does not fit: it was changed "
                                       "on the way or signed by somebody else");
    }
    return {};
}

DeviceId device_id_of(DevicePublicKey const& device) {
    return {read_array<8>(hash_of(device.bytes).bytes, 0)};
}

Hash hash_of(ByteView bytes) {
    Hash hash;
    crypto_generichash(raw(hash.bytes.data()), hash.bytes.size(), raw(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hash;
}

} // namespace inloop::seal
