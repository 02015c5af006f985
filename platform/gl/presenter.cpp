// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/presenter.h"

#include "platform/gl/gl_functions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace inloop::platform {

namespace {

// OpenGL's rows go from the bottom up.
void turn_upside_down(Image& image) {
    auto const row = static_cast<std::ptrdiff_t>(image.size.width) * 4;
    for (int y = 0; y < image.size.height / 2; ++y) {
        auto const top = image.rgba.begin() + y * row;
        auto const bottom = image.rgba.begin() + (image.size.height - 1 - y) * row;
        std::swap_ranges(top, top + row, bottom);
    }
}

} // namespace

Result<Image> read_back_buffer(GlLoader loader, PixelSize size) {
    auto const gl = gl::GlFunctions::load(loader);
    if (!gl) {
        return tl::unexpected(gl.error());
    }
    Image image{size, {}};
    image.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
                      4);
    gl->read_pixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    // The window's own alpha is not seen by anybody.
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        image.rgba[i] = 255;
    }
    turn_upside_down(image);
    return image;
}

GlPresenter::GlPresenter(std::unique_ptr<GlRenderer> renderer, GlLoader loader,
                         std::function<void()> swap, Screenshots screenshots)
    : m_renderer(std::move(renderer))
    , m_loader(loader)
    , m_swap(std::move(swap))
    , m_screenshots(screenshots) {}

Result<TextureId> GlPresenter::create_texture(PixelSize size, TextureFormat format) {
    return m_renderer->create_texture(size, format);
}

void GlPresenter::update_texture(TextureId texture, PixelRect area,
                                 std::span<std::uint8_t const> pixels) {
    m_renderer->update_texture(texture, area, pixels);
}

void GlPresenter::destroy_texture(TextureId texture) {
    m_renderer->destroy_texture(texture);
}

Result<FrameReport> GlPresenter::present(ImDrawData const& frame, PixelSize size) {
    if (size != m_size) {
        m_renderer->forget();
        m_size = size;
    }
    FrameReport const report = m_renderer->draw(frame, size);
    if (!report.presented) {
        return report;
    }
    if (m_screenshots == Screenshots::allow) {
        auto image = read_back_buffer(m_loader, size);
        if (!image) {
            return tl::unexpected(image.error());
        }
        m_shown = std::move(*image);
    }
    m_swap();
    return report;
}

Result<Image> GlPresenter::screenshot() {
    if (!m_shown) {
        return fail(ErrorCode::unavailable, "nothing was shown yet");
    }
    return *m_shown;
}

void GlPresenter::exposed() {
    m_renderer->forget();
}

} // namespace inloop::platform
