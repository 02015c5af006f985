// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/painter.h"
#include "tests/support/canvas.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace inloop::platform {
namespace {

using support::Canvas;
using support::Rgba;
using support::Sketch;

constexpr Rgba kBlack{0, 0, 0, 255};
constexpr Rgba kBlue{20, 60, 220, 255};

TEST(Painter, StartsBlackAndOpaque) {
    Canvas canvas({3, 2});
    EXPECT_EQ(canvas.at(0, 0), kBlack);
    EXPECT_EQ(canvas.at(2, 1), kBlack);
    EXPECT_EQ(canvas.painter.stride(), 12);
}

TEST(Painter, StoresPixelsAsXrgb) {
    // given
    Canvas canvas({1, 1});
    Sketch sketch({1, 1});
    sketch.use(canvas.white);
    sketch.fill(0, 0, 1, 1, {0x12, 0x34, 0x56, 255});
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.painter.pixels()[0], 0xFF123456U);
}

TEST(Painter, BlendsWithTheRoundingOfGl) {
    for (int alpha = 0; alpha <= 255; ++alpha) {
        // given
        Canvas canvas({1, 1});
        Sketch sketch({1, 1});
        sketch.use(canvas.white);
        sketch.fill(0, 0, 1, 1, {200, 0, 77, 255});
        sketch.fill(0, 0, 1, 1, {10, 255, 77, static_cast<std::uint8_t>(alpha)});
        // when
        canvas.paint(sketch);
        // then
        Rgba const got = canvas.at(0, 0);
        EXPECT_EQ(got.r, (10 * alpha + 200 * (255 - alpha) + 127) / 255);
        EXPECT_EQ(got.g, (255 * alpha + 127) / 255);
        EXPECT_EQ(got.b, 77);
    }
}

TEST(Painter, FillsPixelsWhoseCentreIsInside) {
    // given
    Canvas canvas({8, 8});
    Sketch sketch({8, 8});
    sketch.use(canvas.white);
    sketch.fill(1.5F, 1.51F, 4.5F, 4.49F,
                kBlue); // a centre on the left edge is inside, on the right it is not
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.at(1, 2), kBlue);
    EXPECT_EQ(canvas.at(1, 1), kBlack);
    EXPECT_EQ(canvas.at(3, 3), kBlue);
    EXPECT_EQ(canvas.at(4, 3), kBlack);
    EXPECT_EQ(canvas.at(3, 4), kBlack);
}

TEST(Painter, MovesByTheDisplayPosition) {
    // given
    Canvas canvas({8, 8});
    Sketch sketch({8, 8});
    sketch.use(canvas.white);
    sketch.clip(100, 100, 108, 108);
    sketch.fill(102, 103, 103, 104, kBlue);
    auto frame = sketch.frame();
    frame.DisplayPos = {100, 100};
    // when
    static_cast<void>(canvas.painter.paint(frame));
    // then
    EXPECT_EQ(canvas.at(2, 3), kBlue);
}

TEST(Painter, CutsClipRectanglesAsGlDoes) {
    // given: glScissor counts from below, and place and extent lose their fractions separately
    Canvas canvas({16, 16});
    Sketch sketch({16, 16});
    sketch.use(canvas.white);
    sketch.clip(2.75F, 3.25F, 6.5F, 8.75F);
    sketch.fill(0, 0, 16, 16, kBlue);
    // when
    canvas.paint(sketch);
    // then: x from 2, 3 wide; y up to 16 - 7 = 9, 5 high
    EXPECT_EQ(canvas.at(2, 4), kBlue);
    EXPECT_EQ(canvas.at(4, 8), kBlue);
    EXPECT_EQ(canvas.at(1, 5), kBlack);
    EXPECT_EQ(canvas.at(5, 5), kBlack);
    EXPECT_EQ(canvas.at(3, 3), kBlack);
    EXPECT_EQ(canvas.at(3, 9), kBlack);
}

TEST(Painter, BlitsGlyphsOneToOne) {
    // given
    Canvas canvas({40, 40});
    auto const atlas = canvas.painter.create_texture({16, 16}, TextureFormat::alpha8).value();
    std::vector<std::uint8_t> texels(256);
    std::iota(texels.begin(), texels.end(), 0);
    canvas.painter.update_texture(atlas, {0, 0, 16, 16}, texels);
    Sketch sketch({40, 40});
    sketch.use(atlas);
    sketch.image(10, 12, 14, 15, {4 / 16.F, 8 / 16.F, 8 / 16.F, 11 / 16.F}, {255, 255, 255, 255});
    // when
    canvas.paint(sketch);
    // then
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 4; ++x) {
            EXPECT_EQ(canvas.at(10 + x, 12 + y).g, (8 + y) * 16 + 4 + x) << x << "," << y;
        }
    }
    EXPECT_EQ(canvas.at(14, 12), kBlack);
    EXPECT_EQ(canvas.at(10, 15), kBlack);
}

TEST(Painter, BlitsAndTrianglesAgree) {
    // given: the same glyph as a rectangle and as two loose triangles
    Canvas canvas({64, 32});
    auto const atlas = canvas.painter.create_texture({16, 16}, TextureFormat::rgba8).value();
    std::vector<std::uint8_t> texels(1024);
    std::iota(texels.begin(), texels.end(), 7);
    canvas.painter.update_texture(atlas, {0, 0, 16, 16}, texels);
    Sketch sketch({64, 32});
    sketch.use(atlas);
    Rgba const tint{200, 150, 255, 180};
    sketch.image(4, 4, 20, 20, {0, 0, 1, 1}, tint);
    sketch.triangle({36, 4, tint, 0, 0}, {52, 4, tint, 1, 0}, {52, 20, tint, 1, 1});
    sketch.triangle({52, 20, tint, 1, 1}, {36, 20, tint, 0, 1}, {36, 4, tint, 0, 0});
    // when
    canvas.paint(sketch);
    // then
    auto const image = canvas.painter.image();
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x) {
            ASSERT_EQ(support::pixel(image, x, y), support::pixel(image, x + 32, y))
                << x << "," << y;
        }
    }
}

TEST(Painter, PaintsEachPixelOfNeighbouringTrianglesOnce) {
    // given: a fan around a corner, half transparent, so that gaps and overlaps show
    Canvas canvas({64, 64});
    Sketch sketch({64, 64});
    sketch.use(canvas.white);
    Rgba const half{255, 255, 255, 128};
    std::array<std::array<float, 2>, 6> const ring{
        {{2, 2}, {61.3F, 1.7F}, {62, 30.5F}, {60.2F, 62}, {20.5F, 61.5F}, {2, 2}}};
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sketch.triangle({30.5F, 30.5F, half}, {ring[i][0], ring[i][1], half},
                        {ring[i + 1][0], ring[i + 1][1], half});
    }
    // when
    canvas.paint(sketch);
    // then
    auto const image = canvas.painter.image();
    int inside = 0;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            auto const value = support::pixel(image, x, y).r;
            ASSERT_TRUE(value == 0 || value == 128) << x << "," << y << ": " << int{value};
            inside += value == 128 ? 1 : 0;
        }
    }
    EXPECT_GT(inside, 2500);
    EXPECT_EQ(support::pixel(image, 30, 30).r, 128);
}

TEST(Painter, FadesTheFringeOfSmoothEdges) {
    // given: what Dear ImGui makes of the left edge of a rounded shape: full at 10.5, nothing
    // at 8.5
    Canvas canvas({32, 32});
    Sketch sketch({32, 32});
    sketch.use(canvas.white);
    Rgba const full{255, 255, 255, 255};
    Rgba const none{255, 255, 255, 0};
    sketch.triangle({8.5F, 0, none}, {10.5F, 0, full}, {10.5F, 20, full});
    sketch.triangle({8.5F, 0, none}, {10.5F, 20, full}, {8.5F, 20, none});
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.at(8, 10).r, 0);
    EXPECT_EQ(canvas.at(9, 10).r, 128);
    EXPECT_EQ(canvas.at(10, 10).r, 0);
}

TEST(Painter, RespectsOffsetsOfVerticesAndIndices) {
    // given
    Canvas canvas({8, 8});
    Sketch sketch({8, 8});
    sketch.use(canvas.white);
    sketch.fill(0, 0, 2, 2, {255, 0, 0, 255});
    sketch.clip(0, 0, 8, 8);
    sketch.fill(4, 4, 6, 6, kBlue);
    for (int i = 6; i < 12; ++i) {
        sketch.list().IdxBuffer[i] = static_cast<ImDrawIdx>(sketch.list().IdxBuffer[i] - 4);
    }
    sketch.last_command().VtxOffset = 4;
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.at(5, 5), kBlue);
    EXPECT_EQ(canvas.at(1, 1), (Rgba{255, 0, 0, 255}));
}

TEST(Painter, IgnoresCallbacks) {
    // given
    Canvas canvas({8, 8});
    Sketch sketch({8, 8});
    sketch.use(canvas.white);
    sketch.fill(0, 0, 8, 8, kBlue);
    sketch.last_command().UserCallback = [](ImDrawList const*, ImDrawCmd const*) { FAIL(); };
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.at(4, 4), kBlack);
}

TEST(Painter, GivesTheSameBytesForTheSameDrawData) {
    auto const paint_one = [] {
        Canvas canvas({100, 80});
        Sketch sketch({100, 80});
        sketch.use(canvas.white);
        sketch.triangle({3.3F, 70, {255, 0, 0, 90}}, {90, 2.2F, {0, 255, 0, 255}},
                        {80, 79, {0, 0, 255, 10}});
        canvas.paint(sketch);
        return canvas.painter.image().rgba;
    };
    EXPECT_EQ(paint_one(), paint_one());
}

TEST(Painter, RefusesTexturesThatCannotBe) {
    Painter painter({8, 8});
    EXPECT_EQ(painter.create_texture({0, 1}, TextureFormat::alpha8).error().code,
              ErrorCode::invalid_input);
    EXPECT_EQ(painter.create_texture({1, 100000}, TextureFormat::alpha8).error().code,
              ErrorCode::invalid_input);
    EXPECT_TRUE(painter.create_texture({1, 1}, TextureFormat::alpha8).has_value());
}

TEST(Painter, NeverUsesATextureNumberTwice) {
    // given
    Painter painter({8, 8});
    auto const first = painter.create_texture({1, 1}, TextureFormat::alpha8).value();
    painter.destroy_texture(first);
    // when
    auto const second = painter.create_texture({1, 1}, TextureFormat::alpha8).value();
    // then
    EXPECT_NE(first, second);
    EXPECT_NE(first, 0U);
}

} // namespace
} // namespace inloop::platform
