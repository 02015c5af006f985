// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/assets.h"
#include "kiosk/pages/site_files.h"
#include "platform/api/folder_watcher.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace inloop::loop {

// What changed on disk and is right. nullptr or nullopt: that part is as it was.
struct Reloaded {
    std::shared_ptr<pages::Assets const> assets;
    std::optional<pages::SiteFiles> site;
};

// What is read again when it changes.
struct ReloadPlaces {
    std::filesystem::path assets;
    // roster.toml, news.toml and presence.toml, the site's own facts.toml, and its pages/ and
    // pictures/, which are there; empty: no site
    std::filesystem::path data{};

    // For the watcher: the assets first, then the site's files, then its pages, pictures and facts.
    [[nodiscard]] std::vector<platform::WatchedPlace> watched() const;
};

struct ReloadParts {
    ReloadPlaces places;
    platform::FolderWatcher& watcher; // of places.watched(); outlives the reload
    pages::SiteFiles site{}; // as it was read at the start
    std::function<void()> wake = [] {}; // called after there is something to take
    // Told what was taken over and what is wrong with what was not. From the reload's thread.
    std::function<void(std::string const&)> log = [](std::string const&) {};
};

// Reads assets and site files again when they change on disk, on a thread of its own. Assets are
// taken over as a whole or not at all: with one fault (pages::Weight) the last good ones stay, and
// the log names every fault. Of the site's files each is taken for itself. A file that is half
// written when it is read is a fault as any other; the rest of it comes with the next change.
class AssetReload {
public:
    explicit AssetReload(ReloadParts parts);
    AssetReload(AssetReload const&) = delete;
    AssetReload& operator=(AssetReload const&) = delete;
    // Ends the watcher's wait; what is being read is read to its end first, some milliseconds.
    ~AssetReload();

    // What changed since it was taken last, the newest of it; nullopt: nothing. Never blocks for
    // long. Any thread.
    [[nodiscard]] std::optional<Reloaded> take();

private:
    void run();
    void read_assets();
    void read_site();
    void give(Reloaded reloaded);

    ReloadParts m_parts; // the reload's thread only, once that runs
    std::mutex m_mutex; // guards what waits
    std::optional<Reloaded> m_waiting;
    std::jthread m_thread; // last: it must end before what it uses
};

} // namespace inloop::loop
