// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <string_view>

namespace inloop::seal {

inline constexpr std::size_t kKeyedOverhead = 40; // nonce and tag

// Seals what one holder of a key keeps for himself, such as the secret of his second factor.
// `purpose` says what for, so that one secret cannot be put in the place of another. Fails with
// `invalid_input` for a key that is not 32 bytes.
[[nodiscard]] Result<Bytes> seal_with_key(ByteView key, std::string_view purpose, ByteView secret,
                                          Random& random);

// Fails with `crypto` when it was changed, or sealed with another key or for another purpose;
// `corrupt` when it is cut; else as seal_with_key, and `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> open_with_key(ByteView key, std::string_view purpose,
                                                ByteView sealed);

} // namespace inloop::seal
