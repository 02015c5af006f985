// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>

namespace inloop::seal {

// The X25519 pair of a person, or the one on paper: what the log's keys are sealed to.
struct BoxKeys {
    PersonPublicKey public_key{};
    SecretBytes secret;

    // Fails with `unavailable` without guarded memory.
    [[nodiscard]] static Result<BoxKeys> generate(Random& random);
    // From the 32 bytes of the secret half, which are copied. Also fails with `invalid_input` for
    // another size.
    [[nodiscard]] static Result<BoxKeys> from_secret(ByteView secret);
};

inline constexpr std::size_t kSealedOverhead = 48; // what sealing adds

// crypto_box_seal: who has the public half can seal, nobody can see who did. Fails with `crypto`
// for a public key nothing can be sealed to, `unavailable` when libsodium cannot start.
[[nodiscard]] Result<Bytes> seal_secret(PersonPublicKey const& public_key, ByteView secret);

// Fails with `crypto` when it was changed or sealed to somebody else, `corrupt` when it is shorter
// than kSealedOverhead, `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> open_secret(BoxKeys const& keys, ByteView sealed);

} // namespace inloop::seal
