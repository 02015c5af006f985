// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/secret_bytes.h"

// The envelope around an inside, whatever that inside says. Not a public header.
namespace inloop::seal {

[[nodiscard]] ByteArray<kEnvelopeHeaderBytes> header_bytes(EnvelopeHeader const& header);

struct EnvelopeDraft {
    EnvelopeHeader header;
    WeekPublicKey week_key; // of header.epoch
    ByteView letter_key; // 32 random bytes, for this envelope only
    ByteView padded; // the inside
};

// The whole envelope, signed. Fails with `crypto` when nothing can be sealed to the week's key.
[[nodiscard]] Result<Bytes> finish_envelope(EnvelopeDraft const& draft, DeviceKey const& device,
                                            Random& random);

// The padded inside of an envelope whose structure was checked. Fails with `corrupt` when it was
// changed or the letter key is another one's, `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> open_inside(ByteView envelope, ByteView letter_key);

} // namespace inloop::seal
