// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/window_spec.h"

#include <memory>

namespace inloop::platform {

// Opens a window through GLFW, for a desktop. GLFW knows no touch: the left mouse button is finger
// 0. GLFW shows pixels through OpenGL only, so DrawWith::painter saves the drawing, not the GL
// library; `automatic` looks at what the context's renderer is. Call it, use it and destroy it on
// the main thread; one at a time. Errors: `unavailable` when there is no display, `unsupported`
// when it has no OpenGL 3.0.
[[nodiscard]] Result<std::unique_ptr<Display>> open_glfw_display(WindowSpec const& spec);

} // namespace inloop::platform
