// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace inloop::platform {

// What is watched: everything below a folder, or certain files right in it.
struct WatchedPlace {
    std::filesystem::path folder;
    std::vector<std::string> files{}; // names; empty: everything, however deep
};

// Tells when something was written, made, moved or removed in certain places. It may name a place
// where nothing changed in the end; it never misses a change that lasts. wait() belongs to one
// thread, stop() to any.
class FolderWatcher {
public:
    virtual ~FolderWatcher() = default;

    // Sleeps until something changed and then nothing more for a moment, because whoever saves a
    // file or copies a folder does so in several steps. Returns which places changed, as indexes in
    // rising order; none after stop(). Changes between two calls are told by the second. Uses no
    // CPU while nothing changes.
    [[nodiscard]] virtual std::vector<std::size_t> wait() = 0;

    // Ends a wait() that is going on, and every later one.
    virtual void stop() = 0;
};

} // namespace inloop::platform
