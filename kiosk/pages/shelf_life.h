// SPDX-License-Identifier: EUPL-1.2
// Facts that are past their date, or whose dates cannot be right. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/facts.h"
#include "kiosk/pages/problem.h"

#include <chrono>
#include <string>
#include <vector>

namespace inloop::pages {

// Remarks about the dates of the fact: expired, about to expire within kFactWarningDays, checked in
// the future, good for longer than kFactYears.
[[nodiscard]] std::vector<Problem> doubts_about(Fact const& fact, std::string const& file,
                                                std::chrono::year_month_day today);

} // namespace inloop::pages
