// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/aead.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

namespace inloop::seal {

static_assert(kAeadKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

void encrypt(std::span<std::byte> out, ByteView plain, AeadContext const& context) {
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(out.data()), nullptr, raw(plain.data()), plain.size(), raw(context.bound_to.data()),
        context.bound_to.size(), nullptr, raw(context.nonce.data()), raw(context.key.data()));
}

bool decrypt_into(std::span<std::byte> out, ByteView ciphertext, AeadContext const& context) {
    return ciphertext.size() == out.size() + kTagBytes &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(
               raw(out.data()), nullptr, nullptr, raw(ciphertext.data()), ciphertext.size(),
               raw(context.bound_to.data()), context.bound_to.size(), raw(context.nonce.data()),
               raw(context.key.data())) == 0;
}

Result<SecretBytes> decrypt(ByteView ciphertext, AeadContext const& context) {
    if (ciphertext.size() < kTagBytes) {
        return fail(ErrorCode::crypto, "what should be opened is shorter than its tag");
    }
    auto plain = SecretBytes::with_size(ciphertext.size() - kTagBytes);
    if (plain && !decrypt_into(plain->span(), ciphertext, context)) {
        return fail(ErrorCode::crypto, "it was changed, or sealed with another key");
    }
    return plain;
}

} // namespace inloop::seal
