// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <span>

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

// The key of a letter into `out`, guarded memory of kAeadKeyBytes. Fails as open_letter_key does.
[[nodiscard]] Result<void> open_letter_key_into(std::span<std::byte> out, ByteView envelope,
                                                WeekSecretKey const& week);

// The following take envelopes whose structure was checked.

// At most kMaxPaddedBytes.
[[nodiscard]] std::size_t padded_inside_size(ByteView envelope);

// The padded inside into `out`, guarded memory of padded_inside_size. Fails with `corrupt` when it
// was changed or the letter key is another one's.
[[nodiscard]] Result<void> open_inside_into(std::span<std::byte> out, ByteView envelope,
                                            ByteView letter_key);

// The same in guarded memory of its own. Fails with `unavailable` without it.
[[nodiscard]] Result<SecretBytes> open_inside(ByteView envelope, ByteView letter_key);

} // namespace inloop::seal
