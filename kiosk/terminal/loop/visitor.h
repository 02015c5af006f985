// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/loop/terminal.h"

#include <string_view>

namespace inloop::loop {

// A clock that stands still until it is told how much time has passed.
class SteppedClock : public Clock {
public:
    virtual void advance(Milliseconds by) = 0;
};

// A visitor without hands: taps what the registry of the last frame names. For the tour and for
// tests.
class Visitor {
public:
    Visitor(Terminal& terminal, SteppedClock& clock) : m_terminal(&terminal), m_clock(&clock) {}

    // Puts a finger on the widget and lifts it 100 ms later. `not_found` names an id that is not
    // there, cannot be touched or is covered.
    [[nodiscard]] Result<void> tap(std::string_view id);
    // Whether tap() would find it.
    [[nodiscard]] bool can_tap(std::string_view id) const;
    // Puts a finger down and lifts it after `time`.
    void hold(platform::Point at, Milliseconds time);
    // Types with the on-screen keys, changing layers as needed: a to z in both cases, digits, the
    // signs of the keyboard, space and newline.
    [[nodiscard]] Result<void> type(std::string_view text);
    // Lets time pass without touching anything, in steps of a second.
    void wait(Milliseconds time);
    // Down at one place, up at another, in steps.
    void drag(platform::Point from, platform::Point to);

private:
    [[nodiscard]] Result<void> type_letter(char letter);
    [[nodiscard]] bool shifted() const;
    void finger(platform::FingerPhase phase, platform::Point at);

    Terminal* m_terminal;
    SteppedClock* m_clock;
};

} // namespace inloop::loop
