// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/folder_watcher.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace inloop::platform {

// What a file looks like from outside. Equal looks: it was not written in between, as far as can be
// told without reading it.
struct FileLook {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t changed_ns = 0; // of its content or of what is known about it
    friend bool operator==(FileLook const&, FileLook const&) = default;
};

// Everything in a place, by path. For where the kernel tells nothing.
using FolderLook = std::map<std::string, FileLook>;

// At most kLookedAtFiles; what cannot be looked at is left out.
[[nodiscard]] FolderLook look_at(WatchedPlace const& place);

} // namespace inloop::platform
