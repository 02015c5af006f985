// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/letter_sender.h"
#include "kiosk/terminal/flow/screen.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::flow {

struct JourneySpec {
    std::vector<std::string> languages = {"nl", "en"}; // the first is where every visitor starts
    // Where locked memory for a text comes from; a test lets it fail.
    std::function<Result<SecretText>(std::size_t capacity)> text_memory = SecretText::with_capacity;
};

// The idle warning that lies over everything.
struct IdleWarning {
    Instant ends; // then everything is wiped
    int seconds_left = 0; // whole seconds, rounded up
    int seconds_total = 20; // how long the warning lasts
};

// The visitor's way through the screens: a state machine without drawing, storage or threads. Only
// handle() and tick() change it. What cannot happen on the present screen is ignored, never an
// error: two fingers may press two things.
//
// Belongs to one thread.
class Journey {
public:
    // Fails with `unavailable` when there is no locked memory for the visitor's text, with
    // `invalid_input` when the spec names no language. `clock` and `sender` outlive the journey.
    [[nodiscard]] static Result<Journey> begin(JourneySpec spec, Clock const& clock,
                                               LetterSender& sender);

    // Everything a visitor touched counts as a sign of life and closes an open warning, also when
    // the event itself is ignored. Text and code inside the event are wiped.
    void handle(Event event);
    // Any sign of life: a finger, a key. Restarts the idle time; an open warning stays until
    // StillHere.
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
    struct Step; // one function for each event

    Journey(JourneySpec spec, Clock const& clock, LetterSender& sender, SecretText text,
            SecretText spare);

    template <class T>
    [[nodiscard]] bool on() const {
        return std::holds_alternative<T>(m_screen);
    }
    [[nodiscard]] bool knows(std::string_view language) const;
    [[nodiscard]] bool has_visitor_at_hand() const;
    [[nodiscard]] std::optional<Milliseconds> idle_limit() const;
    [[nodiscard]] std::optional<std::int64_t> minute_to_show() const;
    [[nodiscard]] entries::EntryFacts facts() const;

    void changed();
    void go(Screen next);
    void write(entries::EntryKind kind);
    void open(Overlay overlay);
    void close_overlay();
    void flip(bool ViewSettings::*setting);
    void close_warning();
    void step_warning(Instant now);
    void send();
    void take_back(SecretText text);
    bool prepare_spare();
    void wipe();

    JourneySpec m_spec;
    Clock const* m_clock;
    LetterSender* m_sender;
    Screen m_screen;
    Overlay m_overlay = Overlay::none;
    Overlay m_overlay_beneath = Overlay::none; // emergency, while a sheet lies over it
    Draft m_draft;
    std::optional<SecretText>
        m_spare; // becomes the draft's text while a letter takes the old one along
    std::string m_language;
    ViewSettings m_settings;
    Instant m_last_touch;
    std::optional<Instant> m_warning_ends;
    int m_seconds_shown = 0;
    std::optional<std::int64_t>
        m_minute_shown; // minutes since 1970 UTC; nullopt: the screen shows no time
    std::uint64_t m_version = 1;
    std::uint64_t m_wipes = 0;
};

} // namespace inloop::flow
