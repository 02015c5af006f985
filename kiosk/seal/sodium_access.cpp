// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sodium_access.h"

#include "kiosk/seal/tuning.h"

#include <sodium.h>

#include <algorithm>

namespace inloop::seal {

Result<void> start_sodium() {
    if (sodium_init() < 0) {
        return fail(ErrorCode::unavailable, "libsodium could not start");
    }
    return {};
}

bool open_sealed(std::span<std::byte> out, ByteView sealed, ByteArray<32> const& public_key,
                 ByteView secret) {
    bool const opened = sealed.size() == out.size() + crypto_box_SEALBYTES &&
                        crypto_box_seal_open(raw(out.data()), raw(sealed.data()), sealed.size(),
                                             raw(public_key.data()), raw(secret.data())) == 0;
    sodium_stackzero(kOpeningStackBytes);
    return opened;
}

bool has_magic(ByteView bytes, std::string_view magic) {
    return bytes.size() >= magic.size() &&
           std::ranges::equal(bytes.first(magic.size()), as_bytes(magic));
}

} // namespace inloop::seal
