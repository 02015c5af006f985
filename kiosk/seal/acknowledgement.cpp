// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/acknowledgement.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"

#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

// PKK1: magic 4 | device 8 | seq u64 | entry 16 | hash of the envelope 32 | server_seq u64 |
// server_time u64 | signature 64
constexpr std::string_view kMagic = "PKK1";
constexpr std::size_t kSignedBytes = kAcknowledgementBytes - kSignatureBytes;

} // namespace

Bytes write_acknowledgement(Acknowledgement const& ack, SigningKey const& signer) {
    Bytes out;
    out.reserve(kAcknowledgementBytes);
    append(out, as_bytes(kMagic));
    append(out, ack.device_id.bytes);
    append_le(out, ack.seq);
    append(out, ack.entry_id.bytes);
    append(out, ack.envelope.bytes);
    append_le(out, ack.server_seq);
    append_le(out, ack.server_time);
    append(out, signer.sign(out));
    return out;
}

Result<Acknowledgement> read_acknowledgement(ByteView bytes, AckSignPublicKey const& signer) {
    if (!has_magic(bytes, kMagic)) {
        return fail(ErrorCode::invalid_input,
                    "not an acknowledgement: it does not begin with PKK1");
    }
    if (bytes.size() != kAcknowledgementBytes) {
        return fail(ErrorCode::corrupt, "the acknowledgement has " + std::to_string(bytes.size()) +
                                            " bytes instead of 148");
    }
    if (!is_signed_by(signer.bytes, bytes.first(kSignedBytes), bytes.subspan(kSignedBytes))) {
        return fail(ErrorCode::crypto, "the signature of the acknowledgement does not fit");
    }
    return Acknowledgement{.device_id = {read_array<8>(bytes, 4)},
                           .seq = read_le<std::uint64_t>(bytes, 12),
                           .entry_id = {read_array<16>(bytes, 20)},
                           .envelope = {read_array<32>(bytes, 36)},
                           .server_seq = read_le<std::uint64_t>(bytes, 68),
                           .server_time = read_le<std::uint64_t>(bytes, 76)};
}

bool confirms(Acknowledgement const& ack, ByteView envelope) {
    auto const header = read_envelope_header(envelope);
    return header && header->device_id == ack.device_id && header->seq == ack.seq &&
           header->entry_id == ack.entry_id && hash_of(envelope) == ack.envelope;
}

} // namespace inloop::seal
