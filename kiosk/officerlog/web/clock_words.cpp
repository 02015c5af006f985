// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/clock_words.h"

#include "kiosk/officerlog/desk/presence.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace inloop::web {
namespace {

using namespace std::chrono;

constexpr std::array kDays{"zondag",    "maandag", "dinsdag", "woensdag",
                           "donderdag", "vrijdag", "zaterdag"};
constexpr std::array kMonths{"januari", "februari", "maart",     "april",   "mei",      "juni",
                             "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array kParts{"", "nacht", "ochtend", "middag", "avond"};

struct Parts {
    year_month_day date;
    weekday day;
    hh_mm_ss<minutes> time;
};

Parts parts_of(records::Seconds at) {
    entries::LocalMinute const local = desk::local_minute_of(at);
    local_days const date = floor<days>(local);
    return {year_month_day(date), weekday(date), hh_mm_ss<minutes>(local - date)};
}

} // namespace

std::string clock_time(records::Seconds at) {
    Parts const parts = parts_of(at);
    return fmt::format("{}.{:02} uur", parts.time.hours().count(), parts.time.minutes().count());
}

std::string day_and_time(records::Seconds at) {
    Parts const parts = parts_of(at);
    return fmt::format("{} {} {}", std::string_view(kDays[parts.day.c_encoding()]).substr(0, 2),
                       date_words(parts.date), clock_time(at));
}

std::string day_of(records::Seconds at) {
    Parts const parts = parts_of(at);
    return fmt::format("{} {}", kDays[parts.day.c_encoding()], date_words(parts.date));
}

std::string iso_day(records::Seconds at) {
    return iso_date(parts_of(at).date);
}

std::string date_words(year_month_day date) {
    return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                       kMonths[static_cast<unsigned>(date.month()) - 1]);
}

std::string iso_date(year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<year_month_day> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    int y = 0;
    unsigned m = 0;
    unsigned d = 0;
    bool const read = std::from_chars(text.data(), text.data() + 4, y).ptr == text.data() + 4 &&
                      std::from_chars(text.data() + 5, text.data() + 7, m).ptr == text.data() + 7 &&
                      std::from_chars(text.data() + 8, text.data() + 10, d).ptr == text.data() + 10;
    year_month_day const date{year(y), month(m), day(d)};
    return read && date.ok() ? std::optional(date) : std::nullopt;
}

records::Seconds end_of_iso_day(std::string_view text) {
    auto const date = date_from_iso(text);
    return date ? desk::seconds_of(local_days(*date) + days(1)) : 0;
}

std::string day_part(std::int32_t days_since_1970, int part) {
    if (days_since_1970 == 0) {
        return "onbekend";
    }
    weekday const day{local_days{days(days_since_1970)}};
    bool const known = part > 0 && part < static_cast<int>(kParts.size());
    return fmt::format("{}{}", kDays[day.c_encoding()],
                       known ? kParts[static_cast<std::size_t>(part)] : "");
}

} // namespace inloop::web
