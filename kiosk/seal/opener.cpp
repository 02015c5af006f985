// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/opener.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>

namespace inloop::seal {

static_assert(crypto_box_SECRETKEYBYTES == 32);

Result<WeekSecretKey> WeekSecretKey::from_bytes(std::uint32_t epoch, ByteView secret) {
    if (secret.size() != crypto_box_SECRETKEYBYTES) {
        return fail(ErrorCode::invalid_input, "the secret of a week is not 32 bytes");
    }
    auto copy = SecretBytes::with_size(secret.size());
    if (!copy) {
        return tl::unexpected(copy.error());
    }
    std::ranges::copy(secret, copy->span().begin());
    WeekPublicKey public_key;
    crypto_scalarmult_base(raw(public_key.bytes.data()), raw(secret.data()));
    return WeekSecretKey(epoch, std::move(*copy), public_key);
}

Result<entries::Letter> open_letter(ByteView envelope, WeekSecretKey const& week) {
    auto const key = open_letter_key(envelope, week);
    if (!key) {
        return tl::unexpected(key.error());
    }
    return open_letter_with_key(envelope, key->view());
}

Result<entries::Letter> open_from(DevicePublicKey const& device, ByteView envelope,
                                  WeekSecretKey const& week) {
    if (auto verified = verify_envelope(envelope, device); !verified) {
        return tl::unexpected(verified.error());
    }
    return open_letter(envelope, week);
}

} // namespace inloop::seal
