// SPDX-License-Identifier: EUPL-1.2
#include "platform/api/usual_density.h"

#include <gtest/gtest.h>

namespace inloop::platform {
namespace {

// Pixels over millimetres of the visible picture, from the makers' drawings
// (platform/pi/mounting.md).
TEST(UsualDensity, IsThatOfThePanelsTheKioskIsMadeFor) {
    EXPECT_NEAR(usual_pixels_per_mm({800, 480}), 800.0F / 155, 0.1F);
    EXPECT_NEAR(usual_pixels_per_mm({720, 1280}), 720.0F / 88, 0.1F);
    EXPECT_NEAR(usual_pixels_per_mm({1280, 800}), 1280.0F / 217, 0.1F);
}

TEST(UsualDensity, GrowsWithTheGlassSoThatNothingIsTooSmallToTouch) {
    EXPECT_GT(usual_pixels_per_mm({1920, 1080}), usual_pixels_per_mm({1280, 800}));
    EXPECT_GT(usual_pixels_per_mm({1080, 1920}), usual_pixels_per_mm({720, 1280}));
}

} // namespace
} // namespace inloop::platform
