// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/place_look.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace inloop::platform {
namespace {

using support::Scratch;

TEST(PlaceLook, WritesAndLeavesNothing) {
    Scratch const scratch;
    ::chmod(scratch.path().c_str(), 0700);

    PlaceLook const look = look_at_place(scratch.path(), own_account());

    EXPECT_EQ(look.kind, PlaceKind::folder);
    EXPECT_TRUE(look.owned);
    EXPECT_EQ(look.owner, own_account().name);
    EXPECT_TRUE(look.may_write);
    EXPECT_FALSE(look.open_to_others);
    EXPECT_FALSE(look.mounted_read_only);
    EXPECT_GT(look.space.total_bytes, 0U);
    EXPECT_TRUE(look.probe) << look.probe.error().message;
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
}

TEST(PlaceLook, TakesAwayWhatALookThatWasKilledLeft) {
    Scratch const scratch;
    std::ofstream(scratch / kProbeFile) << "left";
    EXPECT_TRUE(look_at_place(scratch.path(), own_account()).probe);
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
}

TEST(PlaceLook, TellsWhatIsNoFolder) {
    Scratch const scratch;
    std::ofstream(scratch / "file") << "text";
    EXPECT_EQ(look_at_place(scratch / "nowhere", own_account()).kind, PlaceKind::missing);
    EXPECT_EQ(look_at_place(scratch / "file", own_account()).kind, PlaceKind::other);
}

TEST(PlaceLook, SeesWithTheEyesOfWhoIsOnDuty) {
    Scratch const scratch;
    Account const stranger{.name = "stranger", .id = 54321, .groups = {54321}};
    ::chmod(scratch.path().c_str(), 0755);
    PlaceLook const look = look_at_place(scratch.path(), stranger);
    EXPECT_FALSE(look.owned);
    EXPECT_FALSE(look.may_write);
    EXPECT_TRUE(look.open_to_others);
    ::chmod(scratch.path().c_str(), 0777);
    EXPECT_TRUE(look_at_place(scratch.path(), stranger).may_write);
}

TEST(PlaceLook, TellsMemoryFromADisk) {
    Scratch const scratch("/dev/shm");
    PlaceLook const look = look_at_place(scratch.path(), own_account());
    EXPECT_EQ(look.space.filesystem, "tmpfs");
    EXPECT_FALSE(look.space.survives_reboot);
}

TEST(PlaceLook, SaysWhereNothingCanBeWritten) {
    // sysfs lets nobody make files, not even root.
    PlaceLook const look = look_at_place("/sys", own_account());
    ASSERT_FALSE(look.probe);
    EXPECT_EQ(look.probe.error().code, ErrorCode::read_only) << look.probe.error().message;
}

TEST(PlaceLook, KnowsADiskThatIsMountedReadOnly) {
    Scratch const scratch;
    if (::mount("inloop-test", scratch.path().c_str(), "tmpfs", MS_RDONLY, "size=64k") != 0) {
        GTEST_SKIP() << "this process may not mount a small disk";
    }
    PlaceLook const look = look_at_place(scratch.path(), own_account());
    ::umount2(scratch.path().c_str(), MNT_DETACH);
    EXPECT_TRUE(look.mounted_read_only);
    ASSERT_FALSE(look.probe);
    EXPECT_EQ(look.probe.error().code, ErrorCode::read_only) << look.probe.error().message;
}

} // namespace
} // namespace inloop::platform
