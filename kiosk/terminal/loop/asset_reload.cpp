// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/asset_reload.h"

#include "kiosk/pages/problem.h"

#include <algorithm>
#include <utility>

namespace inloop::loop {

namespace {

constexpr char const* kRosterFile = "roster.toml";
constexpr char const* kNewsFile = "news.toml";
constexpr char const* kPresenceFile = "presence.toml";
// In ReloadPlaces::watched(): where the site's files are; everything else is read with the assets.
constexpr std::size_t kSitePlace = 1;

bool is_fault(pages::Problem const& problem) {
    return problem.weight == pages::Weight::fault;
}

// Puts what was read in the place of what was; a fault is told and changes nothing.
template <class T>
bool take_over(T& last, pages::Checked<T> read, std::string const& what,
               std::function<void(std::string const&)> const& log) {
    if (!read) {
        log(what + " not taken over, the last good one stays: " + pages::to_string(read.error()));
        return false;
    }
    last = std::move(*read);
    log(what + " taken over");
    return true;
}

} // namespace

std::vector<platform::WatchedPlace> ReloadPlaces::watched() const {
    std::vector<platform::WatchedPlace> places{{assets}};
    if (!data.empty()) {
        places.push_back({data, {kRosterFile, kNewsFile, kPresenceFile}});
        places.push_back({data / pages::kPageFolder});
        places.push_back({data / pages::kPictureFolder});
        places.push_back({data, {pages::kFactsFile}});
    }
    return places;
}

AssetReload::AssetReload(ReloadParts parts)
    : m_parts(std::move(parts))
    , m_thread([this] { run(); }) {}

AssetReload::~AssetReload() {
    m_parts.watcher.stop();
}

std::optional<Reloaded> AssetReload::take() {
    std::scoped_lock const lock(m_mutex);
    return std::exchange(m_waiting, std::nullopt);
}

void AssetReload::run() {
    for (auto changed = m_parts.watcher.wait(); !changed.empty();
         changed = m_parts.watcher.wait()) {
        bool const site = std::ranges::find(changed, kSitePlace) != changed.end();
        if (changed.size() > (site ? 1U : 0U)) {
            read_assets();
        }
        if (site) {
            read_site();
        }
    }
}

void AssetReload::read_assets() {
    auto assets = pages::load_assets(m_parts.places.assets, m_parts.places.data);
    if (!assets) {
        m_parts.log("assets not taken over, the last good ones stay: " + assets.error().message);
        return;
    }
    auto const faults = std::ranges::count_if(assets->problems, is_fault);
    m_parts.log(faults == 0 ? "assets taken over"
                            : "assets not taken over, the last good ones stay; faults: " +
                                  std::to_string(faults));
    for (pages::Problem const& problem : assets->problems) {
        m_parts.log(pages::to_string(problem));
    }
    if (faults == 0) {
        give({.assets = std::make_shared<pages::Assets const>(std::move(*assets)), .site = {}});
    }
}

void AssetReload::read_site() {
    std::filesystem::path const& data = m_parts.places.data;
    bool const roster = take_over(m_parts.site.roster, pages::load_roster(data / kRosterFile),
                                  kRosterFile, m_parts.log);
    bool const news =
        take_over(m_parts.site.news, pages::load_news(data / kNewsFile), kNewsFile, m_parts.log);
    bool const presence =
        take_over(m_parts.site.presence, pages::load_presence(data / kPresenceFile), kPresenceFile,
                  m_parts.log);
    if (roster || news || presence) {
        give({.assets = nullptr, .site = m_parts.site});
    }
}

void AssetReload::give(Reloaded reloaded) {
    {
        std::scoped_lock const lock(m_mutex);
        if (!m_waiting) {
            m_waiting.emplace();
        }
        if (reloaded.assets) {
            m_waiting->assets = std::move(reloaded.assets);
        }
        if (reloaded.site) {
            m_waiting->site = std::move(reloaded.site);
        }
    }
    m_parts.wake();
}

} // namespace inloop::loop
