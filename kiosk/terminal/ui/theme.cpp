// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/theme.h"

#include <algorithm>

namespace inloop::ui {

namespace {

Palette normal_palette() {
    Palette p;
    p.paper = rgb(0xF7F3EB);
    p.card = rgb(0xFFFFFF);
    p.bar = rgb(0xEAE4D7);
    p.bed = rgb(0xDDD5C5);
    p.tint = rgb(0xE1EAF4);
    p.ink = rgb(0x14223B);
    p.ink_soft = rgb(0x3B4760);
    p.blue = rgb(0x1B4A7F);
    p.on_blue = rgb(0xFFFFFF);
    p.amber = rgb(0xF4B13A);
    p.amber_edge = rgb(0x9A6200);
    p.amber_pressed = rgb(0xE29A1B);
    p.on_amber = rgb(0x14223B);
    p.green = rgb(0x14532D);
    p.green_tint = rgb(0xE2F0E6);
    p.red = rgb(0xAE1320);
    p.on_red = rgb(0xFFFFFF);
    p.strip = rgb(0x14223B);
    p.on_strip = rgb(0xFFFFFF);
    p.on_strip_soft = rgb(0xB9C3D3);
    p.edge = rgb(0x8B8374);
    p.line = rgb(0xD6CDBD);
    p.off = rgb(0x555D6E);
    p.function_key = rgb(0xC9D3DF);
    p.pressed = rgb(0xE1EAF4);
    p.on_pressed = rgb(0x14223B);
    p.cover = rgb(0x14223B).with_alpha(0.72F);
    p.sand = rgb(0xF0E8DB);
    p.water = rgb(0xBDD1E7);
    p.green_area = rgb(0xD6E2CD);
    p.road = rgb(0xFFFFFF);
    return p;
}

Palette high_contrast_palette() {
    Colour const black = rgb(0x000000);
    Colour const white = rgb(0xFFFFFF);
    Colour const yellow = rgb(0xFFD84D);
    Palette p;
    p.paper = p.card = p.bar = p.bed = p.tint = p.green_tint = p.strip = p.function_key = black;
    p.ink = p.ink_soft = p.blue = p.green = p.on_strip = p.on_strip_soft = p.edge = p.line = white;
    p.on_blue = black; // chosen: white with black letters
    p.amber = p.amber_edge = yellow;
    p.amber_pressed = p.pressed = white;
    p.on_amber = p.on_pressed = black;
    p.red = rgb(0xAE1320);
    p.on_red = white;
    p.off = rgb(0x9A9A9A);
    p.cover = black.with_alpha(0.8F);
    p.sand = p.water = p.green_area = p.road = black; // streets show by their borders
    return p;
}

struct Design {
    float width, height;
    TypeScale type;
    Space space;
};

// The three designs, in their own pixels (look.md, "Type", "Space", "Target sizes").
Design wide_design() {
    return {1280,
            800,
            {.idle_title = 64,
             .gate = 56,
             .title = 44,
             .heading = 32,
             .tile = 30,
             .body = 28,
             .card = 26,
             .typed = 26,
             .hint = 23,
             .button = 22,
             .main = 26,
             .strip = 22,
             .label = 18,
             .key = 34,
             .code = 40,
             .digits = 36,
             .emergency = 190,
             .smallest = 16},
            {.margin = 32,
             .gap_x = 24,
             .gap_y = 20,
             .padding = 24,
             .small = 12,
             .strip = 48,
             .bar = 104,
             .bar_button = 80,
             .wipe = 212,
             .back = 140,
             .main = 304,
             .setting = 84,
             .button = 68,
             .icon = 34,
             .icon_square = 64,
             .key_gap_x = 12,
             .key_gap_y = 14,
             .keyboard = 418,
             .radius_dialog = 24,
             .radius = 16,
             .radius_icon = 14,
             .radius_key = 10,
             .radius_chip = 6,
             .border = 2,
             .border_focus = 3,
             .edge = 4,
             .key_edge = 3,
             .dialog_edge = 8}};
}

Design compact_design() {
    return {800,
            480,
            {.idle_title = 40,
             .gate = 34,
             .title = 30,
             .heading = 22,
             .tile = 21,
             .body = 20,
             .card = 19,
             .typed = 20,
             .hint = 18,
             .button = 18,
             .main = 20,
             .strip = 19,
             .label = 16,
             .key = 24,
             .code = 26,
             .digits = 24,
             .emergency = 112,
             .smallest = 15},
            {.margin = 16,
             .gap_x = 18,
             .gap_y = 16,
             .padding = 14,
             .small = 8,
             .strip = 36,
             .bar = 72,
             .bar_button = 54,
             .wipe = 156,
             .back = 98,
             .main = 204,
             .setting = 86,
             .button = 50,
             .icon = 26,
             .icon_square = 46,
             .key_gap_x = 10,
             .key_gap_y = 8,
             .keyboard = 232,
             .radius_dialog = 20,
             .radius = 13,
             .radius_icon = 11,
             .radius_key = 8,
             .radius_chip = 5,
             .border = 2,
             .border_focus = 2,
             .edge = 3,
             .key_edge = 3,
             .dialog_edge = 6}};
}

Design tall_design() {
    return {720,
            1280,
            {.idle_title = 60,
             .gate = 54,
             .title = 50,
             .heading = 38,
             .tile = 38,
             .body = 34,
             .card = 32,
             .typed = 34,
             .hint = 29,
             .button = 29,
             .main = 37,
             .strip = 31,
             .label = 25,
             .key = 42,
             .code = 44,
             .digits = 42,
             .emergency = 132,
             .smallest = 22},
            {.margin = 24,
             .gap_x = 24,
             .gap_y = 26,
             .padding = 22,
             .small = 14,
             .strip = 68,
             .bar = 262,
             .bar_button = 110,
             .wipe = 236,
             .back = 152,
             .main = 252,
             .setting = 123,
             .button = 92,
             .icon = 44,
             .icon_square = 68,
             .key_gap_x = 14,
             .key_gap_y = 14,
             .keyboard = 536,
             .radius_dialog = 28,
             .radius = 20,
             .radius_icon = 16,
             .radius_key = 14,
             .radius_chip = 8,
             .border = 2,
             .border_focus = 4,
             .edge = 6,
             .key_edge = 4,
             .dialog_edge = 10}};
}

// Under this width a landscape display is held to be a 7 inch one.
constexpr float kCompactWidthMm = 185;

Shape shape_of(ThemeSpec const& spec) {
    if (spec.size.height > spec.size.width) {
        return Shape::tall;
    }
    float const width_mm = static_cast<float>(spec.size.width) / spec.pixels_per_mm;
    return width_mm < kCompactWidthMm ? Shape::compact : Shape::wide;
}

Design design_of(Shape shape) {
    switch (shape) {
    case Shape::compact:
        return compact_design();
    case Shape::tall:
        return tall_design();
    case Shape::wide:
        break;
    }
    return wide_design();
}

// Multiplies every float of a plain struct of floats. Lengths are whole pixels, so that edges are
// sharp.
template <class Floats>
void scale_all(Floats& floats, float scale) {
    static_assert(sizeof(Floats) % sizeof(float) == 0);
    auto* first = reinterpret_cast<float*>(&floats);
    std::for_each(first, first + sizeof(Floats) / sizeof(float),
                  [scale](float& value) { value = std::max(1.0F, std::round(value * scale)); });
}

// What large letters change on one shape of display.
struct Enlargement {
    float letters; // of every text
    float key; // as large as a key lets it be
    float smallest;
    float strip, bar, bar_button, setting, margin, button, icon;
};

Enlargement enlargement_of(Shape shape) {
    switch (shape) {
    case Shape::compact:
        return {.letters = 44,
                .key = 34,
                .smallest = 30,
                .strip = 62,
                .bar = 88,
                .bar_button = 68,
                .setting = 62,
                .margin = 12,
                .button = 68,
                .icon = 42};
    case Shape::tall:
        return {.letters = 61,
                .key = 54,
                .smallest = 40,
                .strip = 96,
                .bar = 262,
                .bar_button = 110,
                .setting = 104,
                .margin = 24,
                .button = 110,
                .icon = 60};
    case Shape::wide:
        break;
    }
    return {.letters = 61,
            .key = 61,
            .smallest = 40,
            .strip = 88,
            .bar = 128,
            .bar_button = 100,
            .setting = 100,
            .margin = 24,
            .button = 100,
            .icon = 60};
}

// Large letters: every text at the height of EN 301 549 clause 5.1.4 for 600 mm (7.4 mm capitals;
// 5.9 mm on the 7 inch display, which is held closer), buttons and bands with it.
void enlarge(Design& design, Shape shape) {
    Enlargement const large = enlargement_of(shape);
    TypeScale& type = design.type;
    for (float* size : {&type.idle_title, &type.gate, &type.title, &type.heading, &type.tile,
                        &type.body, &type.card, &type.typed, &type.hint, &type.button, &type.main,
                        &type.strip, &type.label, &type.code, &type.digits}) {
        *size = std::max(*size, large.letters);
    }
    type.key = large.key;
    type.smallest = large.smallest;
    Space& space = design.space;
    space.strip = large.strip;
    space.bar = large.bar;
    space.bar_button = large.bar_button;
    space.setting = large.setting;
    space.margin = large.margin;
    space.button = large.button;
    space.icon = large.icon;
    space.icon_square = std::max(space.icon_square, large.icon * 1.3F);
}

} // namespace

Colour Colour::with_alpha(float alpha) const {
    return {r, g, b,
            static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255.0F))};
}

double contrast(Colour a, Colour b) {
    auto const linear = [](std::uint8_t channel) {
        double const c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    auto const luminance = [&](Colour c) {
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    };
    auto const [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Theme Theme::make(ThemeSpec const& spec) {
    Theme theme;
    theme.spec = spec;
    theme.shape = shape_of(spec);
    Design design = design_of(theme.shape);
    theme.scale = std::min(static_cast<float>(spec.size.width) / design.width,
                           static_cast<float>(spec.size.height) / design.height);
    if (spec.letters == LetterSize::large) {
        enlarge(design, theme.shape);
    }
    theme.palette = spec.contrast == Contrast::high ? high_contrast_palette() : normal_palette();
    theme.type = design.type;
    theme.space = design.space;
    scale_all(theme.type, theme.scale);
    scale_all(theme.space, theme.scale);
    return theme;
}

} // namespace inloop::ui
