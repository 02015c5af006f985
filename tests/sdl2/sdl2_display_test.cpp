// SPDX-License-Identifier: EUPL-1.2
#include "platform/api/usual_density.h"
#include "platform/sdl2/sdl2_display.h"
#include "platform/sdl2/video.h"
#include "tests/support/display_contract.h"
#include "tests/support/sketch.h"
#include "tests/support/xvfb_screen.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <cstdlib>
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

// `driver` is SDL's name of the video driver.
support::DisplayMaker maker(std::string name, char const* driver, platform::DrawWith draw) {
    return {std::move(name), [=] {
                ::setenv("SDL_VIDEODRIVER", driver, 1);
                return platform::open_sdl2_display(spec_for(draw));
            }};
}

} // namespace

namespace support {

INSTANTIATE_TEST_SUITE_P(Sdl2, DisplayContract,
                         testing::Values(maker("Painter", "x11", platform::DrawWith::painter),
                                         maker("Gl", "x11", platform::DrawWith::gl),
                                         maker("Automatic", "x11", platform::DrawWith::automatic),
                                         // They cannot sleep by themselves, as KMSDRM cannot.
                                         maker("OffscreenPainter", "dummy",
                                               platform::DrawWith::painter),
                                         maker("OffscreenGl", "offscreen", platform::DrawWith::gl)),
                         name_of);

} // namespace support

namespace platform {
namespace {

using support::Rgba;
using support::Sketch;

constexpr Rgba kGreen{10, 180, 60, 255};

// As under KMSDRM.
TEST(Sdl2Density, IsWhatIsUsualWhereTheDriverDoesNotKnowHowLargeTheGlassIs) {
    ::setenv("SDL_VIDEODRIVER", "dummy", 1);
    WindowSpec spec = spec_for(DrawWith::painter);
    spec.pixels_per_mm.reset();
    for (PixelSize const glass : {PixelSize{800, 480}, PixelSize{720, 1280}}) {
        spec.size = glass;
        EXPECT_EQ(open_sdl2_display(spec).value()->pixels_per_mm(), usual_pixels_per_mm(glass));
    }
}

struct Sdl2Display : testing::TestWithParam<DrawWith> {
    Sdl2Display() {
        ::setenv("SDL_VIDEODRIVER", "x11", 1);
        spec.mode = WindowMode::fullscreen;
    }

    void open() {
        auto opened = open_sdl2_display(spec);
        ASSERT_TRUE(opened.has_value()) << opened.error().message;
        display = std::move(*opened);
        white = support::white_texture(*display);
        // Lets the window system say what it has to say after opening.
        show(kGreen);
        ASSERT_TRUE(support::xvfb_shows(300, 200, kGreen));
        std::vector<InputEvent> events;
        display->wait(Instant{}, events);
        show(kGreen);
    }
    void show(Rgba color) {
        Sketch sketch(display->size());
        sketch.use(white);
        sketch.fill(0, 0, 2000, 2000, color);
        ASSERT_TRUE(display->present(sketch.frame()).has_value());
    }

    WindowSpec spec = spec_for(GetParam());
    std::unique_ptr<Display> display;
    TextureId white = 0;
};

INSTANTIATE_TEST_SUITE_P(Both, Sdl2Display, testing::Values(DrawWith::painter, DrawWith::gl));

TEST_P(Sdl2Display, FillsTheScreenWhenItIsFullscreen) {
    open();
    EXPECT_EQ(display->size(), (PixelSize{1280, 800}));
    EXPECT_TRUE(support::xvfb_shows(0, 0, kGreen));
    EXPECT_TRUE(support::xvfb_shows(1279, 799, kGreen));
}

TEST_P(Sdl2Display, ShowsTheTopAtTheTop) {
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

// SDL drops a click that it reads within 10 ms of getting the focus, as on a busy machine at start.
TEST_P(Sdl2Display, TakesAClickThatComesTogetherWithTheFocus) {
    // given
    auto opened = open_sdl2_display(spec);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    // when
    ASSERT_TRUE(support::xdotool("mousemove 50 60 mousedown 1 mouseup 1"));
    // then
    auto const events = support::next_input(**opened, 2);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(std::get<FingerEvent>(events[0]).phase, FingerPhase::down);
}

TEST_P(Sdl2Display, MakesAFingerOfTheLeftButton) {
    // given
    open();
    // when
    ASSERT_TRUE(support::xdotool("mousemove 50 60 click 3 mousedown 1 mousemove 70 90 mouseup 1 "
                                 "mousemove 10 10"));
    auto const events = support::next_input(*display, 3);
    // then
    ASSERT_EQ(events.size(), 3U);
    auto const& down = std::get<FingerEvent>(events[0]);
    auto const& up = std::get<FingerEvent>(events[2]);
    EXPECT_EQ(down.phase, FingerPhase::down);
    EXPECT_EQ(down.at, (Point{50, 60}));
    EXPECT_EQ(std::get<FingerEvent>(events[1]).phase, FingerPhase::move);
    EXPECT_EQ(up.phase, FingerPhase::up);
    EXPECT_EQ(up.at, (Point{70, 90}));
}

TEST_P(Sdl2Display, DeliversTouches) {
    // given
    open();
    SDL_Event event{};
    event.type = SDL_FINGERDOWN;
    event.tfinger.touchId = 1;
    event.tfinger.x = 0.25F;
    event.tfinger.y = 0.5F;
    // when
    SDL_PushEvent(&event);
    auto const events = support::next_input(*display, 1);
    // then
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(std::get<FingerEvent>(events[0]).at, (Point{320, 400}));
    EXPECT_NE(std::get<FingerEvent>(events[0]).time, Instant{});
}

TEST_P(Sdl2Display, KnowsOnlyTheKeypad) {
    // given
    open();
    // when
    ASSERT_TRUE(support::xdotool("key a key F4 key Up key Tab key BackSpace"));
    auto const events = support::next_input(*display, 4);
    // then
    ASSERT_EQ(events.size(), 4U);
    EXPECT_EQ(std::get<KeyEvent>(events[0]).key, Key::up);
    EXPECT_EQ(std::get<KeyEvent>(events[3]).key, Key::back);
    EXPECT_FALSE(std::get<KeyEvent>(events[3]).pressed);
}

TEST_P(Sdl2Display, ShowsEverythingAgainWhenItWasCovered) {
    // given: something else wrote on the screen and the window was exposed
    open();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    std::vector<InputEvent> events;
    display->wait(Instant{}, events);
    // when
    Sketch sketch(display->size());
    sketch.use(white);
    sketch.fill(0, 0, 2000, 2000, kGreen);
    auto const report = display->present(sketch.frame());
    // then
    EXPECT_TRUE(report->presented);
    EXPECT_EQ(report->pixels, 1280 * 800);
}

TEST_P(Sdl2Display, GivesNoScreenshotUnlessAllowed) {
    // given
    spec.screenshots = Screenshots::refuse;
    open();
    // when
    auto const screenshot = display->screenshot();
    // then
    ASSERT_FALSE(screenshot.has_value());
    EXPECT_EQ(screenshot.error().code, ErrorCode::unsupported);
}

TEST_P(Sdl2Display, OpensAgainAfterItWasClosed) {
    open();
    display.reset();
    open();
    EXPECT_TRUE(support::xvfb_shows(300, 200, kGreen));
}

TEST(Sdl2Video, SaysWhenThereIsNoDisplay) {
    // given
    ::setenv("SDL_VIDEODRIVER", "nosuchdriver", 1);
    // when
    auto const video = sdl2::Video::open(Milliseconds(0));
    // then
    ASSERT_FALSE(video.has_value());
    EXPECT_EQ(video.error().code, ErrorCode::unavailable);
}

} // namespace
} // namespace platform
} // namespace inloop
