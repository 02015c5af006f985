// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/window_spec.h"

#include <memory>

namespace inloop::platform {

// Opens a window or the whole screen through SDL2: X11 and Wayland on a desktop or under cage,
// KMSDRM without either. Waits up to 20 s for the video driver to appear, because at boot the
// graphics module may come after us. Painting on the CPU goes through SDL's window surface and
// loads no GL library on X11 and Wayland; on KMSDRM SDL 2 itself always shows pixels through EGL.
// `automatic` asks the kernel for a render node first and only then makes an OpenGL context. Sets
// environment variables of Xlib: call it before other threads start. Use and destroy it on the
// thread that called; one at a time. Signals are left to main. Errors: `unavailable` when there is
// no display, `unsupported` when it lacks OpenGL 3.0 although DrawWith::gl was asked for.
[[nodiscard]] Result<std::unique_ptr<Display>> open_sdl2_display(WindowSpec const& spec);

} // namespace inloop::platform
