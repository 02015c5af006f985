// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/geometry.h"
#include "platform/api/image.h"
#include "platform/api/window_spec.h"
#include "platform/gl/gl_loader.h"
#include "platform/gl/gl_renderer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

struct ImDrawData;

namespace inloop::platform {

// How a window gets its pixels: one half of the displays of sdl2 and glfw. The functions are
// Display's of the same name. One thread.
class Presenter {
public:
    virtual ~Presenter() = default;
    [[nodiscard]] virtual Result<TextureId> create_texture(PixelSize size,
                                                           TextureFormat format) = 0;
    virtual void update_texture(TextureId texture, PixelRect area,
                                std::span<std::uint8_t const> pixels) = 0;
    virtual void destroy_texture(TextureId texture) = 0;
    // `size` is the window's, in pixels.
    [[nodiscard]] virtual Result<FrameReport> present(ImDrawData const& frame, PixelSize size) = 0;
    [[nodiscard]] virtual Result<Image> screenshot() = 0;
    // What the window showed is gone: the next frame is presented in any case and as a whole.
    virtual void exposed() = 0;
};

// The pixels of the back buffer, before it is swapped. The OpenGL context is current.
[[nodiscard]] Result<Image> read_back_buffer(GlLoader loader, PixelSize size);

// Draws with a GlRenderer into the window's back buffer and swaps. Its last frame is copied out
// only where screenshots are allowed, because afterwards the back buffer is undefined.
class GlPresenter final : public Presenter {
public:
    GlPresenter(std::unique_ptr<GlRenderer> renderer, GlLoader loader, std::function<void()> swap,
                Screenshots screenshots);

    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override;
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override;
    void destroy_texture(TextureId texture) override;
    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame, PixelSize size) override;
    [[nodiscard]] Result<Image> screenshot() override;
    void exposed() override;

private:
    std::unique_ptr<GlRenderer> m_renderer;
    GlLoader m_loader;
    std::function<void()> m_swap;
    Screenshots m_screenshots;
    PixelSize m_size;
    std::optional<Image> m_shown;
};

} // namespace inloop::platform
