// SPDX-License-Identifier: EUPL-1.2
#include "platform/glfw/painter_presenter.h"

#include <utility>

namespace inloop::platform::glfw {

PainterPresenter::PainterPresenter(std::unique_ptr<FrameTexture> texture,
                                   std::function<void()> swap, PixelSize size)
    : m_texture(std::move(texture))
    , m_swap(std::move(swap))
    , m_painter(size) {}

Result<TextureId> PainterPresenter::create_texture(PixelSize size, TextureFormat format) {
    return m_painter.create_texture(size, format);
}

void PainterPresenter::update_texture(TextureId texture, PixelRect area,
                                      std::span<std::uint8_t const> pixels) {
    m_painter.update_texture(texture, area, pixels);
}

void PainterPresenter::destroy_texture(TextureId texture) {
    m_painter.destroy_texture(texture);
}

Result<FrameReport> PainterPresenter::present(ImDrawData const& frame, PixelSize size) {
    if (size != m_painter.size()) {
        m_painter.resize(size);
    }
    auto const damage = m_painter.paint(frame);
    if (damage.empty()) {
        return FrameReport{};
    }
    if (auto const uploaded = m_texture->upload(m_painter.pixels(), size, damage); !uploaded) {
        m_painter.forget();
        return tl::unexpected(uploaded.error());
    }
    m_texture->draw(size);
    m_swap();
    return FrameReport{true, pixels_in(damage)};
}

Result<Image> PainterPresenter::screenshot() {
    return m_painter.image();
}

void PainterPresenter::exposed() {
    m_painter.forget();
}

} // namespace inloop::platform::glfw
