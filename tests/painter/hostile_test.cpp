// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/painter.h"
#include "tests/support/canvas.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <bit>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <ostream>
#include <random>
#include <string>

namespace inloop::platform {
namespace {

using support::Canvas;
using support::Rgba;
using support::Sketch;

constexpr PixelSize kScreen{64, 64};
constexpr Rgba kGood{0, 200, 0, 255};
constexpr Rgba kBad{200, 0, 0, 255};

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinite = std::numeric_limits<float>::infinity();

// Spoils a rectangle that would cover the whole screen.
struct Spoiling {
    std::string name;
    std::function<void(Sketch&)> spoil;
    friend std::ostream& operator<<(std::ostream& out, Spoiling const& s) { return out << s.name; }
};

void set_x(Sketch& sketch, float value) {
    for (int i = 0; i < sketch.list().VtxBuffer.Size; ++i) {
        sketch.list().VtxBuffer[i].pos.x = value;
    }
}

void set_u(Sketch& sketch, float value) {
    sketch.list().VtxBuffer[1].uv.x = value;
}

void set_indices(Sketch& sketch, ImDrawIdx value) {
    for (int i = 0; i < sketch.list().IdxBuffer.Size; ++i) {
        sketch.list().IdxBuffer[i] = value;
    }
}

Spoiling const kSpoilings[] = {
    {"NotANumber", [](Sketch& s) { set_x(s, kNan); }},
    {"Infinite", [](Sketch& s) { set_x(s, kInfinite); }},
    {"MinusInfinite", [](Sketch& s) { set_x(s, -kInfinite); }},
    {"Huge", [](Sketch& s) { set_x(s, FLT_MAX); }},
    {"HugeNegative", [](Sketch& s) { set_x(s, -FLT_MAX); }},
    {"BeyondInt", [](Sketch& s) { set_x(s, 1e12F); }},
    {"IndexBeyondVertices", [](Sketch& s) { set_indices(s, 4); }},
    {"LargestIndex", [](Sketch& s) { set_indices(s, 65535); }},
    {"IndexOffsetBeyondIndices", [](Sketch& s) { s.last_command().IdxOffset = 6; }},
    {"LargestIndexOffset", [](Sketch& s) { s.last_command().IdxOffset = UINT_MAX; }},
    {"VertexOffsetBeyondVertices", [](Sketch& s) { s.last_command().VtxOffset = 4; }},
    {"LargestVertexOffset", [](Sketch& s) { s.last_command().VtxOffset = UINT_MAX; }},
    {"NoElements", [](Sketch& s) { s.last_command().ElemCount = 0; }},
    {"NoWholeTriangle", [](Sketch& s) { s.last_command().ElemCount = 2; }},
    {"NoTexture", [](Sketch& s) { s.last_command().TextureId = nullptr; }},
    {"UnknownTexture",
     [](Sketch& s) {
         s.last_command().TextureId = std::bit_cast<ImTextureID>(std::uint64_t{0x7777777777U});
     }},
    {"ClipNotANumber",
     [](Sketch& s) {
         s.last_command().ClipRect = {kNan, kNan, kNan, kNan};
     }},
    {"ClipRightNotANumber",
     [](Sketch& s) {
         s.last_command().ClipRect = {0, 0, kNan, 64};
     }},
    {"ClipInsideOut",
     [](Sketch& s) {
         s.last_command().ClipRect = {64, 64, 0, 0};
     }},
    {"ClipFarAway",
     [](Sketch& s) {
         s.last_command().ClipRect = {1e30F, 1e30F, 2e30F, 2e30F};
     }},
    {"NoVertices", [](Sketch& s) { s.list().VtxBuffer.clear(); }},
    {"NoIndices", [](Sketch& s) { s.list().IdxBuffer.clear(); }},
    {"NoArea", [](Sketch& s) { set_x(s, 5); }},
};

class Hostile : public testing::TestWithParam<Spoiling> {};

// The rectangle that is spoilt is left out, and what stands in another list of good data is drawn.
TEST_P(Hostile, DrawDataIsLeftOut) {
    // given
    Canvas canvas(kScreen);
    Sketch sketch(kScreen);
    sketch.use(canvas.white);
    sketch.fill(0, 0, 64, 64, kBad);
    GetParam().spoil(sketch);
    // when
    canvas.paint(sketch);
    // then
    EXPECT_EQ(canvas.at(32, 32), (Rgba{0, 0, 0, 255}));
    Sketch good(kScreen);
    good.use(canvas.white);
    good.fill(0, 0, 64, 64, kGood);
    canvas.paint(good);
    EXPECT_EQ(canvas.at(32, 32), kGood);
}

INSTANTIATE_TEST_SUITE_P(All, Hostile, testing::ValuesIn(kSpoilings),
                         [](auto const& each) { return each.param.name; });

// The negative control of all the above: unspoilt, the same rectangle is drawn.
TEST(HostileControl, UnspoiltIsDrawn) {
    Canvas canvas(kScreen);
    Sketch sketch(kScreen);
    sketch.use(canvas.white);
    sketch.fill(0, 0, 64, 64, kBad);
    canvas.paint(sketch);
    EXPECT_EQ(canvas.at(32, 32), kBad);
}

TEST(Hostile, ClipOfEverythingIsTheScreen) {
    // given: Dear ImGui's own way to say "no clipping" in some places
    Canvas canvas(kScreen);
    Sketch sketch(kScreen);
    sketch.use(canvas.white);
    sketch.clip(-FLT_MAX, -FLT_MAX, FLT_MAX, FLT_MAX);
    sketch.fill(0, 0, 64, 64, kGood);
    // when
    canvas.paint(sketch);
    // then: far is as far as anything is drawn, not beyond what an int can hold
    EXPECT_EQ(canvas.at(0, 0), kGood);
    EXPECT_EQ(canvas.at(63, 63), kGood);
}

TEST(Hostile, LargeTrianglesAreCutAtTheScreen) {
    // given
    Canvas canvas(kScreen);
    Sketch sketch(kScreen);
    sketch.use(canvas.white);
    sketch.triangle({-1e6F, -1e6F, kGood}, {1e6F, -1e6F, kGood}, {0, 1e6F, {0, 200, 0, 254}});
    // when
    canvas.paint(sketch);
    // then
    EXPECT_NEAR(canvas.at(32, 32).g, 200, 1);
}

TEST(Hostile, TextureCoordinatesOutsideRepeatTheBorder) {
    for (float const u : {-3.F, 2.F, 1000.F, -1000.F}) {
        // given
        Canvas canvas(kScreen);
        Sketch sketch(kScreen);
        sketch.use(canvas.white);
        sketch.image(0, 0, 64, 64, {u, 0, u + 1, 1}, kGood);
        // when
        canvas.paint(sketch);
        // then
        EXPECT_EQ(canvas.at(10, 10), kGood) << u;
    }
    for (float const u : {kNan, kInfinite, FLT_MAX}) {
        Canvas canvas(kScreen);
        Sketch sketch(kScreen);
        sketch.use(canvas.white);
        sketch.fill(0, 0, 64, 64, kGood);
        set_u(sketch, u);
        canvas.paint(sketch);
        EXPECT_EQ(canvas.at(50, 10), (Rgba{0, 0, 0, 255})) << u;
    }
}

TEST(Hostile, UpdatesOutsideATextureAreLeftOut) {
    // given
    Canvas canvas(kScreen);
    auto const texture = canvas.painter.create_texture({4, 4}, TextureFormat::alpha8).value();
    std::vector<std::uint8_t> const texels(16, 255);
    // when
    canvas.painter.update_texture(texture, {1, 1, 5, 5}, texels);
    canvas.painter.update_texture(texture, {-1, 0, 3, 4}, texels);
    canvas.painter.update_texture(texture, {INT_MIN, 0, INT_MAX, 4}, texels);
    canvas.painter.update_texture(texture, {0, 0, 4, 4}, std::span(texels).first(15));
    canvas.painter.update_texture(texture, {3, 3, 1, 1}, texels);
    canvas.painter.update_texture(texture + 99, {0, 0, 4, 4}, texels);
    // then
    Sketch sketch(kScreen);
    sketch.use(texture);
    sketch.image(0, 0, 4, 4, {0, 0, 1, 1}, kGood);
    canvas.paint(sketch);
    EXPECT_EQ(canvas.at(2, 2), (Rgba{0, 0, 0, 255}));
}

TEST(Hostile, ScreensWithoutPixelsAreFine) {
    for (PixelSize const size : {PixelSize{0, 0}, {0, 10}, {10, 0}, {-5, -5}}) {
        Canvas canvas(size);
        Sketch sketch(kScreen);
        sketch.use(canvas.white);
        sketch.fill(0, 0, 64, 64, kGood);
        EXPECT_TRUE(canvas.paint(sketch).empty());
    }
}

TEST(Hostile, MissingListsAreLeftOut) {
    Canvas canvas(kScreen);
    ImDrawData frame;
    frame.CmdListsCount = 3;
    EXPECT_EQ(pixels_in(canvas.painter.paint(frame)), 64 * 64);
}

// Bits without sense: nothing may crash, and the sanitizers may find nothing.
TEST(Hostile, NoiseDoesNoHarm) {
    std::mt19937 random(11);
    auto const any_float = [&] {
        auto const bits = static_cast<std::uint32_t>(random());
        return random() % 2 == 0 ? std::bit_cast<float>(bits)
                                 : static_cast<float>(static_cast<int>(bits % 400) - 100) / 3.0F;
    };
    Canvas canvas(kScreen);
    for (int frame = 0; frame < 300; ++frame) {
        Sketch sketch(kScreen);
        for (int command = 0; command < 4; ++command) {
            sketch.use(random() % 3 == 0 ? random() : canvas.white);
            sketch.clip(any_float(), any_float(), any_float(), any_float());
            for (int i = 0; i < 4; ++i) {
                sketch.image(any_float(), any_float(), any_float(), any_float(),
                             {any_float(), any_float(), any_float(), any_float()},
                             {1, 2, 3, static_cast<std::uint8_t>(random())});
            }
            sketch.last_command().VtxOffset =
                random() % 4 == 0 ? static_cast<unsigned>(random()) : 0;
            sketch.last_command().ElemCount +=
                random() % 4 == 0 ? static_cast<unsigned>(random()) : 0;
        }
        canvas.paint(sketch);
    }
    Sketch good(kScreen);
    good.use(canvas.white);
    good.fill(0, 0, 64, 64, kGood);
    canvas.paint(good);
    EXPECT_EQ(canvas.at(32, 32), kGood);
}

} // namespace
} // namespace inloop::platform
