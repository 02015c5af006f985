// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace inloop {

// Where random bytes come from. Handed in, so that tests repeat. Called from any thread.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;

    // A number in [0, bound), every one equally likely; bound > 0. Draws again where a plain
    // remainder would favour small numbers.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
};

// The system's generator, through libsodium: blocks at first boot until it is seeded.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override;
};

} // namespace inloop
