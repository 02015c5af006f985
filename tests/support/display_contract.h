// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "tests/support/sketch.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace inloop::support {

// How to make one kind of display. It must allow screenshots and be at least 200x100 pixels large.
struct DisplayMaker {
    std::string name;
    std::function<Result<std::unique_ptr<platform::Display>>()> make;
    friend std::ostream& operator<<(std::ostream& out, DisplayMaker const& maker) {
        return out << maker.name;
    }
};

[[nodiscard]] inline std::string name_of(testing::TestParamInfo<DisplayMaker> const& info) {
    return info.param.name;
}

// The next `count` events that are not about the display itself, or fewer when they do not come
// within 10 s.
[[nodiscard]] inline std::vector<platform::InputEvent> next_input(platform::Display& display,
                                                                  std::size_t count) {
    std::vector<platform::InputEvent> kept;
    auto const until = std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now() +
                                                                  std::chrono::seconds(10));
    while (kept.size() < count && std::chrono::steady_clock::now() < until) {
        std::vector<platform::InputEvent> events;
        display.wait(until, events);
        std::erase_if(events, [](platform::InputEvent const& event) {
            return std::holds_alternative<platform::DisplayEvent>(event);
        });
        kept.insert(kept.end(), events.begin(), events.end());
    }
    return kept;
}

// What platform/api/display.h promises, for every display alike. Include it in a test file of each
// display and write
//   INSTANTIATE_TEST_SUITE_P(Headless, DisplayContract, testing::Values(DisplayMaker{...}),
//   name_of);
class DisplayContract : public testing::TestWithParam<DisplayMaker> {
protected:
    void SetUp() override {
        auto made = GetParam().make();
        ASSERT_TRUE(made.has_value()) << made.error().message;
        m_display = std::move(*made);
        m_white = white_texture(*m_display);
    }

    [[nodiscard]] platform::Display& display() { return *m_display; }
    [[nodiscard]] platform::TextureId white() const { return m_white; }

    // Presents and returns what is on the screen then.
    [[nodiscard]] platform::Image show(Sketch& sketch) {
        auto const report = m_display->present(sketch.frame());
        EXPECT_TRUE(report.has_value());
        auto image = m_display->screenshot();
        EXPECT_TRUE(image.has_value());
        return image.value_or(platform::Image{});
    }

private:
    std::unique_ptr<platform::Display> m_display;
    platform::TextureId m_white = 0;
};

inline constexpr Rgba kBlack{0, 0, 0, 255};
inline constexpr Rgba kRed{200, 30, 40, 255};

TEST_P(DisplayContract, KnowsHowLargeItIs) {
    EXPECT_GE(display().size().width, 200);
    EXPECT_GE(display().size().height, 100);
    EXPECT_GT(display().pixels_per_mm(), 0.0F);
}

TEST_P(DisplayContract, ShowsAFillOnBlack) {
    // given
    Sketch sketch(display().size());
    sketch.use(white());
    sketch.fill(10, 20, 60, 40, kRed);
    // when
    auto const image = show(sketch);
    // then
    EXPECT_EQ(image.size, display().size());
    EXPECT_EQ(pixel(image, 10, 20), kRed);
    EXPECT_EQ(pixel(image, 59, 39), kRed);
    EXPECT_EQ(pixel(image, 9, 20), kBlack);
    EXPECT_EQ(pixel(image, 10, 19), kBlack);
    EXPECT_EQ(pixel(image, 60, 39), kBlack);
    EXPECT_EQ(pixel(image, 59, 40), kBlack);
}

TEST_P(DisplayContract, DoesNotPresentTheSameFrameTwice) {
    // given
    Sketch sketch(display().size());
    sketch.use(white());
    sketch.fill(10, 20, 60, 40, kRed);
    auto const first = display().present(sketch.frame());
    // when
    auto const second = display().present(sketch.frame());
    sketch.fill(60, 20, 70, 40, kRed);
    auto const changed = display().present(sketch.frame());
    // then
    EXPECT_TRUE(first->presented);
    EXPECT_GT(first->pixels, 0);
    EXPECT_FALSE(second->presented);
    EXPECT_EQ(second->pixels, 0);
    EXPECT_TRUE(changed->presented);
}

TEST_P(DisplayContract, ShowsNothingOfTheFrameBefore) {
    // given
    Sketch before(display().size());
    before.use(white());
    before.fill(10, 20, 60, 40, kRed);
    ASSERT_EQ(pixel(show(before), 30, 30), kRed);
    // when
    Sketch after(display().size());
    after.use(white());
    after.fill(100, 20, 160, 40, kRed);
    auto const image = show(after);
    // then
    EXPECT_EQ(pixel(image, 30, 30), kBlack);
    EXPECT_EQ(pixel(image, 130, 30), kRed);
}

TEST_P(DisplayContract, DrawsCoverageInTheColourOfTheVertices) {
    // given
    auto const texture = display().create_texture({2, 2}, platform::TextureFormat::alpha8).value();
    display().update_texture(texture, {0, 0, 2, 2}, std::array<std::uint8_t, 4>{0, 255, 128, 255});
    Sketch sketch(display().size());
    sketch.use(texture);
    sketch.image(5, 5, 7, 7, {0, 0, 1, 1}, {200, 100, 0, 255});
    // when
    auto const image = show(sketch);
    // then
    EXPECT_EQ(pixel(image, 5, 5), kBlack);
    EXPECT_EQ(pixel(image, 6, 5), (Rgba{200, 100, 0, 255}));
    EXPECT_NEAR(pixel(image, 5, 6).r, 100, 1);
    EXPECT_NEAR(pixel(image, 5, 6).g, 50, 1);
}

TEST_P(DisplayContract, DrawsColoursOfATexture) {
    // given
    auto const texture = display().create_texture({2, 1}, platform::TextureFormat::rgba8).value();
    display().update_texture(texture, {0, 0, 1, 1}, std::array<std::uint8_t, 4>{10, 20, 30, 255});
    display().update_texture(texture, {1, 0, 2, 1}, std::array<std::uint8_t, 4>{250, 150, 50, 0});
    Sketch sketch(display().size());
    sketch.use(texture);
    sketch.image(5, 5, 7, 6, {0, 0, 1, 1});
    // when
    auto const image = show(sketch);
    // then
    EXPECT_EQ(pixel(image, 5, 5), (Rgba{10, 20, 30, 255}));
    EXPECT_EQ(pixel(image, 6, 5), kBlack);
}

TEST_P(DisplayContract, ShowsNewTexelsInAFrameThatIsTheSame) {
    // given
    auto const texture = display().create_texture({1, 1}, platform::TextureFormat::rgba8).value();
    display().update_texture(texture, {0, 0, 1, 1}, std::array<std::uint8_t, 4>{10, 20, 30, 255});
    Sketch sketch(display().size());
    sketch.use(texture);
    sketch.fill(5, 5, 9, 9, {255, 255, 255, 255});
    ASSERT_EQ(pixel(show(sketch), 6, 6), (Rgba{10, 20, 30, 255}));
    // when
    display().update_texture(texture, {0, 0, 1, 1}, std::array<std::uint8_t, 4>{90, 80, 70, 255});
    auto const image = show(sketch);
    // then
    EXPECT_EQ(pixel(image, 6, 6), (Rgba{90, 80, 70, 255}));
}

TEST_P(DisplayContract, StaysInsideTheClipRectangle) {
    // given
    Sketch sketch(display().size());
    sketch.use(white());
    sketch.clip(20, 20, 30, 30);
    sketch.fill(10, 10, 60, 40, kRed);
    // when
    auto const image = show(sketch);
    // then
    EXPECT_EQ(pixel(image, 20, 20), kRed);
    EXPECT_EQ(pixel(image, 29, 29), kRed);
    EXPECT_EQ(pixel(image, 19, 20), kBlack);
    EXPECT_EQ(pixel(image, 20, 19), kBlack);
    EXPECT_EQ(pixel(image, 30, 29), kBlack);
    EXPECT_EQ(pixel(image, 29, 30), kBlack);
}

TEST_P(DisplayContract, DrawsOnWhenATextureIsGone) {
    // given
    auto const gone = display().create_texture({8, 8}, platform::TextureFormat::rgba8).value();
    display().destroy_texture(gone);
    display().destroy_texture(gone);
    Sketch sketch(display().size());
    sketch.use(white());
    sketch.fill(10, 20, 60, 40, kRed);
    // when
    auto const image = show(sketch);
    // then
    EXPECT_EQ(pixel(image, 30, 30), kRed);
}

TEST_P(DisplayContract, RefusesATextureWithoutPixels) {
    for (platform::PixelSize const size :
         {platform::PixelSize{0, 5}, {5, 0}, {-1, 5}, {1 << 20, 5}}) {
        auto const texture = display().create_texture(size, platform::TextureFormat::rgba8);
        EXPECT_FALSE(texture.has_value()) << size.width << "x" << size.height;
    }
}

TEST_P(DisplayContract, ReturnsAtOnceWhenTheTimeHasCome) {
    // given
    std::vector<platform::InputEvent> events;
    // when
    display().wait(Instant{}, events);
    // then: it returned
    SUCCEED();
}

TEST_P(DisplayContract, SleepsUntilTheTimeHasCome) {
    // given: whatever the window system has to say at first is said
    std::vector<platform::InputEvent> events;
    display().wait(Instant{}, events);
    events.clear();
    auto const until =
        std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now()) +
        Milliseconds(30);
    // when
    display().wait(until, events);
    // then
    EXPECT_TRUE(!events.empty() || std::chrono::steady_clock::now() >= until);
}

TEST_P(DisplayContract, IsWokenByWhoWasThereBefore) {
    // given
    std::vector<platform::InputEvent> events;
    display().wake();
    // when
    display().wait(std::nullopt, events);
    // then: it returned
    SUCCEED();
}

TEST_P(DisplayContract, IsWokenByAnotherThread) {
    // given
    std::vector<platform::InputEvent> events;
    for (int round = 0; round < 20; ++round) {
        // when
        std::jthread const waker([&] { display().wake(); });
        display().wait(std::nullopt, events);
    }
    // then: it returned every time
    SUCCEED();
}

} // namespace inloop::support
