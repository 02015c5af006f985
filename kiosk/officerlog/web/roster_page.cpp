// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/pages/site_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The weeks ahead, as a form. A week that was saved stands in the roster day by day: each of its
// days is closed to what happens every week, and has the shifts that were typed.
namespace inloop::web {
namespace {

using namespace std::chrono;
using entries::RosterSpec;
using entries::Shift;
using entries::ShiftKind;
using platform::HttpResponse;

constexpr int kWeeksShown = 5;
constexpr int kShiftsADay = 2; // morning and afternoon; more is one long day

std::string iso(local_days day) {
    return iso_date(year_month_day(day));
}

std::string clock(minutes since_midnight) {
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

// A time as people write it: "9:00", "09.00" or "0900", for the keys of a phone have no ":".
std::optional<minutes> minutes_of(std::string_view text) {
    std::string digits(text);
    std::size_t const mark = digits.size() - 3; // before the minutes
    if (digits.size() > 3 && (digits[mark] == ':' || digits[mark] == '.')) {
        digits.erase(mark, 1);
    }
    int number = 0;
    char const* const end = digits.data() + digits.size();
    bool const whole = std::from_chars(digits.data(), end, number).ptr == end;
    if (!whole || digits.size() < 3 || digits.size() > 4 || digits.front() == '-') {
        return std::nullopt;
    }
    int const hour = number / 100;
    int const minute = number % 100;
    return hour > 23 || minute > 59 ? std::nullopt : std::optional(minutes(hour * 60 + minute));
}

local_days monday_of(local_days day) {
    return day - (weekday(day) - Monday);
}

local_days this_monday(Site const& site) {
    records::Seconds const now = site.desk.clock.wall().time_since_epoch().count();
    return monday_of(floor<days>(desk::local_minute_of(now)));
}

// The week that was asked for; this one for anything else.
local_days week_asked(Site const& site, std::string_view text) {
    local_days const first = this_monday(site);
    for (int week = 0; week < kWeeksShown; ++week) {
        local_days const monday = first + weeks(week);
        if (iso(monday) == text) {
            return monday;
        }
    }
    return first;
}

struct DayShift {
    minutes from{};
    minutes until{};
    ShiftKind kind = ShiftKind::present;
};

bool closed_on(RosterSpec const& spec, local_days day) {
    return std::ranges::find(spec.closed, day) != spec.closed.end();
}

std::vector<DayShift> shifts_on(RosterSpec const& spec, local_days day) {
    std::vector<DayShift> shifts;
    for (Shift const& shift : spec.dated) {
        if (floor<days>(shift.from) == day) {
            shifts.push_back({shift.from - day, shift.until - day, shift.kind});
        }
    }
    if (!closed_on(spec, day)) {
        for (entries::WeeklyShift const& shift : spec.weekly) {
            if (shift.weekday == weekday(day)) {
                shifts.push_back({shift.from, shift.until, shift.kind});
            }
        }
    }
    std::ranges::sort(shifts, {}, &DayShift::from);
    return shifts;
}

std::string_view kind_key(ShiftKind kind) {
    return kind == ShiftKind::talk ? "talk" : "present";
}

std::string written(RosterSpec const& spec) {
    constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
    std::string text = "# Written by the log. When an officer is here.\n";
    for (entries::WeeklyShift const& shift : spec.weekly) {
        text += fmt::format(
            "\n[[weekly]]\nday = \"{}\"\nfrom = \"{}\"\nuntil = \"{}\"\nkind = \"{}\"\n",
            kDays[shift.weekday.c_encoding()], clock(shift.from), clock(shift.until),
            kind_key(shift.kind));
    }
    for (Shift const& shift : spec.dated) {
        local_days const day = floor<days>(shift.from);
        text += fmt::format(
            "\n[[dated]]\ndate = {}\nfrom = \"{}\"\nuntil = \"{}\"\nkind = \"{}\"\n", iso(day),
            clock(shift.from - day), clock(shift.until - day), kind_key(shift.kind));
    }
    for (local_days day : spec.closed) {
        text += fmt::format("\n[[closed]]\ndate = {}\n", iso(day));
    }
    return text;
}

Result<RosterSpec> spec_of(Site& site) {
    Result<std::string> const text = desk::roster_text(site.desk);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->empty()) {
        return RosterSpec{}; // nobody made one yet
    }
    auto spec = pages::parse_roster(*text, "roster.toml");
    if (!spec) {
        return fail(ErrorCode::corrupt, "roster.toml of the log does not parse");
    }
    return std::move(*spec);
}

// A shift as it stands in the form: as it was saved, or as somebody typed it.
struct Line {
    std::string from{};
    std::string until{};
    std::string kind{}; // a kind_key(); empty: none chosen
    [[nodiscard]] bool empty() const { return from.empty() && until.empty(); }
};

// nullopt: a time is not one, or it ends before it begins.
std::optional<DayShift> shift_of(Line const& line) {
    std::optional<minutes> const from = minutes_of(line.from);
    std::optional<minutes> const until = minutes_of(line.until);
    if (!from || !until || *from >= *until) {
        return std::nullopt;
    }
    return DayShift{*from, *until, line.kind == "talk" ? ShiftKind::talk : ShiftKind::present};
}

std::string key_of(local_days day, int number) {
    return fmt::format("{}_{}", iso(day), number);
}

Line typed_line(Form const& form, std::string const& key) {
    return {std::string(form.text("from_" + key)), std::string(form.text("until_" + key)),
            std::string(form.text("who_" + key))};
}

struct Day {
    local_days date;
    std::array<Line, kShiftsADay> lines{};
    bool closed = false;
};

Day saved_day(RosterSpec const& spec, local_days date) {
    Day day{.date = date};
    std::vector<DayShift> const shifts = shifts_on(spec, date);
    for (std::size_t i = 0; i < std::min(shifts.size(), day.lines.size()); ++i) {
        day.lines[i] = {clock(shifts[i].from), clock(shifts[i].until),
                        std::string(kind_key(shifts[i].kind))};
    }
    day.closed = shifts.empty() && closed_on(spec, date);
    return day;
}

// Times that were typed into a day that was closed open it: whoever types them does not always see
// that it says so, and they would be gone without a word.
Day typed_day(Form const& form, Day const& saved) {
    Day day{.date = saved.date};
    for (int i = 0; i < kShiftsADay; ++i) {
        day.lines[static_cast<std::size_t>(i)] = typed_line(form, key_of(day.date, i));
    }
    bool const opened = saved.closed && !std::ranges::all_of(day.lines, &Line::empty);
    day.closed = !opened && form.text("closed_" + iso(day.date)) == "yes";
    return day;
}

void add_line(Site const& site, Values& day, std::string const& key, int number, Line const& line) {
    Values& shift = day.add("SHIFT");
    shift.set("SHIFT_KEY", key);
    shift.set("SHIFT_NUMBER", std::to_string(number));
    shift.set("FROM", line.from);
    shift.set("UNTIL", line.until);
    for (ShiftKind kind : {ShiftKind::present, ShiftKind::talk}) {
        Values& choice = shift.add("WHO");
        choice.set("KEY", kind_key(kind));
        choice.set("LABEL", site.words.text("shift_kind." + std::string(kind_key(kind))));
        if (line.kind == kind_key(kind)) {
            choice.show("SELECTED");
        }
    }
    if (!line.empty() && !shift_of(line)) {
        shift.add("PROBLEM").set("PROBLEM_TEXT", site.words.text("warning.times"));
    }
}

void add_day(Site const& site, Values& values, Day const& shown) {
    Values& day = values.add("DAY");
    day.set("DATE", iso(shown.date));
    day.set("DAY_LABEL", day_of(desk::seconds_of(shown.date)));
    for (int i = 0; i < kShiftsADay; ++i) {
        add_line(site, day, key_of(shown.date, i), i + 1, shown.lines[static_cast<std::size_t>(i)]);
    }
    if (shown.closed) {
        day.show("CLOSED");
    }
}

// Takes the days of `monday`'s week out of the roster, as they were saved before.
void forget_week(RosterSpec& spec, local_days monday) {
    auto const inside = [monday](local_days day) {
        return day >= monday && day < monday + days(7);
    };
    std::erase_if(spec.dated, [&](Shift const& shift) { return inside(floor<days>(shift.from)); });
    std::erase_if(spec.closed, inside);
}

// False: a time is not one, or a shift ends before it begins.
bool take_day(RosterSpec& spec, Day const& day) {
    spec.closed.push_back(day.date);
    for (Line const& line : day.lines) {
        if (day.closed || line.empty()) {
            continue;
        }
        std::optional<DayShift> const shift = shift_of(line);
        if (!shift) {
            return false;
        }
        spec.dated.push_back({day.date + shift->from, day.date + shift->until, shift->kind});
    }
    return true;
}

// The days of the week before, on the same weekdays.
void copy_week(RosterSpec& spec, local_days monday) {
    std::vector<Shift> copied;
    for (int i = 0; i < 7; ++i) {
        local_days const day = monday + days(i);
        for (DayShift const& shift : shifts_on(spec, day - days(7))) {
            copied.push_back({day + shift.from, day + shift.until, shift.kind});
        }
    }
    forget_week(spec, monday);
    for (int i = 0; i < 7; ++i) {
        spec.closed.push_back(monday + days(i));
    }
    spec.dated.insert(spec.dated.end(), copied.begin(), copied.end());
}

HttpResponse show(Site& site, Visit const& visit, local_days monday, std::vector<Day> const& week,
                  std::string_view warning, int status) {
    Values values;
    values.set("WEEK_KEY", iso(monday));
    values.set("VERSION", "0");
    for (int ahead = 0; ahead < kWeeksShown; ++ahead) {
        local_days const begin = this_monday(site) + weeks(ahead);
        Values& tab = values.add("WEEK");
        tab.set("HREF", "/roster?week=" + iso(begin));
        tab.set("LABEL", ahead == 0 ? std::string(site.words.text("roster.this_week"))
                                    : day_of(desk::seconds_of(begin)));
        if (begin == monday) {
            tab.show("CURRENT");
        }
    }
    for (Day const& day : week) {
        add_day(site, values, day);
    }
    if (!warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(warning));
    }
    return page(site, visit, {.title = "title.roster", .current = "/roster"}, "roster",
                std::move(values), status);
}

template <class DayOf>
std::vector<Day> week_of(local_days monday, DayOf const& day_of_date) {
    std::vector<Day> week;
    week.reserve(7);
    for (int i = 0; i < 7; ++i) {
        week.push_back(day_of_date(monday + days(i)));
    }
    return week;
}

} // namespace

HttpResponse roster_page(Site& site, Visit& visit) {
    Result<RosterSpec> const spec = spec_of(site);
    if (!spec) {
        return trouble(site, visit, spec.error());
    }
    local_days const monday = week_asked(site, first_of(visit.request.query, "week").value_or(""));
    return show(site, visit, monday,
                week_of(monday, [&](local_days date) { return saved_day(*spec, date); }), "", 200);
}

// What was typed stays in the form when it cannot be saved.
HttpResponse save_roster(Site& site, Visit& visit) {
    Result<RosterSpec> spec = spec_of(site);
    if (!spec) {
        return trouble(site, visit, spec.error());
    }
    local_days const monday = week_asked(site, visit.form->text("week"));
    std::vector<Day> const typed = week_of(
        monday, [&](local_days date) { return typed_day(*visit.form, saved_day(*spec, date)); });
    bool right = true;
    if (visit.form->text("do") == "copy") {
        copy_week(*spec, monday);
    } else {
        forget_week(*spec, monday);
        right = std::ranges::all_of(typed, [&](Day const& day) { return take_day(*spec, day); });
    }
    if (!right) {
        return show(site, visit, monday, typed, "warning.times", 409);
    }
    auto const problems = desk::set_roster(site.desk, visit.vault(), written(*spec));
    if (!problems) {
        return trouble(site, visit, problems.error());
    }
    return problems->empty() ? done("/roster?week=" + iso(monday), "roster")
                             : show(site, visit, monday, typed, "warning.times", 409);
}

} // namespace inloop::web
