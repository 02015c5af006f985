// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/painter.h"

#include "platform/painter/raster.h"
#include "platform/painter/tuning.h"

#include <algorithm>
#include <variant>

namespace inloop::platform {

using painter::kLongestSide;

Painter::Painter(PixelSize size) : m_scene(m_textures, m_grid) {
    resize(size);
}

void Painter::resize(PixelSize size) {
    m_size = {std::clamp(size.width, 0, kLongestSide), std::clamp(size.height, 0, kLongestSide)};
    m_pixels.assign(static_cast<std::size_t>(m_size.width) *
                        static_cast<std::size_t>(m_size.height),
                    painter::kBlack);
    m_grid.resize(m_size);
}

Result<TextureId> Painter::create_texture(PixelSize size, TextureFormat format) {
    return m_textures.create(size, format);
}

void Painter::update_texture(TextureId texture, PixelRect area,
                             std::span<std::uint8_t const> pixels) {
    m_textures.update(texture, area, pixels);
}

void Painter::destroy_texture(TextureId texture) {
    m_textures.destroy(texture);
}

std::span<PixelRect const> Painter::paint(ImDrawData const& frame) {
    m_grid.begin_frame();
    m_scene.collect(frame, m_size);
    auto const damage = m_grid.finish_frame();
    if (!damage.empty()) {
        repaint();
    }
    return damage;
}

void Painter::repaint() {
    painter::Surface const surface{m_pixels.data(), m_size.width};
    m_grid.for_each_bare_tile([&](PixelRect tile) {
        painter::paint(surface, tile, painter::Fill{{0, 0, 0, 255}});
    });
    std::uint32_t number = 0;
    for (painter::Placed const& placed : m_scene.primitives()) {
        m_grid.for_each_part(placed.bounds, number++, [&](PixelRect part) {
            std::visit([&](auto const& what) { painter::paint(surface, part, what); }, placed.what);
        });
    }
}

Image Painter::image() const {
    Image image{m_size, {}};
    image.rgba.reserve(m_pixels.size() * 4);
    for (painter::Pixel const pixel : m_pixels) {
        image.rgba.push_back(static_cast<std::uint8_t>(pixel >> 16U));
        image.rgba.push_back(static_cast<std::uint8_t>(pixel >> 8U));
        image.rgba.push_back(static_cast<std::uint8_t>(pixel));
        image.rgba.push_back(static_cast<std::uint8_t>(pixel >> 24U));
    }
    return image;
}

std::int64_t pixels_in(std::span<PixelRect const> rectangles) {
    std::int64_t sum = 0;
    for (PixelRect const& r : rectangles) {
        sum += std::int64_t{r.width()} * r.height();
    }
    return sum;
}

} // namespace inloop::platform
