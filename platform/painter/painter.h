// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/geometry.h"
#include "platform/api/image.h"
#include "platform/painter/pixel.h"
#include "platform/painter/scene.h"
#include "platform/painter/texture.h"
#include "platform/painter/tile_grid.h"

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;

namespace inloop::platform {

// Draws Dear ImGui's draw data on the CPU into a buffer, and only the 32-pixel tiles whose content
// changed. The result equals Dear ImGui's OpenGL backend with nearest sampling within one level of
// 255. The background is opaque black. The same draw data and textures always give the same bytes.
// Hostile draw data is left out, never followed. Owned by a display; one thread.
class Painter {
public:
    // Sides below 0 count as 0, sides beyond 16384 as 16384.
    explicit Painter(PixelSize size);
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;
    ~Painter() = default;

    [[nodiscard]] PixelSize size() const { return m_size; }
    // The buffer is black afterwards and the next frame is painted as a whole. Textures stay.
    void resize(PixelSize size);
    // The next frame is painted and reported as a whole, because what was shown of the last one is
    // gone.
    void forget() { m_grid.forget(); }

    // As Display's functions of the same name.
    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format);
    void update_texture(TextureId texture, PixelRect area, std::span<std::uint8_t const> pixels);
    void destroy_texture(TextureId texture);

    // Paints one frame (FramebufferScale 1, user callbacks ignored). Returns what changed as
    // rectangles that do not overlap; none when the frame equals the one before. Valid until the
    // next call.
    std::span<PixelRect const> paint(ImDrawData const& frame);

    // Rows from top to bottom without gaps, 0xFFRRGGBB each (XRGB8888 and ARGB8888; in memory B, G,
    // R, 255). Valid until resize().
    [[nodiscard]] std::span<painter::Pixel const> pixels() const { return m_pixels; }
    // Bytes from one row to the next.
    [[nodiscard]] int stride() const { return m_size.width * 4; }

    // A copy of the buffer in R, G, B, A.
    [[nodiscard]] Image image() const;

private:
    void repaint();

    PixelSize m_size;
    std::vector<painter::Pixel> m_pixels;
    painter::TextureStore m_textures;
    painter::TileGrid m_grid;
    painter::Scene m_scene;
};

// How many pixels the rectangles have together.
[[nodiscard]] std::int64_t pixels_in(std::span<PixelRect const> rectangles);

} // namespace inloop::platform
