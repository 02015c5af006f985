// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>

namespace inloop::seal {

Result<void> start_sodium() {
    if (sodium_init() < 0) {
        return fail(ErrorCode::unavailable, "libsodium could not start");
    }
    return {};
}

bool has_magic(ByteView bytes, std::string_view magic) {
    return bytes.size() >= magic.size() &&
           std::ranges::equal(bytes.first(magic.size()), as_bytes(magic));
}

} // namespace inloop::seal
