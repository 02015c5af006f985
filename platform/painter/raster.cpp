// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace inloop::platform::painter {

namespace {

void blend_color(Pixel& target, Color color) {
    if (color.a == 255) {
        target = opaque_pixel(color);
    } else if (color.a != 0) {
        target = blend(target, make_ink(color, color.a));
    }
}

void fill_row(Pixel* row, int count, Color color) {
    if (color.a == 255) {
        std::fill_n(row, count, opaque_pixel(color));
        return;
    }
    Ink const ink = make_ink(color, color.a);
    for (int x = 0; x < count; ++x) {
        row[x] = blend(row[x], ink);
    }
}

void blit_coverage_row(Pixel* row, int count, std::uint8_t const* coverage, Color color) {
    for (int x = 0; x < count; ++x) {
        // Most of a glyph's box is empty.
        if (coverage[x] != 0) {
            row[x] = blend(row[x], make_ink(color, coverage[x]));
        }
    }
}

void blit_alpha8(Surface surface, PixelRect area, Blit const& blit) {
    for (int y = area.top; y < area.bottom; ++y) {
        std::uint8_t const* const texels =
            blit.texture->bytes_at(area.left + blit.shift_x, y + blit.shift_y);
        Pixel* const row = surface.at(area.left, y);
        if (blit.color.a == 255) {
            blit_coverage_row(row, area.width(), texels, blit.color);
            continue;
        }
        for (int x = 0; x < area.width(); ++x) {
            std::uint8_t const alpha = multiply(texels[x], blit.color.a);
            row[x] = blend(row[x], make_ink(blit.color, alpha));
        }
    }
}

void blit_rgba8(Surface surface, PixelRect area, Blit const& blit) {
    for (int y = area.top; y < area.bottom; ++y) {
        std::uint8_t const* texel =
            blit.texture->bytes_at(area.left + blit.shift_x, y + blit.shift_y);
        Pixel* const row = surface.at(area.left, y);
        for (int x = 0; x < area.width(); ++x, texel += 4) {
            blend_color(row[x], multiply({texel[0], texel[1], texel[2], texel[3]}, blit.color));
        }
    }
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { // b > 0
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// One side of a triangle: value(x, y) >= 0 for the pixels whose centre is on its inner side.
struct Edge {
    std::int64_t origin = 0; // at the centre of pixel (0, 0)
    std::int64_t per_x = 0; // more for each pixel to the right
    std::int64_t per_y = 0;

    Edge(Corner const& from, Corner const& to) {
        std::int64_t const dx = to.x - from.x;
        std::int64_t const dy = to.y - from.y;
        bool const top_or_left = dy < 0 || (dy == 0 && dx > 0);
        origin = dx * (128 - from.y) - dy * (128 - from.x) - (top_or_left ? 0 : 1);
        per_x = -dy * 256;
        per_y = dx * 256;
    }

    // Narrows [left, right) to the pixels of row `y` on the inner side.
    void narrow(int y, std::int64_t& left, std::int64_t& right) const {
        std::int64_t const start = origin + per_y * y;
        if (per_x > 0) {
            left = std::max(left, -floor_divide(start, per_x));
        } else if (per_x < 0) {
            right = std::min(right, floor_divide(start, -per_x) + 1);
        } else if (start < 0) {
            right = left;
        }
    }
};

// A value that changes evenly over a triangle: `at` is its value in the first corner.
struct Slope {
    double at = 0;
    double per_x = 0;
    double per_y = 0;

    [[nodiscard]] double value(double x, double y) const { return at + per_x * x + per_y * y; }
};

class Slopes {
public:
    explicit Slopes(std::array<Corner, 3> const& corners)
        : m_origin{corners[0].x / 256.0, corners[0].y / 256.0}
        , m_x1((corners[1].x - corners[0].x) / 256.0)
        , m_y1((corners[1].y - corners[0].y) / 256.0)
        , m_x2((corners[2].x - corners[0].x) / 256.0)
        , m_y2((corners[2].y - corners[0].y) / 256.0)
        , m_area(m_x1 * m_y2 - m_x2 * m_y1) {}

    [[nodiscard]] Slope slope(double a, double b, double c) const {
        return {a, ((b - a) * m_y2 - (c - a) * m_y1) / m_area,
                ((c - a) * m_x1 - (b - a) * m_x2) / m_area};
    }
    // From a pixel's number to its centre relative to the first corner.
    [[nodiscard]] double x_of(std::int64_t x) const {
        return static_cast<double>(x) + 0.5 - m_origin.x;
    }
    [[nodiscard]] double y_of(int y) const { return y + 0.5 - m_origin.y; }

private:
    struct {
        double x;
        double y;
    } m_origin;
    double m_x1;
    double m_y1;
    double m_x2;
    double m_y2;
    double m_area;
};

// Cuts off the fraction: color_slope() has added the half that makes it rounding.
std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
}

// What the pixels of a triangle that is not of one colour look like.
class Shading {
public:
    explicit Shading(Triangle const& t)
        : m_texture(t.texture)
        , m_slopes(t.corners)
        , m_r(color_slope(t, &Color::r))
        , m_g(color_slope(t, &Color::g))
        , m_b(color_slope(t, &Color::b))
        , m_a(color_slope(t, &Color::a))
        , m_u(m_slopes.slope(static_cast<double>(t.corners[0].u),
                             static_cast<double>(t.corners[1].u),
                             static_cast<double>(t.corners[2].u)))
        , m_v(m_slopes.slope(static_cast<double>(t.corners[0].v),
                             static_cast<double>(t.corners[1].v),
                             static_cast<double>(t.corners[2].v))) {}

    void paint_row(Pixel* row, int y, std::int64_t left, std::int64_t right) const {
        double const dy = m_slopes.y_of(y);
        for (std::int64_t x = left; x < right; ++x, ++row) {
            double const dx = m_slopes.x_of(x);
            Color color{to_byte(m_r.value(dx, dy)), to_byte(m_g.value(dx, dy)),
                        to_byte(m_b.value(dx, dy)), to_byte(m_a.value(dx, dy))};
            if (m_texture != nullptr) {
                color = multiply(color, m_texture->nearest(static_cast<float>(m_u.value(dx, dy)),
                                                           static_cast<float>(m_v.value(dx, dy))));
            }
            blend_color(*row, color);
        }
    }

private:
    [[nodiscard]] Slope color_slope(Triangle const& t, std::uint8_t Color::*channel) const {
        return m_slopes.slope(t.corners[0].color.*channel + 0.5, t.corners[1].color.*channel + 0.5,
                              t.corners[2].color.*channel + 0.5);
    }

    Texture const* m_texture;
    Slopes m_slopes;
    Slope m_r;
    Slope m_g;
    Slope m_b;
    Slope m_a;
    Slope m_u;
    Slope m_v;
};

// Calls `row(pixels, y, left, right)` for every row of the triangle that has pixels inside `area`.
template <class Row>
void for_each_row(Surface surface, PixelRect area, Triangle const& t, Row&& row) {
    Edge const edges[] = {
        {t.corners[0], t.corners[1]}, {t.corners[1], t.corners[2]}, {t.corners[2], t.corners[0]}};
    for (int y = area.top; y < area.bottom; ++y) {
        std::int64_t left = area.left;
        std::int64_t right = area.right;
        for (Edge const& edge : edges) {
            edge.narrow(y, left, right);
        }
        if (left < right) {
            row(surface.at(static_cast<int>(left), y), y, left, right);
        }
    }
}

} // namespace

void paint(Surface surface, PixelRect area, Fill const& fill) {
    for (int y = area.top; y < area.bottom; ++y) {
        fill_row(surface.at(area.left, y), area.width(), fill.color);
    }
}

void paint(Surface surface, PixelRect area, Blit const& blit) {
    if (blit.texture->format() == TextureFormat::alpha8) {
        blit_alpha8(surface, area, blit);
    } else {
        blit_rgba8(surface, area, blit);
    }
}

void paint(Surface surface, PixelRect area, Triangle const& t) {
    if (t.texture == nullptr && t.corners[0].color == t.corners[1].color &&
        t.corners[0].color == t.corners[2].color) {
        for_each_row(surface, area, t, [&](Pixel* row, int, std::int64_t left, std::int64_t right) {
            fill_row(row, static_cast<int>(right - left), t.corners[0].color);
        });
        return;
    }
    Shading const shading(t);
    for_each_row(surface, area, t, [&](Pixel* row, int y, std::int64_t left, std::int64_t right) {
        shading.paint_row(row, y, left, right);
    });
}

} // namespace inloop::platform::painter
