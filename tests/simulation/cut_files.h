// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/memory_files.h"
#include "tests/support/passing_files.h"

#include <cstddef>
#include <filesystem>
#include <utility>
#include <vector>

namespace inloop::simulation {

// The power went. Thrown through the program, which catches nothing of this kind.
struct PowerCut {};

// A disk in memory whose power goes at an operation of the simulation's choice. What it then holds
// for who switches it on again: support::crash_state(moment(), ...).
class CutFiles final : public support::PassingFiles {
public:
    explicit CutFiles(support::Tree tree) : m_disk(std::move(tree)) {}

    // After so many more operations that change or sync something: 0 in the midst of the next one.
    void cut_in(std::size_t operations) {
        m_left = operations;
        m_armed = true;
    }
    // No cut any more, and no error.
    void mend() {
        m_armed = false;
        m_disk.mend();
    }
    // Between two operations.
    void cut_now() {
        m_disk.record_moments();
        (void)m_disk.sync_directory("/"); // its moment is the one before it
        m_armed = false;
    }
    [[nodiscard]] support::Moment const& moment() const { return m_disk.moments().back(); }

    // A disk in the state this one was left in.
    void switch_on(support::Tree tree) {
        m_disk = support::MemoryFiles(std::move(tree));
        m_armed = false;
    }
    [[nodiscard]] support::MemoryFiles& disk() override { return m_disk; }

    [[nodiscard]] Result<void> create(std::filesystem::path const& path,
                                      ByteView content) override {
        return change([&] { return m_disk.create(path, content); });
    }
    [[nodiscard]] Result<void> sync_file(std::filesystem::path const& path) override {
        return change([&] { return m_disk.sync_file(path); });
    }
    [[nodiscard]] Result<void> rename(std::filesystem::path const& from,
                                      std::filesystem::path const& to) override {
        return change([&] { return m_disk.rename(from, to); });
    }
    [[nodiscard]] Result<void> sync_directory(std::filesystem::path const& path) override {
        return change([&] { return m_disk.sync_directory(path); });
    }
    [[nodiscard]] Result<void> remove(std::filesystem::path const& path) override {
        return change([&] { return m_disk.remove(path); });
    }

private:
    template <class Work>
    Result<void> change(Work work) {
        if (!m_armed || m_left-- > 0) {
            return work();
        }
        m_armed = false;
        m_disk.record_moments();
        (void)work();
        if (m_disk.moments().empty()) {
            cut_now(); // it came to nothing
        }
        throw PowerCut();
    }

    support::MemoryFiles m_disk;
    std::size_t m_left = 0;
    bool m_armed = false;
};

} // namespace inloop::simulation
