// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"

#include <cstddef>
#include <cstdint>
#include <span>

// The fixed values the worked examples of kiosk/seal/format.md are made with.
namespace inloop::seal::golden {

template <std::size_t N>
constexpr ByteArray<N> all(unsigned value) {
    ByteArray<N> bytes{};
    bytes.fill(static_cast<std::byte>(value));
    return bytes;
}

// 0, 1, 2, ... 255, 0, ...
class CountingRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override {
        for (std::byte& byte : out) {
            byte = static_cast<std::byte>(m_next++);
        }
    }

private:
    std::uint8_t m_next = 0;
};

// While it lives libsodium draws 0x42, so that the throw-away key inside crypto_box_seal is known.
class FixedSodium {
public:
    FixedSodium();
    FixedSodium(FixedSodium const&) = delete;
    FixedSodium& operator=(FixedSodium const&) = delete;
    ~FixedSodium();
};

} // namespace inloop::seal::golden
