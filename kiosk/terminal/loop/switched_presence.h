// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/entries/roster.h"

#include <cstdint>
#include <optional>

namespace inloop::loop {

// What a switch or a key says of who is here. Off says nothing: the officer's notice and the roster
// hold then.
enum class Switched : std::uint8_t { off, on };

// Presence that is turned on and off by hand, and ends by itself: a switch that was forgotten must
// not promise somebody for ever. It is over kSwitchForgotten after it was turned on, or at the end
// of the roster's shift that goes on then; from there it has to be turned anew. One thread.
class SwitchedPresence {
public:
    // Off. `clock` outlives it.
    explicit SwitchedPresence(Clock const& clock) : m_clock(clock) {}

    // How the switch stands, asked as often as one likes: only that it was turned counts, and how
    // it stood first. True: now() is another.
    bool stands(Switched position);
    // The key was pressed.
    void press();
    // At every step, and at next_deadline(). True: it ended by itself.
    bool tick(entries::Roster const& roster);

    [[nodiscard]] Switched now() const { return m_since ? Switched::on : Switched::off; }
    // When it may end by itself; nullopt while it is off.
    [[nodiscard]] std::optional<Instant> next_deadline(entries::Roster const& roster) const;

private:
    void set(Switched to);
    [[nodiscard]] std::optional<entries::Shift> shift_now(entries::Roster const& roster) const;

    Clock const& m_clock;
    Switched m_position = Switched::off; // of the switch
    std::optional<Instant> m_since; // nullopt: off
};

} // namespace inloop::loop
