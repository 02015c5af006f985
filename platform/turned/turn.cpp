// SPDX-License-Identifier: EUPL-1.2
#include "platform/turned/turn.h"

#include <algorithm>
#include <cstddef>

namespace inloop::platform {

PixelSize turned(PixelSize size, Turn turn) {
    bool const on_its_side = turn == Turn::quarter || turn == Turn::three_quarters;
    return on_its_side ? PixelSize{size.height, size.width} : size;
}

Point to_glass(Point at, PixelSize picture, Turn turn) {
    auto const width = static_cast<float>(picture.width);
    auto const height = static_cast<float>(picture.height);
    switch (turn) {
    case Turn::quarter:
        return {height - at.y, at.x};
    case Turn::half:
        return {width - at.x, height - at.y};
    case Turn::three_quarters:
        return {at.y, width - at.x};
    case Turn::none:
        break;
    }
    return at;
}

Point to_picture(Point at, PixelSize picture, Turn turn) {
    // Drivers name a pixel by its left and top edge, which after a turn is its right or bottom one.
    auto const last_x = static_cast<float>(picture.width - 1);
    auto const last_y = static_cast<float>(picture.height - 1);
    Point there = at;
    if (turn == Turn::quarter) {
        there = {at.y, last_y - at.x};
    } else if (turn == Turn::half) {
        there = {last_x - at.x, last_y - at.y};
    } else if (turn == Turn::three_quarters) {
        there = {last_x - at.y, at.x};
    }
    return {std::max(there.x, 0.0F), std::max(there.y, 0.0F)};
}

Image to_picture(Image const& glass, Turn turn) {
    PixelSize const size = turned(glass.size, turn);
    Image picture{size, std::vector<std::uint8_t>(glass.rgba.size())};
    auto const offset = [](int x, int y, int width) {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x)) *
               4;
    };
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            Point const centre{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
            Point const at = to_glass(centre, size, turn);
            std::copy_n(glass.rgba.data() + offset(static_cast<int>(at.x), static_cast<int>(at.y),
                                                   glass.size.width),
                        4, picture.rgba.data() + offset(x, y, size.width));
        }
    }
    return picture;
}

} // namespace inloop::platform
