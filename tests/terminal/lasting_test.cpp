// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/lasting.h"
#include "platform/linux/linux_files.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gmock/gmock.h>

namespace inloop::terminal {
namespace {

using support::must;
using support::Scratch;
using testing::HasSubstr;

TEST(Lasting, RefusesAFolderInMemory) {
    Scratch const scratch("/dev/shm");
    platform::LinuxFiles files;

    auto const lasts = check_lasts(files, scratch.path());

    ASSERT_FALSE(lasts);
    EXPECT_EQ(lasts.error().code, ErrorCode::read_only);
    EXPECT_THAT(lasts.error().message, HasSubstr(scratch.path().native() + " lies on tmpfs"));
    EXPECT_THAT(lasts.error().message, HasSubstr("partition"));
}

TEST(Lasting, TakesAFolderOnADisk) {
    Scratch const scratch;
    platform::LinuxFiles files;
    auto const space = must(files.space(scratch.path()));
    if (!space.survives_reboot) {
        GTEST_SKIP() << scratch.path() << " lies on " << space.filesystem << " itself";
    }
    EXPECT_TRUE(check_lasts(files, scratch.path()));
}

TEST(Lasting, DoesNotGuessWhereNothingCanBeSeen) {
    Scratch const scratch;
    platform::LinuxFiles files;
    EXPECT_EQ(check_lasts(files, scratch / "nowhere").error().code, ErrorCode::not_found);
}

} // namespace
} // namespace inloop::terminal
