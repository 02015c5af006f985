// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/linux_files.h"
#include "platform/linux/system_error.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string>

namespace inloop::platform {

namespace {

struct KnownFilesystem {
    std::uint32_t magic;
    char const* name;
    bool survives_reboot;
};

// The magic numbers are the kernel's (linux/magic.h, statfs(2)); those it does not export are
// written out.
constexpr std::array kKnown{
    KnownFilesystem{EXT4_SUPER_MAGIC, "ext4", true}, // ext2 and ext3 say the same
    KnownFilesystem{F2FS_SUPER_MAGIC, "f2fs", true},
    KnownFilesystem{BTRFS_SUPER_MAGIC, "btrfs", true},
    KnownFilesystem{XFS_SUPER_MAGIC, "xfs", true},
    KnownFilesystem{MSDOS_SUPER_MAGIC, "vfat", true},
    KnownFilesystem{NFS_SUPER_MAGIC, "nfs", true},
    KnownFilesystem{0x2FC12FC1U, "zfs", true},
    KnownFilesystem{TMPFS_MAGIC, "tmpfs", false},
    KnownFilesystem{RAMFS_MAGIC, "ramfs", false},
    // Whether the writable layer of an overlay lies on a disk cannot be seen from here. On a Pi
    // with a read-only root it lies in memory, so it is believed to.
    KnownFilesystem{OVERLAYFS_SUPER_MAGIC, "overlay", false},
};

void name_filesystem(std::uint32_t magic, SpaceReport& report) {
    for (KnownFilesystem const& known : kKnown) {
        if (known.magic == magic) {
            report.filesystem = known.name;
            report.survives_reboot = known.survives_reboot;
            return;
        }
    }
    std::array<char, 16> text{};
    (void)std::snprintf(text.data(), text.size(), "0x%08x", magic);
    report.filesystem = text.data();
}

} // namespace

Result<SpaceReport> LinuxFiles::space(std::filesystem::path const& path) {
    struct statfs about {};
    if (::statfs(path.c_str(), &about) != 0) {
        return system_error(errno, "statfs", path);
    }
    SpaceReport report;
    auto const block = static_cast<std::uint64_t>(about.f_frsize);
    // Blocks kept back for root are no part of the total, so that a percentage agrees with what df
    // shows.
    report.free_bytes = about.f_bavail * block;
    report.total_bytes = (about.f_blocks - about.f_bfree + about.f_bavail) * block;
    name_filesystem(static_cast<std::uint32_t>(about.f_type), report);
    return report;
}

} // namespace inloop::platform
