// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/padded.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>

namespace inloop::seal {

Result<SecretBytes> padded_copy(ByteView content, std::size_t unit) {
    std::size_t size = padded_size(content.size(), unit);
    auto out = SecretBytes::with_size(size);
    if (out) {
        std::ranges::copy(content, out->span().begin());
        sodium_pad(&size, raw(out->span().data()), content.size(), unit, size);
    }
    return out;
}

std::optional<ByteView> without_padding(ByteView padded, std::size_t unit) {
    std::size_t size = 0;
    if (padded.empty() || padded.size() % unit != 0 ||
        sodium_unpad(&size, raw(padded.data()), padded.size(), unit) != 0) {
        return std::nullopt;
    }
    return padded.first(size);
}

} // namespace inloop::seal
