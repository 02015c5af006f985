// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/opener.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace inloop::seal {

namespace {

static_assert(crypto_box_SECRETKEYBYTES == 32);

Result<SecretBytes> open_wrap(ByteView wrap, WeekSecretKey const& week) {
    auto key = SecretBytes::with_size(kLetterKeyBytes);
    if (key &&
        crypto_box_seal_open(raw(key->span().data()), raw(wrap.data()), wrap.size(),
                             raw(week.public_key().bytes.data()), raw(week.bytes().data())) != 0) {
        return fail(ErrorCode::not_found,
                    "the letter is sealed to another key than this one of the same week");
    }
    return key;
}

Result<SecretBytes> decrypt(ByteView envelope, ByteView key) {
    ByteView const ciphertext =
        envelope.subspan(kCiphertextAt, envelope.size() - kCiphertextAt - kSignatureBytes);
    auto padded = SecretBytes::with_size(ciphertext.size() - kTagBytes);
    if (padded && crypto_aead_xchacha20poly1305_ietf_decrypt(
                      raw(padded->span().data()), nullptr, nullptr, raw(ciphertext.data()),
                      ciphertext.size(), raw(envelope.data()), kNonceAt,
                      raw(envelope.data() + kNonceAt), raw(key.data())) != 0) {
        return fail(ErrorCode::corrupt, "the letter was changed after it was sealed");
    }
    return padded;
}

} // namespace

Result<WeekSecretKey> WeekSecretKey::from_bytes(std::uint32_t epoch, ByteView secret) {
    if (secret.size() != crypto_box_SECRETKEYBYTES) {
        return fail(ErrorCode::invalid_input, "the secret of a week is not 32 bytes");
    }
    auto copy = SecretBytes::with_size(secret.size());
    if (!copy) {
        return tl::unexpected(copy.error());
    }
    std::ranges::copy(secret, copy->span().begin());
    WeekPublicKey public_key;
    crypto_scalarmult_base(raw(public_key.bytes.data()), raw(secret.data()));
    return WeekSecretKey(epoch, std::move(*copy), public_key);
}

Result<entries::Letter> open_letter(ByteView envelope, WeekSecretKey const& week) {
    auto const header = read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->epoch != week.epoch()) {
        return fail(ErrorCode::not_found,
                    "the letter is sealed to week " + std::to_string(header->epoch) +
                        ", the key given is that of week " + std::to_string(week.epoch()));
    }
    auto const key = open_wrap(envelope.subspan(kWrapAt, kWrapBytes), week);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto const padded = decrypt(envelope, key->view());
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    return read_plaintext(padded->view());
}

Result<entries::Letter> open_from(DevicePublicKey const& device, ByteView envelope,
                                  WeekSecretKey const& week) {
    if (auto verified = verify_envelope(envelope, device); !verified) {
        return tl::unexpected(verified.error());
    }
    return open_letter(envelope, week);
}

} // namespace inloop::seal
