// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/files_contract.h"
#include "tests/support/memory_files.h"

#include <gtest/gtest.h>

#include <memory>

namespace inloop::support {

INSTANTIATE_TEST_SUITE_P(Memory, FilesContract,
                         testing::Values(FilesMaker{
                             "Disk",
                             [] {
                                 auto files = std::make_unique<MemoryFiles>();
                                 EXPECT_TRUE(files->make_directories("/data"));
                                 return FilesUnderTest{std::move(files), "/data"};
                             }}),
                         maker_name);

namespace {

// What is there after a power cut with the least luck.
MemoryFiles after_power_cut(MemoryFiles const& files) {
    return MemoryFiles(files.durable());
}

MemoryFiles disk_with_folders() {
    MemoryFiles files;
    files.put("/d/x", Bytes(1));
    files.put("/e/y", Bytes(1));
    return files;
}

Bytes const kText(600, std::byte{7});

} // namespace

TEST(MemoryFiles, LosesWhatWasNotSynced) {
    MemoryFiles files = disk_with_folders();
    ASSERT_TRUE(files.create("/d/a", kText));
    EXPECT_FALSE(after_power_cut(files).has("/d/a"));

    ASSERT_TRUE(files.sync_file("/d/a")); // the content, not the name
    EXPECT_FALSE(after_power_cut(files).has("/d/a"));

    ASSERT_TRUE(files.sync_directory("/d"));
    EXPECT_EQ(after_power_cut(files).peek("/d/a"), kText);
}

TEST(MemoryFiles, KeepsANameWithoutContentWhenOnlyTheFolderWasSynced) {
    MemoryFiles files = disk_with_folders();
    ASSERT_TRUE(files.create("/d/a", kText));
    ASSERT_TRUE(files.sync_directory("/d"));
    EXPECT_EQ(after_power_cut(files).peek("/d/a"), Bytes());
}

TEST(MemoryFiles, LosesAFolderWhoseParentWasNotSynced) {
    MemoryFiles files;
    ASSERT_TRUE(files.make_directories("/d"));
    ASSERT_TRUE(files.create("/d/a", kText));
    ASSERT_TRUE(files.sync_file("/d/a"));
    ASSERT_TRUE(files.sync_directory("/d"));
    EXPECT_FALSE(after_power_cut(files).has("/d/a"));

    ASSERT_TRUE(files.sync_directory("/"));
    EXPECT_TRUE(after_power_cut(files).has("/d/a"));
}

TEST(MemoryFiles, NeverLosesBothNamesOfARenamedFile) {
    MemoryFiles files = disk_with_folders();
    ASSERT_TRUE(files.rename("/d/x", "/e/x"));
    EXPECT_TRUE(after_power_cut(files).has("/d/x"));

    MemoryFiles target_synced = files;
    ASSERT_TRUE(target_synced.sync_directory("/e"));
    EXPECT_TRUE(after_power_cut(target_synced).has("/e/x"));
    EXPECT_TRUE(after_power_cut(target_synced).has("/d/x")); // both, until /d is synced

    ASSERT_TRUE(files.sync_directory("/d"));
    EXPECT_TRUE(after_power_cut(files).has("/e/x"));
    EXPECT_FALSE(after_power_cut(files).has("/d/x"));
}

TEST(MemoryFiles, RecordsEveryCallInOrder) {
    MemoryFiles files = disk_with_folders();
    (void)files.create("/d/a", kText);
    (void)files.rename("/d/a", "/e/a");
    (void)files.read("/nowhere", 1);
    std::vector<Operation> const expected{
        {Call::create, "/d/a", ""}, {Call::rename, "/d/a", "/e/a"}, {Call::read, "/nowhere", ""}};
    EXPECT_EQ(files.operations(), expected);
}

TEST(MemoryFiles, FailsOnceOrFromThenOn) {
    MemoryFiles files = disk_with_folders();
    files.fail_at(1, ErrorCode::io);
    EXPECT_TRUE(files.list("/d"));
    EXPECT_EQ(files.list("/d").error().code, ErrorCode::io);
    EXPECT_TRUE(files.list("/d"));

    files.fail_from_now(ErrorCode::no_space);
    EXPECT_TRUE(files.list("/d")) << "a full disk can be read";
    EXPECT_EQ(files.remove("/d/x").error().code, ErrorCode::no_space);
    EXPECT_EQ(files.remove("/d/x").error().code, ErrorCode::no_space);
    files.mend();
    EXPECT_TRUE(files.remove("/d/x"));
}

TEST(MemoryFiles, FailedCreateLeavesHalfAFile) {
    MemoryFiles files = disk_with_folders();
    files.fail_at(0, ErrorCode::no_space);
    EXPECT_FALSE(files.create("/d/a", kText));
    EXPECT_EQ(files.peek("/d/a")->size(), kText.size() / 2);
}

TEST(MemoryFiles, FailedSyncIsNotMadeGoodByAnother) {
    MemoryFiles files = disk_with_folders();
    ASSERT_TRUE(files.create("/d/a", kText));
    files.fail_at(1, ErrorCode::io);
    EXPECT_FALSE(files.sync_file("/d/a"));
    EXPECT_TRUE(files.sync_file("/d/a"));
    EXPECT_TRUE(files.sync_directory("/d"));
    EXPECT_EQ(after_power_cut(files).peek("/d/a"), Bytes());
}

TEST(MemoryFiles, FailedFolderSyncLosesTheNamesAndKeepsTheOldOnes) {
    MemoryFiles files = disk_with_folders();
    ASSERT_TRUE(files.rename("/d/x", "/e/x"));
    files.fail_at(1, ErrorCode::io);
    EXPECT_FALSE(files.sync_directory("/e"));
    EXPECT_TRUE(files.sync_directory("/e"));
    EXPECT_TRUE(files.sync_directory("/d"));
    EXPECT_TRUE(after_power_cut(files).has("/d/x"));
    EXPECT_FALSE(after_power_cut(files).has("/e/x"));
}

TEST(MemoryFiles, MayDoWhatItSaysItDidNot) {
    MemoryFiles files = disk_with_folders();
    files.fail_at(0, ErrorCode::io, FaultLasts::once, FaultEffect::done);
    EXPECT_FALSE(files.rename("/d/x", "/e/x"));
    EXPECT_TRUE(files.has("/e/x"));
}

} // namespace inloop::support
