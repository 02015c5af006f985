// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/folder_look.h"

#include "platform/linux/tuning.h"

#include <sys/stat.h>

#include <system_error>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;

void add(FolderLook& look, fs::path const& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) {
        return;
    }
    // A folder counts as there or not: what changes in it are the files.
    bool const folder = S_ISDIR(about.st_mode);
    look[path.native()] = {
        .inode = about.st_ino,
        .size = folder ? 0 : static_cast<std::uint64_t>(about.st_size),
        .changed_ns = folder ? 0 : about.st_ctim.tv_sec * kNanoseconds + about.st_ctim.tv_nsec};
}

} // namespace

FolderLook look_at(WatchedPlace const& place) {
    FolderLook look;
    add(look, place.folder);
    for (std::string const& name : place.files) {
        add(look, place.folder / name);
    }
    if (!place.files.empty()) {
        return look;
    }
    std::error_code error;
    for (fs::recursive_directory_iterator at(place.folder, error), end;
         !error && at != end && look.size() < kLookedAtFiles; at.increment(error)) {
        add(look, at->path());
    }
    return look;
}

} // namespace inloop::platform
