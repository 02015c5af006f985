// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/events.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace inloop::platform::sdl2 {

namespace {

// SDL counts milliseconds since it was started, in 32 bits that wrap after 49 days.
Instant time_of(SDL_Event const& event) {
    Milliseconds const age{static_cast<Uint32>(SDL_GetTicks() - event.common.timestamp)};
    auto const now = std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
    // Events of the future or of long ago carry a timestamp that nobody set.
    return age < std::chrono::seconds(10) ? now - age : now;
}

std::optional<Key> to_key(SDL_Scancode code) {
    switch (code) {
    case SDL_SCANCODE_UP:
        return Key::up;
    case SDL_SCANCODE_DOWN:
        return Key::down;
    case SDL_SCANCODE_LEFT:
        return Key::left;
    case SDL_SCANCODE_RIGHT:
        return Key::right;
    case SDL_SCANCODE_RETURN:
    case SDL_SCANCODE_KP_ENTER:
        return Key::enter;
    case SDL_SCANCODE_ESCAPE:
    case SDL_SCANCODE_BACKSPACE:
        return Key::back;
    case SDL_SCANCODE_F13:
        return Key::presence;
    default:
        return std::nullopt;
    }
}

FingerPhase phase_of(Uint32 type) {
    switch (type) {
    case SDL_FINGERDOWN:
    case SDL_MOUSEBUTTONDOWN:
        return FingerPhase::down;
    case SDL_FINGERUP:
    case SDL_MOUSEBUTTONUP:
        return FingerPhase::up;
    default:
        return FingerPhase::move;
    }
}

// From a part of the whole, 0 to 1, to a pixel that is on the screen also at its very edge.
float to_pixel(float part, int extent) {
    auto const pixels = static_cast<float>(extent);
    return std::clamp(part * pixels, 0.0F, std::max(pixels - 1, 0.0F));
}

} // namespace

void Events::translate(SDL_Event const& event, PixelSize size, std::vector<InputEvent>& events) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        touch(event, events);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION:
        mouse(event, events);
        break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        key(event, events);
        break;
    case SDL_WINDOWEVENT:
        window(event, size, events);
        break;
    case SDL_QUIT:
        events.emplace_back(QuitEvent{});
        break;
    default:
        break;
    }
}

bool Events::was_exposed() {
    return std::exchange(m_exposed, false);
}

void Events::touch(SDL_Event const& event, std::vector<InputEvent>& events) {
    SDL_TouchFingerEvent const& t = event.tfinger;
    if (t.touchId == SDL_MOUSE_TOUCHID || m_lost) {
        return;
    }
    finger({phase_of(event.type),
            t.fingerId + 1,
            {to_pixel(t.x, m_size.width), to_pixel(t.y, m_size.height)},
            time_of(event)},
           events);
}

void Events::mouse(SDL_Event const& event, std::vector<InputEvent>& events) {
    bool const motion = event.type == SDL_MOUSEMOTION;
    Uint32 const which = motion ? event.motion.which : event.button.which;
    if (which == SDL_TOUCH_MOUSEID || m_lost) {
        return;
    }
    if (motion && m_button) {
        finger({FingerPhase::move,
                0,
                {static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)},
                time_of(event)},
               events);
    }
    bool const pressed = event.type == SDL_MOUSEBUTTONDOWN;
    if (!motion && event.button.button == SDL_BUTTON_LEFT && pressed != m_button) {
        m_button = pressed;
        finger({phase_of(event.type),
                0,
                {static_cast<float>(event.button.x), static_cast<float>(event.button.y)},
                time_of(event)},
               events);
    }
}

void Events::key(SDL_Event const& event, std::vector<InputEvent>& events) {
    auto const known = to_key(event.key.keysym.scancode);
    if (known && event.key.repeat == 0) {
        events.emplace_back(KeyEvent{*known, event.type == SDL_KEYDOWN, time_of(event)});
    }
}

void Events::window(SDL_Event const& event, PixelSize size, std::vector<InputEvent>& events) {
    switch (event.window.event) {
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        lose(event, events);
        break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_MAXIMIZED:
        if (m_lost) {
            m_lost = false;
            m_exposed = true;
            events.emplace_back(DisplayEvent{DisplayEvent::What::back});
        }
        break;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        if (size != m_size && size.width > 0 && size.height > 0) {
            m_size = size;
            events.emplace_back(DisplayEvent{DisplayEvent::What::resized});
        }
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        m_exposed = true;
        events.emplace_back(DisplayEvent{DisplayEvent::What::exposed});
        break;
    default:
        break;
    }
}

void Events::lose(SDL_Event const& event, std::vector<InputEvent>& events) {
    if (!m_lost) {
        m_lost = true;
        m_button = false;
        m_fingers.cancel_all(time_of(event), events);
        events.emplace_back(DisplayEvent{DisplayEvent::What::lost});
    }
}

void Events::finger(FingerEvent const& event, std::vector<InputEvent>& events) {
    m_fingers.note(event);
    events.emplace_back(event);
}

} // namespace inloop::platform::sdl2
