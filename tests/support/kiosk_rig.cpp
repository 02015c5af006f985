// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/kiosk_rig.h"

#include "tests/support/must.h"

#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace inloop::support {

namespace ch = std::chrono;
using platform::FingerEvent;
using platform::FingerPhase;
using platform::InputEvent;

RigClock::RigClock() {
    manual.set_wall(ch::sys_days(ch::year(2026) / 11 / 23) + ch::hours(13) + ch::minutes(20));
    manual.set_offset(ch::minutes(60));
}

Result<platform::FrameReport> WatchedDisplay::present(ImDrawData const& frame) {
    if (on_present) {
        on_present();
    }
    return painting ? headless.present(frame) : Result<platform::FrameReport>{};
}

std::optional<flow::Event> HeldLetters::take_outcome() {
    if (m_outcomes.empty()) {
        return std::nullopt;
    }
    flow::Event outcome = std::move(m_outcomes.front());
    m_outcomes.pop_front();
    return outcome;
}

void HeldLetters::store(entries::ReceiptCode code, std::uint64_t seq) {
    m_outcomes.push_back(RecordingSender::stored(code, seq));
    m_kept.forget();
}

void HeldLetters::store_follow_up() {
    m_outcomes.emplace_back(flow::event::FollowUpStored{});
    m_kept.forget();
}

void HeldLetters::refuse(flow::NotStoredReason reason) {
    m_outcomes.push_back(follow_ups_waiting() > 0 ? m_kept.follow_up_failed(reason)
                                                  : m_kept.failed(reason));
    m_kept.forget();
}

void HeldLetters::answer(flow::LetterNews news) {
    m_outcomes.emplace_back(flow::event::CodeRead{std::move(news)});
    m_kept.forget();
}

void HeldLetters::answer(flow::CodeState state) {
    m_outcomes.push_back(RecordingSender::code_read(state));
    m_kept.forget();
}

void HeldLetters::tell_letters(std::uint64_t sealed) {
    m_outcomes.emplace_back(flow::event::LettersHere{sealed});
}

std::vector<KioskSpec> made_for() {
    return {{.size = {1280, 800}, .pixels_per_mm = 5.9F},
            {.size = {800, 480}, .pixels_per_mm = 5.2F},
            {.size = {720, 1280}, .pixels_per_mm = 8.1F}};
}

Result<entries::WordList> read_words(std::filesystem::path const& assets) {
    std::filesystem::path const file = assets / "words.nl.txt";
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::not_found, file.string() + ": not there; install it");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return entries::WordList::parse(text.str(), file.string());
}

namespace {

std::filesystem::path folder_of(KioskSpec const& spec) {
    return spec.assets.empty() ? shipped_assets() : spec.assets;
}

} // namespace

KioskRig::KioskRig(KioskSpec const& spec)
    : KioskRig(spec, [](KioskRig& rig) {
        return Post{rig.held.services(), rig.held};
    }) {}

KioskRig::KioskRig(KioskSpec const& spec, std::function<Post(KioskRig&)> const& post)
    : display(spec.size, spec.pixels_per_mm)
    , assets(std::make_shared<pages::Assets const>(must(pages::load_assets(folder_of(spec)))))
    , words(must(read_words(folder_of(spec)))) {
    display.painting = spec.painting;
    start(spec, post(*this));
}

void KioskRig::start(KioskSpec const& spec, Post post) {
    auto terminal =
        loop::Terminal::create({.display = display,
                                .assets = assets,
                                .site = spec.site,
                                .words = words,
                                .clock = clock,
                                .services = post.services,
                                .outcomes = post.outcomes,
                                .letterbox = spec.letterbox,
                                .reloaded = [this] { return std::exchange(changed_files, {}); },
                                .backlight = spec.backlight,
                                .night = spec.night,
                                .presence_switch = spec.presence_switch,
                                .presence_key = spec.presence_key,
                                .observer =
                                    [this](InputEvent const& event, loop::Sensitivity sensitivity) {
                                        if (observer) {
                                            observer(event, sensitivity);
                                        }
                                    },
                                .log = [this](std::string const& line) { log.push_back(line); }});
    m_terminal = must(std::move(terminal));
    m_visitor = std::make_unique<loop::Visitor>(*m_terminal, clock);
    step();
}

std::vector<ui::Finding> KioskRig::audit() const {
    return ui::audit(m_terminal->registry(), m_terminal->theme());
}

std::string KioskRig::findings() const {
    std::string all;
    for (ui::Finding const& finding : audit()) {
        all += finding.rule + ": " + finding.what + '\n';
    }
    return all;
}

void KioskRig::tap(std::string_view id) {
    must(m_visitor->tap(id));
}

void KioskRig::tap_listed(std::string_view id) {
    while (!m_visitor->can_tap(id) && m_visitor->can_tap("list.down")) {
        tap("list.down");
    }
    tap(id);
}

void KioskRig::type(std::string_view text) {
    must(m_visitor->type(text));
}

FingerEvent KioskRig::event(FingerPhase phase, platform::Point at, std::int64_t finger) const {
    return {.phase = phase, .finger = finger, .at = at, .time = clock.now()};
}

void KioskRig::finger(FingerPhase phase, platform::Point at, std::int64_t finger) {
    std::array<InputEvent, 1> const events{event(phase, at, finger)};
    step(events);
}

void KioskRig::put(std::string_view text) {
    flow::TypingField& message = journey().draft().message;
    if (!message.text.insert(message.caret, text)) {
        throw std::runtime_error("the text does not fit the draft");
    }
    message.caret += text.size();
    redraw();
}

void KioskRig::redraw() {
    std::array<InputEvent, 1> const events{
        platform::DisplayEvent{platform::DisplayEvent::What::exposed}};
    step(events);
}

platform::Point KioskRig::middle(std::string_view id) const {
    ui::Widget const* widget = m_terminal->registry().find(id);
    if (widget == nullptr) {
        throw std::runtime_error("not on the screen: " + std::string(id));
    }
    return {widget->touch.x + widget->touch.w / 2, widget->touch.y + widget->touch.h / 2};
}

void KioskRig::await_outcome() {
    while (on<flow::screen::Sending>() || on<flow::screen::LookingUp>()) {
        std::vector<InputEvent> events;
        display.wait(std::nullopt, events);
        step(events);
    }
}

void KioskRig::open_question(std::string_view subject) {
    if (on<flow::screen::Attract>()) {
        tap("attract.start");
    }
    tap_listed("home.question");
    tap_listed("happening.no");
    tap_listed("subject." + std::string(subject));
    if (on<flow::screen::Desk>()) {
        tap_listed("desk.pass");
    }
    while (on<flow::screen::Question>()) {
        tap_listed("question.skip");
    }
}

void KioskRig::finish_question() {
    tap_listed("write.next");
    if (on<flow::screen::PersonalData>()) {
        tap_listed("personal.keep");
    }
    if (on<flow::screen::Recognisable>()) {
        tap_listed("recognisable.next");
    }
    if (on<flow::screen::Where>()) {
        tap_listed("where.skip");
    }
    tap_listed("contact.by_code");
}

void KioskRig::write_question(std::string_view text, std::string_view subject) {
    open_question(subject);
    type(text);
    finish_question();
}

void KioskRig::write_idea(std::string_view text) {
    if (on<flow::screen::Attract>()) {
        tap("attract.start");
    }
    tap_listed("home.idea");
    while (on<flow::screen::Question>()) {
        tap_listed("question.skip");
    }
    type(text);
    tap("write.next");
}

} // namespace inloop::support
