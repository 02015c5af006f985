// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"

#include <cmath>
#include <cstdint>

namespace inloop::ui {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    [[nodiscard]] Colour with_alpha(float alpha) const;
    friend bool operator==(Colour const&, Colour const&) = default;
};

// #RRGGBB as 0xRRGGBB.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>((hex >> 16U) & 0xFFU),
            static_cast<std::uint8_t>((hex >> 8U) & 0xFFU), static_cast<std::uint8_t>(hex & 0xFFU),
            255};
}

// Contrast of two opaque colours by WCAG 2.2 (1 to 21).
[[nodiscard]] double contrast(Colour a, Colour b);

// Every colour of the kiosk. Their pairs keep at least 4.5:1 (theme_test measures it). Amber means
// go on, blue chosen or information, green done, red 112 and nothing else.
struct Palette {
    Colour paper, card, bar, bed, tint;
    Colour ink, ink_soft, blue, on_blue;
    Colour amber, amber_edge, amber_pressed, on_amber;
    Colour green, green_tint;
    Colour red, on_red, strip, on_strip, on_strip_soft;
    Colour edge, line, off, function_key, pressed, on_pressed;
    Colour cover; // lies over a screen under a dialog
    Colour sand, water, green_area, road; // of the sketch map
};

// Which of the three arrangements fits this display.
enum class Shape : std::uint8_t {
    wide, // 10 inch landscape, designed at 1280x800
    compact, // 7 inch landscape, designed at 800x480
    tall, // portrait, designed at 720x1280
};

enum class LetterSize : std::uint8_t { normal, large };
enum class Contrast : std::uint8_t { normal, high };
enum class Reach : std::uint8_t { normal, low };

struct ThemeSpec {
    platform::PixelSize size{1280, 800};
    float pixels_per_mm = 5.9F;
    LetterSize letters = LetterSize::normal;
    Contrast contrast = Contrast::normal;
    Reach reach = Reach::normal;
};

// Sizes of letters in pixels (em).
struct TypeScale {
    float idle_title, gate, title, heading, tile, body, card, typed, hint, button, main, strip,
        label, key, code, digits, emergency;
    float smallest; // what a word that must fit may shrink to
};

// Distances and sizes in pixels.
struct Space {
    float margin; // from the edge of the display to what stands on it
    float gap_x; // between tiles
    float gap_y;
    float padding; // inside a card
    float small; // between things that belong together
    float strip, bar; // heights of the two fixed bands
    float bar_button; // height of a button in the bar
    float wipe, back, main, setting; // widths in the bar
    float button; // height of a button in the content
    float icon, icon_square;
    float key_gap_x, key_gap_y, keyboard; // keyboard: height of all keys together
    float radius_dialog, radius, radius_icon, radius_key, radius_chip;
    float border, border_focus, edge, key_edge, dialog_edge;
};

// How everything looks on one display with one visitor's settings. The only place with colours and
// sizes: screens name them, never write a number of pixels. Lengths are the design's (look.md of
// the project) times one scale that fits the display; what may be touched is never under
// kSmallestTargetMm on the displays the kiosk is made for.
struct Theme {
    ThemeSpec spec;
    Shape shape = Shape::wide;
    float scale = 1; // display pixels for one pixel of the design
    Palette palette{};
    TypeScale type{};
    Space space{};

    [[nodiscard]] static Theme make(ThemeSpec const& spec);
    // A length of the design in whole pixels of this display.
    [[nodiscard]] float px(float design) const { return std::round(design * scale); }
    // The same where the three designs differ.
    [[nodiscard]] float px(float wide, float compact, float tall) const {
        return px(shape == Shape::wide ? wide : (shape == Shape::compact ? compact : tall));
    }
    [[nodiscard]] float mm(float millimetres) const { return millimetres * spec.pixels_per_mm; }
    [[nodiscard]] bool high_contrast() const { return spec.contrast == Contrast::high; }
    [[nodiscard]] bool large() const { return spec.letters == LetterSize::large; }
    [[nodiscard]] bool low_reach() const { return spec.reach == Reach::low; }
};

// EN 301 549 and WCAG 2.5.5 speak of 44 CSS px; the look of this kiosk asks for 15 mm and never
// under 9 mm.
inline constexpr float kSmallestTargetMm = 9.0F;

} // namespace inloop::ui
