// SPDX-License-Identifier: EUPL-1.2
// Days and times as the screens say them.
#include "kiosk/terminal/ui/frame.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <utility>

namespace inloop::ui {

using pages::Phrase;
namespace ch = std::chrono;

namespace {

Phrase weekday_name(unsigned weekday) {
    constexpr std::array<Phrase, 7> kNames{
        Phrase::date_sunday,   Phrase::date_monday, Phrase::date_tuesday, Phrase::date_wednesday,
        Phrase::date_thursday, Phrase::date_friday, Phrase::date_saturday};
    return kNames[weekday % kNames.size()];
}

Phrase short_weekday_name(unsigned weekday) {
    constexpr std::array<Phrase, 7> kNames{
        Phrase::date_short_sunday,    Phrase::date_short_monday,   Phrase::date_short_tuesday,
        Phrase::date_short_wednesday, Phrase::date_short_thursday, Phrase::date_short_friday,
        Phrase::date_short_saturday};
    return kNames[weekday % kNames.size()];
}

std::string two_digits(int number) {
    std::string digits = std::to_string(number);
    if (digits.size() < 2) {
        digits.insert(digits.begin(), '0');
    }
    return digits;
}

// "16.00 uur" or, before another time, "16.00".
std::string clock_as(ScreenContext const& context, entries::LocalMinute minute, Phrase how) {
    ch::hh_mm_ss const clock(minute - ch::floor<ch::days>(minute));
    return context.phrases.plain(
        how, {{"hour", std::to_string(clock.hours().count())},
              {"minute", two_digits(static_cast<int>(clock.minutes().count()))}});
}

// Hours read badly when a line breaks inside them: their spaces become ones that hold together. A
// line may still break behind a dash, so a word joiner follows it.
std::string glued(std::string words, std::string_view loose, std::string_view held) {
    for (std::size_t at = words.find(loose); at != std::string::npos;
         at = words.find(loose, at + held.size())) {
        words.replace(at, loose.size(), held);
    }
    return words;
}

std::string glued_dash(std::string words) {
    return glued(std::move(words), " – ", "\u00A0–\u2060\u00A0");
}

std::string glued_spaces(std::string words) {
    return glued(std::move(words), " ", "\u00A0");
}

std::string date_words(ScreenContext const& context, ch::year_month_day date, Phrase weekday) {
    std::string const weekday_words = context.phrases.plain(weekday);
    std::string const month =
        context.phrases.plain(month_name(static_cast<int>(static_cast<unsigned>(date.month()))));
    std::string const day = std::to_string(static_cast<unsigned>(date.day()));
    return context.phrases.plain(Phrase::date_weekday_day_month,
                                 {{"weekday", weekday_words}, {"day", day}, {"month", month}});
}

ch::year_month_day today_of(ScreenContext const& context) {
    return {ch::year(context.time.year), ch::month(static_cast<unsigned>(context.time.month)),
            ch::day(static_cast<unsigned>(context.time.day))};
}

// From here on a weekday alone would be taken for the next one of that name.
constexpr ch::days kDaysByName{7};

// A day as it is named from today on, and whether it is so far off that its date is said.
struct DayWords {
    std::string words;
    bool dated = false;
};

DayWords day_of(ScreenContext const& context, entries::LocalMinute minute) {
    ch::local_days const day = ch::floor<ch::days>(minute);
    ch::days const away = day - ch::local_days(today_of(context));
    unsigned const weekday = ch::weekday(day).c_encoding();
    if (away <= ch::days(0)) { // one that runs since before midnight is on now
        return {context.phrases.plain(Phrase::date_today), false};
    }
    if (away == ch::days(1)) {
        return {context.phrases.plain(Phrase::date_tomorrow), false};
    }
    if (away < kDaysByName) {
        return {context.phrases.plain(weekday_name(weekday)), false};
    }
    return {date_words(context, ch::year_month_day(day), weekday_name(weekday)), true};
}

} // namespace

pages::Phrase month_name(int month) {
    constexpr std::array<Phrase, 12> kNames{
        Phrase::date_january, Phrase::date_february, Phrase::date_march,
        Phrase::date_april,   Phrase::date_may,      Phrase::date_june,
        Phrase::date_july,    Phrase::date_august,   Phrase::date_september,
        Phrase::date_october, Phrase::date_november, Phrase::date_december};
    return kNames[static_cast<std::size_t>(month + 11) % kNames.size()];
}

std::string long_date(ScreenContext const& context) {
    return date_words(context, today_of(context),
                      weekday_name(static_cast<unsigned>(context.time.weekday)));
}

std::string short_date(ScreenContext const& context) {
    return date_words(context, today_of(context),
                      short_weekday_name(static_cast<unsigned>(context.time.weekday)));
}

std::string time_of_day(ScreenContext const& context) {
    return context.phrases.plain(Phrase::date_clock, {{"hour", std::to_string(context.time.hour)},
                                                      {"minute", two_digits(context.time.minute)}});
}

std::string shift_day(ScreenContext const& context, entries::Shift const& shift) {
    return day_of(context, shift.from).words;
}

std::string shift_hours(ScreenContext const& context, entries::Shift const& shift) {
    std::string const from = clock_as(context, shift.from, Phrase::date_clock_short);
    std::string const until = clock_as(context, shift.until, Phrase::date_clock);
    return glued_spaces(glued_dash(from + " – " + until));
}

std::string shift_words(ScreenContext const& context, entries::Shift const& shift) {
    DayWords const day = day_of(context, shift.from);
    std::string const from = clock_as(context, shift.from, Phrase::date_clock_short);
    std::string const until = glued_spaces(clock_as(context, shift.until, Phrase::date_clock));
    return glued_dash(context.phrases.plain(
        Phrase::date_day_from_until,
        {{"day", day.words + (day.dated ? "," : "")}, {"from", from}, {"until", until}}));
}

std::string short_shift_words(ScreenContext const& context, entries::Shift const& shift) {
    DayWords day = day_of(context, shift.from);
    ch::local_days const date = ch::floor<ch::days>(shift.from);
    Phrase const weekday = short_weekday_name(ch::weekday(date).c_encoding());
    if (day.dated) {
        day.words = date_words(context, ch::year_month_day(date), weekday);
    } else if (date - ch::local_days(today_of(context)) > ch::days(1)) {
        day.words = context.phrases.plain(weekday);
    }
    std::string const from = clock_as(context, shift.from, Phrase::date_clock_short);
    std::string const until = clock_as(context, shift.until, Phrase::date_clock_short);
    return glued_dash(context.phrases.plain(
        Phrase::date_day_from_until, {{"day", day.words}, {"from", from}, {"until", until}}));
}

std::string read_by_words(ScreenContext const& context, entries::LocalMinute read_by) {
    std::string const time = clock_as(context, read_by, Phrase::date_clock);
    return context.phrases.plain(Phrase::date_day_before,
                                 {{"day", day_of(context, read_by).words}, {"time", time}});
}

std::string past_day_words(ScreenContext const& context, entries::LocalMinute minute) {
    ch::local_days const day = ch::floor<ch::days>(minute);
    if (day == ch::local_days(today_of(context))) {
        return context.phrases.plain(Phrase::date_today);
    }
    return date_words(context, ch::year_month_day(day),
                      weekday_name(ch::weekday(day).c_encoding()));
}

std::string clock_words(ScreenContext const& context, entries::LocalMinute minute) {
    return clock_as(context, minute, Phrase::date_clock);
}

std::string sentence_case(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

// 112 is law: it is shown whatever its date of checking and whatever else is missing.
std::string emergency_number(ScreenContext const& context) {
    pages::Fact const* emergency = context.assets.facts.find(pages::kEmergencyFact);
    return emergency != nullptr ? emergency->value : "112";
}

pages::Fact const* current_fact(ScreenContext const& context, std::string_view id) {
    pages::Fact const* fact = context.assets.facts.find(id);
    if (fact == nullptr || context.trust == ClockTrust::unset) {
        return fact; // without a clock nothing can be said to have expired
    }
    return pages::is_current(*fact, today_of(context)) ? fact : nullptr;
}

} // namespace inloop::ui
