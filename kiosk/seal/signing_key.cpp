// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/signing_key.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

namespace inloop::seal {

static_assert(kSignatureBytes == crypto_sign_BYTES);
static_assert(kSeedBytes == crypto_sign_SEEDBYTES);

Result<SigningKey> SigningKey::from_seed(ByteView seed) {
    if (seed.size() != kSeedBytes) {
        return fail(ErrorCode::invalid_input, "the seed of a signing key is not 32 bytes");
    }
    auto secret = SecretBytes::with_size(crypto_sign_SECRETKEYBYTES);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    ByteArray<32> public_key{};
    crypto_sign_seed_keypair(raw(public_key.data()), raw(secret->span().data()), raw(seed.data()));
    return SigningKey(std::move(*secret), public_key);
}

Result<SigningKey> SigningKey::generate(Random& random) {
    auto seed = SecretBytes::with_size(kSeedBytes);
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    random.fill(seed->span());
    return from_seed(seed->view());
}

ByteArray<kSignatureBytes> SigningKey::sign(ByteView message) const {
    ByteArray<kSignatureBytes> signature{};
    crypto_sign_detached(raw(signature.data()), nullptr, raw(message.data()), message.size(),
                         raw(m_secret.view().data()));
    return signature;
}

bool is_signed_by(ByteArray<32> const& public_key, ByteView message, ByteView signature) {
    return signature.size() == kSignatureBytes &&
           crypto_sign_verify_detached(raw(signature.data()), raw(message.data()), message.size(),
                                       raw(public_key.data())) == 0;
}

} // namespace inloop::seal
