// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/dates.h"

#include <array>

namespace inloop::pages {

namespace {

constexpr std::array<Phrase, 7> kWeekdays{
    Phrase::date_sunday,   Phrase::date_monday, Phrase::date_tuesday,  Phrase::date_wednesday,
    Phrase::date_thursday, Phrase::date_friday, Phrase::date_saturday,
};
constexpr std::array<Phrase, 12> kMonths{
    Phrase::date_january,   Phrase::date_february, Phrase::date_march,    Phrase::date_april,
    Phrase::date_may,       Phrase::date_june,     Phrase::date_july,     Phrase::date_august,
    Phrase::date_september, Phrase::date_october,  Phrase::date_november, Phrase::date_december,
};

struct Words {
    std::string weekday;
    std::string day;
    std::string month;
    std::string year;
};

// An impossible day, such as 31 February, is read as the day it would be when counted on.
Words words_of(Phrases const& phrases, std::chrono::year_month_day day) {
    std::chrono::sys_days const days(day);
    std::chrono::year_month_day const real(days);
    return Words{phrases.plain(kWeekdays[std::chrono::weekday(days).c_encoding()]),
                 std::to_string(static_cast<unsigned>(real.day())),
                 phrases.plain(kMonths[static_cast<unsigned>(real.month()) - 1]),
                 std::to_string(static_cast<int>(real.year()))};
}

std::string two_digits(long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

std::string weekday_day_month(Phrases const& phrases, std::chrono::year_month_day day) {
    Words const words = words_of(phrases, day);
    return phrases.plain(Phrase::date_weekday_day_month,
                         {{"weekday", words.weekday}, {"day", words.day}, {"month", words.month}});
}

std::string day_month(Phrases const& phrases, std::chrono::year_month_day day) {
    Words const words = words_of(phrases, day);
    return phrases.plain(Phrase::date_day_month, {{"day", words.day}, {"month", words.month}});
}

std::string day_month_year(Phrases const& phrases, std::chrono::year_month_day day) {
    Words const words = words_of(phrases, day);
    return phrases.plain(Phrase::date_day_month_year,
                         {{"day", words.day}, {"month", words.month}, {"year", words.year}});
}

std::string clock_time(Phrases const& phrases, std::chrono::minutes since_midnight) {
    long const minutes = since_midnight.count();
    return phrases.plain(Phrase::date_clock, {{"hour", two_digits(minutes / 60)},
                                              {"minute", two_digits(minutes % 60)}});
}

} // namespace inloop::pages
