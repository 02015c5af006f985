// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/ui/audit.h"
#include "platform/api/display.h"
#include "platform/api/image.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace inloop::loop {

// A clock that stands still until it is told how much time has passed.
class SteppedClock : public Clock {
public:
    virtual void advance(Milliseconds by) = 0;
};

// The clock of a tour: its time of day stands still, so that the pictures are the same every time.
// One thread.
class TourClock final : public SteppedClock {
public:
    // Monday 23 November 2026, 14.20 in the place.
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] LocalTime local() const override;
    [[nodiscard]] ClockTrust trust() const override { return ClockTrust::synced; }
    void advance(Milliseconds by) override { m_now += by; }

private:
    Instant m_now{Milliseconds{1000}};
};

// A visitor without hands: taps what the registry of the last frame names. For the tour and for
// tests.
class Visitor {
public:
    Visitor(Terminal& terminal, SteppedClock& clock) : m_terminal(&terminal), m_clock(&clock) {}

    // Puts a finger on the widget and lifts it 100 ms later. `not_found` names an id that is not
    // there, cannot be touched or is covered.
    [[nodiscard]] Result<void> tap(std::string_view id);
    // Types with the on-screen keys, changing layers as needed: a to z in both cases, digits, the
    // signs of the keyboard, space and newline.
    [[nodiscard]] Result<void> type(std::string_view text);
    // Lets time pass without touching anything, in steps of a second.
    void wait(Milliseconds time);
    // Down at one place, up at another, in steps.
    void drag(platform::Point from, platform::Point to);

private:
    [[nodiscard]] Result<void> type_letter(char letter);
    void finger(platform::FingerPhase phase, platform::Point at);

    Terminal* m_terminal;
    SteppedClock* m_clock;
};

struct TourPicture {
    std::string name; // "03-write-nl"
    std::vector<ui::Finding> findings;
};

struct TourSpec {
    std::vector<std::string> languages;
    // Waits until the letter sender has something to say; called while the screen says that it is
    // being stored.
    std::function<void()> await_outcome;
    // Keeps one picture; what it returns ends the tour when it failed.
    std::function<Result<void>(std::string const& name)> keep;
};

// Walks every screen of the journey in every language: idle, home, pages, 112, languages, writing
// (empty, keyboard layers, long text, warning), summary, sending, receipt, and what is shown when a
// letter could not be kept. Leaves the terminal on its first screen. `terminal` ends letters as its
// sender decides: the last screen depends on it.
[[nodiscard]] Result<std::vector<TourPicture>> walk(Terminal& terminal, SteppedClock& clock,
                                                    TourSpec const& spec);

// The part of the tour for a terminal whose sender refuses letters: up to the screen that says so.
[[nodiscard]] Result<std::vector<TourPicture>> walk_refused(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);

} // namespace inloop::loop
