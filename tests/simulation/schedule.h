// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/place.h"
#include "tests/simulation/world.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inloop::simulation {

// What one schedule came to.
struct Outcome {
    std::optional<std::string> violation; // what must not be, if anything was
    std::vector<std::string> story;
    Counts counts{};
    std::size_t kiosks = 0;
    std::size_t letters = 0; // confirmed to visitors
    std::uint64_t talks = 0;
    Milliseconds healed_within{0}; // until everything was at rest again
    Milliseconds lasted{0};
};

// Draws everything from `seed`: the same seed always gives the same outcome.
[[nodiscard]] Outcome run_schedule(Place const& place, std::uint64_t seed,
                                   Sabotage sabotage = Sabotage::none);

} // namespace inloop::simulation
