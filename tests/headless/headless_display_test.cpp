// SPDX-License-Identifier: EUPL-1.2
#include "platform/headless/headless_display.h"
#include "tests/support/display_contract.h"
#include "tests/support/sketch.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <variant>
#include <vector>

namespace inloop::support {

INSTANTIATE_TEST_SUITE_P(Headless, DisplayContract,
                         testing::Values(DisplayMaker{
                             "Memory",
                             [] {
                                 return Result<std::unique_ptr<platform::Display>>(
                                     std::make_unique<platform::HeadlessDisplay>(
                                         platform::PixelSize{320, 200}, 4.0F));
                             }}),
                         name_of);

} // namespace inloop::support

namespace inloop::platform {
namespace {

using support::Rgba;
using support::Sketch;

constexpr Rgba kBlack{0, 0, 0, 255};
constexpr Rgba kRed{200, 30, 40, 255};
constexpr FingerEvent kDown{FingerPhase::down, 3, {10, 20}, Instant{}};
constexpr FingerEvent kUp{FingerPhase::up, 3, {11, 21}, Instant{}};

struct HeadlessDisplayTest : testing::Test {
    HeadlessDisplayTest() : display({64, 48}, 5.0F) { white = support::white_texture(display); }

    std::vector<InputEvent> wait() {
        std::vector<InputEvent> events;
        display.wait(Instant{}, events);
        return events;
    }
    Result<FrameReport> show(Rgba color) {
        Sketch sketch(display.size());
        sketch.use(white);
        sketch.fill(0, 0, 200, 200, color);
        return display.present(sketch.frame());
    }

    HeadlessDisplay display;
    TextureId white = 0;
};

TEST_F(HeadlessDisplayTest, DeliversInputInOrder) {
    // given
    display.push(kDown);
    display.push(kUp);
    display.push(KeyEvent{Key::back, true, Instant{}});
    display.push(QuitEvent{});
    // when
    auto const events = wait();
    // then
    EXPECT_EQ(events, (std::vector<InputEvent>{kDown, kUp, KeyEvent{Key::back, true, Instant{}},
                                               QuitEvent{}}));
    EXPECT_TRUE(wait().empty());
}

TEST_F(HeadlessDisplayTest, AppendsToWhatIsThere) {
    std::vector<InputEvent> events{QuitEvent{}};
    display.push(kDown);
    display.wait(Instant{}, events);
    EXPECT_EQ(events, (std::vector<InputEvent>{QuitEvent{}, kDown}));
}

TEST_F(HeadlessDisplayTest, WakesForInputOfAnotherThread) {
    // given
    std::jthread const other([&] { display.push(kDown); });
    // when
    std::vector<InputEvent> events;
    display.wait(std::nullopt, events);
    // then
    EXPECT_EQ(events, (std::vector<InputEvent>{kDown}));
}

TEST_F(HeadlessDisplayTest, LosesNoInputOfManyThreads) {
    // given
    constexpr std::size_t kEach = 500;
    std::vector<std::jthread> others;
    for (std::int64_t finger = 0; finger < 4; ++finger) {
        others.emplace_back([this, finger] {
            for (std::size_t i = 0; i < kEach; ++i) {
                display.push(FingerEvent{FingerPhase::move, finger, {}, Instant{}});
            }
        });
    }
    // when
    std::vector<InputEvent> events;
    while (events.size() < 4 * kEach) {
        display.wait(std::nullopt, events);
    }
    // then
    EXPECT_EQ(events.size(), 4 * kEach);
}

TEST_F(HeadlessDisplayTest, ChangesItsSizeAndSaysSo) {
    // given
    ASSERT_TRUE(show(kRed).has_value());
    // when
    display.resize({100, 70});
    // then
    EXPECT_EQ(wait(), (std::vector<InputEvent>{DisplayEvent{DisplayEvent::What::resized}}));
    EXPECT_EQ(display.size(), (PixelSize{100, 70}));
    EXPECT_EQ(show(kRed)->pixels, 7000);
    EXPECT_EQ(display.screenshot()->size, (PixelSize{100, 70}));
}

TEST_F(HeadlessDisplayTest, FailsOnePresentWhenTold) {
    // given
    display.fail_next_present({ErrorCode::unavailable, "told to"});
    // when
    auto const failed = show(kRed);
    auto const screen = display.screenshot();
    auto const next = show(kRed);
    // then
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().code, ErrorCode::unavailable);
    EXPECT_EQ(support::pixel(*screen, 5, 5), kBlack);
    EXPECT_TRUE(next->presented);
    EXPECT_EQ(support::pixel(*display.screenshot(), 5, 5), kRed);
}

TEST_F(HeadlessDisplayTest, CancelsFingersWhenItIsLost) {
    // given
    display.push(kDown);
    display.push(FingerEvent{FingerPhase::down, 4, {1, 1}, Instant{}});
    display.push(FingerEvent{FingerPhase::up, 4, {1, 1}, Instant{}});
    display.push(DisplayEvent{DisplayEvent::What::lost});
    // when
    auto const events = wait();
    // then
    ASSERT_EQ(events.size(), 5U);
    auto const& cancelled = std::get<FingerEvent>(events[3]);
    EXPECT_EQ(cancelled.phase, FingerPhase::cancelled);
    EXPECT_EQ(cancelled.finger, 3);
    EXPECT_EQ(cancelled.at, (Point{10, 20}));
    EXPECT_EQ(events[4], InputEvent(DisplayEvent{DisplayEvent::What::lost}));
}

TEST_F(HeadlessDisplayTest, ShowsNothingWhileItIsLost) {
    // given
    display.push(DisplayEvent{DisplayEvent::What::lost});
    wait();
    // when
    auto const while_lost = show(kRed);
    auto const screen = display.screenshot();
    display.push(DisplayEvent{DisplayEvent::What::back});
    wait();
    auto const when_back = show(kRed);
    // then
    EXPECT_FALSE(while_lost->presented);
    EXPECT_EQ(support::pixel(*screen, 5, 5), kBlack);
    EXPECT_TRUE(when_back->presented);
}

} // namespace
} // namespace inloop::platform
