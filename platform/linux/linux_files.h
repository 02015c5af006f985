// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/files.h"

#include <filesystem>
#include <memory>

namespace inloop::platform {

class Descriptor;

// The files of this machine. The last part of a path is never followed when it is a symbolic link;
// every message names the call, the path and what the kernel said.
//
// It keeps the descriptor of the file made last open until that file is synced, renamed or removed:
// the kernel hands an error of writing back only to descriptors that know of it, and may forget it
// together with a file nobody holds.
//
// Any thread; one caller at a time.
class LinuxFiles final : public Files {
public:
    LinuxFiles();
    ~LinuxFiles() override;
    LinuxFiles(LinuxFiles const&) = delete;
    LinuxFiles& operator=(LinuxFiles const&) = delete;

    // A file that could not be written whole is removed again where that works.
    [[nodiscard]] Result<void> create(std::filesystem::path const& path, ByteView content) override;
    [[nodiscard]] Result<void> sync_file(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> rename(std::filesystem::path const& from,
                                      std::filesystem::path const& to) override;
    [[nodiscard]] Result<void> sync_directory(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> remove(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> make_directories(std::filesystem::path const& path) override;
    [[nodiscard]] Result<Bytes> read(std::filesystem::path const& path,
                                     std::uint64_t limit) override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>>
    list(std::filesystem::path const& path) override;
    [[nodiscard]] Result<SpaceReport> space(std::filesystem::path const& path) override;

private:
    [[nodiscard]] Descriptor take_unsynced(std::filesystem::path const& path);

    std::filesystem::path m_unsynced_path;
    std::unique_ptr<Descriptor> m_unsynced;
};

} // namespace inloop::platform
