// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/roster.h"

#include "kiosk/entries/tuning.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace inloop::entries {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using std::chrono::minutes;

bool is_sound(WeeklyShift const& shift) {
    return shift.weekday.ok() && shift.from >= minutes::zero() && shift.from < shift.until &&
           shift.until <= days(1);
}

bool is_sound(Shift const& shift) {
    return shift.from < shift.until;
}

// The earlier first. Of two that begin together an officer who is here comes before a talk: he is
// here for longer, and a talk that is not one would be promised.
bool comes_first(Shift const& a, Shift const& b) {
    return std::tie(a.from, a.kind) < std::tie(b.from, b.kind);
}

// Makes one of what touches or overlaps.
std::vector<Shift> merged(std::vector<Shift> shifts) {
    std::ranges::sort(shifts, comes_first);
    std::vector<Shift> out;
    for (Shift const& shift : shifts) {
        if (!out.empty() && shift.from <= out.back().until) {
            out.back().until = std::max(out.back().until, shift.until);
        } else {
            out.push_back(shift);
        }
    }
    return out;
}

} // namespace

LocalMinute local_minute(LocalTime const& time) {
    local_days const date{std::chrono::year(time.year) / time.month / time.day};
    return date + std::chrono::hours(time.hour) + minutes(time.minute);
}

Roster::Roster(RosterSpec spec) : m_spec(std::move(spec)) {
    std::erase_if(m_spec.weekly, [](WeeklyShift const& shift) { return !is_sound(shift); });
    std::erase_if(m_spec.dated, [](Shift const& shift) { return !is_sound(shift); });
    std::ranges::sort(m_spec.closed);
}

std::optional<Shift> Roster::at(LocalMinute now) const {
    // As far back as forward, so that what touched it before `now` still belongs to it.
    for (Shift const& shift : between(now - kRosterDays, now + kRosterDays, Kinds::all)) {
        if (shift.from <= now && now < shift.until) {
            return shift;
        }
    }
    return std::nullopt;
}

std::vector<Shift> Roster::upcoming(LocalMinute now, std::size_t most) const {
    std::vector<Shift> shifts = between(now, now + kRosterDays, Kinds::all);
    std::erase_if(shifts, [&](Shift const& shift) {
        return shift.from <= now || shift.from > now + kRosterDays;
    });
    shifts.resize(std::min(most, shifts.size()));
    return shifts;
}

// All shifts that have a minute in the days of `from` to `until` or of their neighbours, whole, in
// order. The neighbours are there for what touches at midnight.
std::vector<Shift> Roster::between(LocalMinute from, LocalMinute until, Kinds kinds) const {
    local_days const first = floor<days>(from) - days(1);
    local_days const last = floor<days>(until) + days(1);
    std::vector<Shift> shifts;
    for (local_days day = first; day <= last; day += days(1)) {
        if (std::ranges::binary_search(m_spec.closed, day)) {
            continue;
        }
        for (WeeklyShift const& shift : m_spec.weekly) {
            if (shift.weekday == std::chrono::weekday(day)) {
                shifts.push_back({day + shift.from, day + shift.until, shift.kind});
            }
        }
    }
    for (Shift const& shift : m_spec.dated) {
        if (shift.until >= first && shift.from <= last + days(1)) {
            shifts.push_back(shift);
        }
    }
    if (kinds == Kinds::present) {
        std::erase_if(shifts, [](Shift const& shift) { return shift.kind != ShiftKind::present; });
    }
    return merged(std::move(shifts));
}

std::optional<LocalMinute> read_by(Roster const& roster, LocalMinute now) {
    using Kinds = Roster::Kinds;
    for (Shift const& shift : roster.between(now, now + kRosterDays, Kinds::present)) {
        if (shift.from <= now + kRosterDays &&
            shift.until - std::max(now, shift.from) >= kReadingTime) {
            return shift.until;
        }
    }
    return std::nullopt;
}

} // namespace inloop::entries
