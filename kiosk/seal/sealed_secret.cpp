// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sealed_secret.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace inloop::seal {

namespace {

static_assert(kSealedOverhead == crypto_box_SEALBYTES);
static_assert(PersonPublicKey::kSize == crypto_box_PUBLICKEYBYTES);

BoxKeys pair_of(SecretBytes secret) {
    BoxKeys keys{.secret = std::move(secret)};
    crypto_scalarmult_base(raw(keys.public_key.bytes.data()), raw(keys.secret.view().data()));
    return keys;
}

} // namespace

Result<BoxKeys> BoxKeys::generate(Random& random) {
    auto secret = SecretBytes::with_size(crypto_box_SECRETKEYBYTES);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    random.fill(secret->span());
    return pair_of(std::move(*secret));
}

Result<BoxKeys> BoxKeys::from_secret(ByteView secret) {
    if (secret.size() != crypto_box_SECRETKEYBYTES) {
        return fail(ErrorCode::invalid_input, "the secret of a person is not 32 bytes");
    }
    auto copy = SecretBytes::with_size(secret.size());
    if (!copy) {
        return tl::unexpected(copy.error());
    }
    std::ranges::copy(secret, copy->span().begin());
    return pair_of(std::move(*copy));
}

Result<Bytes> seal_secret(PersonPublicKey const& public_key, ByteView secret) {
    if (auto ready = start_sodium(); !ready) {
        return tl::unexpected(ready.error());
    }
    Bytes sealed(secret.size() + kSealedOverhead);
    if (crypto_box_seal(raw(sealed.data()), raw(secret.data()), secret.size(),
                        raw(public_key.bytes.data())) != 0) {
        return fail(ErrorCode::crypto, "nothing can be sealed to this public key");
    }
    return sealed;
}

Result<SecretBytes> open_secret(BoxKeys const& keys, ByteView sealed) {
    if (sealed.size() < kSealedOverhead) {
        return fail(ErrorCode::corrupt, "a sealed secret is cut");
    }
    auto secret = SecretBytes::with_size(sealed.size() - kSealedOverhead);
    if (secret && !open_sealed(secret->span(), sealed, keys.public_key.bytes, keys.secret.view())) {
        return fail(ErrorCode::crypto, "a secret was changed, or sealed to somebody else");
    }
    return secret;
}

} // namespace inloop::seal
