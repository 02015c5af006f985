// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::web {

// Times as officers read them, in the zone of this machine, in Dutch.

[[nodiscard]] std::string clock_time(records::Seconds at); // "16.00 uur"
[[nodiscard]] std::string day_and_time(records::Seconds at); // "ma 23 november 16.00 uur"
[[nodiscard]] std::string day_of(records::Seconds at); // "maandag 23 november"
[[nodiscard]] std::string iso_day(records::Seconds at); // "2026-11-23", for a field of a form

// Days on the calendar of the place.
[[nodiscard]] std::string date_words(std::chrono::year_month_day date); // "23 november"
[[nodiscard]] std::string iso_date(std::chrono::year_month_day date); // "2026-11-23"
[[nodiscard]] std::optional<std::chrono::year_month_day> date_from_iso(std::string_view day);
// Midnight that ends this day; 0 when it is not a day.
[[nodiscard]] records::Seconds end_of_iso_day(std::string_view day);
// "maandagmiddag" of the day and part that a letter says; "onbekend" without a day.
[[nodiscard]] std::string day_part(std::int32_t days_since_1970, int part);

} // namespace inloop::web
