// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <utility>

namespace inloop::seal {

inline constexpr std::size_t kSignatureBytes = 64;
inline constexpr std::size_t kSeedBytes = 32;

// An Ed25519 key pair, of a device or of the log. Everything signed begins with a magic of four
// bytes that says what it is, so that a signature over one kind of thing never fits another.
class SigningKey {
public:
    // From its 32 byte seed (RFC 8032 section 5.1.5). Fails with `invalid_input` for another size,
    // with `unavailable` without guarded memory.
    [[nodiscard]] static Result<SigningKey> from_seed(ByteView seed);
    [[nodiscard]] static Result<SigningKey> generate(Random& random);

    [[nodiscard]] ByteArray<32> const& public_key() const { return m_public; }
    [[nodiscard]] ByteView seed() const { return m_secret.view().first(kSeedBytes); }
    // Detached.
    [[nodiscard]] ByteArray<kSignatureBytes> sign(ByteView message) const;

private:
    SigningKey(SecretBytes secret, ByteArray<32> const& public_key)
        : m_secret(std::move(secret))
        , m_public(public_key) {}

    SecretBytes m_secret; // libsodium's form: seed and public key
    ByteArray<32> m_public{};
};

// True if `signature` (64 bytes) over `message` was made with the secret half of `public_key`.
[[nodiscard]] bool is_signed_by(ByteArray<32> const& public_key, ByteView message,
                                ByteView signature);

} // namespace inloop::seal
