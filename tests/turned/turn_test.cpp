// SPDX-License-Identifier: EUPL-1.2
#include "platform/turned/turn.h"

#include <gtest/gtest.h>

#include <array>

namespace inloop::platform {
namespace {

constexpr PixelSize kPicture{1280, 720};

TEST(Turn, SwapsTheSidesOnlyOnItsSide) {
    EXPECT_EQ(turned({720, 1280}, Turn::none), (PixelSize{720, 1280}));
    EXPECT_EQ(turned({720, 1280}, Turn::quarter), (PixelSize{1280, 720}));
    EXPECT_EQ(turned({720, 1280}, Turn::half), (PixelSize{720, 1280}));
    EXPECT_EQ(turned({720, 1280}, Turn::three_quarters), (PixelSize{1280, 720}));
}

TEST(Turn, PutsTheTopLeftCornerWhereAClockHandWould) {
    EXPECT_EQ(to_glass({0, 0}, kPicture, Turn::none), (Point{0, 0}));
    EXPECT_EQ(to_glass({0, 0}, kPicture, Turn::quarter), (Point{720, 0}));
    EXPECT_EQ(to_glass({0, 0}, kPicture, Turn::half), (Point{1280, 720}));
    EXPECT_EQ(to_glass({0, 0}, kPicture, Turn::three_quarters), (Point{0, 1280}));
}

TEST(Turn, BringsAFingerBackToThePixelItMeets) {
    for (Turn const turn : {Turn::none, Turn::quarter, Turn::half, Turn::three_quarters}) {
        PixelSize const glass = turned(kPicture, turn);
        for (int const x : {0, 1, 333, glass.width - 1}) {
            for (int const y : {0, 1, 700, glass.height - 1}) {
                // when
                Point const pixel{static_cast<float>(x), static_cast<float>(y)};
                Point const met = to_picture(pixel, kPicture, turn);
                Point const centre = to_glass({met.x + 0.5F, met.y + 0.5F}, kPicture, turn);
                // then
                EXPECT_EQ(centre, (Point{pixel.x + 0.5F, pixel.y + 0.5F}));
                EXPECT_TRUE(met.x >= 0 && met.x < 1280 && met.y >= 0 && met.y < 720);
            }
        }
    }
}

TEST(Turn, KeepsAFingerBetweenTheLastPixelsInside) {
    EXPECT_EQ(to_picture({719.7F, 1279.7F}, kPicture, Turn::quarter).y, 0.0F);
    EXPECT_EQ(to_picture({1279.7F, 719.7F}, kPicture, Turn::half), (Point{0, 0}));
}

TEST(Turn, TurnsAPictureBack) {
    // given: two pixels side by side on the picture, the second one lower after a quarter turn
    Image const glass{{1, 2}, {1, 1, 1, 255, 2, 2, 2, 255}};
    // when
    Image const quarter = to_picture(glass, Turn::quarter);
    Image const three_quarters = to_picture(glass, Turn::three_quarters);
    // then
    EXPECT_EQ(quarter.size, (PixelSize{2, 1}));
    EXPECT_EQ(quarter.rgba, glass.rgba);
    EXPECT_EQ(three_quarters.rgba, (std::vector<std::uint8_t>{2, 2, 2, 255, 1, 1, 1, 255}));
}

} // namespace
} // namespace inloop::platform
