// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/demo_site_files.h"
#include "platform/linux/linux_files.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <vector>

namespace inloop::terminal {
namespace {

using support::must;

TEST(DemoSiteFiles, AreReadAsTheKioskReadsThem) {
    // given
    support::Scratch const scratch;
    platform::LinuxFiles files;
    support::ManualClock const clock; // Tuesday 4 June 2024
    // when
    must(write_demo_site_files(files, clock, scratch.path()));
    std::vector<pages::Problem> problems;
    pages::SiteFiles const site = pages::load_site_files(scratch.path(), problems);
    // then
    for (pages::Problem const& problem : problems) {
        ADD_FAILURE() << pages::to_string(problem);
    }
    std::chrono::local_days const today{std::chrono::year(2024) / 6 / 4};
    auto const shift = site.roster.at(today + std::chrono::hours(10));
    ASSERT_TRUE(shift.has_value());
    EXPECT_EQ(shift->until, today + std::chrono::hours(12));
    EXPECT_NE(site.news_on(today), nullptr);
    EXPECT_EQ(site.news_on(today + std::chrono::days(29)), nullptr) << "news grow old";
    bool talks = false;
    for (entries::Shift const& next : site.roster.upcoming(today + std::chrono::hours(13), 9)) {
        talks = talks || next.kind == entries::ShiftKind::talk;
    }
    EXPECT_TRUE(talks);
}

TEST(DemoSiteFiles, AreNeverOverwritten) {
    // given
    support::Scratch const scratch;
    platform::LinuxFiles files;
    support::ManualClock const clock;
    std::ofstream(scratch / "roster.toml") << "# mine";
    // when
    must(write_demo_site_files(files, clock, scratch.path()));
    must(write_demo_site_files(files, clock, scratch.path()));
    // then
    std::ifstream in(scratch / "roster.toml");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "# mine");
}

TEST(DemoSiteFiles, SayWhenTheyCannotBeWritten) {
    support::MemoryFiles files;
    must(files.make_directories("/site"));
    files.fail_from_now(ErrorCode::no_space);
    auto const refused = write_demo_site_files(files, support::ManualClock(), "/site");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::no_space);
}

} // namespace
} // namespace inloop::terminal
