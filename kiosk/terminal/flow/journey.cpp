// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/journey.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace inloop::flow {

namespace ch = std::chrono;

namespace {

void wipe_code(entries::ReceiptCode& code) {
    sodium_memzero(code.words.data(), sizeof(code.words));
}

bool is_from_visitor(Event const& event) {
    return !std::holds_alternative<event::Stored>(event) &&
           !std::holds_alternative<event::StoreFailed>(event);
}

entries::DayPart part_of(int hour) {
    if (hour < 6) {
        return entries::DayPart::night;
    }
    if (hour < 12) {
        return entries::DayPart::morning;
    }
    return hour < 18 ? entries::DayPart::afternoon : entries::DayPart::evening;
}

std::int32_t day_of(LocalTime const& local) {
    ch::year_month_day const date{ch::year(local.year),
                                  ch::month(static_cast<unsigned>(local.month)),
                                  ch::day(static_cast<unsigned>(local.day))};
    return static_cast<std::int32_t>(ch::sys_days(date).time_since_epoch().count());
}

} // namespace

// What each event does. What is not written here is ignored. While an overlay lies over the screen,
// the buttons beneath it are dead: a second finger may still have been on one.
struct Journey::Step {
    Journey& journey;

    template <class T>
    [[nodiscard]] bool bare() const {
        return journey.on<T>() && journey.m_overlay == Overlay::none;
    }

    void operator()(event::Start const& /*unused*/) const {
        if (bare<screen::Attract>()) {
            journey.go(screen::Home{});
        }
    }
    void operator()(event::StartIn& start) const {
        if (bare<screen::Attract>() && journey.knows(start.language)) {
            journey.m_language = std::move(start.language);
            journey.go(screen::Home{});
        }
    }
    void operator()(event::Choose const& choose) const {
        if (bare<screen::Home>()) {
            journey.write(choose.kind);
        }
    }
    void operator()(event::OpenPage& open) const {
        if (bare<screen::Home>()) {
            journey.go(screen::Information{.page = std::move(open.page)});
        }
    }
    void operator()(event::Next const& /*unused*/) const {
        if (journey.m_overlay == Overlay::emergency) {
            journey.close_overlay();
        } else if (bare<screen::Information>()) {
            journey.write(entries::EntryKind::question);
        } else if (bare<screen::Write>() && !utf8::is_blank(journey.m_draft.text.view())) {
            journey.go(screen::Summary{});
        }
    }
    void operator()(event::Back const& /*unused*/) const {
        if (journey.m_overlay != Overlay::none) {
            journey.close_overlay();
        } else if (journey.on<screen::Information>() || journey.on<screen::Write>()) {
            journey.go(screen::Home{});
        } else if (journey.on<screen::Summary>()) {
            journey.go(screen::Write{});
        } else if (journey.on<screen::NotStored>()) {
            journey.go(screen::Summary{});
        }
    }
    void operator()(event::Change const& /*unused*/) const {
        if (bare<screen::Summary>()) {
            journey.go(screen::Write{});
        }
    }
    void operator()(event::Send const& /*unused*/) const {
        if (bare<screen::Summary>()) {
            journey.send();
        }
    }
    void operator()(event::Retry const& /*unused*/) const {
        if (bare<screen::NotStored>()) {
            journey.send();
        }
    }
    void operator()(event::HasCode const& /*unused*/) const {
        if (bare<screen::Receipt>()) {
            journey.wipe();
        }
    }
    void operator()(event::WipeAndStop const& /*unused*/) const {
        if (journey.has_visitor_at_hand()) {
            journey.wipe();
        }
    }
    void operator()(event::OpenEmergency const& /*unused*/) const {
        journey.open(Overlay::emergency);
    }
    void operator()(event::OpenLanguages const& /*unused*/) const {
        journey.open(Overlay::languages);
    }
    void operator()(event::OpenViewSettings const& /*unused*/) const {
        journey.open(Overlay::view_settings);
    }
    void operator()(event::CloseOverlay const& /*unused*/) const {
        if (journey.m_overlay != Overlay::none) {
            journey.close_overlay();
        }
    }
    void operator()(event::ChooseLanguage& choose) const {
        if (!journey.has_visitor_at_hand() || !journey.knows(choose.language)) {
            return;
        }
        if (choose.language != journey.m_language) {
            journey.m_language = std::move(choose.language);
            journey.changed();
        }
        // The emergency page stays: whoever needs it needs it in his own language.
        if (journey.m_overlay != Overlay::none && journey.m_overlay != Overlay::emergency) {
            journey.close_overlay();
        }
    }
    void operator()(event::ToggleLargeLetters const& /*unused*/) const {
        journey.flip(&ViewSettings::large_letters);
    }
    void operator()(event::ToggleContrast const& /*unused*/) const {
        journey.flip(&ViewSettings::high_contrast);
    }
    void operator()(event::ToggleLowReach const& /*unused*/) const {
        journey.flip(&ViewSettings::low_reach);
    }
    void operator()(event::StillHere const& /*unused*/) const {} // handle() has closed the warning

    void operator()(event::Stored const& stored) const {
        if (journey.on<screen::Sending>()) {
            // Copied into its place, so that no other copy of the code is left anywhere.
            journey.m_screen.emplace<screen::Receipt>().code = stored.code;
            journey.touched(); // the time to copy the code starts when it shows
            journey.changed();
        }
    }
    void operator()(event::StoreFailed& failed) const {
        if (journey.on<screen::Sending>()) {
            journey.take_back(std::move(failed.text));
            journey.touched();
            journey.go(screen::NotStored{.reason = failed.reason});
        }
    }
};

Result<Journey> Journey::begin(JourneySpec spec, Clock const& clock, LetterSender& sender) {
    if (spec.languages.empty()) {
        return fail(ErrorCode::invalid_input, "the kiosk needs at least one language");
    }
    Result<SecretText> text = spec.text_memory(entries::kMaxTextBytes);
    if (!text) {
        return tl::unexpected(std::move(text.error()));
    }
    Result<SecretText> spare = spec.text_memory(entries::kMaxTextBytes);
    if (!spare) {
        return tl::unexpected(std::move(spare.error()));
    }
    return Journey(std::move(spec), clock, sender, std::move(*text), std::move(*spare));
}

Journey::Journey(JourneySpec spec, Clock const& clock, LetterSender& sender, SecretText text,
                 SecretText spare)
    : m_spec(std::move(spec))
    , m_clock(&clock)
    , m_sender(&sender)
    , m_draft{.text = std::move(text)}
    , m_spare(std::move(spare))
    , m_language(m_spec.languages.front())
    , m_last_touch(clock.now()) {
    m_minute_shown = minute_to_show();
}

void Journey::handle(Event event) {
    if (is_from_visitor(event)) {
        touched();
        close_warning();
    }
    std::visit(Step{*this}, event);
}

bool Journey::knows(std::string_view language) const {
    return std::ranges::find(m_spec.languages, language) != m_spec.languages.end();
}

// False where nobody has started, so that the next visitor finds everything as it was, and while a
// letter is on its way.
bool Journey::has_visitor_at_hand() const {
    return !on<screen::Attract>() && !on<screen::Sending>();
}

entries::EntryFacts Journey::facts() const {
    entries::EntryFacts facts;
    facts.kind = m_draft.kind;
    facts.language = m_language;
    facts.wants_answer = true;
    facts.trust = m_clock->trust();
    if (facts.trust != ClockTrust::unset) {
        LocalTime const local = m_clock->local();
        facts.day = day_of(local);
        facts.part = part_of(local.hour);
    }
    return facts;
}

void Journey::changed() {
    ++m_version;
    m_minute_shown = minute_to_show(); // whoever draws now shows this minute
}

void Journey::go(Screen next) {
    m_screen = std::move(next);
    changed();
}

void Journey::write(entries::EntryKind kind) {
    m_draft.kind = kind;
    go(screen::Write{});
}

void Journey::open(Overlay overlay) {
    bool const emergency = overlay == Overlay::emergency;
    if (overlay == m_overlay || (!emergency && !has_visitor_at_hand())) {
        return;
    }
    if (on<screen::Attract>()) {
        m_screen = screen::Home{}; // where closing lands
    }
    if (emergency) {
        m_overlay_beneath = Overlay::none;
    } else if (m_overlay == Overlay::emergency) {
        m_overlay_beneath = Overlay::emergency;
    }
    m_overlay = overlay;
    changed();
}

void Journey::close_overlay() {
    m_overlay = std::exchange(m_overlay_beneath, Overlay::none);
    changed();
}

void Journey::flip(bool ViewSettings::*setting) {
    if (has_visitor_at_hand()) {
        m_settings.*setting = !(m_settings.*setting);
        changed();
    }
}

void Journey::send() {
    if (utf8::is_blank(m_draft.text.view())) {
        return;
    }
    if (!prepare_spare()) {
        auto const* shown = std::get_if<screen::NotStored>(&m_screen);
        if (shown == nullptr || shown->reason != NotStoredReason::busy) {
            go(screen::NotStored{.reason = NotStoredReason::busy});
        }
        return;
    }
    SecretText text = std::exchange(m_draft.text, std::move(*m_spare));
    m_spare.reset();
    m_draft.caret = 0;
    m_draft.caret_shown = 0;
    m_draft.scroll_px = 0;
    go(screen::Sending{.since = m_clock->now()});
    m_sender->send(facts(), std::move(text));
}

void Journey::take_back(SecretText text) {
    m_draft.text.clear();
    if (text.capacity() >= m_draft.text.capacity()) {
        m_spare = std::exchange(m_draft.text, std::move(text));
    } else {
        // A smaller block than ours would stop the next visitor in the middle of a sentence.
        static_cast<void>(m_draft.text.insert(0, text.view()));
    }
    m_draft.caret = m_draft.text.size();
}

bool Journey::prepare_spare() {
    if (!m_spare) {
        Result<SecretText> fresh = m_spec.text_memory(entries::kMaxTextBytes);
        if (fresh) {
            m_spare = std::move(*fresh);
        }
    }
    return m_spare.has_value();
}

void Journey::wipe() {
    if (auto* receipt = std::get_if<screen::Receipt>(&m_screen)) {
        wipe_code(receipt->code);
    }
    m_screen = screen::Attract{};
    m_overlay = Overlay::none;
    m_overlay_beneath = Overlay::none;
    m_draft.clear();
    m_language = m_spec.languages.front();
    m_settings = {};
    m_warning_ends.reset();
    m_seconds_shown = 0;
    prepare_spare(); // now, while nobody waits for it
    ++m_wipes;
    changed();
}

} // namespace inloop::flow
