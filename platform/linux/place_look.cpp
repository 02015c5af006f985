// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/place_look.h"

#include "platform/linux/linux_files.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <string>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

// A block of every file system we install on.
constexpr std::size_t kProbeBytes = 4096;

Result<void> probe(LinuxFiles& files, fs::path const& folder) {
    fs::path const file = folder / kProbeFile;
    Bytes const content(kProbeBytes, std::byte{0x5A});
    auto done = files.create(file, content);
    if (!done && done.error().code == ErrorCode::already_there) {
        (void)files.remove(file);
        done = files.create(file, content);
    }
    if (!done) {
        return done;
    }
    done = files.sync_file(file);
    auto removed = files.remove(file);
    if (done) {
        done = std::move(removed);
    }
    return done ? files.sync_directory(folder) : done;
}

} // namespace

PlaceLook look_at_place(fs::path const& folder, Account const& account) {
    PlaceLook look;
    struct stat about {};
    if (::stat(folder.c_str(), &about) != 0) {
        return look;
    }
    look.kind = S_ISDIR(about.st_mode) ? PlaceKind::folder : PlaceKind::other;
    look.owner = name_of_user(about.st_uid);
    look.owned = about.st_uid == account.id;
    look.open_to_others = (about.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    look.may_write = may(account, folder, Right::write) && may(account, folder, Right::enter);
    if (look.kind != PlaceKind::folder) {
        return look;
    }
    struct statvfs disk {};
    look.mounted_read_only =
        ::statvfs(folder.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0;
    LinuxFiles files;
    if (auto const space = files.space(folder)) {
        look.space = *space;
    }
    look.probe = probe(files, folder);
    return look;
}

} // namespace inloop::platform
