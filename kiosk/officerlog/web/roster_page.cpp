// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/pages/site_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

std::string iso(local_days date) {
    year_month_day const ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string clock(minutes since_midnight) {
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

std::optional<minutes> minutes_of(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    auto const digit = [&](std::size_t at) { return text[at] - '0'; };
    for (std::size_t at : {0U, 1U, 3U, 4U}) {
        if (digit(at) < 0 || digit(at) > 9) {
            return std::nullopt;
        }
    }
    int const hour = digit(0) * 10 + digit(1);
    int const minute = digit(3) * 10 + digit(4);
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

void add_shift(Site const& site, Values& day, std::string const& key, int number,
               DayShift const* shift) {
    Values& line = day.add("SHIFT");
    line.set("SHIFT_KEY", key);
    line.set("SHIFT_NUMBER", std::to_string(number));
    line.set("FROM", shift == nullptr ? std::string() : clock(shift->from));
    line.set("UNTIL", shift == nullptr ? std::string() : clock(shift->until));
    for (ShiftKind kind : {ShiftKind::present, ShiftKind::talk}) {
        Values& choice = line.add("WHO");
        choice.set("KEY", kind_key(kind));
        choice.set("LABEL", site.words.text("shift_kind." + std::string(kind_key(kind))));
        if (shift != nullptr && shift->kind == kind) {
            choice.show("SELECTED");
        }
    }
}

void add_day(Site const& site, Values& values, RosterSpec const& spec, local_days date) {
    Values& day = values.add("DAY");
    day.set("DATE", iso(date));
    day.set("DAY_LABEL", day_of(desk::seconds_of(date)));
    std::vector<DayShift> const shifts = shifts_on(spec, date);
    for (int i = 0; i < kShiftsADay; ++i) {
        auto const at = static_cast<std::size_t>(i);
        add_shift(site, day, fmt::format("{}_{}", iso(date), i), i + 1,
                  at < shifts.size() ? &shifts[at] : nullptr);
    }
    if (shifts.empty() && closed_on(spec, date)) {
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

// False: a time is not one, or ends before it begins.
bool take_day(RosterSpec& spec, Form const& form, local_days day) {
    spec.closed.push_back(day);
    if (form.text("closed_" + iso(day)) == "yes") {
        return true;
    }
    for (int i = 0; i < kShiftsADay; ++i) {
        std::string const key = fmt::format("{}_{}", iso(day), i);
        std::string_view const from = form.text("from_" + key);
        std::string_view const until = form.text("until_" + key);
        if (from.empty() && until.empty()) {
            continue;
        }
        std::optional<minutes> const begin = minutes_of(from);
        std::optional<minutes> const end = minutes_of(until);
        if (!begin || !end || *begin >= *end) {
            return false;
        }
        bool const talk = form.text("who_" + key) == "talk";
        spec.dated.push_back(
            {day + *begin, day + *end, talk ? ShiftKind::talk : ShiftKind::present});
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

} // namespace

HttpResponse roster_page(Site& site, Visit& visit) {
    Result<RosterSpec> const spec = spec_of(site);
    if (!spec) {
        return trouble(site, visit, spec.error());
    }
    local_days const shown = week_asked(site, first_of(visit.request.query, "week").value_or(""));
    Values values;
    values.set("WEEK_KEY", iso(shown));
    values.set("VERSION", "0");
    for (int week = 0; week < kWeeksShown; ++week) {
        local_days const monday = this_monday(site) + weeks(week);
        Values& tab = values.add("WEEK");
        tab.set("HREF", "/roster?week=" + iso(monday));
        tab.set("LABEL", week == 0 ? std::string(site.words.text("roster.this_week"))
                                   : day_of(desk::seconds_of(monday)));
        if (monday == shown) {
            tab.show("CURRENT");
        }
    }
    for (int i = 0; i < 7; ++i) {
        add_day(site, values, *spec, shown + days(i));
    }
    return page(site, visit, {.title = "title.roster", .current = "/roster"}, "roster",
                std::move(values));
}

HttpResponse save_roster(Site& site, Visit& visit) {
    Result<RosterSpec> spec = spec_of(site);
    if (!spec) {
        return trouble(site, visit, spec.error());
    }
    local_days const monday = week_asked(site, visit.form->text("week"));
    std::string const back = "/roster?week=" + iso(monday);
    if (visit.form->text("do") == "copy") {
        copy_week(*spec, monday);
    } else {
        forget_week(*spec, monday);
        for (int i = 0; i < 7; ++i) {
            if (!take_day(*spec, *visit.form, monday + days(i))) {
                return redirect(back + "&warning=times");
            }
        }
    }
    auto const problems = desk::set_roster(site.desk, visit.vault(), written(*spec));
    if (!problems) {
        return trouble(site, visit, problems.error());
    }
    return problems->empty() ? done(back, "roster") : redirect(back + "&warning=times");
}

} // namespace inloop::web
