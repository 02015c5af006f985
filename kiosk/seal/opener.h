// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstdint>
#include <utility>

namespace inloop::seal {

// The secret half of one week's key. Lives where letters are read (the log's vault, the demo),
// never on a kiosk.
class WeekSecretKey {
public:
    // From its 32 bytes (X25519). Fails with `invalid_input` for another size, `unavailable`
    // without guarded memory.
    [[nodiscard]] static Result<WeekSecretKey> from_bytes(std::uint32_t epoch, ByteView secret);

    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    [[nodiscard]] WeekPublicKey const& public_key() const { return m_public; }
    [[nodiscard]] ByteView bytes() const { return m_secret.view(); }

private:
    WeekSecretKey(std::uint32_t epoch, SecretBytes secret, WeekPublicKey const& public_key)
        : m_epoch(epoch)
        , m_secret(std::move(secret))
        , m_public(public_key) {}

    std::uint32_t m_epoch = 0;
    SecretBytes m_secret;
    WeekPublicKey m_public;
};

// Opens an envelope. Anybody can seal to a public week key: only open_from() also says who did.
// Errors, each with its own message: what read_envelope_header fails with; `not_found` for a letter
// of another week or sealed to another key; `corrupt` for one that was changed or whose inside is
// not in order; `unsupported` for an inside of a newer version.
[[nodiscard]] Result<entries::Letter> open_letter(ByteView envelope, WeekSecretKey const& week);

// verify_envelope, then open_letter: what a log uses.
[[nodiscard]] Result<entries::Letter> open_from(DevicePublicKey const& device, ByteView envelope,
                                                WeekSecretKey const& week);

} // namespace inloop::seal
