// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <optional>

// sodium_pad: a byte 0x80, then zeros, up to a multiple of `unit` (a power of two), so that a
// length says little. Not a public header.
namespace inloop::seal {

// The size of `size` bytes with their padding, which is one byte at least.
[[nodiscard]] constexpr std::size_t padded_size(std::size_t size, std::size_t unit) {
    return (size / unit + 1) * unit;
}

// A padded copy in guarded memory.
[[nodiscard]] Result<SecretBytes> padded_copy(ByteView content, std::size_t unit);

// The content in front of the padding; nullopt when that is not in order.
[[nodiscard]] std::optional<ByteView> without_padding(ByteView padded, std::size_t unit);

} // namespace inloop::seal
