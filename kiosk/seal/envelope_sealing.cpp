// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope_sealing.h"

#include "kiosk/seal/aead.h"
#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <span>
#include <string>

namespace inloop::seal {

namespace {

void append_header(Bytes& out, EnvelopeHeader const& header) {
    append(out, as_bytes(kEnvelopeMagic));
    append_le(out, std::uint8_t{kSuite});
    append_le(out, std::uint8_t{kEnvelopeHeaderBytes});
    append_le(out, header.flags);
    append_le(out, header.epoch);
    append_le(out, std::uint32_t{0}); // reserved
    append(out, header.device_id.bytes);
    append_le(out, header.seq);
    append(out, header.entry_id.bytes);
    append(out, header.receipt_key.bytes);
}

// Appends the letter key sealed to the week.
Result<void> append_wrap(Bytes& out, ByteView key, WeekPublicKey const& week) {
    ByteArray<kWrapBytes> wrap{};
    if (crypto_box_seal(raw(wrap.data()), raw(key.data()), key.size(), raw(week.bytes.data())) !=
        0) {
        return fail(ErrorCode::crypto,
                    "nothing can be sealed to the week's key"); // read_policy refuses those
    }
    append(out, wrap);
    return {};
}

// Appends nonce, size and ciphertext; everything in `out` before them is bound to it.
void append_ciphertext(Bytes& out, ByteView padded, ByteView key, Random& random) {
    ByteArray<kNonceBytes> nonce{};
    random.fill(nonce);
    append(out, nonce);
    append_le(out, static_cast<std::uint32_t>(padded.size() + kTagBytes));
    out.resize(kCiphertextAt + padded.size() + kTagBytes);
    encrypt(std::span(out).subspan(kCiphertextAt), padded,
            {.key = key, .nonce = nonce, .bound_to = ByteView(out).first(kNonceAt)});
}

} // namespace

ByteArray<kEnvelopeHeaderBytes> header_bytes(EnvelopeHeader const& header) {
    Bytes out;
    append_header(out, header);
    return read_array<kEnvelopeHeaderBytes>(out, 0);
}

Result<Bytes> finish_envelope(EnvelopeDraft const& draft, DeviceKey const& device, Random& random) {
    Bytes out;
    out.reserve(kEnvelopeOverhead + draft.padded.size());
    append_header(out, draft.header);
    if (auto wrapped = append_wrap(out, draft.letter_key, draft.week_key); !wrapped) {
        return tl::unexpected(wrapped.error());
    }
    append_ciphertext(out, draft.padded, draft.letter_key, random);
    append(out, device.signing().sign(out));
    return out;
}

Result<void> open_letter_key_into(std::span<std::byte> out, ByteView envelope,
                                  WeekSecretKey const& week) {
    auto const header = read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->epoch != week.epoch()) {
        return fail(ErrorCode::not_found,
                    "the letter is sealed to week " + std::to_string(header->epoch) +
                        ", the key given is that of week " + std::to_string(week.epoch()));
    }
    if (!open_sealed(out, envelope.subspan(kWrapAt, kWrapBytes), week.public_key().bytes,
                     week.bytes())) {
        return fail(ErrorCode::not_found,
                    "the letter is sealed to another key than this one of the same week");
    }
    return {};
}

std::size_t padded_inside_size(ByteView envelope) {
    return envelope.size() - kEnvelopeOverhead;
}

Result<void> open_inside_into(std::span<std::byte> out, ByteView envelope, ByteView letter_key) {
    bool const opened = decrypt_into(out, envelope.subspan(kCiphertextAt, out.size() + kTagBytes),
                                     {.key = letter_key,
                                      .nonce = envelope.subspan(kNonceAt, kNonceBytes),
                                      .bound_to = envelope.first(kNonceAt)});
    return opened ? Result<void>()
                  : fail(ErrorCode::corrupt, "the letter was changed after it was sealed");
}

Result<SecretBytes> open_inside(ByteView envelope, ByteView letter_key) {
    auto padded = SecretBytes::with_size(padded_inside_size(envelope));
    if (padded) {
        if (auto opened = open_inside_into(padded->span(), envelope, letter_key); !opened) {
            return tl::unexpected(opened.error());
        }
    }
    return padded;
}

} // namespace inloop::seal
