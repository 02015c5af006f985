// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/fingers_down.h"
#include "platform/api/geometry.h"
#include "platform/api/input.h"

#include <vector>

union SDL_Event;

namespace inloop::platform::sdl2 {

// Turns SDL's events into ours. A touch becomes a finger from 1 on, the left mouse button finger 0;
// what SDL may have made out of the other one is dropped. One thread.
class Events {
public:
    explicit Events(PixelSize size) : m_size(size) {}

    // Appends what `event` means, often nothing. `size` is the window's now.
    void translate(SDL_Event const& event, PixelSize size, std::vector<InputEvent>& events);

    // Between `lost` and `back`.
    [[nodiscard]] bool lost() const { return m_lost; }
    // Whether the window's content was lost since the last call.
    [[nodiscard]] bool was_exposed();

private:
    void touch(SDL_Event const& event, std::vector<InputEvent>& events);
    void mouse(SDL_Event const& event, std::vector<InputEvent>& events);
    void key(SDL_Event const& event, std::vector<InputEvent>& events);
    void window(SDL_Event const& event, PixelSize size, std::vector<InputEvent>& events);
    void lose(SDL_Event const& event, std::vector<InputEvent>& events);
    void finger(FingerEvent const& event, std::vector<InputEvent>& events);

    PixelSize m_size;
    FingersDown m_fingers;
    bool m_button = false;
    bool m_lost = false;
    bool m_exposed = false;
};

} // namespace inloop::platform::sdl2
