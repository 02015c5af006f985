// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/folder_watcher.h"
#include "platform/linux/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct inotify_event;

namespace inloop::platform {

// What the kernel said since it was last asked.
struct FolderChanges {
    std::set<std::size_t> places; // indexes of the places that changed
    bool folders_changed = false; // folders came or went: watch anew
};

// The kernel's notices (inotify(7)) about some places as their folders are now. A folder that comes
// later is not watched; FolderChanges::folders_changed says so, and whoever owns this makes another
// one. Symbolic links below a place are not followed. One thread.
class FolderEvents {
public:
    // Errors: unavailable when the kernel grants no more watches or a place lies nowhere, io. The
    // message says which place and what to do.
    [[nodiscard]] static Result<FolderEvents> watch(std::vector<WatchedPlace> const& places);

    // Becomes readable when there is something to take.
    [[nodiscard]] int descriptor() const { return m_notices.number(); }
    // What came so far. Never blocks.
    [[nodiscard]] FolderChanges take() const;

private:
    // One watch of the kernel. Two of ours may be one of the kernel's, with the same number.
    struct Watch {
        int number = -1;
        std::size_t place = 0;
        bool whole = false; // every name counts, and folders below have watches of their own
        std::vector<std::string> names{}; // else these
        bool above = false; // it is the folder above, watched for the coming and going of the place
    };

    explicit FolderEvents(Descriptor notices) : m_notices(std::move(notices)) {}
    [[nodiscard]] Result<void> add(std::filesystem::path const& folder, Watch watch);
    [[nodiscard]] Result<void> add_place(WatchedPlace const& place, std::size_t index);
    [[nodiscard]] Result<void> add_below(std::filesystem::path const& folder, std::size_t index);
    void take(inotify_event const& event, std::string_view name, FolderChanges& changes) const;

    Descriptor m_notices;
    std::vector<Watch> m_watches;
};

} // namespace inloop::platform
