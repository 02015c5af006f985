// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>

namespace inloop::ui {

// A rectangle in physical pixels, and the ways screens cut it into parts. The take_ functions cut a
// part off and leave the rest behind, so that a layout reads from the outside in.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    [[nodiscard]] bool overlaps(Rect const& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    // Grown by d on every side; shrunk when d is negative, never below nothing.
    [[nodiscard]] Rect grown(float d) const { return grown(d, d); }
    [[nodiscard]] Rect grown(float dx, float dy) const {
        return {x - dx, y - dy, std::max(0.0F, w + 2 * dx), std::max(0.0F, h + 2 * dy)};
    }
    // The lowest part, `height` tall.
    [[nodiscard]] Rect lower(float height) const { return {x, bottom() - height, w, height}; }
    // A part of the given size in the middle.
    [[nodiscard]] Rect centred(float width, float height) const {
        return {x + (w - width) / 2, y + (h - height) / 2, width, height};
    }

    Rect take_top(float size, float gap = 0) {
        Rect const part{x, y, w, std::min(size, h)};
        cut(y, h, size + gap);
        return part;
    }
    Rect take_bottom(float size, float gap = 0) {
        float const take = std::min(size, h);
        Rect const part{x, y + h - take, w, take};
        h = std::max(0.0F, h - size - gap);
        return part;
    }
    Rect take_left(float size, float gap = 0) {
        Rect const part{x, y, std::min(size, w), h};
        cut(x, w, size + gap);
        return part;
    }
    Rect take_right(float size, float gap = 0) {
        float const take = std::min(size, w);
        Rect const part{x + w - take, y, take, h};
        w = std::max(0.0F, w - size - gap);
        return part;
    }
    // Cell (column, row) of a grid that fills the rectangle.
    [[nodiscard]] Rect cell(int column, int row, int columns, int rows, float gap_x,
                            float gap_y) const {
        float const cell_w =
            (w - gap_x * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        float const cell_h = (h - gap_y * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        return {x + static_cast<float>(column) * (cell_w + gap_x),
                y + static_cast<float>(row) * (cell_h + gap_y), cell_w, cell_h};
    }

    friend bool operator==(Rect const&, Rect const&) = default;

private:
    static void cut(float& start, float& length, float amount) {
        start += std::min(amount, length);
        length = std::max(0.0F, length - amount);
    }
};

} // namespace inloop::ui
