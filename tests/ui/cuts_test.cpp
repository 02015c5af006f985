// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/cuts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace inloop::ui {
namespace {

// `count` lines, 10 px tall, without air between.
std::vector<Cut> lines(int count) {
    std::vector<Cut> cuts;
    cuts.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        cuts.push_back({static_cast<float>(i) * 10, static_cast<float>(i + 1) * 10, false});
    }
    return cuts;
}

TEST(BreakPages, PutsAsManyWholeCutsOnAPageAsFit) {
    std::vector<PageRange> const pages = break_pages(lines(7), 35);

    ASSERT_EQ(pages.size(), 3U);
    EXPECT_FLOAT_EQ(pages[0].bottom, 30);
    EXPECT_FLOAT_EQ(pages[1].top, 30);
    EXPECT_FLOAT_EQ(pages[2].top, 60);
    EXPECT_FLOAT_EQ(pages[2].bottom, 70);
}

TEST(BreakPages, GivesWhatIsTallerThanAPageAPageOfItsOwn) {
    std::vector<Cut> const cuts{{0, 10, false}, {10, 200, false}, {200, 210, false}};

    std::vector<PageRange> const pages = break_pages(cuts, 50);

    ASSERT_EQ(pages.size(), 3U);
    EXPECT_FLOAT_EQ(pages[1].top, 10);
    EXPECT_FLOAT_EQ(pages[1].bottom, 200);
}

TEST(BreakPages, LeavesNoHeadingAtTheFoot) {
    std::vector<Cut> cuts = lines(6);
    cuts[2].stays_with_next = true;

    std::vector<PageRange> const pages = break_pages(cuts, 30);

    ASSERT_EQ(pages.size(), 3U);
    EXPECT_FLOAT_EQ(pages[0].bottom, 20) << "the heading goes to the next page";
    EXPECT_FLOAT_EQ(pages[1].top, 20);
}

TEST(BreakPages, ComesToAnEndWithNothingButHeadings) {
    std::vector<Cut> cuts = lines(6);
    for (Cut& cut : cuts) {
        cut.stays_with_next = true;
    }

    EXPECT_EQ(break_pages(cuts, 30).size(), 2U);
    EXPECT_EQ(break_pages(cuts, 5).size(), 6U);
    EXPECT_TRUE(break_pages({}, 30).empty());
}

TEST(Resting, ReachesEveryLineByTheButtonsAndNeverHalfOfOne) {
    std::vector<Cut> const cuts = lines(23);
    Resting const resting(cuts, 64);

    float offset = 0;
    float seen = resting.seen_until(offset);
    while (offset < resting.lowest()) {
        float const next = resting.next(offset);
        ASSERT_GT(next, offset);
        ASSERT_LE(next, seen) << "lines were skipped";
        offset = next;
        seen = resting.seen_until(offset);
        ASSERT_LE(seen - offset, 64);
        ASSERT_FLOAT_EQ(seen, std::round(seen / 10) * 10);
    }

    EXPECT_FLOAT_EQ(seen, 230) << "the last line";
}

TEST(Resting, GoesBackToTheBeginning) {
    std::vector<Cut> const cuts = lines(23);
    Resting const resting(cuts, 64);

    float offset = resting.lowest();
    int pages = 0;
    while (offset > 0 && pages < 30) {
        float const before = resting.previous(offset);
        ASSERT_LT(before, offset);
        ASSERT_GE(resting.seen_until(before), offset) << "lines were skipped";
        offset = before;
        ++pages;
    }

    EXPECT_FLOAT_EQ(offset, 0);
    EXPECT_FLOAT_EQ(resting.previous(0), 0);
}

TEST(Resting, RestsAtTheLineNearestToTheFinger) {
    std::vector<Cut> const cuts = lines(23);
    Resting const resting(cuts, 64);

    EXPECT_FLOAT_EQ(resting.nearest(44), 40);
    EXPECT_FLOAT_EQ(resting.nearest(46), 50);
    EXPECT_FLOAT_EQ(resting.nearest(-30), 0);
    EXPECT_FLOAT_EQ(resting.nearest(9'000), resting.lowest());
}

TEST(Resting, DoesNotRestBehindAHeading) {
    std::vector<Cut> cuts = lines(23);
    cuts[4].stays_with_next = true;
    Resting const resting(cuts, 64);

    EXPECT_NE(resting.nearest(50), 50) << "its heading would be out of sight";
}

TEST(AloneAtAnEnd, KeepsTheFirstAndTheLastLineInCompany) {
    EXPECT_FALSE(alone_at_an_end(0, 1));
    EXPECT_TRUE(alone_at_an_end(0, 2));
    EXPECT_FALSE(alone_at_an_end(1, 2)) << "the last line ends the paragraph";
    EXPECT_TRUE(alone_at_an_end(0, 5));
    EXPECT_FALSE(alone_at_an_end(1, 5));
    EXPECT_FALSE(alone_at_an_end(2, 5));
    EXPECT_TRUE(alone_at_an_end(3, 5));
}

TEST(Resting, StaysWhereAllFits) {
    std::vector<Cut> const cuts = lines(3);
    Resting const resting(cuts, 64);

    EXPECT_FLOAT_EQ(resting.lowest(), 0);
    EXPECT_FLOAT_EQ(resting.next(0), 0);
    EXPECT_FLOAT_EQ(resting.seen_until(0), 30);
    EXPECT_FLOAT_EQ(Resting({}, 64).next(0), 0) << "an empty page";
}

} // namespace
} // namespace inloop::ui
