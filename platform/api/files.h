// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace inloop::platform {

enum class EntryKind : std::uint8_t { file, directory, other };

struct DirectoryEntry {
    std::string name;
    EntryKind kind = EntryKind::other;
    std::uint64_t size = 0; // bytes; files only
};

struct SpaceReport {
    std::uint64_t free_bytes = 0;
    std::uint64_t total_bytes = 0;
    bool survives_reboot = true; // false on tmpfs, ramfs and overlay
    std::string filesystem; // "ext4", "tmpfs", ... or the magic number in hex
};

// The file operations durability stands on, one call each, so that a test can record them, cut the
// power after any of them and let any of them fail. Paths are absolute. Errors: no_space,
// read_only, not_found, already_there, io. Any thread; one caller at a time.
class Files {
public:
    virtual ~Files() = default;

    // Makes `path` (0600, must not exist: already_there) with all of `content`. Not durable before
    // sync_file.
    [[nodiscard]] virtual Result<void> create(std::filesystem::path const& path,
                                              ByteView content) = 0;
    // Makes the content durable (fsync). After an error the file must be treated as lost: on Linux
    // a second fsync may succeed without having written anything.
    [[nodiscard]] virtual Result<void> sync_file(std::filesystem::path const& path) = 0;
    // Gives the file a new name in one step, replacing what was there. Not durable before
    // sync_directory of the target.
    [[nodiscard]] virtual Result<void> rename(std::filesystem::path const& from,
                                              std::filesystem::path const& to) = 0;
    // Makes names made, renamed or removed in this directory durable (fsync of the directory).
    [[nodiscard]] virtual Result<void> sync_directory(std::filesystem::path const& path) = 0;
    [[nodiscard]] virtual Result<void> remove(std::filesystem::path const& path) = 0;
    // Makes the directory (0700) and those above it. Fine when it is there.
    [[nodiscard]] virtual Result<void> make_directories(std::filesystem::path const& path) = 0;

    // The whole file; `invalid_input` when it is larger than `limit` bytes or not a plain file
    // (symbolic links included).
    [[nodiscard]] virtual Result<Bytes> read(std::filesystem::path const& path,
                                             std::uint64_t limit) = 0;
    // Names in the directory, sorted, without "." and "..".
    [[nodiscard]] virtual Result<std::vector<DirectoryEntry>>
    list(std::filesystem::path const& path) = 0;
    [[nodiscard]] virtual Result<SpaceReport> space(std::filesystem::path const& path) = 0;
};

} // namespace inloop::platform
