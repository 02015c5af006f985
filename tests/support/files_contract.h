// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

// What every platform::Files must do (platform/api/files.h). Include it once in a test and
// instantiate FilesContract with a factory; the suite runs alike on the real files and on the fake.
namespace inloop::support {

struct FilesUnderTest {
    std::unique_ptr<platform::Files> files;
    std::filesystem::path root; // exists, empty
    std::shared_ptr<void> keep = {}; // lives as long as the test, for instance a Scratch
};

struct FilesMaker {
    std::string name;
    std::function<FilesUnderTest()> make;
};

class FilesContract : public testing::TestWithParam<FilesMaker> {
protected:
    FilesUnderTest under_test = GetParam().make();
    platform::Files& files = *under_test.files;
    std::filesystem::path root = under_test.root;

    static Bytes bytes(std::string_view text) {
        auto const view = as_bytes(text);
        return {view.begin(), view.end()};
    }
};

TEST_P(FilesContract, ReadsBackWhatWasCreated) {
    Bytes const content = bytes(std::string(70'000, 'x') + "end");
    ASSERT_TRUE(files.create(root / "a", content));
    EXPECT_TRUE(files.sync_file(root / "a"));
    EXPECT_EQ(files.read(root / "a", 100'000).value(), content);
}

TEST_P(FilesContract, KeepsAnEmptyFile) {
    ASSERT_TRUE(files.create(root / "a", {}));
    EXPECT_TRUE(files.sync_file(root / "a"));
    EXPECT_EQ(files.read(root / "a", 0).value(), Bytes());
}

TEST_P(FilesContract, RefusesToCreateOverAnything) {
    ASSERT_TRUE(files.create(root / "a", bytes("first")));
    ASSERT_TRUE(files.make_directories(root / "d"));
    EXPECT_EQ(files.create(root / "a", bytes("second")).error().code, ErrorCode::already_there);
    EXPECT_EQ(files.create(root / "d", bytes("second")).error().code, ErrorCode::already_there);
    EXPECT_EQ(files.read(root / "a", 100).value(), bytes("first"));
}

TEST_P(FilesContract, SaysNotFoundForWhatIsNotThere) {
    auto const nowhere = root / "no" / "a";
    EXPECT_EQ(files.create(nowhere, {}).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.sync_file(nowhere).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.rename(nowhere, root / "b").error().code, ErrorCode::not_found);
    EXPECT_EQ(files.sync_directory(nowhere).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.remove(nowhere).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.read(nowhere, 10).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.list(nowhere).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.space(nowhere).error().code, ErrorCode::not_found);
}

TEST_P(FilesContract, NamesThePathInErrors) {
    auto const error = files.read(root / "no-such-file", 10).error();
    EXPECT_NE(error.message.find((root / "no-such-file").native()), std::string::npos)
        << error.message;
}

TEST_P(FilesContract, RenamesIntoAnotherFolder) {
    ASSERT_TRUE(files.make_directories(root / "d"));
    ASSERT_TRUE(files.create(root / "a", bytes("text")));
    ASSERT_TRUE(files.rename(root / "a", root / "d" / "b"));
    EXPECT_TRUE(files.sync_directory(root / "d"));
    EXPECT_EQ(files.read(root / "d" / "b", 10).value(), bytes("text"));
    EXPECT_EQ(files.read(root / "a", 10).error().code, ErrorCode::not_found);
}

TEST_P(FilesContract, RenameReplacesAFileButNotAFolder) {
    ASSERT_TRUE(files.make_directories(root / "d"));
    ASSERT_TRUE(files.create(root / "a", bytes("new")));
    ASSERT_TRUE(files.create(root / "b", bytes("old")));
    ASSERT_TRUE(files.rename(root / "a", root / "b"));
    EXPECT_EQ(files.read(root / "b", 10).value(), bytes("new"));
    EXPECT_EQ(files.rename(root / "b", root / "d").error().code, ErrorCode::io);
}

TEST_P(FilesContract, RenamesAFolderWithWhatIsInIt) {
    ASSERT_TRUE(files.make_directories(root / "d"));
    ASSERT_TRUE(files.create(root / "d" / "a", bytes("text")));
    ASSERT_TRUE(files.rename(root / "d", root / "e"));
    EXPECT_EQ(files.read(root / "e" / "a", 10).value(), bytes("text"));
}

TEST_P(FilesContract, RemovesAFileButNotAFolder) {
    ASSERT_TRUE(files.make_directories(root / "d"));
    ASSERT_TRUE(files.create(root / "a", bytes("text")));
    EXPECT_TRUE(files.remove(root / "a"));
    EXPECT_EQ(files.read(root / "a", 10).error().code, ErrorCode::not_found);
    EXPECT_EQ(files.remove(root / "d").error().code, ErrorCode::io);
}

TEST_P(FilesContract, MakesFoldersOnTheWayAndAgain) {
    ASSERT_TRUE(files.make_directories(root / "d" / "e" / "f"));
    EXPECT_TRUE(files.make_directories(root / "d" / "e" / "f"));
    EXPECT_TRUE(files.sync_directory(root / "d" / "e"));
    EXPECT_EQ(files.list(root / "d" / "e").value().at(0).name, "f");
}

TEST_P(FilesContract, RefusesAFolderWhereAFileIs) {
    ASSERT_TRUE(files.create(root / "a", {}));
    EXPECT_EQ(files.make_directories(root / "a").error().code, ErrorCode::already_there);
    EXPECT_EQ(files.make_directories(root / "a" / "b").error().code, ErrorCode::already_there);
}

TEST_P(FilesContract, ListsSortedWithKindAndSize) {
    using platform::EntryKind;
    ASSERT_TRUE(files.make_directories(root / "m"));
    ASSERT_TRUE(files.create(root / "z", bytes("12345")));
    ASSERT_TRUE(files.create(root / ".a", {}));
    auto const entries = files.list(root).value();
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].name, ".a");
    EXPECT_EQ(entries[0].kind, EntryKind::file);
    EXPECT_EQ(entries[1].name, "m");
    EXPECT_EQ(entries[1].kind, EntryKind::directory);
    EXPECT_EQ(entries[2].name, "z");
    EXPECT_EQ(entries[2].size, 5U);
    EXPECT_EQ(files.list(root / "z").error().code, ErrorCode::not_found);
}

TEST_P(FilesContract, ReadsNothingLargerThanTheLimitAndNoFolder) {
    ASSERT_TRUE(files.create(root / "a", bytes("12345")));
    ASSERT_TRUE(files.make_directories(root / "d"));
    EXPECT_TRUE(files.read(root / "a", 5));
    EXPECT_EQ(files.read(root / "a", 4).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(files.read(root / "d", 4).error().code, ErrorCode::invalid_input);
}

TEST_P(FilesContract, ReportsSpace) {
    auto const space = files.space(root).value();
    EXPECT_GT(space.total_bytes, 0U);
    EXPECT_LE(space.free_bytes, space.total_bytes);
    EXPECT_FALSE(space.filesystem.empty());
}

// A file that was synced, renamed and whose name another file took: each keeps its own content.
TEST_P(FilesContract, KeepsFilesApartWhenANameIsUsedAgain) {
    ASSERT_TRUE(files.create(root / "a", bytes("first")));
    ASSERT_TRUE(files.rename(root / "a", root / "b"));
    ASSERT_TRUE(files.create(root / "a", bytes("second")));
    EXPECT_TRUE(files.sync_file(root / "b"));
    EXPECT_TRUE(files.sync_file(root / "a"));
    EXPECT_TRUE(files.sync_file(root / "a")); // once more: nothing to do, no error
    EXPECT_EQ(files.read(root / "a", 10).value(), bytes("second"));
    EXPECT_EQ(files.read(root / "b", 10).value(), bytes("first"));
}

inline std::string maker_name(testing::TestParamInfo<FilesMaker> const& info) {
    return info.param.name;
}

} // namespace inloop::support
