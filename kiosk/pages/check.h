// SPDX-License-Identifier: EUPL-1.2
// Every mistake in an assets folder, for `inloop-kiosk check-assets`. Stricter than what the kiosk
// can live with (assets.h): also texts that are too hard to read, pictures nobody shows, facts that
// expire within kFactWarningDays.
#pragma once

#include "kiosk/pages/problem.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace inloop::pages {

// Empty when all is well; in the order of files and lines. Reads the whole folder, all files of it,
// not only until the first fault. `today` for facts and dates.
[[nodiscard]] std::vector<Problem> check_assets(std::filesystem::path const& folder,
                                                std::chrono::year_month_day today);

} // namespace inloop::pages
