// SPDX-License-Identifier: EUPL-1.2
#include "platform/glfw/window.h"

#include <string>

#define GLFW_INCLUDE_NONE
#include "platform/api/usual_density.h"
#include "platform/glfw/tuning.h"

#include <GLFW/glfw3.h>

namespace inloop::platform::glfw {

std::string last_error() {
    char const* text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : "no reason given";
}

Result<std::unique_ptr<Library>> Library::open() {
    if (glfwInit() != GLFW_TRUE) {
        return fail(ErrorCode::unavailable, "GLFW does not start: " + last_error());
    }
    return std::unique_ptr<Library>(new Library());
}

Library::~Library() {
    glfwTerminate();
}

void DestroyWindow::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
}

Result<Window> open_window(WindowSpec const& spec) {
    GLFWmonitor* const monitor =
        spec.mode == WindowMode::fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    PixelSize size = spec.size;
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    // A kiosk whose window hides itself when the focus goes elsewhere is a dead kiosk.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    if (GLFWvidmode const* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
        mode != nullptr) {
        // The mode the screen is in already, so that nothing flickers.
        size = {mode->width, mode->height};
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    Window window(glfwCreateWindow(size.width, size.height, spec.title.c_str(), monitor, nullptr));
    if (window == nullptr) {
        return fail(ErrorCode::unsupported, "GLFW opens no window: " + last_error());
    }
    if (spec.mode == WindowMode::fullscreen) {
        glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    }
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    return window;
}

PixelSize size_in_pixels(GLFWwindow* window) {
    PixelSize size;
    glfwGetFramebufferSize(window, &size.width, &size.height);
    return size;
}

float pixels_per_mm(WindowSpec const& spec) {
    if (spec.pixels_per_mm && *spec.pixels_per_mm > 0) {
        return *spec.pixels_per_mm;
    }
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    GLFWvidmode const* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) {
        return usual_pixels_per_mm(spec.size);
    }
    int width = 0;
    int height = 0;
    glfwGetMonitorPhysicalSize(monitor, &width, &height);
    float const claimed =
        width > 0 ? static_cast<float>(mode->width) / static_cast<float>(width) : 0;
    return claimed >= kFewestPixelsPerMm && claimed <= kMostPixelsPerMm
               ? claimed
               : usual_pixels_per_mm({mode->width, mode->height});
}

} // namespace inloop::platform::glfw
