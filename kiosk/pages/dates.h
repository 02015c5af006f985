// SPDX-License-Identifier: EUPL-1.2
// Dates and times as a visitor reads them. Local time: the caller has turned UTC into it.
#pragma once

#include "kiosk/pages/phrases.h"

#include <chrono>
#include <string>

namespace inloop::pages {

// "maandag 23 november"
[[nodiscard]] std::string weekday_day_month(Phrases const& phrases,
                                            std::chrono::year_month_day day);

// "23 november"
[[nodiscard]] std::string day_month(Phrases const& phrases, std::chrono::year_month_day day);

// "23 november 2026", for the day a fact was checked.
[[nodiscard]] std::string day_month_year(Phrases const& phrases, std::chrono::year_month_day day);

// "14.20 uur"; `since_midnight` lies in [0, 24 h).
[[nodiscard]] std::string clock_time(Phrases const& phrases, std::chrono::minutes since_midnight);

} // namespace inloop::pages
