// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/folder_watcher.h"
#include "platform/linux/descriptor.h"
#include "platform/linux/folder_events.h"
#include "platform/linux/folder_look.h"
#include "platform/linux/tuning.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inloop::platform {

struct FolderWatchSpec {
    std::vector<WatchedPlace> places;
    // Told when the kernel will not tell of changes, and why. From the thread that waits and from
    // the one that opens.
    std::function<void(std::string const&)> log = [](std::string const&) {};
    // Tests take less.
    Milliseconds quiet_time = kQuietTime;
    Milliseconds look_every = kLookEvery;
};

// Watches folders with inotify(7). Where the kernel grants no watches it says so and looks at the
// folders every `look_every` instead. A place may be missing, come later and be exchanged whole.
class LinuxFolderWatcher final : public FolderWatcher {
public:
    // What changes from now on is told by wait(). Errors: unavailable when there are no descriptors
    // at all.
    [[nodiscard]] static Result<std::unique_ptr<LinuxFolderWatcher>> open(FolderWatchSpec spec);

    [[nodiscard]] std::vector<std::size_t> wait() override;
    void stop() override;

    // Whether the kernel tells of changes; false: the folders are looked at.
    [[nodiscard]] bool told_by_kernel() const { return m_events.has_value(); }

private:
    LinuxFolderWatcher(FolderWatchSpec spec, Descriptor stop);
    // Ends after `time`, at a notice, or when stop() was called; then it is false.
    [[nodiscard]] bool sleep(std::optional<Milliseconds> time) const;
    void watch_anew();
    void take_changes(std::set<std::size_t>& changed);
    void look(std::set<std::size_t>& changed);

    FolderWatchSpec m_spec;
    Descriptor m_stop; // readable for good once stop() was called
    std::optional<FolderEvents> m_events;
    std::vector<FolderLook> m_looks; // without m_events
};

} // namespace inloop::platform
