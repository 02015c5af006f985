// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::platform {

// All in physical pixels of the display, x to the right, y down, origin at the top left.
struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(Point const&, Point const&) = default;
};

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(PixelSize const&, PixelSize const&) = default;
};

// Half-open: covers x in [left, right), y in [top, bottom).
struct PixelRect {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    friend bool operator==(PixelRect const&, PixelRect const&) = default;
};

} // namespace inloop::platform
