// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/secret_bytes.h"

#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <utility>

namespace inloop::seal {

Result<SecretBytes> SecretBytes::with_size(std::size_t size) {
    if (auto ready = start_sodium(); !ready) {
        return tl::unexpected(ready.error());
    }
    void* data = sodium_malloc(size);
    if (data == nullptr) {
        return fail(ErrorCode::unavailable,
                    "no guarded memory for a key: raise LimitMEMLOCK of the service");
    }
    sodium_memzero(data, size); // sodium_malloc fills with 0xdb
    return SecretBytes(static_cast<std::byte*>(data), size);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    SecretBytes taken(std::move(other)); // what was here is wiped when `taken` goes
    std::swap(m_data, taken.m_data);
    std::swap(m_size, taken.m_size);
    return *this;
}

SecretBytes::~SecretBytes() {
    sodium_free(m_data); // wipes before it gives back; does nothing with nullptr
}

void wipe(std::span<std::byte> bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

} // namespace inloop::seal
