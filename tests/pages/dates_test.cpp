// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/assets.h"
#include "kiosk/pages/dates.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inloop::pages {
namespace {

using namespace std::chrono_literals;

TEST(Dates, AreWrittenAsEachLanguageWritesThem) {
    auto const assets = load_assets(support::shipped_assets());
    ASSERT_TRUE(assets) << assets.error().message;
    Phrases const& dutch = assets->phrases_in("nl");
    Phrases const& english = assets->phrases_in("en");
    auto const day = 2026y / 11 / 23;

    EXPECT_EQ(weekday_day_month(dutch, day), "maandag 23 november");
    EXPECT_EQ(weekday_day_month(english, day), "Monday 23 November");
    EXPECT_EQ(day_month(dutch, 2027y / 3 / 1), "1 maart");
    EXPECT_EQ(day_month_year(english, 2018y / 2 / 23), "23 February 2018");
    EXPECT_EQ(clock_time(dutch, 14h + 20min), "14.20 uur");
    EXPECT_EQ(clock_time(dutch, 9h + 5min), "09.05 uur");
    EXPECT_EQ(clock_time(english, 0min), "00:00");
    EXPECT_EQ(day_month(dutch, 2027y / 2 / 31), "3 maart") << "an impossible day counts on";
}

} // namespace
} // namespace inloop::pages
