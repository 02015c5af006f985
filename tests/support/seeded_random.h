// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace inloop::support {

// Random bytes that are the same for the same seed on every machine (SplitMix64). Fast, and
// worthless for keys of a site.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}

    void fill(std::span<std::byte> out) override {
        for (std::byte& byte : out) {
            if (m_left == 0) {
                m_word = next();
                m_left = sizeof m_word;
            }
            byte = static_cast<std::byte>(m_word & 0xFFU);
            m_word >>= 8U;
            --m_left;
        }
    }

    [[nodiscard]] std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

private:
    std::uint64_t m_state;
    std::uint64_t m_word = 0;
    unsigned m_left = 0;
};

} // namespace inloop::support
