// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/follow_up_proof.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <string_view>

namespace inloop::seal {

namespace {

constexpr std::string_view kProofMagic = "PKF1";
static_assert(kSharedBytes == crypto_scalarmult_BYTES);
static_assert(kSharedBytes == crypto_generichash_KEYBYTES);

} // namespace

Result<Hash> follow_up_proof(std::span<std::byte> shared, ByteView secret,
                             ByteArray<32> const& public_key, ByteView header) {
    if (crypto_scalarmult(raw(shared.data()), raw(secret.data()), raw(public_key.data())) != 0) {
        return fail(ErrorCode::crypto, "nothing can be agreed with this public key");
    }
    Bytes message;
    append(message, as_bytes(kProofMagic));
    append(message, header);
    Hash proof;
    crypto_generichash(raw(proof.bytes.data()), proof.bytes.size(), raw(message.data()),
                       message.size(), raw(shared.data()), shared.size());
    return proof;
}

} // namespace inloop::seal
