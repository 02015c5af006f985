// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstdint>
#include <string_view>

// One-time codes (TOTP, RFC 6238) as authenticator apps make them. Not a public header.
namespace inloop::vault {

[[nodiscard]] Result<seal::SecretBytes> draw_code_secret(Random& random);

// otpauth://totp/..., what an app takes from a QR code. Fails with `unavailable` without guarded
// memory, `invalid_input` when the names are too long.
[[nodiscard]] Result<SecretText> code_uri(ByteView secret, std::string_view site,
                                          std::string_view person);

enum class CodeFit : std::uint8_t { fits, used, wrong };
struct CodeCheck {
    CodeFit fit = CodeFit::wrong;
    std::uint64_t step = 0; // of the code, when it fits
};

// Whether `typed` is the code of now, one step earlier or one later, and of a step after
// `last_used`. Takes the same time whatever was typed.
[[nodiscard]] CodeCheck check_code(ByteView secret, std::string_view typed, WallTime now,
                                   std::uint64_t last_used);

} // namespace inloop::vault
