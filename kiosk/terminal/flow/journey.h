// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/flood_guard.h"
#include "kiosk/entries/subject.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/terminal/flow/code_draft.h"
#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/flow/duplicate_guard.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/follow_up.h"
#include "kiosk/terminal/flow/route.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/flow/service_desk.h"
#include "kiosk/terminal/flow/services.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::flow {

// Whether this kiosk can keep what a visitor writes; where it cannot, it says so before he types.
enum class Letterbox : std::uint8_t { open, closed };

struct JourneySpec {
    std::vector<std::string> languages = {"nl", "en"}; // the first is where every visitor starts
    std::vector<entries::SubjectRules> subjects{};
    entries::WordList const* words = nullptr; // outlives the journey; nullptr: no code can be typed
    Letterbox letterbox = Letterbox::open;
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
    // `invalid_input` when the spec names no language. `clock` and `services` outlive the journey.
    [[nodiscard]] static Result<Journey> begin(JourneySpec spec, Clock const& clock,
                                               Services services);

    // Everything a visitor touched counts as a sign of life and closes an open warning, also when
    // the event itself is ignored. Text and code inside the event are wiped.
    void handle(Event event);
    // Any sign of life: a finger, a key. Restarts the idle time; an open warning stays until
    // StillHere.
    void touched();
    // Lets time pass: idle warning, wipe, steps of a countdown.
    void tick();
    // When tick() has something to do next; nullopt: never, unless something happens.
    [[nodiscard]] std::optional<Instant> next_deadline() const;
    // The assets were changed while the kiosk runs. A visitor goes on where he is; a language or
    // subject that is gone falls back to the first language and to no subject.
    void take_rules(std::vector<std::string> languages,
                    std::vector<entries::SubjectRules> subjects);

    [[nodiscard]] Screen const& screen() const { return m_screen; }
    // The scroll positions inside the screen, which the drawing moves.
    [[nodiscard]] Screen& screen() { return m_screen; }
    // Which page of a long list shows in large letters; the drawing moves it.
    [[nodiscard]] int& list_page() { return m_list_page; }
    [[nodiscard]] Overlay overlay() const { return m_overlay; }
    [[nodiscard]] std::optional<IdleWarning> idle_warning() const;
    [[nodiscard]] Draft& draft() { return m_draft; }
    [[nodiscard]] Draft const& draft() const { return m_draft; }
    [[nodiscard]] CodeDraft const& code_draft() const { return m_code; }
    // What is known of the letter whose code was typed, until he leaves; nullptr: no code was.
    [[nodiscard]] CodeVisit const* visit() const { return m_visit.here ? &m_visit : nullptr; }
    // What he is doing with that letter; nullopt: nothing, what he writes is a letter of its own.
    [[nodiscard]] std::optional<FollowUpAction> follow_up() const { return m_follow_up; }
    // How this kiosk is; without a version while nobody has said so.
    [[nodiscard]] ServiceFacts const& service_facts() const { return m_facts; }
    [[nodiscard]] bool can_be_linked() const { return m_services.pairing != nullptr; }
    [[nodiscard]] std::string const& language() const { return m_language; }
    [[nodiscard]] ViewSettings settings() const { return m_settings; }
    // Letters that lie sealed on this device; nullopt while that is not known.
    [[nodiscard]] std::optional<std::uint64_t> letters_here() const { return m_letters_here; }
    // A row of the summary is being changed: going on leads back there.
    [[nodiscard]] bool changing() const { return m_extent == Extent::own_part; }
    // Whether a letter would have a stop there; the summary leaves rows out by it.
    [[nodiscard]] bool has_stop(Stop stop) const { return makes(itinerary(), stop); }
    // Grows whenever something to be seen may have changed; equal numbers mean nothing to draw.
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    // How often what a visitor typed was wiped: grows when he leaves and when his code was taken,
    // and when a finger that still lies on the glass must press nothing any more.
    [[nodiscard]] std::uint64_t wipes() const { return m_wipes; }

private:
    struct Step; // one function for each event

    // The texts a draft is made of, so that one can replace another while a letter takes it along.
    struct TextMemory {
        SecretText message;
        SecretText contact;
    };

    Journey(JourneySpec spec, Clock const& clock, Services services, TextMemory texts,
            TextMemory spare);
    [[nodiscard]] static Result<TextMemory> make_texts(JourneySpec const& spec);

    template <class T>
    [[nodiscard]] bool on() const {
        return std::holds_alternative<T>(m_screen);
    }
    [[nodiscard]] bool knows(std::string_view language) const;
    [[nodiscard]] bool has_visitor_at_hand() const;
    [[nodiscard]] bool nothing_typed() const;
    [[nodiscard]] std::optional<Milliseconds> idle_limit() const;
    [[nodiscard]] std::optional<std::int64_t> minute_to_show() const;
    [[nodiscard]] entries::EntryFacts bare_facts() const;
    [[nodiscard]] entries::EntryFacts facts() const;
    [[nodiscard]] entries::SubjectRules const* subject() const;
    [[nodiscard]] std::size_t count_personal_data() const;
    [[nodiscard]] Itinerary itinerary() const;
    [[nodiscard]] std::optional<Stop> stop() const;

    void changed();
    void go(Screen next);
    void go_to(Stop stop);
    void go_on();
    void go_back();
    void begin_letter(entries::EntryKind kind);
    void change(Part part);
    void put_at(entries::Spot spot);
    void remove_personal_data();
    void open(Overlay overlay);
    void close_overlay();
    void flip(bool ViewSettings::*setting);
    void close_warning();
    void step_warning(Instant now);
    void step_waiting(Instant now);
    void try_to_send();
    void queue();
    void send();
    void take_back(entries::Letter letter);
    bool prepare_spare();
    void stored(event::Stored const& stored);
    void arrived(event::Arrived const& arrived);
    void look_up();
    void take_news(LetterNews news);
    void follow_up(FollowUpAction action);
    void go_on_following_up();
    void go_back_following_up();
    void send_follow_up(Instant now);
    void followed_up();
    void take_back(SecretText text);
    void forget_code();
    void begin_pairing();
    void pair();
    void answer_pairing(bool same);
    void go_back_at_service();
    void show_pairing_words(PairingWords const& words);
    void end_pairing(screen::Linking how);
    void give_up_pairing();
    [[nodiscard]] bool at_service() const;
    [[nodiscard]] bool leaves_quietly() const;
    void forget_letter();
    void wipe();

    JourneySpec m_spec;
    Clock const* m_clock;
    Services m_services;
    Screen m_screen;
    Overlay m_overlay = Overlay::none;
    Overlay m_overlay_beneath = Overlay::none; // emergency, while a sheet lies over it
    Extent m_extent = Extent::whole_way;
    Draft m_draft;
    std::optional<TextMemory> m_spare; // becomes the draft's while a letter takes the old one along
    CodeDraft m_code;
    CodeVisit m_visit;
    std::optional<FollowUpAction> m_follow_up;
    std::deque<std::uint64_t> m_arrived; // the newest numbers of letters the police have
    ServiceFacts m_facts;
    entries::FloodGuard m_flood;
    DuplicateGuard m_duplicates;
    std::optional<Instant> m_writing_since; // when the text box was first opened for this letter
    entries::Haste m_haste = entries::Haste::usual; // of the letter on its way
    std::string m_language;
    ViewSettings m_settings;
    int m_list_page = 0;
    Instant m_last_touch;
    std::optional<Instant> m_warning_ends;
    int m_seconds_shown = 0;
    std::optional<std::int64_t>
        m_minute_shown; // minutes since 1970 UTC; nullopt: no screen shows a time
    std::optional<std::uint64_t> m_letters_here;
    std::uint64_t m_version = 1;
    std::uint64_t m_wipes = 0;
};

} // namespace inloop::flow
