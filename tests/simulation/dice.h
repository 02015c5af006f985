// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "tests/support/seeded_random.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace inloop::simulation {

// Everything that happens by chance in one schedule comes from here.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] std::uint64_t next() { return m_random.next(); }
    [[nodiscard]] std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>(m_random.next() % bound);
    }
    [[nodiscard]] bool percent(unsigned chance) { return below(100) < chance; }
    // From `least` to `most`, short ones as likely as long ones: every power of ten has its share.
    [[nodiscard]] Milliseconds between(Milliseconds least, Milliseconds most) {
        double const part = static_cast<double>(below(1'000'000)) / 1e6;
        double const factor =
            std::pow(static_cast<double>(most.count()) / static_cast<double>(least.count()), part);
        return Milliseconds(static_cast<std::int64_t>(static_cast<double>(least.count()) * factor));
    }

private:
    support::SeededRandom m_random;
};

} // namespace inloop::simulation
