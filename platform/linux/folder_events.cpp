// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/folder_events.h"

#include "platform/linux/system_error.h"
#include "platform/linux/tuning.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <system_error>
#include <utility>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

// A file that is being written tells nothing before it is closed: half of it is no use to anybody,
// and SQLite's files beside ours, which stay open, wake nobody. IN_ATTRIB: a file that may be read
// at last.
constexpr std::uint32_t kWanted = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
                                  IN_ONLYDIR;
constexpr std::uint32_t kFolderItself = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT;

// "/a/b/" and "/a/b" are one folder, of the name "b".
fs::path without_end(fs::path path) {
    path = fs::absolute(path).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

Result<FolderEvents> FolderEvents::watch(std::vector<WatchedPlace> const& places) {
    Descriptor notices(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!notices.open()) {
        return fail(ErrorCode::unavailable,
                    "inotify_init1: " + std::generic_category().message(errno) +
                        "; raise fs.inotify.max_user_instances or the limit of open files");
    }
    FolderEvents events(std::move(notices));
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (auto added = events.add_place(places[i], i); !added) {
            return tl::unexpected(added.error());
        }
    }
    return events;
}

// The folder above is watched too: a whole place may be exchanged by renaming, or come later.
Result<void> FolderEvents::add_place(WatchedPlace const& place, std::size_t index) {
    fs::path const folder = without_end(place.folder);
    Watch const above{.place = index, .names = {folder.filename().native()}, .above = true};
    if (auto added = add(folder.parent_path(), above); !added) {
        return added;
    }
    bool const whole = place.files.empty();
    std::error_code gone;
    if (!fs::is_directory(folder, gone)) {
        return {}; // until the folder above tells that it has come
    }
    auto added = add(folder, {.place = index, .whole = whole, .names = place.files});
    return added && whole ? add_below(folder, index) : added;
}

Result<void> FolderEvents::add_below(fs::path const& folder, std::size_t index) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code gone;
        if (!at->is_symlink(gone) && at->is_directory(gone)) {
            if (auto added = add(at->path(), {.place = index, .whole = true}); !added) {
                return added;
            }
        }
    }
    return {}; // what changed on the way is told by the watch above it
}

Result<void> FolderEvents::add(fs::path const& folder, Watch watch) {
    if (m_watches.size() >= kWatchedFolders) {
        return fail(ErrorCode::unavailable, folder.native() + ": more than " +
                                                std::to_string(kWatchedFolders) +
                                                " folders; take out what is not needed");
    }
    watch.number = ::inotify_add_watch(m_notices.number(), folder.c_str(), kWanted);
    if (watch.number >= 0) {
        m_watches.push_back(std::move(watch));
        return {};
    }
    int const number = errno;
    if (!watch.above && (number == ENOENT || number == ENOTDIR)) {
        return {}; // it went away just now, which the folder above it tells
    }
    auto error = system_error(number, "inotify_add_watch", folder).value();
    return fail(ErrorCode::unavailable,
                error.message + (number == ENOSPC ? "; raise fs.inotify.max_user_watches"
                                                  : "; make the folder readable"));
}

FolderChanges FolderEvents::take() const {
    FolderChanges changes;
    alignas(inotify_event) std::array<char, 16'384> buffer{};
    for (;;) {
        ssize_t const size = ::read(m_notices.number(), buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            return changes;
        }
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            char const* const name = buffer.data() + at + sizeof event;
            take(event, event.len > 0 ? std::string_view(name) : std::string_view(), changes);
            at += sizeof event + event.len;
        }
    }
}

void FolderEvents::take(inotify_event const& event, std::string_view name,
                        FolderChanges& changes) const {
    bool const lost = (event.mask & IN_Q_OVERFLOW) != 0; // too much at once: anything may have
    for (Watch const& watch : m_watches) {
        if (!lost && watch.number != event.wd) {
            continue;
        }
        bool const itself = (event.mask & kFolderItself) != 0;
        bool const named = std::ranges::find(watch.names, name) != watch.names.end();
        if (!lost && !itself && !watch.whole && !named) {
            continue;
        }
        if ((event.mask & IN_IGNORED) != 0) {
            continue; // the kernel gave the watch up, after it had told why
        }
        changes.places.insert(watch.place);
        bool const folder = (event.mask & IN_ISDIR) != 0 && (event.mask & IN_ATTRIB) == 0;
        changes.folders_changed = changes.folders_changed || lost || itself || folder ||
                                  (watch.above && (event.mask & IN_ATTRIB) == 0);
    }
}

} // namespace inloop::platform
