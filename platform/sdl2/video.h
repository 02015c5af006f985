// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/geometry.h"
#include "platform/api/window_spec.h"
#include "platform/sdl2/tuning.h"

#include <memory>
#include <string>
#include <string_view>

struct SDL_Window;

namespace inloop::platform::sdl2 {

// SDL's video part, and nothing else of it: no sound, no game controllers, no text input.
class Video {
public:
    // Tries again until it works or `patience` is over: `unavailable`.
    [[nodiscard]] static Result<std::unique_ptr<Video>>
    open(Milliseconds patience = kVideoPatience);
    Video(Video const&) = delete;
    Video& operator=(Video const&) = delete;
    ~Video();

    // "x11", "wayland", "KMSDRM", "offscreen", "dummy".
    [[nodiscard]] static std::string_view driver();
    // Whether the driver can sleep until there is an event; the others look every millisecond.
    [[nodiscard]] static bool driver_sleeps();

private:
    Video() = default;
};

struct DestroyWindow {
    void operator()(SDL_Window* window) const;
};
using Window = std::unique_ptr<SDL_Window, DestroyWindow>;

// An OpenGL context (void* is what SDL_GLContext is), or nullptr.
struct DeleteContext {
    void operator()(void* context) const;
};
using Context = std::unique_ptr<void, DeleteContext>;

enum class WindowFor : bool { painter, gl };

// `unavailable` when the driver opens no window.
[[nodiscard]] Result<Window> open_window(WindowSpec const& spec, WindowFor use);

// An OpenGL 3.0 context for the window, which is current afterwards; else `unsupported`.
[[nodiscard]] Result<Context> open_context(SDL_Window* window);

// Shows an empty frame where the first one may be lost, which is on all drivers but X11 and
// Wayland: after a mode was set, as a full screen does, SDL's KMSDRM makes its buffers anew at the
// next swap and forgets what was drawn for it. A kiosk draws only what changes, and would stay
// black until a visitor touches it. The context, if any, is current.
void spend_first_frame(SDL_Window* window, WindowFor use);

[[nodiscard]] PixelSize size_in_pixels(SDL_Window* window);

// From `spec`, else from the system, else what is usual for a glass of that size.
[[nodiscard]] float pixels_per_mm(WindowSpec const& spec, SDL_Window* window);

} // namespace inloop::platform::sdl2
