// SPDX-License-Identifier: EUPL-1.2
#include "platform/glfw/events.h"

#include <chrono>
#include <optional>
#include <utility>

#define GLFW_INCLUDE_NONE
#include "platform/glfw/window.h"

#include <GLFW/glfw3.h>

namespace inloop::platform::glfw {

namespace {

Instant now() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

std::optional<Key> to_key(int key) {
    switch (key) {
    case GLFW_KEY_UP:
        return Key::up;
    case GLFW_KEY_DOWN:
        return Key::down;
    case GLFW_KEY_LEFT:
        return Key::left;
    case GLFW_KEY_RIGHT:
        return Key::right;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return Key::enter;
    case GLFW_KEY_ESCAPE:
    case GLFW_KEY_BACKSPACE:
        return Key::back;
    case GLFW_KEY_F13:
        return Key::presence;
    default:
        return std::nullopt;
    }
}

} // namespace

Events::Events(GLFWwindow* window) : m_window(window), m_size(size_in_pixels(window)) {
    double left = 0;
    double top = 0;
    glfwGetCursorPos(window, &left, &top);
    m_pointer = to_pixels(left, top);
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(
        window, [](GLFWwindow* w, int key, int, int action, int) { of(w).on_key(key, action); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
        of(w).on_button(button, action);
    });
    glfwSetCursorPosCallback(window,
                             [](GLFWwindow* w, double x, double y) { of(w).on_move(x, y); });
    glfwSetWindowIconifyCallback(
        window, [](GLFWwindow* w, int iconified) { of(w).on_iconify(iconified == GLFW_TRUE); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).on_resize(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) {
        of(w).m_exposed = true;
        of(w).m_arrived.emplace_back(DisplayEvent{DisplayEvent::What::exposed});
    });
    glfwSetWindowCloseCallback(window,
                               [](GLFWwindow* w) { of(w).m_arrived.emplace_back(QuitEvent{}); });
}

Events::~Events() {
    glfwSetKeyCallback(m_window, nullptr);
    glfwSetMouseButtonCallback(m_window, nullptr);
    glfwSetCursorPosCallback(m_window, nullptr);
    glfwSetWindowIconifyCallback(m_window, nullptr);
    glfwSetFramebufferSizeCallback(m_window, nullptr);
    glfwSetWindowRefreshCallback(m_window, nullptr);
    glfwSetWindowCloseCallback(m_window, nullptr);
}

Events& Events::of(GLFWwindow* window) {
    return *static_cast<Events*>(glfwGetWindowUserPointer(window));
}

void Events::take(std::vector<InputEvent>& events) {
    events.insert(events.end(), m_arrived.begin(), m_arrived.end());
    m_arrived.clear();
}

bool Events::was_exposed() {
    return std::exchange(m_exposed, false);
}

void Events::on_key(int key, int action) {
    if (auto const known = to_key(key); known && action != GLFW_REPEAT) {
        m_arrived.emplace_back(KeyEvent{*known, action == GLFW_PRESS, now()});
    }
}

void Events::on_button(int button, int action) {
    if (button != GLFW_MOUSE_BUTTON_LEFT || m_lost) {
        return;
    }
    bool const pressed = action == GLFW_PRESS;
    if (pressed != m_pressed) {
        m_pressed = pressed;
        finger(pressed ? FingerPhase::down : FingerPhase::up);
    }
}

void Events::on_move(double x, double y) {
    m_pointer = to_pixels(x, y);
    if (m_pressed) {
        finger(FingerPhase::move);
    }
}

void Events::on_iconify(bool iconified) {
    if (iconified == m_lost) {
        return;
    }
    m_lost = iconified;
    m_pressed = false;
    if (iconified) {
        m_fingers.cancel_all(now(), m_arrived);
    } else {
        m_exposed = true;
    }
    m_arrived.emplace_back(
        DisplayEvent{iconified ? DisplayEvent::What::lost : DisplayEvent::What::back});
}

void Events::on_resize() {
    PixelSize const size = size_in_pixels(m_window);
    // A window that is hidden has no size; what matters then is said by on_iconify().
    if (size != m_size && size.width > 0 && size.height > 0) {
        m_size = size;
        m_arrived.emplace_back(DisplayEvent{DisplayEvent::What::resized});
    }
}

void Events::finger(FingerPhase phase) {
    FingerEvent const event{phase, 0, m_pointer, now()};
    m_fingers.note(event);
    m_arrived.emplace_back(event);
}

// GLFW speaks in window units, which are not pixels on every desktop.
Point Events::to_pixels(double x, double y) const {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(m_window, &width, &height);
    if (width <= 0 || height <= 0) {
        return {};
    }
    return {static_cast<float>(x * m_size.width / width),
            static_cast<float>(y * m_size.height / height)};
}

} // namespace inloop::platform::glfw
