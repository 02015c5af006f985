// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/linux_files.h"
#include "tests/support/files_contract.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

namespace inloop::support {

INSTANTIATE_TEST_SUITE_P(
    Linux, FilesContract,
    testing::Values(FilesMaker{"Disk",
                               [] {
                                   auto scratch = std::make_shared<Scratch>();
                                   return FilesUnderTest{std::make_unique<platform::LinuxFiles>(),
                                                         scratch->path(), scratch};
                               }},
                    FilesMaker{"Tmpfs",
                               [] {
                                   auto scratch = std::make_shared<Scratch>("/dev/shm");
                                   return FilesUnderTest{std::make_unique<platform::LinuxFiles>(),
                                                         scratch->path(), scratch};
                               }}),
    maker_name);

} // namespace inloop::support

namespace inloop::platform {

namespace {

using support::Scratch;

mode_t mode_of(std::filesystem::path const& path) {
    struct stat about {};
    EXPECT_EQ(::lstat(path.c_str(), &about), 0);
    return about.st_mode & 07777U;
}

std::size_t open_descriptors() {
    auto const all = std::filesystem::directory_iterator("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// A tmpfs of a few kilobytes; nothing where this process may not mount.
class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path path)
        : m_path(std::move(path))
        , m_mounted(::mount("inloop-test", m_path.c_str(), "tmpfs", 0, "size=64k") == 0) {}
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;
    ~SmallDisk() {
        if (m_mounted) {
            ::umount2(m_path.c_str(), MNT_DETACH);
        }
    }
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] bool make_read_only() const {
        return ::mount(nullptr, m_path.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    std::filesystem::path m_path;
    bool m_mounted;
};

} // namespace

TEST(LinuxFiles, MakesFilesAndFoldersForTheOwnerOnly) {
    Scratch const scratch;
    LinuxFiles files;
    mode_t const before = ::umask(0);

    ASSERT_TRUE(files.make_directories(scratch / "d/e"));
    ASSERT_TRUE(files.create(scratch / "d/e/a", {}));
    ::umask(before);

    EXPECT_EQ(mode_of(scratch / "d"), 0700U);
    EXPECT_EQ(mode_of(scratch / "d/e"), 0700U);
    EXPECT_EQ(mode_of(scratch / "d/e/a"), 0600U);
}

TEST(LinuxFiles, DoesNotFollowALinkInPlaceOfAFile) {
    Scratch const scratch;
    LinuxFiles files;
    ASSERT_TRUE(files.create(scratch / "target", as_bytes("text")));
    std::filesystem::create_symlink(scratch / "target", scratch / "link");

    EXPECT_EQ(files.read(scratch / "link", 100).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(files.create(scratch / "link", {}).error().code, ErrorCode::already_there);
    EXPECT_FALSE(files.sync_file(scratch / "link"));
    EXPECT_EQ(files.list(scratch.path()).value().at(0).kind, EntryKind::other);
    ASSERT_TRUE(files.remove(scratch / "link"));
    EXPECT_TRUE(files.read(scratch / "target", 100));
}

TEST(LinuxFiles, DoesNotWaitForAPipeInPlaceOfAFile) {
    Scratch const scratch;
    LinuxFiles files;
    ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);

    EXPECT_EQ(files.read(scratch / "pipe", 100).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(files.list(scratch.path()).value().at(0).kind, EntryKind::other);
}

TEST(LinuxFiles, FollowsALinkToTheDataFolder) {
    Scratch const scratch;
    LinuxFiles files;
    ASSERT_TRUE(files.make_directories(scratch / "disk"));
    std::filesystem::create_directory_symlink(scratch / "disk", scratch / "data");

    EXPECT_TRUE(files.make_directories(scratch / "data/new"));
    EXPECT_TRUE(files.sync_directory(scratch / "data"));
    EXPECT_TRUE(files.list(scratch / "disk/new"));
}

TEST(LinuxFiles, LeavesNoDescriptorOpen) {
    Scratch const scratch;
    std::size_t const before = open_descriptors();
    {
        LinuxFiles files;
        for (int i = 0; i < 20; ++i) {
            auto const name = std::to_string(i);
            ASSERT_TRUE(files.create(scratch / name, as_bytes("text")));
            (void)files.list(scratch.path());
            (void)files.list(scratch / name);
            (void)files.read(scratch / name, 1);
            (void)files.sync_directory(scratch.path());
        }
        EXPECT_LE(open_descriptors(), before + 1); // the file made last is held until it is synced
        ASSERT_TRUE(files.sync_file(scratch / "19"));
        EXPECT_EQ(open_descriptors(), before);
    }
    EXPECT_EQ(open_descriptors(), before);
}

TEST(LinuxFiles, SaysReadOnlyWhereNothingMayBeWritten) {
    LinuxFiles files;
    // sysfs lets nobody make files, not even root.
    auto const error = files.create("/sys/inloop-test", {}).error();
    EXPECT_EQ(error.code, ErrorCode::read_only) << error.message;
}

TEST(LinuxFiles, SaysNoSpaceAndLeavesNothingWhenTheDiskIsFull) {
    Scratch const scratch;
    SmallDisk const disk(scratch.path());
    if (!disk.mounted()) {
        GTEST_SKIP() << "this process may not mount a small disk";
    }
    LinuxFiles files;

    auto const error = files.create(scratch / "a", Bytes(1'000'000)).error();

    EXPECT_EQ(error.code, ErrorCode::no_space) << error.message;
    EXPECT_NE(error.message.find("write " + (scratch / "a").native()), std::string::npos);
    EXPECT_TRUE(files.list(scratch.path()).value().empty());
    EXPECT_TRUE(files.create(scratch / "b", Bytes(1'000))); // negative control: less fits
}

TEST(LinuxFiles, SaysReadOnlyOnADiskMountedSo) {
    Scratch const scratch;
    SmallDisk const disk(scratch.path());
    LinuxFiles files;
    // Synced, so that nothing holds it open for writing.
    if (!disk.mounted() || !files.create(scratch / "a", {}) || !files.sync_file(scratch / "a") ||
        !disk.make_read_only()) {
        GTEST_SKIP() << "this process may not mount a small disk";
    }

    EXPECT_EQ(files.create(scratch / "b", {}).error().code, ErrorCode::read_only);
    EXPECT_EQ(files.rename(scratch / "a", scratch / "b").error().code, ErrorCode::read_only);
    EXPECT_EQ(files.remove(scratch / "a").error().code, ErrorCode::read_only);
    EXPECT_EQ(files.make_directories(scratch / "d").error().code, ErrorCode::read_only);
    EXPECT_TRUE(files.read(scratch / "a", 10));
}

TEST(LinuxFiles, KnowsThatATmpfsForgets) {
    Scratch const scratch("/dev/shm");
    LinuxFiles files;
    auto const space = files.space(scratch.path()).value();
    EXPECT_EQ(space.filesystem, "tmpfs");
    EXPECT_FALSE(space.survives_reboot);
}

} // namespace inloop::platform
