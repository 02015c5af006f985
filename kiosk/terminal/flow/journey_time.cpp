// SPDX-License-Identifier: EUPL-1.2
// What time does to a journey: idle, warning, countdown and the clock on the screen.
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/tuning.h"

#include <algorithm>
#include <chrono>

namespace inloop::flow {

namespace ch = std::chrono;

void Journey::touched() {
    m_last_touch = m_clock->now();
}

void Journey::tick() {
    Instant const now = m_clock->now();
    if (on<screen::Waiting>()) {
        step_waiting(now);
    }
    std::optional<Milliseconds> const limit = idle_limit();
    bool const idle = limit && now >= m_last_touch + *limit;
    if (m_warning_ends) {
        step_warning(now);
    } else if (idle && leaves_quietly() && m_overlay == Overlay::none) {
        wipe(); // nothing is left to ask about
    } else if (idle) {
        // Counted from now, not from the deadline: however late this comes, the visitor has his
        // full time to answer.
        m_warning_ends = now + kWarningTime;
        step_warning(now);
    }
    if (minute_to_show() != m_minute_shown) {
        changed();
    }
}

std::optional<Instant> Journey::next_deadline() const {
    std::optional<Instant> next;
    if (m_warning_ends) {
        next = *m_warning_ends - ch::seconds(m_seconds_shown - 1);
    } else if (std::optional<Milliseconds> const limit = idle_limit()) {
        next = m_last_touch + *limit;
    }
    if (auto const* waiting = std::get_if<screen::Waiting>(&m_screen)) {
        Instant const second = waiting->until - ch::seconds(waiting->seconds_left - 1);
        next = next ? std::min(*next, second) : second;
    }
    std::optional<std::int64_t> const minute = minute_to_show();
    if (!minute && !m_minute_shown) {
        return next;
    }
    Instant step = m_clock->now();
    if (minute == m_minute_shown) {
        step += WallTime(ch::minutes(*minute + 1)) - m_clock->wall();
    }
    return next ? std::min(*next, step) : step;
}

std::optional<IdleWarning> Journey::idle_warning() const {
    if (!m_warning_ends) {
        return std::nullopt;
    }
    return IdleWarning{.ends = *m_warning_ends, .seconds_left = m_seconds_shown};
}

std::optional<Milliseconds> Journey::idle_limit() const {
    // Who waits was asked to; then his letter goes by itself.
    if (!has_visitor_at_hand() || on<screen::Waiting>()) {
        return std::nullopt;
    }
    if (m_overlay == Overlay::emergency || m_overlay_beneath == Overlay::emergency) {
        return kIdleEmergency;
    }
    if (m_overlay != Overlay::none) {
        return kIdle;
    }
    if (on<screen::Receipt>()) {
        return kIdleReceipt;
    }
    if (on<screen::CodeResult>()) {
        return kIdleResult;
    }
    if (at_service()) {
        return kIdleService;
    }
    if (leaves_quietly()) {
        return kIdleAfterwards;
    }
    bool const reading = on<screen::Home>() || on<screen::Pages>() || on<screen::Information>();
    return reading && nothing_typed() ? kIdleReading : kIdle;
}

// Where nothing of a visitor is left.
bool Journey::leaves_quietly() const {
    return on<screen::Afterwards>() || on<screen::FollowedUp>() || at_service();
}

std::optional<std::int64_t> Journey::minute_to_show() const {
    if (m_clock->trust() == ClockTrust::unset) {
        return std::nullopt;
    }
    return ch::floor<ch::minutes>(m_clock->wall()).time_since_epoch().count();
}

void Journey::close_warning() {
    if (m_warning_ends) {
        m_warning_ends.reset();
        m_seconds_shown = 0;
        changed();
    }
}

void Journey::step_warning(Instant now) {
    int const left = static_cast<int>(ch::ceil<ch::seconds>(*m_warning_ends - now).count());
    if (left <= 0) {
        wipe();
    } else if (left != m_seconds_shown) {
        m_seconds_shown = left;
        changed();
    }
}

} // namespace inloop::flow
