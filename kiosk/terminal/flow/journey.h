// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/letter_sender.h"
#include "kiosk/terminal/flow/screen.h"

namespace inloop::flow {

struct JourneySpec {
    std::vector<std::string> languages = {"nl", "en"}; // the first is where every visitor starts
};

// The idle warning that lies over everything.
struct IdleWarning {
    Instant ends;          // then everything is wiped
    int seconds_left = 0;  // whole seconds, rounded up
};

// The visitor's way through the screens: a state machine without drawing, storage or threads. Only handle() and tick()
// change it. What cannot happen on the present screen is ignored, never an error: two fingers may press two things.
//
// Belongs to one thread.
class Journey {
public:
    // Fails only when there is no locked memory for the visitor's text.
    [[nodiscard]] static Result<Journey> begin(JourneySpec spec, Clock const& clock, LetterSender& sender);

    void handle(Event event);
    // Any sign of life: a finger, a key. Restarts the idle time; an open warning stays until StillHere.
    void touched();
    // Lets time pass: idle warning, wipe, steps of the countdown.
    void tick();
    // When tick() has something to do next; nullopt: never, unless something happens.
    [[nodiscard]] std::optional<Instant> next_deadline() const;

    [[nodiscard]] Screen const& screen() const { return m_screen; }
    // The scroll positions inside the screen, which the drawing moves.
    [[nodiscard]] Screen& screen() { return m_screen; }
    [[nodiscard]] Overlay overlay() const { return m_overlay; }
    [[nodiscard]] std::optional<IdleWarning> idle_warning() const;
    [[nodiscard]] Draft& draft() { return m_draft; }
    [[nodiscard]] Draft const& draft() const { return m_draft; }
    [[nodiscard]] std::string const& language() const { return m_language; }
    [[nodiscard]] ViewSettings settings() const { return m_settings; }
    // Grows whenever something to be seen may have changed; equal numbers mean nothing to draw.
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    // How many visitors have left since the start: grows at every wipe.
    [[nodiscard]] std::uint64_t wipes() const { return m_wipes; }

private:
    Journey(JourneySpec spec, Clock const& clock, LetterSender& sender, SecretText text);

    JourneySpec m_spec;
    Clock const* m_clock;
    LetterSender* m_sender;
    Screen m_screen;
    Overlay m_overlay = Overlay::none;
    Draft m_draft;
    std::string m_language;
    ViewSettings m_settings;
    Instant m_last_touch;
    std::optional<Instant> m_warning_ends;
    int m_seconds_shown = 0;
    std::uint64_t m_version = 1;
    std::uint64_t m_wipes = 0;
};

} // namespace inloop::flow
