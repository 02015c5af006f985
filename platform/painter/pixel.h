// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace inloop::platform::painter {

// One pixel on the screen: 0xFFRRGGBB in the machine's byte order, which SDL calls ARGB8888 (and
// takes for XRGB8888) and GL calls GL_BGRA with GL_UNSIGNED_INT_8_8_8_8_REV. Both present it
// without conversion.
using Pixel = std::uint32_t;

inline constexpr Pixel kBlack = 0xFF000000U;

// A colour with straight alpha.
struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 0;
    friend bool operator==(Color const&, Color const&) = default;
};

// x / 255 rounded to nearest, exact for 0 <= x <= 65025.
[[nodiscard]] constexpr std::uint32_t divide_by_255(std::uint32_t x) {
    x += 128U;
    return (x + (x >> 8U)) >> 8U;
}

[[nodiscard]] constexpr std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(divide_by_255(std::uint32_t{a} * b));
}

[[nodiscard]] constexpr Color multiply(Color a, Color b) {
    return {multiply(a.r, b.r), multiply(a.g, b.g), multiply(a.b, b.b), multiply(a.a, b.a)};
}

[[nodiscard]] constexpr Pixel opaque_pixel(Color c) {
    return kBlack | (std::uint32_t{c.r} << 16U) | (std::uint32_t{c.g} << 8U) | c.b;
}

// A colour made ready for blending many pixels: its channels times its alpha, red and blue side by
// side in one word.
struct Ink {
    std::uint32_t red_blue = 0;
    std::uint32_t green = 0;
    std::uint32_t rest = 255; // 255 - alpha
};

[[nodiscard]] constexpr Ink make_ink(Color c, std::uint32_t alpha) {
    return {((std::uint32_t{c.r} << 16U) | c.b) * alpha, std::uint32_t{c.g} * alpha, 255U - alpha};
}

// source * alpha + target * (1 - alpha) in the bytes as they are, rounded once: GL's blending into
// an 8-bit target that is not sRGB-encoded (OpenGL 3.0, 4.1.7). No lane can overflow: 65025 + 128 +
// 254 < 65536.
[[nodiscard]] constexpr Pixel blend(Pixel target, Ink ink) {
    std::uint32_t red_blue = (target & 0x00FF00FFU) * ink.rest + ink.red_blue + 0x00800080U;
    red_blue = ((red_blue + ((red_blue >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
    std::uint32_t green = ((target >> 8U) & 0xFFU) * ink.rest + ink.green;
    return kBlack | red_blue | (divide_by_255(green) << 8U);
}

} // namespace inloop::platform::painter
