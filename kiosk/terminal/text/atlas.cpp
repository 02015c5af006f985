// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/atlas.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace inloop::text {

using platform::PixelRect;
using platform::PixelSize;

Atlas::Atlas(int side) : m_side(side) {
    add_white();
}

std::vector<AtlasChange> Atlas::take_changes() {
    return std::exchange(m_changes, {});
}

std::optional<PixelRect> Atlas::add(PixelSize size, std::span<std::uint8_t const> coverage) {
    // One clear pixel right of and below each picture keeps neighbours apart wherever a sampler
    // rounds.
    PixelSize const cell{size.width + 1, size.height + 1};
    Shelf* const shelf = shelf_for(cell);
    if (shelf == nullptr) {
        return std::nullopt;
    }
    int const left = std::exchange(shelf->filled, shelf->filled + cell.width);
    int const top = shelf->top;

    AtlasChange change;
    change.area = {left, top, left + cell.width, top + cell.height};
    change.pixels.resize(static_cast<std::size_t>(cell.width) *
                         static_cast<std::size_t>(cell.height));
    auto const width = static_cast<std::size_t>(size.width);
    for (std::size_t row = 0; row < static_cast<std::size_t>(size.height); ++row) {
        auto const from = coverage.subspan(row * width, width);
        std::copy(from.begin(), from.end(),
                  change.pixels.begin() + static_cast<std::ptrdiff_t>(row * (width + 1)));
    }
    m_changes.push_back(std::move(change));
    return PixelRect{left, top, left + size.width, top + size.height};
}

void Atlas::clear() {
    ++m_generation;
    m_bottom = 0;
    m_shelves.clear();
    m_changes.clear();
    add_white();
}

Atlas::Shelf* Atlas::shelf_for(PixelSize cell) {
    int const height = (cell.height + kShelfStep - 1) / kShelfStep * kShelfStep;
    Shelf* best = nullptr;
    for (Shelf& shelf : m_shelves) {
        bool const fits = shelf.height >= cell.height && shelf.filled + cell.width <= m_side;
        // A shelf much higher than the picture would waste its room, unless no new one can be made.
        bool const close = shelf.height <= height + height / 2;
        if (fits && close && (best == nullptr || shelf.height < best->height)) {
            best = &shelf;
        }
    }
    if (best != nullptr) {
        return best;
    }
    if (cell.width <= m_side && m_bottom + cell.height <= m_side) {
        m_shelves.push_back({m_bottom, std::min(height, m_side - m_bottom), 0});
        m_bottom += m_shelves.back().height;
        return &m_shelves.back();
    }
    for (Shelf& shelf : m_shelves) {
        if (shelf.height >= cell.height && shelf.filled + cell.width <= m_side) {
            return &shelf;
        }
    }
    return nullptr;
}

void Atlas::add_white() {
    std::vector<std::uint8_t> const white(static_cast<std::size_t>(kWhiteSide * kWhiteSide), 255);
    static_cast<void>(add({kWhiteSide, kWhiteSide}, white));
}

} // namespace inloop::text
