// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/gl/frame_texture.h"
#include "platform/gl/presenter.h"
#include "platform/painter/painter.h"

#include <functional>
#include <memory>

namespace inloop::platform::glfw {

// Paints on the CPU and shows the result through a FrameTexture. One thread, OpenGL context
// current.
class PainterPresenter final : public Presenter {
public:
    PainterPresenter(std::unique_ptr<FrameTexture> texture, std::function<void()> swap,
                     PixelSize size);

    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override;
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override;
    void destroy_texture(TextureId texture) override;
    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame, PixelSize size) override;
    [[nodiscard]] Result<Image> screenshot() override;
    void exposed() override;

private:
    std::unique_ptr<FrameTexture> m_texture;
    std::function<void()> m_swap;
    Painter m_painter;
};

} // namespace inloop::platform::glfw
