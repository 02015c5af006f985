// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "platform/painter/tuning.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inloop::platform::painter {

// Whether a primitive hides all that was drawn before it within its bounds.
enum class Covers : std::uint8_t { no, yes };

// Decides what has to be painted again. A tile's hash covers every primitive that touches it, in
// order; a primitive that covers the whole tile starts it anew, so that what lies hidden below
// costs nothing. One thread.
class TileGrid {
public:
    // Forgets everything: the next frame is damaged as a whole. `size` is not negative.
    void resize(PixelSize size);
    // The next frame is damaged as a whole.
    void forget();

    void begin_frame();
    // `bounds` lies inside the screen and is not empty. Primitives are numbered from 0 in drawing
    // order.
    void add(PixelRect bounds, std::uint64_t hash, Covers covers, std::uint32_t primitive);
    // Compares with the frame before. The rectangles do not overlap and are valid until the next
    // begin_frame().
    std::span<PixelRect const> finish_frame();

    // After finish_frame(): calls `paint(PixelRect)` for each part of `bounds` in which the
    // primitive is to be painted.
    template <class Paint>
    void for_each_part(PixelRect bounds, std::uint32_t primitive, Paint&& paint) const;
    // The same for what no primitive covers and has to be cleared.
    template <class Clear>
    void for_each_bare_tile(Clear&& clear) const;

private:
    struct Tile {
        std::uint64_t hash = 0;
        std::uint32_t first = 0; // primitives before this one are hidden
        bool covered = false;
        bool damaged = false;
    };

    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_across) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool paints(int x, int y, std::uint32_t primitive) const {
        Tile const& tile = m_tiles[index(x, y)];
        return tile.damaged && primitive >= tile.first;
    }
    void collect_damage();
    void add_damage(PixelRect run);

    PixelSize m_size;
    int m_across = 0;
    int m_down = 0;
    bool m_everything = true;
    std::vector<Tile> m_tiles;
    std::vector<std::uint64_t> m_previous;
    std::vector<PixelRect> m_damage;
};

template <class Paint>
void TileGrid::for_each_part(PixelRect bounds, std::uint32_t primitive, Paint&& paint) const {
    int const left = bounds.left / kTileSide;
    int const right = (bounds.right - 1) / kTileSide;
    for (int y = bounds.top / kTileSide; y <= (bounds.bottom - 1) / kTileSide; ++y) {
        PixelRect part;
        part.top = y * kTileSide < bounds.top ? bounds.top : y * kTileSide;
        part.bottom = (y + 1) * kTileSide > bounds.bottom ? bounds.bottom : (y + 1) * kTileSide;
        for (int x = left; x <= right; ++x) {
            if (!paints(x, y, primitive)) {
                continue;
            }
            int const start = x;
            while (x < right && paints(x + 1, y, primitive)) {
                ++x;
            }
            part.left = start == left ? bounds.left : start * kTileSide;
            part.right = x == right ? bounds.right : (x + 1) * kTileSide;
            paint(part);
        }
    }
}

template <class Clear>
void TileGrid::for_each_bare_tile(Clear&& clear) const {
    for (int y = 0; y < m_down; ++y) {
        for (int x = 0; x < m_across; ++x) {
            Tile const& tile = m_tiles[index(x, y)];
            if (!tile.damaged || tile.covered) {
                continue;
            }
            int const right = (x + 1) * kTileSide;
            int const bottom = (y + 1) * kTileSide;
            clear(PixelRect{x * kTileSide, y * kTileSide,
                            right < m_size.width ? right : m_size.width,
                            bottom < m_size.height ? bottom : m_size.height});
        }
    }
}

} // namespace inloop::platform::painter
