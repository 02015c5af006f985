// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/tile_grid.h"

#include "platform/painter/hash.h"

#include <algorithm>

namespace inloop::platform::painter {

void TileGrid::resize(PixelSize size) {
    m_size = size;
    m_across = (size.width + kTileSide - 1) / kTileSide;
    m_down = (size.height + kTileSide - 1) / kTileSide;
    m_tiles.assign(index(0, m_down), Tile{});
    m_previous.assign(m_tiles.size(), 0);
    m_everything = true;
}

void TileGrid::forget() {
    m_everything = true;
}

void TileGrid::begin_frame() {
    std::fill(m_tiles.begin(), m_tiles.end(), Tile{.hash = Hash{}.value});
}

void TileGrid::add(PixelRect bounds, std::uint64_t hash, Covers covers, std::uint32_t primitive) {
    int const right = (bounds.right - 1) / kTileSide;
    int const bottom = (bounds.bottom - 1) / kTileSide;
    for (int y = bounds.top / kTileSide; y <= bottom; ++y) {
        bool const whole_row = covers == Covers::yes && bounds.top <= y * kTileSide &&
                               bounds.bottom >= std::min((y + 1) * kTileSide, m_size.height);
        for (int x = bounds.left / kTileSide; x <= right; ++x) {
            Tile& tile = m_tiles[index(x, y)];
            if (whole_row && bounds.left <= x * kTileSide &&
                bounds.right >= std::min((x + 1) * kTileSide, m_size.width)) {
                tile = Tile{.hash = Hash{}.value, .first = primitive, .covered = true};
            }
            tile.hash = Hash{tile.hash}.add(hash).value;
        }
    }
}

std::span<PixelRect const> TileGrid::finish_frame() {
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i].damaged = m_everything || m_tiles[i].hash != m_previous[i];
        m_previous[i] = m_tiles[i].hash;
    }
    m_everything = false;
    collect_damage();
    return m_damage;
}

void TileGrid::collect_damage() {
    m_damage.clear();
    for (int y = 0; y < m_down; ++y) {
        for (int x = 0; x < m_across; ++x) {
            if (!m_tiles[index(x, y)].damaged) {
                continue;
            }
            int const start = x;
            while (x + 1 < m_across && m_tiles[index(x + 1, y)].damaged) {
                ++x;
            }
            add_damage({start * kTileSide, y * kTileSide,
                        std::min((x + 1) * kTileSide, m_size.width),
                        std::min((y + 1) * kTileSide, m_size.height)});
        }
    }
}

void TileGrid::add_damage(PixelRect run) {
    // A run right below one of the same width makes that one longer. Only the row above can end at
    // our top.
    for (auto above = m_damage.rbegin(); above != m_damage.rend(); ++above) {
        if (above->bottom < run.top) {
            continue;
        }
        if (above->bottom == run.top && above->left == run.left && above->right == run.right) {
            above->bottom = run.bottom;
            return;
        }
    }
    m_damage.push_back(run);
}

} // namespace inloop::platform::painter
