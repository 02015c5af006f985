// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/video.h"

#include "platform/api/usual_density.h"

#include <SDL.h>

#include <cstdlib>
#include <thread>

namespace inloop::platform::sdl2 {

namespace {

void set_hints() {
    // Else SDL turns SIGTERM into a quit event and systemd's stop looks like a visitor's wish.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    // Each touch arrives once, as a touch; each click once, as a click.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    // Else SDL on X11 drops a click that comes within 10 ms of the focus: the first one of a
    // visitor.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    // A kiosk that hides itself when something else takes the focus is a dead kiosk.
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    // Xlib reads its table of composed characters at start, 12 ms for keys that we ignore.
    ::setenv("XCOMPOSEFILE", "/dev/null", 0);
}

// What we do not handle does not wake us either, and what somebody types on a plugged-in keyboard
// never becomes text.
void ignore_other_events() {
    for (Uint32 const type :
         {SDL_TEXTEDITING, SDL_TEXTINPUT, SDL_KEYMAPCHANGED, SDL_MOUSEWHEEL, SDL_DOLLARGESTURE,
          SDL_DOLLARRECORD, SDL_MULTIGESTURE, SDL_CLIPBOARDUPDATE, SDL_DROPFILE, SDL_DROPTEXT,
          SDL_DROPBEGIN, SDL_DROPCOMPLETE, SDL_SYSWMEVENT}) {
        SDL_EventState(type, SDL_IGNORE);
    }
    SDL_StopTextInput();
}

// X11 and Wayland take pixels from memory; SDL would otherwise carry them through OpenGL. KMSDRM
// has no other way than that.
void keep_gl_out_of_window_surfaces() {
    if (Video::driver_sleeps()) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

std::string last_error() {
    char const* const text = SDL_GetError();
    return *text != '\0' ? text : "no reason given";
}

} // namespace

Result<std::unique_ptr<Video>> Video::open(Milliseconds patience) {
    set_hints();
    auto const until = std::chrono::steady_clock::now() + patience;
    while (SDL_Init(SDL_INIT_VIDEO) != 0) {
        std::string const reason = last_error();
        SDL_Quit();
        if (std::chrono::steady_clock::now() + kVideoPause > until) {
            return fail(ErrorCode::unavailable, "SDL finds no display: " + reason);
        }
        std::this_thread::sleep_for(kVideoPause);
    }
    ignore_other_events();
    keep_gl_out_of_window_surfaces();
    return std::unique_ptr<Video>(new Video());
}

Video::~Video() {
    SDL_Quit();
}

std::string_view Video::driver() {
    char const* const name = SDL_GetCurrentVideoDriver();
    return name != nullptr ? name : "";
}

bool Video::driver_sleeps() {
    return driver() == "x11" || driver() == "wayland";
}

void DestroyWindow::operator()(SDL_Window* window) const {
    SDL_DestroyWindow(window);
}

void DeleteContext::operator()(void* context) const {
    SDL_GL_DeleteContext(context);
}

namespace {

// The whole screen is asked for by its size too: without a window manager SDL resizes no X11
// window, although it says so.
PixelSize size_to_ask_for(WindowSpec const& spec) {
    SDL_DisplayMode desktop{};
    if (spec.mode == WindowMode::fullscreen && SDL_GetDesktopDisplayMode(0, &desktop) == 0) {
        return {desktop.w, desktop.h};
    }
    return spec.size;
}

} // namespace

Result<Window> open_window(WindowSpec const& spec, WindowFor use) {
    bool const fullscreen = spec.mode == WindowMode::fullscreen;
    Uint32 flags = fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    if (use == WindowFor::gl) {
        flags |= SDL_WINDOW_OPENGL;
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
        SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
        SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    }
    PixelSize const size = size_to_ask_for(spec);
    Window window(SDL_CreateWindow(spec.title.c_str(), SDL_WINDOWPOS_UNDEFINED,
                                   SDL_WINDOWPOS_UNDEFINED, size.width, size.height, flags));
    if (window == nullptr) {
        return fail(ErrorCode::unavailable, "SDL opens no window: " + last_error());
    }
    SDL_ShowCursor(fullscreen ? SDL_DISABLE : SDL_ENABLE);
    return window;
}

Result<Context> open_context(SDL_Window* window) {
    Context context(SDL_GL_CreateContext(window));
    if (context == nullptr) {
        return fail(ErrorCode::unsupported, "SDL makes no OpenGL context: " + last_error());
    }
    SDL_GL_SetSwapInterval(1);
    return context;
}

void spend_first_frame(SDL_Window* window, WindowFor use) {
    if (Video::driver_sleeps()) {
        return;
    }
    // Nothing is drawn for it, which without a GPU takes its time. A surface makes its window one
    // for OpenGL where the driver shows it so.
    if (use == WindowFor::painter) {
        SDL_GetWindowSurface(window);
    }
    SDL_GL_SwapWindow(window);
}

PixelSize size_in_pixels(SDL_Window* window) {
    PixelSize size;
    SDL_GetWindowSizeInPixels(window, &size.width, &size.height);
    return size;
}

float pixels_per_mm(WindowSpec const& spec, SDL_Window* window) {
    if (spec.pixels_per_mm && *spec.pixels_per_mm > 0) {
        return *spec.pixels_per_mm;
    }
    float dots_per_inch = 0;
    SDL_GetDisplayDPI(SDL_GetWindowDisplayIndex(window), nullptr, &dots_per_inch, nullptr);
    float const claimed = dots_per_inch / 25.4F;
    return claimed >= kFewestPixelsPerMm && claimed <= kMostPixelsPerMm
               ? claimed
               : usual_pixels_per_mm(size_in_pixels(window));
}

} // namespace inloop::platform::sdl2
