// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace inloop::entries {

// Minutes on the clock of the wall in this place.
using LocalMinute = std::chrono::local_time<std::chrono::minutes>;
[[nodiscard]] LocalMinute local_minute(LocalTime const& time);

enum class ShiftKind : std::uint8_t {
    present, // an officer is here
    talk, // an announced moment to talk, such as coffee on the terrace
};

// Somebody is here from `from` until just before `until`.
struct Shift {
    LocalMinute from;
    LocalMinute until;
    ShiftKind kind = ShiftKind::present;
    friend bool operator==(Shift const&, Shift const&) = default;
};

// The same hours every week. Minutes since midnight, from < until <= 1,440.
struct WeeklyShift {
    std::chrono::weekday weekday;
    std::chrono::minutes from{};
    std::chrono::minutes until{};
    ShiftKind kind = ShiftKind::present;
};

struct RosterSpec {
    std::vector<WeeklyShift> weekly{};
    std::vector<Shift> dated{};
    std::vector<std::chrono::local_days> closed{}; // on these days nothing weekly happens
};

// When an officer is here. Constant; any thread. Empty by default: no fixed times.
class Roster {
public:
    Roster() = default;
    explicit Roster(RosterSpec spec);

    // The shift at `now`, of either kind; where shifts touch or overlap they count as one, which
    // is of the kind of the first. nullopt when nobody is planned to be here.
    [[nodiscard]] std::optional<Shift> at(LocalMinute now) const;
    // Shifts that begin after `now`, within kRosterDays, the soonest first, at most `most`.
    [[nodiscard]] std::vector<Shift> upcoming(LocalMinute now, std::size_t most) const;

    [[nodiscard]] bool empty() const { return m_spec.weekly.empty() && m_spec.dated.empty(); }

private:
    friend std::optional<LocalMinute> read_by(Roster const& roster, LocalMinute now);

    // Which kinds of shifts count.
    enum class Kinds : std::uint8_t { all, present };
    [[nodiscard]] std::vector<Shift> between(LocalMinute from, LocalMinute until,
                                             Kinds kinds) const;
    RosterSpec m_spec;
};

// By when an entry left at `now` is read, as the visitor is promised: the end of the first shift of
// kind `present` that still has kReadingTime to go; who talks with people does not read. nullopt
// when the roster has none within kRosterDays: then nothing may be promised.
[[nodiscard]] std::optional<LocalMinute> read_by(Roster const& roster, LocalMinute now);

} // namespace inloop::entries
