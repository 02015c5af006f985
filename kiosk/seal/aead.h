// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <span>

// XChaCha20-Poly1305-IETF, for the files of this folder. Not a public header.
namespace inloop::seal {

inline constexpr std::size_t kAeadKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 24; // long enough to be drawn at random every time
inline constexpr std::size_t kTagBytes = 16;

// What a ciphertext hangs on beside its text.
struct AeadContext {
    ByteView key; // kAeadKeyBytes
    ByteView nonce; // kNonceBytes
    ByteView bound_to; // not hidden, but a ciphertext opens only beside the same bytes
};

// Writes ciphertext and tag: `out` has kTagBytes more than `plain`.
void encrypt(std::span<std::byte> out, ByteView plain, AeadContext const& context);

// The text of `ciphertext`, which is kTagBytes longer, into `out`; false, and nothing of it there,
// when anything was changed or the key is another one.
[[nodiscard]] bool decrypt_into(std::span<std::byte> out, ByteView ciphertext,
                                AeadContext const& context);

// Fails with `crypto` when anything was changed or the key is another one, `unavailable` without
// guarded memory.
[[nodiscard]] Result<SecretBytes> decrypt(ByteView ciphertext, AeadContext const& context);

} // namespace inloop::seal
