// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/pointer.h"
#include "kiosk/terminal/ui/tuning.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inloop::ui {
namespace {

using platform::FingerPhase;
using platform::Point;

constexpr float kPixelsPerMm = 5;
constexpr Point kHere{100, 100};

class PointerTest : public testing::Test {
protected:
    void add(FingerPhase phase, Point at = kHere, std::int64_t finger = 1) {
        pointer.add({.phase = phase, .finger = finger, .at = at, .time = m_now});
    }
    void pass(Milliseconds time) { m_now += time; }
    PointerState next() { return pointer.next(kPixelsPerMm); }
    // A whole tap, two frames.
    PointerState tap(Point at = kHere) {
        add(FingerPhase::down, at);
        (void)next();
        pass(Milliseconds(80));
        add(FingerPhase::up, at);
        return next();
    }
    static Point right_of(Point from, float millimetres) {
        return {from.x + millimetres * kPixelsPerMm, from.y};
    }

    Pointer pointer;

private:
    Instant m_now{Milliseconds(1000)};
};

TEST_F(PointerTest, TapsWhereTheFingerWentDown) {
    add(FingerPhase::down);
    PointerState const pressed = next();
    add(FingerPhase::up);
    PointerState const released = next();

    EXPECT_TRUE(pressed.down);
    EXPECT_TRUE(pressed.pressed);
    EXPECT_EQ(pressed.start, kHere);
    EXPECT_FALSE(released.down);
    EXPECT_TRUE(released.released);
    EXPECT_FALSE(released.dragged);
    EXPECT_EQ(released.at, kHere);
    EXPECT_FALSE(next().released) << "only in one frame";
}

TEST_F(PointerTest, LosesNoTapThatComesInOneBatch) {
    add(FingerPhase::down);
    add(FingerPhase::up);

    PointerState const first = next();
    EXPECT_TRUE(first.pressed);
    EXPECT_FALSE(first.released);
    EXPECT_TRUE(pointer.more());
    EXPECT_TRUE(next().released);
    EXPECT_FALSE(pointer.more());
}

TEST_F(PointerTest, TakesEveryTapOfAFastTypist) {
    int taps = 0;
    for (int i = 0; i < 20; ++i) {
        Point const at{100.0F + static_cast<float>(i % 5) * 60, 100};
        add(FingerPhase::down, at);
        pass(Milliseconds(15));
        add(FingerPhase::up, at);
        pass(Milliseconds(15));
    }
    while (pointer.more()) {
        taps += next().pressed ? 1 : 0;
    }

    EXPECT_EQ(taps, 20);
}

TEST_F(PointerTest, IgnoresASecondFingerAndAPalm) {
    add(FingerPhase::down, kHere, 1);
    (void)next();
    add(FingerPhase::down, {400, 400}, 2);
    add(FingerPhase::move, {500, 400}, 2);
    add(FingerPhase::up, {500, 400}, 2);
    PointerState const between = next();
    add(FingerPhase::up, kHere, 1);

    EXPECT_TRUE(between.down);
    EXPECT_FALSE(between.released);
    EXPECT_EQ(between.at, kHere);
    EXPECT_TRUE(next().released);
}

TEST_F(PointerTest, TakesTheSecondFingerWhenTheFirstHasLeft) {
    add(FingerPhase::down, kHere, 1);
    (void)next();
    add(FingerPhase::up, kHere, 1);
    (void)next();
    add(FingerPhase::down, {400, 400}, 2);

    EXPECT_TRUE(next().pressed);
}

TEST_F(PointerTest, NeverTapsAfterADrag) {
    add(FingerPhase::down);
    (void)next();
    add(FingerPhase::move, right_of(kHere, kDragMm + 0.2F));
    EXPECT_TRUE(next().dragged);
    add(FingerPhase::move, kHere); // back where it began
    EXPECT_TRUE(next().dragged);
    add(FingerPhase::up);

    PointerState const released = next();
    EXPECT_TRUE(released.released);
    EXPECT_TRUE(released.dragged);
}

TEST_F(PointerTest, LetsAnOldHandTremble) {
    add(FingerPhase::down);
    (void)next();
    for (float const millimetres : {1.0F, -2.0F, 3.0F, kDragMm - 0.2F}) {
        add(FingerPhase::move, right_of(kHere, millimetres));
        EXPECT_FALSE(next().dragged);
    }
    add(FingerPhase::up, right_of(kHere, 3));

    EXPECT_FALSE(next().dragged);
}

TEST_F(PointerTest, CountsTheWayOfTheLastStepAsDragging) {
    add(FingerPhase::down);
    (void)next();
    add(FingerPhase::up, right_of(kHere, kDragMm + 1));

    EXPECT_TRUE(next().dragged);
}

TEST_F(PointerTest, AddsUpTheMovesOfOneFrame) {
    add(FingerPhase::down);
    (void)next();
    add(FingerPhase::move, {110, 95});
    add(FingerPhase::move, {130, 90});

    PointerState const state = next();
    EXPECT_EQ(state.moved, (Point{30, -10}));
    EXPECT_EQ(next().moved, (Point{0, 0}));
}

TEST_F(PointerTest, SaysSinceWhenTheFingerRests) {
    add(FingerPhase::down);
    (void)next();
    pass(Milliseconds(50));
    add(FingerPhase::move, {100, 150});
    Instant const moved = next().time;
    pass(Milliseconds(300));
    add(FingerPhase::up, {100, 150});

    PointerState const released = next();
    EXPECT_EQ(released.moved_at, moved);
    EXPECT_EQ(released.time, moved + Milliseconds(300));
}

TEST_F(PointerTest, TakesABounceForTheSameTouch) {
    (void)tap();
    pass(kBounceTime - Milliseconds(1));
    add(FingerPhase::down, right_of(kHere, 1), 2);
    add(FingerPhase::up, right_of(kHere, 1), 2);

    PointerState const state = next();
    EXPECT_FALSE(state.pressed);
    EXPECT_FALSE(state.released);
    EXPECT_FALSE(state.down);
}

TEST_F(PointerTest, TakesATouchElsewhereOrLaterForANewOne) {
    (void)tap();
    pass(Milliseconds(5));
    add(FingerPhase::down, right_of(kHere, kBounceMm + 0.5F));
    EXPECT_TRUE(next().pressed) << "another key";
    add(FingerPhase::up, right_of(kHere, kBounceMm + 0.5F));
    (void)next();
    pass(kBounceTime);
    add(FingerPhase::down, right_of(kHere, kBounceMm + 0.5F));
    EXPECT_TRUE(next().pressed) << "the same key again";
}

TEST_F(PointerTest, EndsACancelledTouchWithoutATap) {
    add(FingerPhase::down);
    (void)next();
    add(FingerPhase::cancelled);

    PointerState const state = next();
    EXPECT_TRUE(state.released);
    EXPECT_TRUE(state.dragged);
    EXPECT_FALSE(state.down);
    add(FingerPhase::down);
    EXPECT_TRUE(next().pressed) << "a cancelled touch is no touch that could bounce";
}

TEST_F(PointerTest, ForgetsAFingerWithoutATap) {
    add(FingerPhase::down);
    (void)next();
    pointer.forget();
    add(FingerPhase::up);

    PointerState const state = next();
    EXPECT_FALSE(state.released);
    EXPECT_FALSE(state.down);
}

TEST_F(PointerTest, GoesOnWhenTheSameFingerComesDownAgain) {
    add(FingerPhase::down, kHere, 1);
    (void)next();
    // The driver never says that finger 1 left and uses its number again.
    add(FingerPhase::down, {300, 300}, 1);
    add(FingerPhase::up, {300, 300}, 1);

    PointerState const lost = next();
    EXPECT_TRUE(lost.released && lost.dragged) << "nothing is pressed where it was";
    EXPECT_EQ(lost.at, kHere);
    PointerState const pressed = next();
    EXPECT_TRUE(pressed.pressed);
    EXPECT_EQ(pressed.at, (Point{300, 300}));
    PointerState const released = next();
    EXPECT_TRUE(released.released && !released.dragged);
}

TEST_F(PointerTest, GoesOnWhenAFingerNeverLeft) {
    add(FingerPhase::down, kHere, 1);
    (void)next();
    pass(kSilentFinger - Milliseconds(1));
    add(FingerPhase::down, {300, 300}, 2);
    EXPECT_FALSE(next().released) << "a second hand beside the first";
    add(FingerPhase::up, {300, 300}, 2);
    (void)next();
    pass(Milliseconds(1));
    add(FingerPhase::down, {300, 300}, 3);

    EXPECT_TRUE(next().dragged);
    EXPECT_TRUE(next().pressed) << "a lost event must not leave the kiosk dead";
    add(FingerPhase::up, kHere, 1); // comes after all
    EXPECT_FALSE(next().released);
}

} // namespace
} // namespace inloop::ui
