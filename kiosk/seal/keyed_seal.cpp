// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/keyed_seal.h"

#include "kiosk/seal/aead.h"

#include <span>

namespace inloop::seal {

namespace {

static_assert(kKeyedOverhead == kNonceBytes + kTagBytes);

tl::unexpected<Error> no_key() {
    return fail(ErrorCode::invalid_input, "a key to seal with is not 32 bytes");
}

} // namespace

Result<Bytes> seal_with_key(ByteView key, std::string_view purpose, ByteView secret,
                            Random& random) {
    if (key.size() != kAeadKeyBytes) {
        return no_key();
    }
    Bytes sealed(kKeyedOverhead + secret.size());
    auto const nonce = std::span(sealed).first(kNonceBytes);
    random.fill(nonce);
    encrypt(std::span(sealed).subspan(kNonceBytes), secret,
            {.key = key, .nonce = nonce, .bound_to = as_bytes(purpose)});
    return sealed;
}

Result<SecretBytes> open_with_key(ByteView key, std::string_view purpose, ByteView sealed) {
    if (key.size() != kAeadKeyBytes) {
        return no_key();
    }
    if (sealed.size() < kKeyedOverhead) {
        return fail(ErrorCode::corrupt, "a sealed secret is cut");
    }
    return decrypt(sealed.subspan(kNonceBytes),
                   {.key = key, .nonce = sealed.first(kNonceBytes), .bound_to = as_bytes(purpose)});
}

} // namespace inloop::seal
