// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "platform/api/geometry.h"
#include "platform/api/input.h"

#include <deque>
#include <optional>

namespace inloop::ui {

// The one finger that counts, as one frame sees it.
struct PointerState {
    bool down = false;
    bool pressed = false; // came down in this frame
    bool released = false; // went up in this frame
    bool dragged = false; // has moved too far to be a tap; stays so in the frame of the release
    platform::Point at{};
    platform::Point start{}; // where it came down
    platform::Point moved{}; // since the frame before
    Instant time{};
    Instant moved_at{}; // when it last changed its place
};

// Turns finger events into states, at most one press or release a frame: Dear ImGui 1.86 has no
// event queue and would lose a quick tap. The first finger counts until it leaves; further fingers
// and palms are ignored. A finger whose leaving the driver never told counts until another comes
// down after kSilentFinger, or the same comes down again: else one lost event would leave the kiosk
// dead. A touch that bounces is ignored. A cancelled finger ends its gesture as a drag, so that
// nothing is pressed.
class Pointer {
public:
    void add(platform::FingerEvent const& event) { m_waiting.push_back(event); }
    // The state for the next frame. Call again while more() holds.
    [[nodiscard]] PointerState next(float pixels_per_mm);
    [[nodiscard]] bool more() const { return !m_waiting.empty(); }
    [[nodiscard]] bool down() const { return m_state.down; }
    // Lets go without pressing: the screen under the finger is another one now.
    void forget();

private:
    [[nodiscard]] bool bounces(platform::FingerEvent const& event, float pixels_per_mm) const;
    [[nodiscard]] bool is_gone(platform::FingerEvent const& next) const;
    void let_go();
    void press(platform::FingerEvent const& event);
    void release(platform::FingerEvent const& event, float pixels_per_mm);
    void move(platform::FingerEvent const& event, float pixels_per_mm);

    std::deque<platform::FingerEvent> m_waiting;
    PointerState m_state;
    std::optional<std::int64_t> m_finger;
    std::optional<platform::FingerEvent> m_last_release;
};

} // namespace inloop::ui
