// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/gpu.h"
#include "platform/glfw/glfw_display.h"
#include "platform/headless/headless_display.h"
#include "tests/support/imgui_page.h"
#include "tests/support/scratch.h"
#include "tests/support/sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace inloop::platform {
namespace {

constexpr PixelSize kScreen{1280, 800};

struct Difference {
    int largest = 0;
    std::array<int, 256> pixels{}; // how many differ by so much in their worst channel

    [[nodiscard]] int beyond(std::size_t level) const {
        int sum = 0;
        for (std::size_t i = level + 1; i < pixels.size(); ++i) {
            sum += pixels[i];
        }
        return sum;
    }
};

Difference compare(Image const& a, Image const& b) {
    Difference difference;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int worst = 0;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            worst = std::max(worst, std::abs(a.rgba[i + channel] - b.rgba[i + channel]));
        }
        ++difference.pixels[static_cast<std::size_t>(worst)];
        difference.largest = std::max(difference.largest, worst);
    }
    return difference;
}

struct GlEqualsPainter : testing::Test {
    GlEqualsPainter() : painted(kScreen, 4.0F) {
        WindowSpec spec;
        spec.size = kScreen;
        spec.draw = DrawWith::gl;
        spec.screenshots = Screenshots::allow;
        drawn = open_glfw_display(spec).value();
    }

    template <class Draw>
    Difference difference(Draw&& draw) {
        draw(*drawn);
        draw(painted);
        auto const gl = drawn->screenshot().value();
        auto const cpu = painted.screenshot().value();
        EXPECT_EQ(gl.size, cpu.size);
        return compare(gl, cpu);
    }

    std::unique_ptr<Display> drawn;
    HeadlessDisplay painted;
};

TEST_F(GlEqualsPainter, OnAPageOfTextTilesAndKeys) {
    // when
    auto const found = difference([](Display& display) {
        support::ImGuiPage page(display);
        support::PageState state;
        state.pressed_key = 7;
        ASSERT_TRUE(display.present(page.draw(state)).has_value());
    });
    // then
    RecordProperty("largest", found.largest);
    RecordProperty("beyond0", found.beyond(0));
    RecordProperty("beyond1", found.beyond(1));
    EXPECT_LE(found.largest, 2) << found.beyond(2) << " pixels";
}

TEST_F(GlEqualsPainter, OnBlendedFillsAndCoverage) {
    auto const found = difference([](Display& display) {
        auto const white = support::white_texture(display);
        std::vector<std::uint8_t> coverage(256);
        for (std::size_t i = 0; i < 256; ++i) {
            coverage[i] = static_cast<std::uint8_t>(i);
        }
        auto const ramp = display.create_texture({256, 1}, TextureFormat::alpha8).value();
        display.update_texture(ramp, {0, 0, 256, 1}, coverage);
        support::Sketch sketch(kScreen);
        sketch.use(white);
        sketch.fill(0, 0, 1280, 400, {180, 90, 45, 255});
        sketch.use(ramp);
        for (int row = 0; row < 200; ++row) {
            auto const y = static_cast<float>(300 + row);
            auto const level = static_cast<std::uint8_t>(row);
            sketch.image(100, y, 356, y + 1, {0, 0, 1, 1}, {level, 255, 10, 255});
            sketch.image(400, y, 656, y + 1, {0, 0, 1, 1}, {255, level, 99, 130});
        }
        ASSERT_TRUE(display.present(sketch.frame()).has_value());
    });
    EXPECT_LE(found.largest, 1) << found.beyond(1) << " pixels";
}

TEST_F(GlEqualsPainter, OnTrianglesOfEveryKind) {
    auto const found = difference([](Display& display) {
        auto const white = support::white_texture(display);
        support::Sketch sketch(kScreen);
        sketch.use(white);
        std::uint32_t seed = 12345;
        auto const number = [&](float below) {
            seed = seed * 1664525 + 1013904223;
            return static_cast<float>(seed >> 8U) / 16777216.0F * below;
        };
        auto const color = [&] {
            return support::Rgba{
                static_cast<std::uint8_t>(number(256)), static_cast<std::uint8_t>(number(256)),
                static_cast<std::uint8_t>(number(256)), static_cast<std::uint8_t>(number(256))};
        };
        for (int i = 0; i < 40; ++i) {
            float const x = number(1200);
            float const y = number(700);
            sketch.triangle({x, y, color()}, {x + number(80), y + number(80), color()},
                            {x + number(80), y + number(80), color()});
        }
        ASSERT_TRUE(display.present(sketch.frame()).has_value());
    });
    // Pixels whose centre lies within rounding of an edge may fall either way, so a few may differ
    // by much.
    EXPECT_LE(found.beyond(3), 5);
}

// The negative control: a page that differs is seen to differ.
TEST_F(GlEqualsPainter, ControlSeesADifference) {
    int call = 0;
    auto const found = difference([&](Display& display) {
        support::ImGuiPage page(display);
        support::PageState state;
        state.pressed_key = call++;
        ASSERT_TRUE(display.present(page.draw(state)).has_value());
    });
    EXPECT_GT(found.beyond(2), 1000);
}

TEST(Gpu, KnowsRenderersThatAreNone) {
    EXPECT_TRUE(is_software_renderer("llvmpipe (LLVM 15.0.6, 256 bits)"));
    EXPECT_TRUE(is_software_renderer("softpipe"));
    EXPECT_FALSE(is_software_renderer("V3D 4.2"));
    EXPECT_FALSE(is_software_renderer("Mesa Intel(R) UHD Graphics"));
    EXPECT_FALSE(is_software_renderer(""));
}

TEST(Gpu, LooksForRenderNodes) {
    EXPECT_FALSE(has_render_device("/nonexistent"));
    EXPECT_FALSE(has_render_device("/proc/self/task"));
}

TEST(Gpu, PassesOverAVirtualDisplayWithout3D) {
    support::Scratch const scratch;
    auto const devices = scratch.path() / "dri";
    auto const described = scratch.path() / "drm";
    auto const device = described / "renderD128" / "device";
    std::filesystem::create_directories(devices);
    std::filesystem::create_directories(device);
    std::ofstream(devices / "renderD128").put(' ');
    EXPECT_TRUE(has_render_device(devices, described)) << "a device of a board";

    std::filesystem::create_directories(device / "virtio0");
    std::ofstream(device / "virtio0" / "features") << "0100110010000000\n";
    EXPECT_FALSE(has_render_device(devices, described));

    std::ofstream(device / "virtio0" / "features") << "1100110010000000\n";
    EXPECT_TRUE(has_render_device(devices, described)) << "with 3D";
}

} // namespace
} // namespace inloop::platform
