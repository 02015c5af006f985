// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/fingers_down.h"
#include "platform/api/geometry.h"
#include "platform/api/input.h"

#include <vector>

struct GLFWwindow;

namespace inloop::platform::glfw {

// Collects what GLFW's callbacks say, as our events. Stays at one address, because the window
// points to it. One thread, the one that waits for events.
class Events {
public:
    explicit Events(GLFWwindow* window);
    Events(Events const&) = delete;
    Events& operator=(Events const&) = delete;
    ~Events();

    // Moves everything that has arrived to the end of `events`.
    void take(std::vector<InputEvent>& events);
    [[nodiscard]] bool empty() const { return m_arrived.empty(); }
    // Between `lost` and `back`.
    [[nodiscard]] bool lost() const { return m_lost; }
    // Whether the window's content was lost since the last call.
    [[nodiscard]] bool was_exposed();

private:
    [[nodiscard]] static Events& of(GLFWwindow* window);
    void on_key(int key, int action);
    void on_button(int button, int action);
    void on_move(double x, double y);
    void on_iconify(bool iconified);
    void on_resize();
    void finger(FingerPhase phase);
    [[nodiscard]] Point to_pixels(double x, double y) const;

    GLFWwindow* m_window;
    std::vector<InputEvent> m_arrived;
    FingersDown m_fingers;
    PixelSize m_size;
    Point m_pointer; // where the last event saw it, which is not where it is by now
    bool m_pressed = false;
    bool m_lost = false;
    bool m_exposed = false;
};

} // namespace inloop::platform::glfw
