// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/painter.h"
#include "tests/support/canvas.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <vector>

namespace inloop::platform {
namespace {

using support::Canvas;
using support::Rgba;
using support::Sketch;

constexpr PixelSize kScreen{320, 200};
constexpr Rgba kPaper{240, 240, 235, 255};
constexpr Rgba kInk{20, 20, 20, 255};

using Rects = std::vector<PixelRect>;

// A page with "glyphs" of an 8x8 atlas at the given places.
void draw_page(Sketch& sketch, TextureId white, TextureId atlas,
               std::vector<std::array<float, 2>> const& glyphs) {
    sketch.use(white);
    sketch.fill(0, 0, kScreen.width, kScreen.height, kPaper);
    sketch.use(atlas);
    for (auto const& [x, y] : glyphs) {
        sketch.image(x, y, x + 8, y + 8, {0, 0, 8 / 64.F, 8 / 64.F}, kInk);
    }
}

struct Damage : testing::Test {
    Damage() : canvas(kScreen) {
        atlas = canvas.painter.create_texture({64, 64}, TextureFormat::alpha8).value();
        write({0, 0, 8, 8}, 255);
    }
    void write(PixelRect area, std::uint8_t value) {
        std::vector<std::uint8_t> const texels(static_cast<std::size_t>(area.width()) *
                                                   static_cast<std::size_t>(area.height()),
                                               value);
        canvas.painter.update_texture(atlas, area, texels);
    }
    Rects show(std::vector<std::array<float, 2>> const& glyphs) {
        Sketch sketch(kScreen);
        draw_page(sketch, canvas.white, atlas, glyphs);
        return canvas.paint(sketch);
    }

    Canvas canvas;
    TextureId atlas = 0;
};

TEST_F(Damage, IsTheWholeScreenAtFirst) {
    EXPECT_EQ(show({}), (Rects{{0, 0, 320, 200}}));
}

TEST_F(Damage, IsNothingWhenNothingChanged) {
    // given
    show({{40, 40}, {100, 100}});
    // when
    auto const damage = show({{40, 40}, {100, 100}});
    // then
    EXPECT_EQ(damage, Rects{});
}

TEST_F(Damage, IsOneTileWhenOneGlyphCame) {
    // given
    show({{40, 40}});
    // when
    auto const damage = show({{40, 40}, {100, 100}});
    // then
    EXPECT_EQ(damage, (Rects{{96, 96, 128, 128}}));
    EXPECT_EQ(canvas.at(103, 103), kInk);
    EXPECT_EQ(canvas.at(110, 110), kPaper);
}

TEST_F(Damage, IsTheTileAGlyphLeft) {
    // given
    show({{40, 40}, {100, 100}});
    // when
    auto const damage = show({{40, 40}});
    // then
    EXPECT_EQ(damage, (Rects{{96, 96, 128, 128}}));
    EXPECT_EQ(canvas.at(103, 103), kPaper);
}

TEST_F(Damage, MergesNeighbours) {
    // given
    show({});
    // when: one glyph on the corner of four tiles, one far away
    auto const damage = show({{60, 60}, {200, 8}});
    // then
    EXPECT_EQ(damage, (Rects{{192, 0, 224, 32}, {32, 32, 96, 96}}));
}

TEST_F(Damage, EndsAtTheEdgeOfTheScreen) {
    // given
    show({});
    // when
    auto const damage = show({{316, 196}});
    // then
    EXPECT_EQ(damage, (Rects{{288, 192, 320, 200}}));
}

TEST_F(Damage, FollowsNewTexels) {
    // given
    show({{40, 40}, {100, 100}});
    // when
    write({0, 0, 8, 8}, 77);
    auto const damage = show({{40, 40}, {100, 100}});
    // then
    EXPECT_EQ(damage, (Rects{{32, 32, 64, 64}, {96, 96, 128, 128}}));
    EXPECT_NE(canvas.at(103, 103), kInk);
}

TEST_F(Damage, DoesNotComeFromTexelsThatAreNotDrawn) {
    // given
    show({{40, 40}});
    // when: a glyph joins the atlas elsewhere
    write({32, 32, 40, 40}, 99);
    // then
    EXPECT_EQ(show({{40, 40}}), Rects{});
}

TEST_F(Damage, DoesNotComeFromWhatIsHidden) {
    // given
    auto const show_covered = [&](float x) {
        Sketch sketch(kScreen);
        draw_page(sketch, canvas.white, atlas, {{x, 40}});
        sketch.use(canvas.white);
        sketch.fill(0, 0, kScreen.width, kScreen.height, kPaper);
        return canvas.paint(sketch);
    };
    show_covered(40);
    // when
    auto const damage = show_covered(200);
    // then
    EXPECT_EQ(damage, Rects{});
    EXPECT_EQ(canvas.at(42, 42), kPaper);
    EXPECT_EQ(canvas.at(202, 42), kPaper);
}

TEST_F(Damage, ComesBackWithResizeAndForget) {
    // given
    show({{40, 40}});
    // when
    canvas.painter.forget();
    auto const after_forget = show({{40, 40}});
    canvas.painter.resize(kScreen);
    auto const after_resize = show({{40, 40}});
    // then
    EXPECT_EQ(after_forget, (Rects{{0, 0, 320, 200}}));
    EXPECT_EQ(after_resize, (Rects{{0, 0, 320, 200}}));
}

TEST_F(Damage, CountsItsPixels) {
    Rects const damage{{0, 0, 10, 10}, {20, 20, 21, 25}};
    EXPECT_EQ(pixels_in(damage), 105);
}

// Frame after frame of random shapes: painting only what changed must give what painting everything
// gives.
TEST_F(Damage, LeavesNoTraceOfOlderFrames) {
    std::mt19937 random(7);
    auto const number = [&](int below) {
        return static_cast<float>(random() % static_cast<unsigned>(below));
    };
    for (int frame = 0; frame < 60; ++frame) {
        // given
        Sketch sketch(kScreen);
        sketch.use(canvas.white);
        std::mt19937 const before = random;
        auto const draw = [&](Sketch& target, TextureId white) {
            target.use(white);
            for (int i = 0; i < 12; ++i) {
                auto const level =
                    static_cast<std::uint8_t>(random() % 3 == 0 ? 255 : random() % 256);
                Rgba const color{static_cast<std::uint8_t>(random()), 90, 200, level};
                float const x = number(kScreen.width);
                float const y = number(kScreen.height);
                target.fill(x, y, x + number(150), y + number(150), color);
                target.triangle({x, y, color}, {number(320), number(200), color},
                                {number(320), number(200), {1, 2, 3, 4}});
            }
        };
        draw(sketch, canvas.white);
        // when
        canvas.paint(sketch);
        // then
        Canvas fresh(kScreen);
        Sketch again(kScreen);
        random = before;
        draw(again, fresh.white);
        fresh.paint(again);
        ASSERT_EQ(canvas.painter.image().rgba, fresh.painter.image().rgba) << "frame " << frame;
    }
}

} // namespace
} // namespace inloop::platform
