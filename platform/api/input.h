// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "platform/api/geometry.h"

#include <cstdint>
#include <variant>

namespace inloop::platform {

enum class FingerPhase : std::uint8_t { down, move, up, cancelled };

// One finger (or the left mouse button, which is finger 0). `finger` is the same from down to up or
// cancelled and may be used again afterwards. Every driver makes these itself; none lets a touch
// arrive a second time as a mouse event.
struct FingerEvent {
    FingerPhase phase = FingerPhase::down;
    std::int64_t finger = 0;
    Point at{};
    Instant time{};
    friend bool operator==(FingerEvent const&, FingerEvent const&) = default;
};

// The keys of the navigation keypad for people who cannot see the screen, and the one by which an
// officer says that he is here: F13, which keyboards of today lack, and which does nothing unless
// the kiosk is told of it. All other keys are ignored by every driver: a keyboard plugged into the
// kiosk must do nothing (security.md 5).
enum class Key : std::uint8_t { up, down, left, right, enter, back, presence };

struct KeyEvent {
    Key key = Key::enter;
    bool pressed = true;
    Instant time{};
    friend bool operator==(KeyEvent const&, KeyEvent const&) = default;
};

// The display went away (unplugged, console switched) or came back, possibly with another size.
// While it is away present() does nothing. Fingers that were down are reported as cancelled first.
struct DisplayEvent {
    enum class What : std::uint8_t { lost, back, resized, exposed } what = What::back;
    friend bool operator==(DisplayEvent const&, DisplayEvent const&) = default;
};

// The window was closed or the process asked to stop (SIGTERM).
struct QuitEvent {
    friend bool operator==(QuitEvent const&, QuitEvent const&) = default;
};

using InputEvent = std::variant<FingerEvent, KeyEvent, DisplayEvent, QuitEvent>;

} // namespace inloop::platform
