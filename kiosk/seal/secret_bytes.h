// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <cstddef>
#include <span>

namespace inloop::seal {

// A key or another secret, in one block of guarded, locked memory of its own (sodium_malloc) that
// is wiped when moved from or destroyed. One owner at a time, any thread.
class SecretBytes {
public:
    // `size` bytes of zero. Fails with `unavailable` when the system gives no guarded memory.
    [[nodiscard]] static Result<SecretBytes> with_size(std::size_t size);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(SecretBytes const&) = delete;
    SecretBytes& operator=(SecretBytes const&) = delete;
    ~SecretBytes();

    [[nodiscard]] std::span<std::byte> span() { return {m_data, m_size}; }
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }

private:
    SecretBytes(std::byte* data, std::size_t size) : m_data(data), m_size(size) {}

    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

// Overwrites ordinary memory that held a secret, in a way the compiler keeps.
void wipe(std::span<std::byte> bytes);

} // namespace inloop::seal
