// SPDX-License-Identifier: EUPL-1.2
#include "platform/glfw/glfw_display.h"
#include "tests/support/display_contract.h"
#include "tests/support/sketch.h"
#include "tests/support/xvfb_screen.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace inloop {
namespace {

platform::WindowSpec spec_for(platform::DrawWith draw) {
    return {.title = "test",
            .size = {640, 400},
            .draw = draw,
            .pixels_per_mm = 4.0F,
            .screenshots = platform::Screenshots::allow};
}

support::DisplayMaker maker(std::string name, platform::DrawWith draw) {
    return {std::move(name), [draw] { return platform::open_glfw_display(spec_for(draw)); }};
}

} // namespace

namespace support {

INSTANTIATE_TEST_SUITE_P(Glfw, DisplayContract,
                         testing::Values(maker("Painter", platform::DrawWith::painter),
                                         maker("Gl", platform::DrawWith::gl),
                                         maker("Automatic", platform::DrawWith::automatic)),
                         name_of);

} // namespace support

namespace platform {
namespace {

using support::Rgba;
using support::Sketch;

constexpr Rgba kGreen{10, 180, 60, 255};

struct GlfwDisplay : testing::TestWithParam<DrawWith> {
    GlfwDisplay() { spec.mode = WindowMode::fullscreen; }

    void open() {
        auto opened = open_glfw_display(spec);
        ASSERT_TRUE(opened.has_value()) << opened.error().message;
        display = std::move(*opened);
        white = support::white_texture(*display);
        settle();
    }
    // Lets the window system say what it has to say after opening.
    void settle() {
        show(kGreen);
        ASSERT_TRUE(support::xvfb_shows(300, 200, kGreen));
        std::vector<InputEvent> events;
        display->wait(Instant{}, events);
    }
    void show(Rgba color) {
        Sketch sketch(display->size());
        sketch.use(white);
        sketch.fill(0, 0, 2000, 2000, color);
        ASSERT_TRUE(display->present(sketch.frame()).has_value());
    }
    std::vector<InputEvent> next(std::size_t count) { return support::next_input(*display, count); }

    WindowSpec spec = spec_for(GetParam());
    std::unique_ptr<Display> display;
    TextureId white = 0;
};

INSTANTIATE_TEST_SUITE_P(Both, GlfwDisplay, testing::Values(DrawWith::painter, DrawWith::gl));

TEST_P(GlfwDisplay, FillsTheScreenWhenItIsFullscreen) {
    open();
    EXPECT_EQ(display->size(), (PixelSize{1280, 800}));
    EXPECT_TRUE(support::xvfb_shows(0, 0, kGreen));
    EXPECT_TRUE(support::xvfb_shows(1279, 799, kGreen));
}

TEST_P(GlfwDisplay, ShowsTheTopAtTheTop) {
    // given
    open();
    Sketch sketch(display->size());
    sketch.use(white);
    sketch.fill(0, 0, 1280, 10, {250, 0, 0, 255});
    // when
    ASSERT_TRUE(display->present(sketch.frame()).has_value());
    // then
    EXPECT_TRUE(support::xvfb_shows(640, 5, {250, 0, 0, 255}));
    EXPECT_TRUE(support::xvfb_shows(640, 795, {0, 0, 0, 255}));
}

TEST_P(GlfwDisplay, MakesAFingerOfTheLeftButton) {
    // given
    open();
    // when
    ASSERT_TRUE(support::xdotool("mousemove 50 60 click 3 mousedown 1 mousemove 70 90 mouseup 1 "
                                 "mousemove 10 10"));
    auto const events = next(3);
    // then
    ASSERT_EQ(events.size(), 3U);
    auto const& down = std::get<FingerEvent>(events[0]);
    auto const& move = std::get<FingerEvent>(events[1]);
    auto const& up = std::get<FingerEvent>(events[2]);
    EXPECT_EQ(down.phase, FingerPhase::down);
    EXPECT_EQ(down.at, (Point{50, 60}));
    EXPECT_EQ(move.phase, FingerPhase::move);
    EXPECT_EQ(move.at, (Point{70, 90}));
    EXPECT_EQ(up.phase, FingerPhase::up);
    EXPECT_EQ(up.at, (Point{70, 90}));
    EXPECT_EQ(down.finger, 0);
}

TEST_P(GlfwDisplay, KnowsOnlyTheKeypad) {
    // given
    open();
    // when
    ASSERT_TRUE(support::xdotool("key a key F4 key Up key Tab key BackSpace"));
    auto const events = next(4);
    // then
    ASSERT_EQ(events.size(), 4U);
    auto const& up = std::get<KeyEvent>(events[0]);
    auto const& back = std::get<KeyEvent>(events[3]);
    EXPECT_EQ(up.key, Key::up);
    EXPECT_TRUE(up.pressed);
    EXPECT_EQ(back.key, Key::back);
    EXPECT_FALSE(back.pressed);
}

TEST_P(GlfwDisplay, GivesNoScreenshotUnlessAllowed) {
    // given
    spec.screenshots = Screenshots::refuse;
    open();
    // when
    auto const screenshot = display->screenshot();
    // then
    ASSERT_FALSE(screenshot.has_value());
    EXPECT_EQ(screenshot.error().code, ErrorCode::unsupported);
}

TEST_P(GlfwDisplay, OpensAgainAfterItWasClosed) {
    open();
    display.reset();
    open();
    EXPECT_TRUE(support::xvfb_shows(300, 200, kGreen));
}

} // namespace
} // namespace platform
} // namespace inloop
