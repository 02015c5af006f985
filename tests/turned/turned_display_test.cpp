// SPDX-License-Identifier: EUPL-1.2
#include "platform/headless/headless_display.h"
#include "platform/turned/turned_display.h"
#include "tests/support/display_contract.h"
#include "tests/support/imgui_page.h"
#include "tests/support/sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace inloop::platform {
namespace {

using support::DisplayMaker;
using support::ImGuiPage;

constexpr PixelSize kPicture{800, 480};
// Of 384,000 pixels: those whose centre lies on the very edge of a slanted shape belong to the
// shape on one side of it (the top-left rule), which after a turn is another one.
constexpr std::size_t kOnAnEdge = 10;
constexpr std::array kTurns{Turn::quarter, Turn::half, Turn::three_quarters};

// A glass that shows a picture of this size, and what hangs on it.
struct Hung {
    HeadlessDisplay* glass = nullptr;
    std::unique_ptr<Display> display;
};

Hung hang(PixelSize picture, Turn turn) {
    auto glass = std::make_unique<HeadlessDisplay>(turned(picture, turn), 4.0F);
    HeadlessDisplay* const raw = glass.get();
    return {raw, hung(std::move(glass), turn)};
}

DisplayMaker maker(std::string name, Turn turn) {
    return {std::move(name), [turn] {
                return Result<std::unique_ptr<Display>>(hang({320, 200}, turn).display);
            }};
}

} // namespace
} // namespace inloop::platform

namespace inloop::support {

INSTANTIATE_TEST_SUITE_P(Turned, DisplayContract,
                         testing::Values(platform::maker("Quarter", platform::Turn::quarter),
                                         platform::maker("Half", platform::Turn::half),
                                         platform::maker("ThreeQuarters",
                                                         platform::Turn::three_quarters)),
                         name_of);

} // namespace inloop::support

namespace inloop::platform {
namespace {

Image page_on(Display& display) {
    ImGuiPage page(display);
    EXPECT_TRUE(display.present(page.draw({})).has_value());
    return display.screenshot().value();
}

std::size_t pixels_that_differ(Image const& a, Image const& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        auto const at = static_cast<std::ptrdiff_t>(i);
        if (!std::equal(a.rgba.begin() + at, a.rgba.begin() + at + 4, b.rgba.begin() + at)) {
            ++count;
        }
    }
    return count;
}

TEST(TurnedDisplay, ShowsTheVeryPictureOfAnUprightOne) {
    HeadlessDisplay upright(kPicture, 4.0F);
    Image const expected = page_on(upright);
    for (Turn const turn : kTurns) {
        Hung const hung = hang(kPicture, turn);
        Image const shown = page_on(*hung.display);
        ASSERT_EQ(shown.size, expected.size);
        EXPECT_LE(pixels_that_differ(shown, expected), kOnAnEdge) << static_cast<int>(turn);
        // The control: what is on the glass is another picture.
        EXPECT_GT(pixels_that_differ(*hung.glass->screenshot(), expected), 1000U);
    }
}

TEST(TurnedDisplay, TellsWhereOnThePictureAFingerIs) {
    // given
    Hung const hung = hang(kPicture, Turn::quarter);
    hung.glass->push(FingerEvent{FingerPhase::down, 1, {479, 0}, Instant{}});
    hung.glass->push(KeyEvent{Key::back, true, Instant{}});
    // when
    std::vector<InputEvent> events{FingerEvent{FingerPhase::down, 7, {1, 2}, Instant{}}};
    hung.display->wait(Instant{}, events);
    // then: the corner of the picture; what was there before is left alone
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(std::get<FingerEvent>(events[0]).at, (Point{1, 2}));
    EXPECT_EQ(std::get<FingerEvent>(events[1]).at, (Point{0, 0}));
    EXPECT_TRUE(std::holds_alternative<KeyEvent>(events[2]));
}

TEST(TurnedDisplay, FollowsTheGlassWhenItChangesItsSize) {
    Hung const hung = hang(kPicture, Turn::three_quarters);
    hung.glass->resize({720, 1280});
    EXPECT_EQ(hung.display->size(), (PixelSize{1280, 720}));
    EXPECT_EQ(page_on(*hung.display).size, (PixelSize{1280, 720}));
}

TEST(TurnedDisplay, IsNotThereWhereNothingIsTurned) {
    Hung const straight = hang(kPicture, Turn::none);
    EXPECT_EQ(straight.display.get(), straight.glass);
}

} // namespace
} // namespace inloop::platform
