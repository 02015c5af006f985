// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/random.h"

#include <sodium.h>

#include <array>

namespace inloop {

std::uint32_t Random::below(std::uint32_t bound) {
    std::uint32_t const unfair = (0U - bound) % bound; // 2^32 mod bound
    std::uint32_t value = 0;
    do {
        std::array<std::byte, 4> raw{};
        fill(raw);
        value = 0;
        for (std::byte b : raw) {
            value = (value << 8U) | std::to_integer<std::uint32_t>(b);
        }
    } while (value < unfair);
    return value % bound;
}

void SystemRandom::fill(std::span<std::byte> out) {
    if (!out.empty()) { // libsodium may not be handed the null pointer of an empty span
        randombytes_buf(out.data(), out.size());
    }
}

} // namespace inloop
