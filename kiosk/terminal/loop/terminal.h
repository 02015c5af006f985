// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/loop/asset_reload.h"
#include "kiosk/terminal/loop/screen_light.h"
#include "kiosk/terminal/loop/switched_presence.h"
#include "kiosk/terminal/text/typesetter.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/pointer.h"
#include "kiosk/terminal/ui/registry.h"
#include "kiosk/terminal/ui/theme.h"
#include "kiosk/terminal/ui/ui.h"
#include "platform/api/backlight.h"
#include "platform/api/display.h"
#include "platform/api/presence_switch.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>

namespace inloop::loop {

// Whether an event lies where a visitor types, so that writing it down would tell what he typed.
enum class Sensitivity : std::uint8_t { plain, typing };

// What the presence key does.
enum class PresenceKey : std::uint8_t { ignored, turns };

class Terminal;

// What a terminal is made of. What is referred to outlives it.
struct TerminalParts {
    platform::Display& display;
    std::shared_ptr<pages::Assets const> assets; // never nullptr
    pages::SiteFiles site{};
    entries::WordList const& words;
    Clock const& clock;
    flow::Services services;
    flow::Outcomes& outcomes;
    // Closed: the kiosk says before a visitor types that it can keep nothing.
    flow::Letterbox letterbox = flow::Letterbox::open;
    // Asked at every step whether files changed; never blocks. Empty: they never do.
    std::function<std::optional<Reloaded>()> reloaded = nullptr;
    // The light behind the display, and how it is at night; without both it is left alone.
    platform::Backlight* backlight = nullptr;
    std::optional<NightLight> night = std::nullopt;
    // By which an officer says that somebody is here. Looked at in every step; nullptr: none.
    platform::PresenceSwitch const* presence_switch = nullptr;
    PresenceKey presence_key = PresenceKey::ignored;
    // Told of every input event before it is handled; for --record.
    std::function<void(platform::InputEvent const&, Sensitivity)> observer = nullptr;
    // Called after each frame that was given to the display, with this terminal.
    std::function<void(Terminal const&)> shown = nullptr;
    // Told what an operator should know.
    std::function<void(std::string const&)> log = [](std::string const&) {};
};

// The kiosk's loop on one thread: input in, frames out, nothing drawn when nothing changed.
class Terminal {
public:
    // Fails when a font, locked memory or a texture is missing; the message names it.
    [[nodiscard]] static Result<std::unique_ptr<Terminal>> create(TerminalParts parts);
    Terminal(Terminal const&) = delete;
    Terminal& operator=(Terminal const&) = delete;
    // Leaves the display light, for what is shown on it next.
    ~Terminal();

    // Handles what happened and shows a frame if there is something new to see. Call when events
    // came, at next_deadline() and after the display was woken.
    void step(std::span<platform::InputEvent const> events);
    // When step() is to be called next without input; nullopt: not before something happens.
    [[nodiscard]] std::optional<Instant> next_deadline() const;
    // Waits and steps until the window is closed, `stop` says so or the process is asked to end.
    void run(std::function<bool()> const& stop);
    [[nodiscard]] bool quit() const { return m_quit; }

    [[nodiscard]] flow::Journey& journey() { return *m_journey; }
    [[nodiscard]] flow::Journey const& journey() const { return *m_journey; }
    [[nodiscard]] pages::Assets const& assets() const { return *m_parts.assets; }
    [[nodiscard]] entries::WordList const& words() const { return m_parts.words; }
    [[nodiscard]] ui::Registry const& registry() const { return m_ui->registry(); }
    // True while something on the screen glides to its place.
    [[nodiscard]] bool moving() const { return m_ui->moving(); }
    [[nodiscard]] ui::Theme const& theme() const { return m_ui->theme(); }
    // Frames handed to the display since the start; equal numbers mean that nothing was drawn.
    [[nodiscard]] std::uint64_t frames() const { return m_frames; }

private:
    explicit Terminal(TerminalParts parts);
    [[nodiscard]] Result<void> start();
    [[nodiscard]] ui::Theme make_theme() const;
    [[nodiscard]] Sensitivity sensitivity_of(platform::FingerEvent const& event);
    void take(platform::InputEvent const& event);
    void take_finger(platform::FingerEvent const& event);
    void take_key(platform::KeyEvent const& event);
    void take_switch();
    void presence_changed();
    void take_outcomes();
    void take_reloaded();
    [[nodiscard]] ui::ScreenContext context();
    void forget_visitor();
    // Makes the screen as light as it is to be now.
    void light_screen();
    // Draws one frame with this state of the pointer and lets the journey have what was tapped.
    ImDrawData const* draw(ui::PointerState const& pointer);
    void show(ImDrawData const& frame);

    TerminalParts m_parts;
    std::unique_ptr<text::Typesetter> m_typesetter;
    std::unique_ptr<ui::Ui> m_ui;
    std::optional<flow::Journey> m_journey;
    ui::Pointer m_pointer;
    SwitchedPresence m_switched;
    ScreenLight m_light;
    std::optional<float> m_lit; // what the backlight was set to; nullopt: not known
    std::set<std::int64_t> m_typing_fingers;
    std::optional<Instant> m_show_again; // the last frame was not shown
    std::uint64_t m_drawn_version = 0;
    std::uint64_t m_wipes = 0;
    std::uint64_t m_frames = 0;
    bool m_light_failed = false; // and that was logged
    bool m_dirty = true;
    bool m_quit = false;
};

} // namespace inloop::loop
