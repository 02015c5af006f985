// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/linux_folder_watcher.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace inloop::platform {
namespace {

namespace fs = std::filesystem;
using Changed = std::vector<std::size_t>;

constexpr std::size_t kAssets = 0;
constexpr std::size_t kData = 1;
Changed const kNothing{};

void write(fs::path const& file, std::string_view text) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

enum class By : std::uint8_t { notices, looking };

// The process has no descriptor left while this lives: the kernel grants no notices.
class NoDescriptors {
public:
    NoDescriptors() {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        int const next = ::open("/dev/null", O_RDONLY | O_CLOEXEC); // the lowest that is free
        ::close(next);
        // One more, for the descriptor that stop() uses.
        rlimit const few{.rlim_cur = static_cast<rlim_t>(next) + 1, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    NoDescriptors(NoDescriptors const&) = delete;
    NoDescriptors& operator=(NoDescriptors const&) = delete;
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
};

// Assets with folders in folders, and a data folder beside them in which a kiosk works.
class FolderWatcherCase : public testing::TestWithParam<By> {
protected:
    FolderWatcherCase() {
        fs::create_directories(assets / "pages/nl");
        fs::create_directories(data / "letterbox/new");
        write(assets / "place.toml", "town");
        write(assets / "pages/nl/pilot.md", "text");
        write(data / "roster.toml", "");
    }
    std::unique_ptr<LinuxFolderWatcher> open() {
        FolderWatchSpec spec{.places = {{assets}, {data, {"roster.toml", "news.toml"}}},
                             .log = [this](std::string const& line) { log.push_back(line); },
                             .quiet_time = Milliseconds(20),
                             .look_every = Milliseconds(10)};
        if (GetParam() == By::notices) {
            return LinuxFolderWatcher::open(std::move(spec)).value();
        }
        // A place that lies nowhere: the kernel can tell nothing of it.
        spec.places.push_back({scratch / "nowhere/at/all"});
        return LinuxFolderWatcher::open(std::move(spec)).value();
    }

    support::Scratch scratch;
    fs::path assets = scratch / "assets";
    fs::path data = scratch / "data";
    std::vector<std::string> log;
};

TEST_P(FolderWatcherCase, SaysOnceHowItWatches) {
    auto const watcher = open();
    EXPECT_EQ(watcher->told_by_kernel(), GetParam() == By::notices);
    EXPECT_EQ(log.size(), GetParam() == By::notices ? 0U : 1U);
}

TEST_P(FolderWatcherCase, TellsOfAFileThatWasWritten) {
    // given
    auto const watcher = open();
    // when
    write(assets / "pages/nl/pilot.md", "another text");
    // then
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
}

TEST_P(FolderWatcherCase, TellsOfEveryWayAFileCanChange) {
    // given
    auto const watcher = open();
    auto const told = [&] { return watcher->wait() == Changed{kAssets}; };
    // then: a new one
    write(assets / "pages/nl/new.md", "new");
    EXPECT_TRUE(told());
    // Renamed over another, as editors save.
    write(scratch / "saved", "saved");
    fs::rename(scratch / "saved", assets / "pages/nl/pilot.md");
    EXPECT_TRUE(told());
    // Taken away.
    fs::rename(assets / "pages/nl/new.md", scratch / "taken");
    EXPECT_TRUE(told());
    fs::remove(assets / "pages/nl/pilot.md");
    EXPECT_TRUE(told());
    // Not to be read any more.
    fs::permissions(assets / "place.toml", fs::perms::none);
    EXPECT_TRUE(told());
}

TEST_P(FolderWatcherCase, TellsOfFilesInFoldersThatCameLater) {
    // given
    auto const watcher = open();
    fs::create_directories(assets / "pages/de/more");
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    // when
    write(assets / "pages/de/more/pilot.md", "Text");
    // then
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
}

TEST_P(FolderWatcherCase, TellsOfAPlaceThatIsExchangedWhole) {
    // given
    auto const watcher = open();
    fs::copy(assets, scratch / "next", fs::copy_options::recursive);
    // when
    fs::rename(assets, scratch / "before");
    fs::rename(scratch / "next", assets);
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    // then: the new one is watched, the old one is nobody's business
    write(assets / "pages/nl/pilot.md", "another text");
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    write(scratch / "before/place.toml", "old town");
    write(data / "roster.toml", "x");
    EXPECT_EQ(watcher->wait(), Changed{kData});
}

TEST_P(FolderWatcherCase, TellsOfAPlaceThatComesBack) {
    // given
    auto const watcher = open();
    fs::remove_all(data);
    EXPECT_EQ(watcher->wait(), Changed{kData});
    // when
    fs::create_directories(data);
    EXPECT_EQ(watcher->wait(), Changed{kData});
    write(data / "news.toml", "news");
    // then
    EXPECT_EQ(watcher->wait(), Changed{kData});
}

// What the kiosk itself does all day beside the roster must not wake it. A change that counts comes
// last, so that the wait ends.
TEST_P(FolderWatcherCase, IsNotWokenByTheLetterbox) {
    // given
    auto const watcher = open();
    // when
    write(data / "letterbox/new/0000000001.pkb", "sealed");
    write(data / "kiosk.db", "index");
    write(data / "kiosk.db-journal", "journal");
    fs::remove(data / "kiosk.db-journal");
    write(assets / "place.toml", "another town");
    // then
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    // Negative control: the roster does wake it, together with the assets.
    write(data / "roster.toml", "x");
    write(assets / "place.toml", "town");
    EXPECT_EQ(watcher->wait(), (Changed{kAssets, kData}));
}

TEST_P(FolderWatcherCase, TellsOfManyChangesOnce) {
    // given
    auto const watcher = open();
    // when
    for (int file = 0; file < 50; ++file) {
        write(assets / "pages/nl" / (std::to_string(file) + ".md"), "text");
    }
    // then
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    write(data / "roster.toml", "x");
    EXPECT_EQ(watcher->wait(), Changed{kData}) << "nothing was left over from before";
}

TEST_P(FolderWatcherCase, TellsOfWhatChangesWithoutEnd) {
    // given: a file that is written again and again
    auto const watcher = open();
    std::atomic<bool> enough = false;
    std::jthread const writer([&] {
        while (!enough) {
            write(assets / "place.toml", "town");
        }
    });
    // then
    EXPECT_EQ(watcher->wait(), Changed{kAssets});
    enough = true;
}

TEST_P(FolderWatcherCase, EndsWhenItIsToldTo) {
    // given
    auto const watcher = open();
    auto waiting = std::async(std::launch::async, [&] { return watcher->wait(); });
    // when
    watcher->stop();
    // then
    EXPECT_EQ(waiting.get(), kNothing);
    write(assets / "place.toml", "another town");
    EXPECT_EQ(watcher->wait(), kNothing) << "for good";
}

std::string name_of(testing::TestParamInfo<By> const& info) {
    return info.param == By::notices ? "ByNotices" : "ByLooking";
}
INSTANTIATE_TEST_SUITE_P(LinuxFolderWatcher, FolderWatcherCase,
                         testing::Values(By::notices, By::looking), name_of);

TEST(LinuxFolderWatcher, LooksWhereTheKernelGrantsNothingAndIsToldAgainLater) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP()
        << "UBSan looks at an object's type through a pipe, and here no descriptor is left";
#endif
    // given
    support::Scratch scratch;
    std::vector<std::string> log;
    FolderWatchSpec spec{.places = {{scratch.path()}},
                         .log = [&](std::string const& line) { log.push_back(line); },
                         .quiet_time = Milliseconds(1),
                         .look_every = Milliseconds(1)};
    std::unique_ptr<LinuxFolderWatcher> watcher;
    {
        NoDescriptors const none;
        watcher = LinuxFolderWatcher::open(spec).value();
    }
    EXPECT_FALSE(watcher->told_by_kernel());
    ASSERT_EQ(log.size(), 1U);
    EXPECT_NE(log[0].find("raise fs.inotify"), std::string::npos) << log[0];
    // when
    write(scratch / "file", "text");
    // then
    EXPECT_EQ(watcher->wait(), Changed{0});
    EXPECT_TRUE(watcher->told_by_kernel());
    write(scratch / "file", "more text");
    EXPECT_EQ(watcher->wait(), Changed{0});
}

TEST(LinuxFolderWatcher, WatchesNoMoreFoldersThanItMay) {
    // given
    support::Scratch scratch;
    for (std::size_t folder = 0; folder <= kWatchedFolders; ++folder) {
        fs::create_directory(scratch / std::to_string(folder));
    }
    std::vector<std::string> log;
    // when
    auto const watcher =
        LinuxFolderWatcher::open({.places = {{scratch.path()}},
                                  .log = [&](std::string const& line) { log.push_back(line); },
                                  .quiet_time = Milliseconds(1),
                                  .look_every = Milliseconds(1)})
            .value();
    // then
    EXPECT_FALSE(watcher->told_by_kernel());
    ASSERT_EQ(log.size(), 1U);
    EXPECT_NE(log[0].find("more than 200 folders"), std::string::npos) << log[0];
    write(scratch / "0/file", "text");
    EXPECT_EQ(watcher->wait(), Changed{0});
}

} // namespace
} // namespace inloop::platform
