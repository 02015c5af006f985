// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/sdl2_display.h"

#include "platform/gl/gpu.h"
#include "platform/gl/presenter.h"
#include "platform/sdl2/evdev_waiter.h"
#include "platform/sdl2/events.h"
#include "platform/sdl2/queue_waiter.h"
#include "platform/sdl2/surface_presenter.h"
#include "platform/sdl2/video.h"

#include <SDL.h>

#include <atomic>
#include <chrono>
#include <utility>

namespace inloop::platform {

namespace {

// A window and what draws in it. Destroyed from the last to the first.
struct Output {
    sdl2::Window window;
    sdl2::Context context; // nullptr when the painter draws
    std::unique_ptr<Presenter> presenter;
};

void* load_function(char const* name) {
    return SDL_GL_GetProcAddress(name);
}

Result<Output> open_painter(WindowSpec const& spec) {
    auto window = sdl2::open_window(spec, sdl2::WindowFor::painter);
    if (!window) {
        return tl::unexpected(window.error());
    }
    sdl2::spend_first_frame(window->get(), sdl2::WindowFor::painter);
    auto presenter = std::make_unique<sdl2::SurfacePresenter>(window->get(),
                                                              sdl2::size_in_pixels(window->get()));
    return Output{std::move(*window), nullptr, std::move(presenter)};
}

Result<Output> open_gl(WindowSpec const& spec) {
    auto window = sdl2::open_window(spec, sdl2::WindowFor::gl);
    if (!window) {
        return tl::unexpected(window.error());
    }
    auto context = sdl2::open_context(window->get());
    if (!context) {
        return tl::unexpected(context.error());
    }
    auto renderer = GlRenderer::open(load_function);
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    if (spec.draw == DrawWith::automatic && is_software_renderer((*renderer)->name())) {
        return fail(ErrorCode::unsupported, "no GPU: " + (*renderer)->name());
    }
    sdl2::spend_first_frame(window->get(), sdl2::WindowFor::gl);
    auto const swap = [w = window->get()] { SDL_GL_SwapWindow(w); };
    auto presenter =
        std::make_unique<GlPresenter>(std::move(*renderer), load_function, swap, spec.screenshots);
    return Output{std::move(*window), std::move(*context), std::move(presenter)};
}

Result<Output> open_output(WindowSpec const& spec) {
    bool const try_gl =
        spec.draw == DrawWith::gl || (spec.draw == DrawWith::automatic && has_render_device());
    if (!try_gl) {
        return open_painter(spec);
    }
    auto output = open_gl(spec);
    if (!output && spec.draw == DrawWith::automatic) {
        return open_painter(spec);
    }
    return output;
}

Result<std::unique_ptr<sdl2::Waiter>> open_waiter() {
    if (sdl2::Video::driver_sleeps()) {
        return std::make_unique<sdl2::QueueWaiter>();
    }
    return sdl2::EvdevWaiter::open();
}

class Sdl2Display final : public Display {
public:
    Sdl2Display(std::unique_ptr<sdl2::Video> video, Output output,
                std::unique_ptr<sdl2::Waiter> waiter, WindowSpec const& spec)
        : m_video(std::move(video))
        , m_output(std::move(output))
        , m_waiter(std::move(waiter))
        , m_events(sdl2::size_in_pixels(m_output.window.get()))
        , m_pixels_per_mm(sdl2::pixels_per_mm(spec, m_output.window.get()))
        , m_screenshots(spec.screenshots) {}

    [[nodiscard]] PixelSize size() const override {
        return sdl2::size_in_pixels(m_output.window.get());
    }
    [[nodiscard]] float pixels_per_mm() const override { return m_pixels_per_mm; }

    void wait(std::optional<Instant> until, std::vector<InputEvent>& events) override;
    void wake() override;

    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override {
        return m_output.presenter->create_texture(size, format);
    }
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override {
        m_output.presenter->update_texture(texture, area, pixels);
    }
    void destroy_texture(TextureId texture) override {
        m_output.presenter->destroy_texture(texture);
    }

    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame) override;
    [[nodiscard]] Result<Image> screenshot() override;

private:
    void take(std::vector<InputEvent>& events);

    std::unique_ptr<sdl2::Video> m_video;
    Output m_output;
    std::unique_ptr<sdl2::Waiter> m_waiter;
    sdl2::Events m_events;
    float m_pixels_per_mm;
    Screenshots m_screenshots;
    std::atomic<bool> m_woken = false;
};

void Sdl2Display::take(std::vector<InputEvent>& events) {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        m_events.translate(event, size(), events);
    }
}

void Sdl2Display::wait(std::optional<Instant> until, std::vector<InputEvent>& events) {
    std::size_t const before = events.size();
    take(events);
    // The window system wakes us for more than what we tell apart.
    while (events.size() == before && !m_woken &&
           (!until || std::chrono::steady_clock::now() < *until)) {
        m_waiter->wait(until);
        take(events);
    }
    m_woken = false;
}

void Sdl2Display::wake() {
    if (!m_woken.exchange(true)) {
        m_waiter->wake();
    }
}

Result<FrameReport> Sdl2Display::present(ImDrawData const& frame) {
    PixelSize const pixels = size();
    if (m_events.lost() || pixels.width <= 0 || pixels.height <= 0) {
        return FrameReport{};
    }
    if (m_events.was_exposed()) {
        m_output.presenter->exposed();
    }
    return m_output.presenter->present(frame, pixels);
}

Result<Image> Sdl2Display::screenshot() {
    if (m_screenshots == Screenshots::refuse) {
        return fail(ErrorCode::unsupported, "this window gives no screenshots");
    }
    return m_output.presenter->screenshot();
}

} // namespace

Result<std::unique_ptr<Display>> open_sdl2_display(WindowSpec const& spec) {
    auto video = sdl2::Video::open();
    if (!video) {
        return tl::unexpected(video.error());
    }
    auto output = open_output(spec);
    if (!output) {
        return tl::unexpected(output.error());
    }
    auto waiter = open_waiter();
    if (!waiter) {
        return tl::unexpected(waiter.error());
    }
    return std::make_unique<Sdl2Display>(std::move(*video), std::move(*output), std::move(*waiter),
                                         spec);
}

} // namespace inloop::platform
