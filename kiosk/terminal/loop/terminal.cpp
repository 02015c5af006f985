// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/terminal.h"

#include "kiosk/terminal/loop/font_files.h"
#include "kiosk/terminal/loop/presence_now.h"
#include "kiosk/terminal/loop/tuning.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/pictures.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::loop {

namespace {

// More pixels than this need the larger atlas: glyphs grow with the display.
constexpr std::int64_t kLargeDisplayPixels = 1'500'000;

int atlas_side(platform::PixelSize size) {
    bool const large = std::int64_t{size.width} * size.height > kLargeDisplayPixels;
    return large ? text::kLargeAtlasSide : text::kAtlasSide;
}

flow::JourneySpec journey_spec(TerminalParts const& parts) {
    return {.languages = parts.assets->language_codes(),
            .subjects = parts.assets->subjects.rules(),
            .words = &parts.words,
            .letterbox = parts.letterbox};
}

pages::News const* news_of(pages::SiteFiles const& site, Clock const& clock) {
    if (clock.trust() == ClockTrust::unset) {
        return nullptr;
    }
    entries::LocalMinute const now = entries::local_minute(clock.local());
    return site.news_on(std::chrono::floor<std::chrono::days>(now));
}

} // namespace

Terminal::Terminal(TerminalParts parts)
    : m_parts(std::move(parts))
    , m_switched(m_parts.clock)
    , m_light(m_parts.backlight != nullptr ? m_parts.night : std::nullopt, m_parts.clock) {}

Terminal::~Terminal() {
    if (m_parts.backlight != nullptr && m_lit != 1.0F) {
        (void)m_parts.backlight->set(1); // nobody is left to be told
    }
}

Result<std::unique_ptr<Terminal>> Terminal::create(TerminalParts parts) {
    std::unique_ptr<Terminal> terminal(new Terminal(std::move(parts)));
    if (auto started = terminal->start(); !started) {
        return tl::unexpected(started.error());
    }
    return terminal;
}

Result<void> Terminal::start() {
    platform::PixelSize const size = m_parts.display.size();
    auto typesetter = text::Typesetter::open(font_files(m_parts.assets->fonts), atlas_side(size));
    if (!typesetter) {
        return tl::unexpected(typesetter.error());
    }
    m_typesetter = std::move(*typesetter);
    auto ui = ui::Ui::create(m_parts.display, *m_typesetter);
    if (!ui) {
        return tl::unexpected(ui.error());
    }
    m_ui = std::move(*ui);
    auto journey = flow::Journey::begin(journey_spec(m_parts), m_parts.clock, m_parts.services);
    if (!journey) {
        return tl::unexpected(journey.error());
    }
    m_journey.emplace(std::move(*journey));
    light_screen();
    return {};
}

void Terminal::step(std::span<platform::InputEvent const> events) {
    for (platform::InputEvent const& event : events) {
        take(event);
    }
    take_outcomes();
    take_reloaded();
    take_switch();
    m_journey->tick();
    light_screen();
    m_dirty = m_dirty || (m_show_again && m_parts.clock.now() >= *m_show_again);
    ImDrawData const* frame = nullptr;
    int frames = 0;
    while (frames++ < kMostFramesAStep &&
           (m_dirty || m_pointer.more() || m_journey->version() != m_drawn_version)) {
        m_dirty = false;
        frame = draw(m_pointer.next(m_parts.display.pixels_per_mm()));
        forget_visitor();
    }
    if (frame != nullptr) {
        show(*frame);
    }
    light_screen(); // a tap may have led elsewhere
    m_dirty = m_dirty || m_ui->moving();
}

void Terminal::light_screen() {
    bool const nobody = std::holds_alternative<flow::screen::Attract>(m_journey->screen());
    if (m_light.tick(nobody ? Rest::nobody : Rest::visitor)) {
        m_pointer.forget();
        m_dirty = true;
    }
    if (m_parts.backlight == nullptr || m_lit == m_light.level()) {
        return;
    }
    auto const set = m_parts.backlight->set(m_light.level());
    if (set) {
        m_lit = m_light.level();
        return;
    }
    if (!std::exchange(m_light_failed, true)) {
        m_parts.log("the light of the screen stays as it is: " + set.error().message);
    }
    m_lit.reset(); // tried again at every step: nobody may stand before a dark screen
    if (m_light.dark()) {
        m_light.refused();
    }
}

void Terminal::take_finger(platform::FingerEvent const& event) {
    if (m_light.swallows(event)) {
        return;
    }
    m_pointer.add(event);
    if (event.phase != platform::FingerPhase::move) { // a drop on the glass moves for ever
        m_journey->touched();
    }
}

void Terminal::take(platform::InputEvent const& event) {
    if (auto const* finger = std::get_if<platform::FingerEvent>(&event)) {
        if (m_parts.observer) {
            m_parts.observer(event, sensitivity_of(*finger));
        }
        take_finger(*finger);
        return;
    }
    if (m_parts.observer) {
        m_parts.observer(event, Sensitivity::plain);
    }
    if (auto const* key = std::get_if<platform::KeyEvent>(&event)) {
        take_key(*key);
    } else if (std::holds_alternative<platform::QuitEvent>(event)) {
        m_quit = true;
    } else if (auto const* display = std::get_if<platform::DisplayEvent>(&event)) {
        if (display->what == platform::DisplayEvent::What::lost) {
            m_pointer.forget();
        }
        m_dirty = true;
    }
}

void Terminal::take_key(platform::KeyEvent const& event) {
    if (m_parts.presence_key == PresenceKey::turns && event.key == platform::Key::presence &&
        event.pressed) {
        m_switched.press();
        presence_changed();
    }
}

void Terminal::take_switch() {
    bool changed = m_switched.tick(m_parts.site.roster);
    if (m_parts.presence_switch != nullptr) {
        bool const on = m_parts.presence_switch->on();
        changed = m_switched.stands(on ? Switched::on : Switched::off) || changed;
    }
    if (changed) {
        presence_changed();
    }
}

// Whoever turned it wants to see what the screen says now.
void Terminal::presence_changed() {
    m_light.noticed();
    m_dirty = true;
}

// A finger that came down where a visitor types, until it leaves: two hands type with several at a
// time. Where any finger meets a key counts too: its coming down may have been lost.
Sensitivity Terminal::sensitivity_of(platform::FingerEvent const& event) {
    bool const on_key =
        std::ranges::any_of(m_ui->registry().widgets(), [&](ui::Widget const& widget) {
            return (widget.role == ui::Role::key || widget.role == ui::Role::text_box) &&
                   widget.touch.contains(event.at.x, event.at.y);
        });
    bool const typed = m_typing_fingers.contains(event.finger);
    if (event.phase == platform::FingerPhase::up ||
        event.phase == platform::FingerPhase::cancelled) {
        m_typing_fingers.erase(event.finger);
    } else if (event.phase == platform::FingerPhase::down && on_key) {
        m_typing_fingers.insert(event.finger);
    }
    return typed || on_key ? Sensitivity::typing : Sensitivity::plain;
}

void Terminal::take_outcomes() {
    while (std::optional<flow::Event> outcome = m_parts.outcomes.take_outcome()) {
        m_journey->handle(std::move(*outcome));
    }
}

// Between two frames, so that a frame never mixes old and new. Fonts stay as they were at the
// start.
void Terminal::take_reloaded() {
    std::optional<Reloaded> changed =
        m_parts.reloaded ? m_parts.reloaded() : std::optional<Reloaded>();
    if (!changed) {
        return;
    }
    if (changed->assets) {
        m_parts.assets = std::move(changed->assets);
        m_journey->take_rules(m_parts.assets->language_codes(), m_parts.assets->subjects.rules());
        m_ui->pictures().forget();
    }
    if (changed->site) {
        m_parts.site = std::move(*changed->site);
    }
    m_dirty = true;
}

// When a visitor has left, nothing of what he typed may be left behind in glyphs, layouts or half a
// gesture.
void Terminal::forget_visitor() {
    if (m_wipes != m_journey->wipes()) {
        m_wipes = m_journey->wipes();
        m_typesetter->forget();
        m_pointer.forget();
        m_typing_fingers.clear();
        m_dirty = true;
    }
}

ui::Theme Terminal::make_theme() const {
    flow::ViewSettings const settings = m_journey->settings();
    return ui::Theme::make(
        {.size = m_parts.display.size(),
         .pixels_per_mm = m_parts.display.pixels_per_mm(),
         .letters = settings.large_letters ? ui::LetterSize::large : ui::LetterSize::normal,
         .contrast = settings.high_contrast ? ui::Contrast::high : ui::Contrast::normal,
         .reach = settings.low_reach ? ui::Reach::low : ui::Reach::normal});
}

ui::ScreenContext Terminal::context() {
    pages::Assets const& assets = *m_parts.assets;
    return {.assets = assets,
            .phrases = assets.phrases_in(m_journey->language()),
            .words = m_parts.words,
            .language = m_journey->language(),
            .settings = m_journey->settings(),
            .time = m_parts.clock.local(),
            .trust = m_parts.clock.trust(),
            .warned = m_journey->idle_warning().has_value(),
            .presence = presence_now(m_parts.site, m_parts.clock, m_switched.now()),
            .news = news_of(m_parts.site, m_parts.clock),
            .letters_here = m_journey->letters_here(),
            .list_page = m_journey->list_page()};
}

ImDrawData const* Terminal::draw(ui::PointerState const& pointer) {
    ui::PointerState state = pointer;
    for (int attempt = 0; attempt < kMostRedraws; ++attempt) {
        m_drawn_version = m_journey->version();
        ui::ScreenContext const shown = context();
        m_ui->begin(make_theme(), state, m_journey->language(), m_parts.clock.now());
        ui::Outcome outcome = ui::draw_journey(shown, *m_journey, *m_ui);
        ImDrawData const* frame = m_ui->end();
        if (outcome) {
            m_journey->handle(std::move(*outcome));
        }
        // A key or a scroll changes what is seen without changing the journey.
        m_dirty = m_dirty || state.pressed || state.released;
        if (frame != nullptr) {
            return frame;
        }
        state.pressed = false; // has been acted upon
        state.released = false;
    }
    m_parts.log("a frame needs more letters than the atlas holds");
    return nullptr;
}

void Terminal::show(ImDrawData const& frame) {
    ++m_frames;
    auto const shown = m_parts.display.present(frame);
    if (!shown && !m_show_again) {
        m_parts.log("frame not shown: " + shown.error().message);
    } else if (shown && m_show_again) {
        m_parts.log("frames are shown again");
    }
    m_show_again.reset();
    if (!shown) { // what stands on the glass is old
        m_show_again = m_parts.clock.now() + kShowAgain;
    }
    if (m_parts.shown) {
        m_parts.shown(*this);
    }
}

std::optional<Instant> Terminal::next_deadline() const {
    std::optional<Instant> deadline = m_journey->next_deadline();
    auto const also = [&deadline](Instant moment) {
        deadline = deadline ? std::min(*deadline, moment) : moment;
    };
    if (m_dirty) {
        also(m_parts.clock.now() + ui::kAnimationFrame);
    }
    if (m_show_again) {
        also(*m_show_again);
    }
    for (std::optional<Instant> const& moment :
         {m_light.next_deadline(), m_switched.next_deadline(m_parts.site.roster)}) {
        if (moment) {
            also(*moment);
        }
    }
    return deadline;
}

void Terminal::run(std::function<bool()> const& stop) {
    std::vector<platform::InputEvent> events;
    step(events);
    while (!m_quit && !stop()) {
        events.clear();
        m_parts.display.wait(next_deadline(), events);
        step(events);
    }
}

} // namespace inloop::loop
