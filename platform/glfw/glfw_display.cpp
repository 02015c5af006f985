// SPDX-License-Identifier: EUPL-1.2
#include "platform/glfw/glfw_display.h"

#include <atomic>
#include <bit>
#include <chrono>
#include <functional>
#include <utility>

#define GLFW_INCLUDE_NONE
#include "platform/gl/gpu.h"
#include "platform/gl/presenter.h"
#include "platform/glfw/events.h"
#include "platform/glfw/painter_presenter.h"
#include "platform/glfw/window.h"

#include <GLFW/glfw3.h>

namespace inloop::platform {

namespace {

void* load_function(char const* name) {
    return std::bit_cast<void*>(glfwGetProcAddress(name));
}

Result<std::unique_ptr<Presenter>> open_painter(GLFWwindow* window,
                                                std::function<void()> const& swap) {
    auto texture = FrameTexture::open(load_function);
    if (!texture) {
        return tl::unexpected(texture.error());
    }
    return std::make_unique<glfw::PainterPresenter>(std::move(*texture), swap,
                                                    glfw::size_in_pixels(window));
}

Result<std::unique_ptr<Presenter>> open_presenter(WindowSpec const& spec, GLFWwindow* window) {
    auto const swap = [window] { glfwSwapBuffers(window); };
    if (spec.draw == DrawWith::painter) {
        return open_painter(window, swap);
    }
    auto renderer = GlRenderer::open(load_function);
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    if (spec.draw == DrawWith::automatic && is_software_renderer((*renderer)->name())) {
        return open_painter(window, swap);
    }
    return std::make_unique<GlPresenter>(std::move(*renderer), load_function, swap,
                                         spec.screenshots);
}

class GlfwDisplay final : public Display {
public:
    GlfwDisplay(std::unique_ptr<glfw::Library> library, glfw::Window window,
                std::unique_ptr<Presenter> presenter, WindowSpec const& spec)
        : m_library(std::move(library))
        , m_window(std::move(window))
        , m_events(m_window.get())
        , m_presenter(std::move(presenter))
        , m_pixels_per_mm(glfw::pixels_per_mm(spec))
        , m_screenshots(spec.screenshots) {}

    [[nodiscard]] PixelSize size() const override { return glfw::size_in_pixels(m_window.get()); }
    [[nodiscard]] float pixels_per_mm() const override { return m_pixels_per_mm; }

    void wait(std::optional<Instant> until, std::vector<InputEvent>& events) override;
    void wake() override;

    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override {
        return m_presenter->create_texture(size, format);
    }
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override {
        m_presenter->update_texture(texture, area, pixels);
    }
    void destroy_texture(TextureId texture) override { m_presenter->destroy_texture(texture); }

    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame) override;
    [[nodiscard]] Result<Image> screenshot() override;

private:
    // Destroyed from the last to the first: the presenter still needs the window's context.
    std::unique_ptr<glfw::Library> m_library;
    glfw::Window m_window;
    glfw::Events m_events;
    std::unique_ptr<Presenter> m_presenter;
    float m_pixels_per_mm;
    Screenshots m_screenshots;
    std::atomic<bool> m_woken = false;
};

void GlfwDisplay::wait(std::optional<Instant> until, std::vector<InputEvent>& events) {
    glfwPollEvents();
    // The window system wakes us for more than what we tell apart.
    while (m_events.empty() && !m_woken) {
        if (!until) {
            glfwWaitEvents();
            continue;
        }
        std::chrono::duration<double> const left = *until - std::chrono::steady_clock::now();
        if (left.count() <= 0) {
            break;
        }
        glfwWaitEventsTimeout(left.count());
    }
    m_woken = false;
    m_events.take(events);
}

void GlfwDisplay::wake() {
    if (!m_woken.exchange(true)) {
        glfwPostEmptyEvent();
    }
}

Result<FrameReport> GlfwDisplay::present(ImDrawData const& frame) {
    PixelSize const pixels = size();
    if (m_events.lost() || pixels.width <= 0 || pixels.height <= 0) {
        return FrameReport{};
    }
    if (m_events.was_exposed()) {
        m_presenter->exposed();
    }
    return m_presenter->present(frame, pixels);
}

Result<Image> GlfwDisplay::screenshot() {
    if (m_screenshots == Screenshots::refuse) {
        return fail(ErrorCode::unsupported, "this window gives no screenshots");
    }
    return m_presenter->screenshot();
}

} // namespace

Result<std::unique_ptr<Display>> open_glfw_display(WindowSpec const& spec) {
    auto library = glfw::Library::open();
    if (!library) {
        return tl::unexpected(library.error());
    }
    auto window = glfw::open_window(spec);
    if (!window) {
        return tl::unexpected(window.error());
    }
    auto presenter = open_presenter(spec, window->get());
    if (!presenter) {
        return tl::unexpected(presenter.error());
    }
    return std::make_unique<GlfwDisplay>(std::move(*library), std::move(*window),
                                         std::move(*presenter), spec);
}

} // namespace inloop::platform
