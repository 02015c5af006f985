// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/visitor.h"

#include <algorithm>
#include <array>
#include <string>

namespace inloop::loop {

namespace {

constexpr Milliseconds kTapTime{100};
constexpr Milliseconds kBetweenTaps{200};

std::string key_of(char letter) {
    return std::string("key.") + letter;
}

} // namespace

Result<void> Visitor::tap(std::string_view id) {
    if (!can_tap(id)) {
        return fail(ErrorCode::not_found, "nothing to tap with the id " + std::string(id));
    }
    ui::Rect const area = m_terminal->registry().find(id)->touch;
    platform::Point const at{area.x + area.w / 2, area.y + area.h / 2};
    finger(platform::FingerPhase::down, at);
    m_clock->advance(kTapTime);
    finger(platform::FingerPhase::up, at);
    m_clock->advance(kBetweenTaps);
    return {};
}

bool Visitor::can_tap(std::string_view id) const {
    ui::Widget const* widget = m_terminal->registry().find(id);
    return widget != nullptr && widget->enabled && !widget->covered;
}

void Visitor::finger(platform::FingerPhase phase, platform::Point at) {
    std::array<platform::InputEvent, 1> const events{
        platform::FingerEvent{.phase = phase, .finger = 1, .at = at, .time = m_clock->now()}};
    m_terminal->step(events);
}

void Visitor::drag(platform::Point from, platform::Point to) {
    constexpr int kSteps = 12;
    finger(platform::FingerPhase::down, from);
    for (int step = 1; step <= kSteps; ++step) {
        float const part = static_cast<float>(step) / kSteps;
        m_clock->advance(Milliseconds(16));
        finger(platform::FingerPhase::move,
               {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    finger(platform::FingerPhase::up, to);
    m_clock->advance(kBetweenTaps);
}

void Visitor::hold(platform::Point at, Milliseconds time) {
    finger(platform::FingerPhase::down, at);
    wait(time);
    finger(platform::FingerPhase::up, at);
    m_clock->advance(kBetweenTaps);
    m_terminal->step({});
}

Result<void> Visitor::type(std::string_view text) {
    for (char const letter : text) {
        if (auto typed = type_letter(letter); !typed) {
            return typed;
        }
    }
    return {};
}

bool Visitor::shifted() const {
    flow::Journey const& journey = m_terminal->journey();
    bool const contact = std::holds_alternative<flow::screen::ContactDetail>(journey.screen());
    return contact ? journey.draft().contact.shift : journey.draft().message.shift;
}

Result<void> Visitor::type_letter(char letter) {
    if (letter == ' ') {
        return tap("key.space");
    }
    if (letter == '\n') {
        return tap("key.enter");
    }
    bool const capital = letter >= 'A' && letter <= 'Z';
    char const lower = capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    bool const is_letter = lower >= 'a' && lower <= 'z';
    if (is_letter && !can_tap(key_of(lower)) && can_tap("key.letters")) {
        if (auto changed = tap("key.letters"); !changed) {
            return changed;
        }
    }
    if (is_letter && can_tap("key.shift") && shifted() != capital) {
        if (auto turned = tap("key.shift"); !turned) {
            return turned;
        }
    }
    if (is_letter || can_tap(key_of(lower))) {
        return tap(key_of(lower));
    }
    if (auto changed = tap("key.digits"); !changed) {
        return changed;
    }
    auto typed = tap(key_of(letter));
    auto back = tap("key.letters");
    return typed ? back : typed;
}

void Visitor::wait(Milliseconds time) {
    constexpr Milliseconds kStep{1000};
    for (; time > Milliseconds(0); time -= kStep) {
        m_clock->advance(std::min(time, kStep));
        m_terminal->step({});
    }
}

} // namespace inloop::loop
