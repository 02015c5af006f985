// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/asset_reload.h"
#include "platform/linux/linux_folder_watcher.h"
#include "tests/support/asset_folder.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::loop {
namespace {

namespace fs = std::filesystem;

// Tells of changes when the test says so.
class ToldWatcher final : public platform::FolderWatcher {
public:
    void tell(std::vector<std::size_t> changed) {
        {
            std::scoped_lock const lock(m_mutex);
            m_changed.push_back(std::move(changed));
        }
        m_told.notify_one();
    }
    [[nodiscard]] std::vector<std::size_t> wait() override {
        std::unique_lock lock(m_mutex);
        m_told.wait(lock, [this] { return m_stopped || !m_changed.empty(); });
        if (m_stopped) {
            return {};
        }
        auto changed = std::move(m_changed.front());
        m_changed.erase(m_changed.begin());
        return changed;
    }
    void stop() override {
        {
            std::scoped_lock const lock(m_mutex);
            m_stopped = true;
        }
        m_told.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_told;
    std::vector<std::vector<std::size_t>> m_changed;
    bool m_stopped = false;
};

constexpr std::size_t kAssets = 0;
constexpr std::size_t kSite = 1;
constexpr std::size_t kSitePages = 2;
constexpr std::size_t kSitePictures = 3;
constexpr std::size_t kSiteFacts = 4;
constexpr std::string_view kPage = "pages/nl/pilot.md";
constexpr std::string_view kTitle = "title = \"Over deze plek\"";

constexpr std::string_view kRoster = "[[weekly]]\nday = \"thursday\"\nfrom = 13:00:00\n"
                                     "until = 16:00:00\n";
constexpr std::string_view kNews =
    "[[news]]\nkind = \"notice\"\nfrom = 2026-11-23\n"
    "until = 2026-11-29\nwords = { nl = \"Koffie\", en = \"Tea\" }\n";

// A kiosk's folders on disk and a reload of them that does as the test says.
class AssetReloadTest : public testing::Test {
protected:
    AssetReloadTest() {
        reload.emplace(
            ReloadParts{.places = {assets.path(), data.path()},
                        .watcher = watcher,
                        .wake = [this] { woken.release(); },
                        .log = [this](std::string const& line) { log.push_back(line); }});
    }
    void write_data(std::string const& name, std::string_view text) const {
        std::ofstream(data / name, std::ios::binary | std::ios::trunc) << text;
    }
    // What is to be taken after this change, which must be taken over.
    Reloaded after(std::size_t place) {
        watcher.tell({place});
        woken.acquire();
        auto taken = reload->take();
        EXPECT_TRUE(taken.has_value());
        return taken ? std::move(*taken) : Reloaded{};
    }
    // Lets the reload read everything it was told of until now: the news are read last, and taken.
    void read_to_the_end() {
        write_data("news.toml", kNews);
        auto const taken = after(kSite);
        EXPECT_EQ(taken.assets, nullptr) << "something was taken over that should not have been";
        EXPECT_TRUE(taken.site.has_value());
    }
    [[nodiscard]] bool log_says(std::string_view what) const {
        return std::ranges::any_of(
            log, [&](std::string const& line) { return line.find(what) != std::string::npos; });
    }

    support::AssetFolder assets;
    support::Scratch data;
    ToldWatcher watcher;
    std::counting_semaphore<> woken{0};
    std::vector<std::string> log; // of the reload's thread: read after woken
    std::optional<AssetReload> reload; // last
};

TEST_F(AssetReloadTest, GivesAPageThatChangedOnce) {
    // given
    EXPECT_FALSE(reload->take().has_value());
    assets.replace(std::string(kPage), kTitle, "title = \"Over dit huis\"");
    // when
    Reloaded const taken = after(kAssets);
    // then
    ASSERT_NE(taken.assets, nullptr);
    EXPECT_EQ(taken.assets->page("nl", "pilot")->title, "Over dit huis");
    EXPECT_FALSE(taken.site.has_value());
    EXPECT_FALSE(reload->take().has_value());
    EXPECT_TRUE(log_says("assets taken over"));
}

TEST_F(AssetReloadTest, GivesTheNewestOfWhatNobodyTook) {
    // given
    assets.replace(std::string(kPage), kTitle, "title = \"Eerst\"");
    watcher.tell({kAssets});
    woken.acquire();
    assets.replace(std::string(kPage), "title = \"Eerst\"", "title = \"Daarna\"");
    write_data("news.toml", kNews);
    // when
    watcher.tell({kAssets, kSite});
    woken.acquire();
    woken.acquire();
    // then
    auto const taken = reload->take();
    ASSERT_TRUE(taken.has_value());
    ASSERT_NE(taken->assets, nullptr);
    EXPECT_EQ(taken->assets->page("nl", "pilot")->title, "Daarna");
    ASSERT_TRUE(taken->site.has_value());
    EXPECT_EQ(taken->site->news.size(), 1U);
}

// One way each to spoil a set of assets: what the kiosk could live with at its start, too.
struct Spoiled {
    char const* file;
    char const* from;
    char const* to;
};
void PrintTo(Spoiled const& spoiled, std::ostream* out) {
    *out << spoiled.file << " with " << spoiled.to;
}

class AssetReloadSpoiled : public AssetReloadTest, public testing::WithParamInterface<Spoiled> {};

TEST_P(AssetReloadSpoiled, StaysAsItWasAndSaysWhere) {
    // given
    Spoiled const& spoiled = GetParam();
    std::string const whole = assets.read(spoiled.file);
    assets.replace(spoiled.file, spoiled.from, spoiled.to);
    // when
    watcher.tell({kAssets});
    read_to_the_end();
    // then
    EXPECT_TRUE(log_says("assets not taken over, the last good ones stay"));
    EXPECT_TRUE(log_says((assets.path() / spoiled.file).string() + ":"));
    EXPECT_TRUE(log_says("Mend: "));
    // Negative control: mended, the same folder is taken over.
    assets.write(spoiled.file, whole);
    EXPECT_NE(after(kAssets).assets, nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    AssetReload, AssetReloadSpoiled,
    testing::Values(Spoiled{"pages/nl/pilot.md", "\n## ", "\n<b>\n\n## "},
                    Spoiled{"pages/nl/pilot.md", "(street.png)", "(nowhere.png)"},
                    Spoiled{"pages/en/pilot.md", "title", "titel"},
                    Spoiled{"facts.toml", "\nchecked_on", "\nchecked_off"},
                    Spoiled{"strings/nl.toml", "[", "[["}, Spoiled{"strings/en.toml", "[", "[["},
                    Spoiled{"place.toml", "town = \"Assen\"", "town = Assen"},
                    Spoiled{"subjects.toml", "id = ", "idee = "},
                    Spoiled{"place.geojson", "{", ""}));

// Written in two steps with a look in between: the half is refused, the whole is taken.
TEST_F(AssetReloadTest, TakesAFileThatWasReadHalfWrittenWhenItIsWhole) {
    // given
    assets.replace(std::string(kPage), kTitle, "title = \"Over dit huis\"");
    std::string const whole = assets.read(std::string(kPage));
    assets.write(std::string(kPage), whole.substr(0, whole.find("icon")));
    watcher.tell({kAssets});
    read_to_the_end();
    // when
    assets.write(std::string(kPage), whole);
    // then
    Reloaded const taken = after(kAssets);
    ASSERT_NE(taken.assets, nullptr);
    EXPECT_EQ(taken.assets->page("nl", "pilot")->title, "Over dit huis");
}

TEST_F(AssetReloadTest, RefusesAFolderThatIsGoneAndTakesItWhenItIsBack) {
    // given
    fs::rename(assets.path(), data / "away");
    watcher.tell({kAssets});
    read_to_the_end();
    EXPECT_TRUE(log_says("assets not taken over"));
    // when
    fs::rename(data / "away", assets.path());
    // then
    EXPECT_NE(after(kAssets).assets, nullptr);
}

TEST_F(AssetReloadTest, GivesARosterAndNewsThatChanged) {
    // given
    write_data("roster.toml", kRoster);
    write_data("news.toml", kNews);
    // when
    Reloaded const taken = after(kSite);
    // then
    EXPECT_EQ(taken.assets, nullptr);
    ASSERT_TRUE(taken.site.has_value());
    EXPECT_FALSE(taken.site->roster.empty());
    EXPECT_EQ(taken.site->news.size(), 1U);
}

TEST_F(AssetReloadTest, KeepsTheLastGoodRosterWhileTheNewsGoOn) {
    // given
    write_data("roster.toml", kRoster);
    (void)after(kSite);
    // when
    write_data("roster.toml", "[[weekly]]\nday = \"donderdag\"\n");
    write_data("news.toml", kNews);
    Reloaded const taken = after(kSite);
    // then
    ASSERT_TRUE(taken.site.has_value());
    EXPECT_FALSE(taken.site->roster.empty());
    EXPECT_EQ(taken.site->news.size(), 1U);
    EXPECT_TRUE(log_says("roster.toml not taken over, the last good one stays"));
    EXPECT_TRUE(log_says((data / "roster.toml").string() + ":"));
    // Negative control: a roster that is right, and says that nobody comes, is taken.
    fs::remove(data / "roster.toml");
    Reloaded const without = after(kSite);
    ASSERT_TRUE(without.site.has_value());
    EXPECT_TRUE(without.site->roster.empty());
}

TEST_F(AssetReloadTest, GivesAPresenceThatChangedAndKeepsTheLastGoodOne) {
    // given
    write_data("presence.toml", "present = true\nuntil = 2026-11-24T16:00:00Z\n");
    Reloaded const here = after(kSite);
    ASSERT_TRUE(here.site.has_value());
    ASSERT_TRUE(here.site->presence.has_value());
    EXPECT_TRUE(here.site->presence->present);
    // when
    write_data("presence.toml", "present = perhaps\n");
    Reloaded const taken = after(kSite);
    // then
    ASSERT_TRUE(taken.site.has_value());
    EXPECT_EQ(taken.site->presence, here.site->presence);
    EXPECT_TRUE(log_says("presence.toml not taken over, the last good one stays"));
    // and: without the file the roster alone counts
    fs::remove(data / "presence.toml");
    EXPECT_FALSE(after(kSite).site->presence.has_value());
}

TEST_F(AssetReloadTest, SaysNothingWhenAllSiteFilesAreFaulty) {
    // given
    write_data("roster.toml", "[[weekly]]");
    write_data("news.toml", "");
    write_data("presence.toml", "present = 1");
    watcher.tell({kSite});
    // when: the assets follow, and are taken
    Reloaded const taken = after(kAssets);
    // then
    EXPECT_NE(taken.assets, nullptr);
    EXPECT_FALSE(taken.site.has_value());
    EXPECT_TRUE(log_says("roster.toml not taken over"));
    EXPECT_TRUE(log_says("news.toml not taken over"));
}

TEST_F(AssetReloadTest, TakesOverAPageOfTheSiteAndGoesBackWithoutIt) {
    // when: the site has a page of its own
    fs::create_directories(data / "pages/nl");
    std::string page = assets.read(std::string(kPage));
    page.replace(page.find(kTitle), kTitle.size(), "title = \"Van ons\"");
    write_data(std::string(kPage), page);
    auto const taken = after(kSitePages);
    // then
    ASSERT_NE(taken.assets, nullptr);
    EXPECT_EQ(taken.assets->page("nl", "pilot")->title, "Van ons");
    // when: it is taken away
    fs::remove(data / std::string(kPage));
    auto const back = after(kSitePages);
    // then
    ASSERT_NE(back.assets, nullptr);
    EXPECT_EQ(back.assets->page("nl", "pilot")->title, "Over deze plek");
}

TEST_F(AssetReloadTest, TakesOverFactsOfTheSiteAndKeepsTheLastGoodOnes) {
    auto const number_in = [](Reloaded const& reloaded) {
        return reloaded.assets ? reloaded.assets->facts.find(pages::kNotUrgentFact)->value : "";
    };
    // given: the site has a number of its own
    std::string facts = assets.read("facts.toml");
    facts.replace(facts.find("0900-8844"), std::string_view("0900-8844").size(), "0900-1234");
    write_data("facts.toml", facts);
    EXPECT_EQ(number_in(after(kSiteFacts)), "0900-1234");
    // when: it is spoiled
    write_data("facts.toml", facts.substr(0, facts.size() / 2));
    watcher.tell({kSiteFacts});
    read_to_the_end();
    EXPECT_TRUE(log_says("assets not taken over, the last good ones stay"));
    EXPECT_TRUE(log_says((data / "facts.toml").string() + ":"));
    // and when it is taken away
    write_data("facts.toml", "");
    EXPECT_EQ(number_in(after(kSiteFacts)), "0900-8844");
}

TEST_F(AssetReloadTest, EndsWhileNothingChanges) {
    reload.reset();
    EXPECT_TRUE(log.empty());
    EXPECT_FALSE(woken.try_acquire());
}

TEST(ReloadPlaces, AreTheAssetsAndTheFilesOfTheSite) {
    auto const places = ReloadPlaces{"/assets", "/data"}.watched();
    ASSERT_EQ(places.size(), 5U);
    EXPECT_EQ(places[kAssets].folder, "/assets");
    EXPECT_TRUE(places[kAssets].files.empty());
    EXPECT_EQ(places[kSite].folder, "/data");
    EXPECT_EQ(places[kSite].files,
              (std::vector<std::string>{"roster.toml", "news.toml", "presence.toml"}));
    EXPECT_EQ(places[kSitePages].folder, "/data/pages");
    EXPECT_EQ(places[kSitePictures].folder, "/data/pictures");
    EXPECT_EQ(places[kSiteFacts].folder, "/data");
    EXPECT_EQ(places[kSiteFacts].files, std::vector<std::string>{"facts.toml"});
    EXPECT_EQ((ReloadPlaces{"/assets"}.watched().size()), 1U) << "without a site";
}

// With the real watcher, from the file that is saved to what the screen can take. How long that
// takes is held by the watcher's times; reading takes milliseconds.
static_assert(platform::kQuietTime + platform::kLongestQuietWait < std::chrono::seconds(2));

TEST(AssetReloadOnDisk, GivesAPageThatIsSavedAndThenItsMend) {
    // given
    support::AssetFolder const assets;
    support::Scratch const data;
    fs::create_directory(data / "pages");
    fs::create_directory(data / "pictures");
    ReloadPlaces const places{assets.path(), data.path()};
    auto const watcher = platform::LinuxFolderWatcher::open({.places = places.watched()}).value();
    std::counting_semaphore<> woken(0);
    AssetReload reload({.places = places, .watcher = *watcher, .wake = [&] { woken.release(); }});
    for (std::string_view const title : {"title = \"Een\"", "title = \"Twee\""}) {
        // when: as an editor saves, over the old one
        std::string page = assets.read(std::string(kPage));
        std::size_t const at = page.find("title = ");
        page.replace(at, page.find('\n', at) - at, title);
        assets.write("saved.tmp", page);
        fs::rename(assets.path() / "saved.tmp", assets.path() / kPage);
        woken.acquire();
        // then
        auto const taken = reload.take();
        ASSERT_TRUE(taken.has_value());
        ASSERT_NE(taken->assets, nullptr);
        EXPECT_EQ("title = \"" + taken->assets->page("nl", "pilot")->title + '"', title);
    }
}

TEST(AssetReloadOnDisk, GivesFactsOfTheSiteAndItsNewsThatAreSavedSideBySide) {
    // given: one folder, watched for both
    support::AssetFolder const assets;
    support::Scratch const data;
    ReloadPlaces const places{assets.path(), data.path()};
    auto const watcher = platform::LinuxFolderWatcher::open({.places = places.watched()}).value();
    std::counting_semaphore<> woken(0);
    AssetReload reload({.places = places, .watcher = *watcher, .wake = [&] { woken.release(); }});
    // when
    std::string facts = assets.read("facts.toml");
    facts.replace(facts.find("0900-8844"), std::string_view("0900-8844").size(), "0900-1234");
    std::ofstream(data / "saved.tmp") << facts;
    fs::rename(data / "saved.tmp", data / "facts.toml");
    woken.acquire();
    // then
    auto const taken = reload.take();
    ASSERT_TRUE(taken && taken->assets);
    EXPECT_EQ(taken->assets->facts.find(pages::kNotUrgentFact)->value, "0900-1234");
    // and the news for themselves
    std::ofstream(data / "news.toml") << kNews;
    woken.acquire();
    auto const news = reload.take();
    ASSERT_TRUE(news && news->site);
    EXPECT_EQ(news->assets, nullptr);
}

} // namespace
} // namespace inloop::loop
