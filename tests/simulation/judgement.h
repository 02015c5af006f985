// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/simulated_kiosk.h"
#include "tests/simulation/simulated_log.h"

#include <memory>
#include <string>
#include <vector>

namespace inloop::simulation {

using Kiosks = std::vector<std::unique_ptr<SimulatedKiosk>>;

// What keeps log and kiosks from being at rest: a letter that is not in sent/, news that was not
// heard. Empty when nothing does.
[[nodiscard]] std::string unsettled(Kiosks const& kiosks, SimulatedLog& log);

// What is not as it must be once they are at rest: a letter lost, doubled or changed, a status or
// an answer that one end has and the other has not. Empty when all is well.
[[nodiscard]] std::string wrong_at_rest(Kiosks const& kiosks, SimulatedLog& log);

} // namespace inloop::simulation
