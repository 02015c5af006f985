// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/pointer.h"

#include "kiosk/terminal/ui/tuning.h"

#include <cmath>

namespace inloop::ui {

using platform::FingerEvent;
using platform::FingerPhase;

namespace {

float distance(platform::Point a, platform::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

PointerState Pointer::next(float pixels_per_mm) {
    m_state.pressed = false;
    m_state.released = false;
    m_state.moved = {};
    while (!m_waiting.empty()) {
        FingerEvent const event = m_waiting.front();
        m_waiting.pop_front();
        if (event.phase == FingerPhase::down) {
            if (m_finger && is_gone(event)) {
                m_waiting.push_front(event); // comes down in the next frame
                let_go();
                break;
            }
            if (m_finger || bounces(event, pixels_per_mm)) {
                continue;
            }
            press(event);
            break;
        }
        if (m_finger != event.finger) {
            continue;
        }
        if (event.phase == FingerPhase::move) {
            move(event, pixels_per_mm);
            continue;
        }
        release(event, pixels_per_mm);
        break;
    }
    return m_state;
}

bool Pointer::bounces(FingerEvent const& event, float pixels_per_mm) const {
    return m_last_release && event.time - m_last_release->time < kBounceTime &&
           distance(event.at, m_last_release->at) < kBounceMm * pixels_per_mm;
}

bool Pointer::is_gone(FingerEvent const& next) const {
    return next.finger == m_finger || next.time - m_state.time >= kSilentFinger;
}

void Pointer::let_go() {
    m_state.dragged = true;
    m_state.down = false;
    m_state.released = true;
    m_finger.reset();
}

void Pointer::press(FingerEvent const& event) {
    m_finger = event.finger;
    m_state = {.down = true,
               .pressed = true,
               .at = event.at,
               .start = event.at,
               .time = event.time,
               .moved_at = event.time};
}

void Pointer::move(FingerEvent const& event, float pixels_per_mm) {
    if (event.at != m_state.at) {
        m_state.moved_at = event.time;
    }
    m_state.moved.x += event.at.x - m_state.at.x;
    m_state.moved.y += event.at.y - m_state.at.y;
    m_state.at = event.at;
    m_state.time = event.time;
    m_state.dragged =
        m_state.dragged || distance(m_state.at, m_state.start) > kDragMm * pixels_per_mm;
}

void Pointer::release(FingerEvent const& event, float pixels_per_mm) {
    if (event.phase == FingerPhase::cancelled) {
        m_state.dragged = true;
    } else {
        move(event, pixels_per_mm);
        m_last_release = event;
    }
    m_state.down = false;
    m_state.released = true;
    m_state.time = event.time;
    m_finger.reset();
}

void Pointer::forget() {
    m_finger.reset();
    m_state.down = false;
    m_state.dragged = true;
}

} // namespace inloop::ui
