// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace inloop {

// An id as people and addresses write it: lower case hexadecimal.
[[nodiscard]] std::string hex(ByteView bytes);
// Exactly `out.size()` bytes; false, and nothing written, for anything else.
[[nodiscard]] bool read_hex(std::string_view text, std::span<std::byte> out);
// A key of 32 bytes, written in 64 digits.
[[nodiscard]] std::optional<ByteArray<32>> key_from_hex(std::string_view digits);

} // namespace inloop
