// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <cstddef>
#include <span>
#include <string_view>

// What the files of this folder share to call libsodium. Not a public header.
namespace inloop::seal {

// libsodium speaks of unsigned char, we of std::byte.
[[nodiscard]] inline unsigned char* raw(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
[[nodiscard]] inline unsigned char const* raw(std::byte const* bytes) {
    return reinterpret_cast<unsigned char const*>(bytes);
}

// Starts libsodium; cheap and harmless when it runs already. Fails with `unavailable`.
[[nodiscard]] Result<void> start_sodium();

// Opens what was sealed to `public_key` (crypto_box_seal) into `out`, which is shorter by
// kSealedOverhead; false when it does not open. Wipes what libsodium leaves on the stack: the first
// 32 bytes of what was opened, since crypto_secretbox does not overwrite the block it begins with.
[[nodiscard]] bool open_sealed(std::span<std::byte> out, ByteView sealed,
                               ByteArray<32> const& public_key, ByteView secret);

// True if `bytes` begin with the four letters of `magic`.
[[nodiscard]] bool has_magic(ByteView bytes, std::string_view magic);

} // namespace inloop::seal
