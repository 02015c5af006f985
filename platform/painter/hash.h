// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"

#include <bit>
#include <cstdint>

namespace inloop::platform::painter {

// A 64-bit fingerprint that takes one word after another. Tells frames apart, keeps nobody out:
// what draws here is our own.
struct Hash {
    std::uint64_t value =
        0x243F6A8885A308D3ULL; // the first digits of pi, so that no short input is a fixed point

    constexpr Hash& add(std::uint64_t word) {
        value = (value ^ word) * 0x9E3779B97F4A7C15ULL;
        value ^= value >> 32U;
        return *this;
    }
    constexpr Hash& add(int a, int b) {
        return add((std::uint64_t{static_cast<std::uint32_t>(a)} << 32U) |
                   static_cast<std::uint32_t>(b));
    }
    constexpr Hash& add(float a, float b) {
        return add(std::bit_cast<int>(a), std::bit_cast<int>(b));
    }
    constexpr Hash& add(PixelRect const& r) { return add(r.left, r.top).add(r.right, r.bottom); }
};

} // namespace inloop::platform::painter
