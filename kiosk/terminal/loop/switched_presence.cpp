// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/switched_presence.h"

#include "kiosk/terminal/loop/tuning.h"

#include <chrono>
#include <utility>

namespace inloop::loop {

namespace ch = std::chrono;

bool SwitchedPresence::stands(Switched position) {
    if (std::exchange(m_position, position) == position) {
        return false;
    }
    bool const changes = position != now();
    set(position);
    return changes;
}

void SwitchedPresence::press() {
    set(m_since ? Switched::off : Switched::on);
}

void SwitchedPresence::set(Switched to) {
    m_since = to == Switched::on ? std::optional(m_clock.now()) : std::nullopt;
}

std::optional<entries::Shift> SwitchedPresence::shift_now(entries::Roster const& roster) const {
    if (m_clock.trust() == ClockTrust::unset) {
        return std::nullopt;
    }
    return roster.at(entries::local_minute(m_clock.local()));
}

bool SwitchedPresence::tick(entries::Roster const& roster) {
    if (!m_since || m_clock.now() < *m_since + kSwitchForgotten || shift_now(roster)) {
        return false;
    }
    m_since.reset();
    return true;
}

std::optional<Instant> SwitchedPresence::next_deadline(entries::Roster const& roster) const {
    if (!m_since) {
        return std::nullopt;
    }
    Instant const forgotten = *m_since + kSwitchForgotten;
    std::optional<entries::Shift> const shift = shift_now(roster);
    if (m_clock.now() < forgotten || !shift) {
        return forgotten;
    }
    WallTime const wall = m_clock.wall();
    ch::seconds const in_minute = wall - ch::floor<ch::minutes>(wall);
    return m_clock.now() + (shift->until - entries::local_minute(m_clock.local())) - in_minute;
}

} // namespace inloop::loop
