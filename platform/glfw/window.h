// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/geometry.h"
#include "platform/api/window_spec.h"

#include <functional>
#include <memory>
#include <string>

struct GLFWwindow;

namespace inloop::platform::glfw {

// GLFW itself, which is started once for the process. Owned by the display.
class Library {
public:
    // `unavailable` when there is no display to connect to.
    [[nodiscard]] static Result<std::unique_ptr<Library>> open();
    Library(Library const&) = delete;
    Library& operator=(Library const&) = delete;
    ~Library();

private:
    Library() = default;
};

struct DestroyWindow {
    void operator()(GLFWwindow* window) const;
};
using Window = std::unique_ptr<GLFWwindow, DestroyWindow>;

// A window with an OpenGL context, which is current afterwards.
[[nodiscard]] Result<Window> open_window(WindowSpec const& spec);

[[nodiscard]] PixelSize size_in_pixels(GLFWwindow* window);

// From `spec`, else from the monitor, else a usual figure.
[[nodiscard]] float pixels_per_mm(WindowSpec const& spec);

// What GLFW says about its last error, for the log.
[[nodiscard]] std::string last_error();

} // namespace inloop::platform::glfw
