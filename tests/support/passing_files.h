// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/files.h"

#include <filesystem>
#include <vector>

namespace inloop::support {

// Passes every call on to another disk: for who changes one or two of them.
class PassingFiles : public platform::Files {
public:
    [[nodiscard]] Result<void> create(std::filesystem::path const& path,
                                      ByteView content) override {
        return disk().create(path, content);
    }
    [[nodiscard]] Result<void> sync_file(std::filesystem::path const& path) override {
        return disk().sync_file(path);
    }
    [[nodiscard]] Result<void> rename(std::filesystem::path const& from,
                                      std::filesystem::path const& to) override {
        return disk().rename(from, to);
    }
    [[nodiscard]] Result<void> sync_directory(std::filesystem::path const& path) override {
        return disk().sync_directory(path);
    }
    [[nodiscard]] Result<void> remove(std::filesystem::path const& path) override {
        return disk().remove(path);
    }
    [[nodiscard]] Result<void> make_directories(std::filesystem::path const& path) override {
        return disk().make_directories(path);
    }
    [[nodiscard]] Result<Bytes> read(std::filesystem::path const& path,
                                     std::uint64_t limit) override {
        return disk().read(path, limit);
    }
    [[nodiscard]] Result<std::vector<platform::DirectoryEntry>>
    list(std::filesystem::path const& path) override {
        return disk().list(path);
    }
    [[nodiscard]] Result<platform::SpaceReport> space(std::filesystem::path const& path) override {
        return disk().space(path);
    }

    // Where calls are passed on to.
    [[nodiscard]] virtual platform::Files& disk() = 0;
};

} // namespace inloop::support
