// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/events.h"

#include <SDL.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <variant>
#include <vector>

namespace inloop::platform::sdl2 {
namespace {

constexpr PixelSize kScreen{1280, 800};

SDL_Event touch(Uint32 type, SDL_FingerID finger, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 7;
    event.tfinger.fingerId = finger;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event button(Uint32 type, Uint8 which, int x, int y) {
    SDL_Event event{};
    event.type = type;
    event.button.button = which;
    event.button.x = x;
    event.button.y = y;
    return event;
}

SDL_Event motion(int x, int y) {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = x;
    event.motion.y = y;
    return event;
}

SDL_Event key(Uint32 type, SDL_Scancode code, Uint8 repeat = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.scancode = code;
    event.key.repeat = repeat;
    return event;
}

SDL_Event window(SDL_WindowEventID what) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = static_cast<Uint8>(what);
    return event;
}

struct Sdl2Events : testing::Test {
    std::vector<InputEvent> translate(SDL_Event const& event, PixelSize size = kScreen) {
        std::vector<InputEvent> result;
        events.translate(event, size, result);
        return result;
    }
    FingerEvent finger(SDL_Event const& event) {
        auto const result = translate(event);
        return result.size() == 1 ? std::get<FingerEvent>(result[0]) : FingerEvent{};
    }

    Events events{kScreen};
};

TEST_F(Sdl2Events, MakeFingersOfTouches) {
    auto const down = finger(touch(SDL_FINGERDOWN, 0, 0.5F, 0.25F));
    auto const moved = finger(touch(SDL_FINGERMOTION, 0, 0.75F, 0.5F));
    auto const up = finger(touch(SDL_FINGERUP, 0, 0.75F, 0.5F));
    EXPECT_EQ(down.phase, FingerPhase::down);
    EXPECT_EQ(down.at, (Point{640, 200}));
    EXPECT_EQ(moved.phase, FingerPhase::move);
    EXPECT_EQ(moved.at, (Point{960, 400}));
    EXPECT_EQ(up.phase, FingerPhase::up);
    EXPECT_EQ(down.finger, up.finger);
    EXPECT_NE(down.finger, 0) << "0 is the mouse";
}

TEST_F(Sdl2Events, KeepTouchesOnTheScreen) {
    EXPECT_EQ(finger(touch(SDL_FINGERDOWN, 0, 1.0F, 1.0F)).at, (Point{1279, 799}));
    EXPECT_EQ(finger(touch(SDL_FINGERDOWN, 0, -0.1F, 0)).at, (Point{0, 0}));
}

TEST_F(Sdl2Events, TellFingersApart) {
    auto const one = finger(touch(SDL_FINGERDOWN, 0, 0, 0));
    auto const two = finger(touch(SDL_FINGERDOWN, 1, 0, 0));
    EXPECT_NE(one.finger, two.finger);
}

TEST_F(Sdl2Events, MakeAFingerOfTheLeftButton) {
    EXPECT_TRUE(translate(motion(5, 5)).empty()) << "not pressed";
    auto const down = finger(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 20));
    auto const moved = finger(motion(11, 22));
    auto const up = finger(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 12, 23));
    EXPECT_TRUE(translate(motion(5, 5)).empty()) << "no longer pressed";
    EXPECT_EQ(down.phase, FingerPhase::down);
    EXPECT_EQ(down.finger, 0);
    EXPECT_EQ(down.at, (Point{10, 20}));
    EXPECT_EQ(moved.phase, FingerPhase::move);
    EXPECT_EQ(moved.at, (Point{11, 22}));
    EXPECT_EQ(up.phase, FingerPhase::up);
}

TEST_F(Sdl2Events, IgnoreOtherButtons) {
    EXPECT_TRUE(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 1, 1)).empty());
    EXPECT_TRUE(translate(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 1, 1)).empty())
        << "up without down";
}

TEST_F(Sdl2Events, DropTouchesThatWereMice) {
    auto event = touch(SDL_FINGERDOWN, 0, 0, 0);
    event.tfinger.touchId = SDL_MOUSE_TOUCHID;
    EXPECT_TRUE(translate(event).empty());
}

TEST_F(Sdl2Events, DropMiceThatWereTouches) {
    auto event = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 1, 1);
    event.button.which = SDL_TOUCH_MOUSEID;
    EXPECT_TRUE(translate(event).empty());
}

TEST_F(Sdl2Events, KnowTheKeypadOnly) {
    struct {
        SDL_Scancode code;
        Key key;
    } const known[] = {{SDL_SCANCODE_UP, Key::up},        {SDL_SCANCODE_DOWN, Key::down},
                       {SDL_SCANCODE_LEFT, Key::left},    {SDL_SCANCODE_RIGHT, Key::right},
                       {SDL_SCANCODE_RETURN, Key::enter}, {SDL_SCANCODE_KP_ENTER, Key::enter},
                       {SDL_SCANCODE_ESCAPE, Key::back},  {SDL_SCANCODE_BACKSPACE, Key::back},
                       {SDL_SCANCODE_F13, Key::presence}};
    for (auto const& each : known) {
        auto const result = translate(key(SDL_KEYDOWN, each.code));
        ASSERT_EQ(result.size(), 1U);
        EXPECT_EQ(std::get<KeyEvent>(result[0]).key, each.key);
        EXPECT_TRUE(std::get<KeyEvent>(result[0]).pressed);
    }
    for (int code = 0; code < SDL_NUM_SCANCODES; ++code) {
        auto const result = translate(key(SDL_KEYUP, static_cast<SDL_Scancode>(code)));
        bool const is_known = std::any_of(std::begin(known), std::end(known),
                                          [&](auto const& each) { return each.code == code; });
        EXPECT_EQ(result.size(), is_known ? 1U : 0U) << code;
    }
}

TEST_F(Sdl2Events, DoNotRepeatKeys) {
    EXPECT_TRUE(translate(key(SDL_KEYDOWN, SDL_SCANCODE_UP, 1)).empty());
}

TEST_F(Sdl2Events, SayOnceWhenTheDisplayIsLostAndBack) {
    using What = DisplayEvent::What;
    // given
    translate(touch(SDL_FINGERDOWN, 4, 0.5F, 0.5F));
    // when
    auto const lost = translate(window(SDL_WINDOWEVENT_MINIMIZED));
    auto const again = translate(window(SDL_WINDOWEVENT_HIDDEN));
    auto const touched = translate(touch(SDL_FINGERDOWN, 5, 0.5F, 0.5F));
    bool const is_lost = events.lost();
    auto const back = translate(window(SDL_WINDOWEVENT_RESTORED));
    auto const shown = translate(window(SDL_WINDOWEVENT_SHOWN));
    // then
    ASSERT_EQ(lost.size(), 2U);
    EXPECT_EQ(std::get<FingerEvent>(lost[0]).phase, FingerPhase::cancelled);
    EXPECT_EQ(std::get<FingerEvent>(lost[0]).finger, 5);
    EXPECT_EQ(lost[1], InputEvent(DisplayEvent{What::lost}));
    EXPECT_TRUE(again.empty());
    EXPECT_TRUE(touched.empty());
    EXPECT_TRUE(is_lost);
    EXPECT_EQ(back, (std::vector<InputEvent>{DisplayEvent{What::back}}));
    EXPECT_TRUE(shown.empty());
    EXPECT_FALSE(events.lost());
    EXPECT_TRUE(events.was_exposed());
    EXPECT_FALSE(events.was_exposed());
}

TEST_F(Sdl2Events, SayWhenTheSizeIsAnother) {
    auto const same = translate(window(SDL_WINDOWEVENT_SIZE_CHANGED));
    auto const other = translate(window(SDL_WINDOWEVENT_SIZE_CHANGED), {800, 480});
    EXPECT_TRUE(same.empty());
    EXPECT_EQ(other, (std::vector<InputEvent>{DisplayEvent{DisplayEvent::What::resized}}));
    EXPECT_EQ(finger(touch(SDL_FINGERDOWN, 0, 0.5F, 0.5F)).at, (Point{400, 240}));
}

TEST_F(Sdl2Events, SayWhenTheWindowIsExposed) {
    EXPECT_EQ(translate(window(SDL_WINDOWEVENT_EXPOSED)),
              (std::vector<InputEvent>{DisplayEvent{DisplayEvent::What::exposed}}));
    EXPECT_TRUE(events.was_exposed());
}

TEST_F(Sdl2Events, SayWhenToQuit) {
    SDL_Event event{};
    event.type = SDL_QUIT;
    EXPECT_EQ(translate(event), (std::vector<InputEvent>{QuitEvent{}}));
}

TEST_F(Sdl2Events, IgnoreEverythingElse) {
    for (Uint32 const type : {SDL_TEXTINPUT, SDL_MOUSEWHEEL, SDL_JOYBUTTONDOWN, SDL_DROPFILE,
                              SDL_MULTIGESTURE, SDL_USEREVENT}) {
        SDL_Event event{};
        event.type = type;
        EXPECT_TRUE(translate(event).empty()) << type;
    }
}

} // namespace
} // namespace inloop::platform::sdl2
