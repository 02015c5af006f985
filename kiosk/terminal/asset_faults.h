// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/problem.h"

#include <filesystem>
#include <vector>

namespace inloop::terminal {

// Everything that is wrong today with the files of an assets folder themselves, in their order; the
// screens are not walked.
[[nodiscard]] std::vector<pages::Problem> faults_of_files(std::filesystem::path const& folder);

} // namespace inloop::terminal
