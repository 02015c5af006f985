// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/rect.h"

#include <gtest/gtest.h>

namespace inloop::ui {
namespace {

TEST(Rect, IsCutFromTheOutsideIn) {
    Rect rest{10, 20, 100, 80};

    EXPECT_EQ(rest.take_top(30, 5), (Rect{10, 20, 100, 30}));
    EXPECT_EQ(rest, (Rect{10, 55, 100, 45}));
    EXPECT_EQ(rest.take_bottom(10, 5), (Rect{10, 90, 100, 10}));
    EXPECT_EQ(rest, (Rect{10, 55, 100, 30}));
    EXPECT_EQ(rest.take_left(20, 4), (Rect{10, 55, 20, 30}));
    EXPECT_EQ(rest, (Rect{34, 55, 76, 30}));
    EXPECT_EQ(rest.take_right(16, 10), (Rect{94, 55, 16, 30}));
    EXPECT_EQ(rest, (Rect{34, 55, 50, 30}));
}

TEST(Rect, GivesNoMoreThanThereIs) {
    for (auto const take :
         {&Rect::take_top, &Rect::take_bottom, &Rect::take_left, &Rect::take_right}) {
        Rect rest{10, 20, 100, 80};
        Rect const part = (rest.*take)(1000, 7);
        EXPECT_EQ(part, (Rect{10, 20, 100, 80}));
        EXPECT_FLOAT_EQ(rest.w * rest.h, 0);
        EXPECT_GE(rest.w, 0);
        EXPECT_GE(rest.h, 0);
        EXPECT_GE(rest.x, 10);
        EXPECT_LE(rest.right(), 110);
        EXPECT_LE(rest.bottom(), 100);
    }
}

TEST(Rect, FillsAGridExactly) {
    Rect const all{0, 0, 320, 210};

    EXPECT_EQ(all.cell(0, 0, 3, 2, 10, 10), (Rect{0, 0, 100, 100}));
    EXPECT_EQ(all.cell(2, 1, 3, 2, 10, 10), (Rect{220, 110, 100, 100}));
    EXPECT_EQ(all.cell(0, 0, 1, 1, 10, 10), all);
}

TEST(Rect, KnowsWhatLiesInsideHalfOpen) {
    Rect const rect{10, 10, 20, 20};

    EXPECT_TRUE(rect.contains(10, 10));
    EXPECT_FALSE(rect.contains(30, 20));
    EXPECT_FALSE(rect.contains(20, 30));
    EXPECT_TRUE(rect.overlaps({29, 29, 10, 10}));
    EXPECT_FALSE(rect.overlaps({30, 10, 10, 10})) << "touching is not overlapping";
}

TEST(Rect, GrowsAndShrinksToNothingAtMost) {
    Rect const rect{10, 10, 20, 20};

    EXPECT_EQ(rect.grown(5), (Rect{5, 5, 30, 30}));
    EXPECT_EQ(rect.grown(-2, -4), (Rect{12, 14, 16, 12}));
    EXPECT_FLOAT_EQ(rect.grown(-50).w, 0);
    EXPECT_FLOAT_EQ(rect.grown(-50).h, 0);
    EXPECT_EQ(rect.centred(10, 4), (Rect{15, 18, 10, 4}));
    EXPECT_EQ(rect.lower(5), (Rect{10, 25, 20, 5}));
}

} // namespace
} // namespace inloop::ui
