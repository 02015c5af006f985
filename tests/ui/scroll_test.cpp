// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/tuning.h"
#include "platform/headless/headless_display.h"
#include "tests/support/must.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <memory>

namespace inloop::ui {
namespace {

constexpr Rect kViewport{100, 100, 400, 300};
constexpr float kContent = 1000;
constexpr float kLowest = kContent - 300;
constexpr int kFramesOfFiveSeconds = 312;

class ScrollTest : public testing::Test {
protected:
    // One frame with the finger as told.
    void frame(PointerState const& pointer = {}, Rect const& viewport = kViewport,
               float content = kContent) {
        ui->begin(Theme::make({}), pointer, "nl", Instant());
        ui->set_covered(covered);
        scroll(*ui, {.id = "list", .viewport = viewport, .content_height = content}, offset);
        (void)ui->end();
    }
    // A finger comes down in the middle and moves down by `step` in each of `frames`.
    void drag(float step, int frames) {
        PointerState state{.down = true, .pressed = true, .at = {300, 250}, .start = {300, 250}};
        frame(state);
        state.pressed = false;
        state.dragged = true;
        for (int i = 0; i < frames; ++i) {
            state.at.y += step;
            state.moved = {0, step};
            frame(state);
        }
    }
    void let_go() { frame({.released = true, .dragged = true}); }

    platform::HeadlessDisplay display{{1280, 800}, 5.9F};
    std::unique_ptr<text::Typesetter> typesetter = support::open_typesetter();
    std::unique_ptr<Ui> ui = support::must(Ui::create(display, *typesetter));
    float offset = 0;
    bool covered = false;
};

TEST_F(ScrollTest, FollowsTheFinger) {
    drag(-20, 3);

    EXPECT_FLOAT_EQ(offset, 60);
}

TEST_F(ScrollTest, StopsAtBothEnds) {
    drag(-150, 10);
    EXPECT_FLOAT_EQ(offset, kLowest);
    drag(200, 10);
    EXPECT_FLOAT_EQ(offset, 0);
}

TEST_F(ScrollTest, ComesBackInsideWhenTheContentBecomesShorter) {
    offset = 650;
    frame({}, kViewport, 500);
    EXPECT_FLOAT_EQ(offset, 200);
    frame({}, kViewport, 100);
    EXPECT_FLOAT_EQ(offset, 0) << "all of it fits";
}

TEST_F(ScrollTest, RollsOnAndComesToRest) {
    drag(-10, 2);
    let_go();
    EXPECT_TRUE(ui->moving());
    float const after_release = offset;
    int frames = 0;
    while (ui->moving() && frames < kFramesOfFiveSeconds) {
        frame();
        ++frames;
    }

    EXPECT_GT(offset, after_release);
    EXPECT_LT(frames, kFramesOfFiveSeconds) << "it must not roll for ever";
    float const rest = offset;
    frame();
    EXPECT_FLOAT_EQ(offset, rest);
    EXPECT_FALSE(ui->moving());
}

TEST_F(ScrollTest, StaysWhereAFingerRestedBeforeItLeft) {
    drag(-10, 2);
    Instant const moved;
    frame({.released = true, .dragged = true, .time = moved + kThrowRest, .moved_at = moved});
    frame();

    EXPECT_FLOAT_EQ(offset, 20);
    EXPECT_FALSE(ui->moving());
}

// On a busy machine down, way and up come in two frames, the press by itself.
TEST_F(ScrollTest, FollowsAFlickThatCameInOneFrame) {
    PointerState state{.down = true, .pressed = true, .at = {300, 250}, .start = {300, 250}};
    frame(state);
    state = {.released = true,
             .dragged = true,
             .at = {300, 150},
             .start = {300, 250},
             .moved = {0, -100}};
    frame(state);
    float const followed = offset;
    EXPECT_GE(followed, 100);
    EXPECT_TRUE(ui->moving()) << "and it is thrown";
    state.released = false;
    state.moved = {};
    frame(state);
    EXPECT_GT(offset, followed);
    EXPECT_LT(offset - followed, 100) << "no faster than a hand, whatever the frame took";
}

TEST_F(ScrollTest, RollsNoFurtherThanTheEnd) {
    drag(-60, 3);
    let_go();
    for (int i = 0; i < kFramesOfFiveSeconds; ++i) {
        frame();
        ASSERT_GE(offset, 0);
        ASSERT_LE(offset, kLowest);
    }

    EXPECT_FLOAT_EQ(offset, kLowest);
    EXPECT_FALSE(ui->moving());
}

TEST_F(ScrollTest, IsStoppedByAFinger) {
    drag(-10, 2);
    let_go();
    frame();
    float const caught = offset;
    frame({.down = true, .pressed = true, .at = {300, 250}, .start = {300, 250}});
    frame({.released = true, .at = {300, 250}, .start = {300, 250}});
    frame();

    EXPECT_FLOAT_EQ(offset, caught);
    EXPECT_FALSE(ui->moving());
}

TEST_F(ScrollTest, IgnoresAFingerThatCameDownElsewhere) {
    frame({.down = true, .dragged = true, .at = {300, 250}, .start = {50, 50}, .moved = {0, -40}});

    EXPECT_FLOAT_EQ(offset, 0);
}

TEST_F(ScrollTest, IgnoresAFingerUnderADialog) {
    covered = true;
    drag(-20, 3);

    EXPECT_FLOAT_EQ(offset, 0);
}

TEST_F(ScrollTest, IgnoresATremblingHand) {
    PointerState state{.down = true, .at = {300, 250}, .start = {300, 250}, .moved = {0, -4}};
    frame(state);

    EXPECT_FLOAT_EQ(offset, 0) << "not a drag yet";
}

} // namespace
} // namespace inloop::ui
