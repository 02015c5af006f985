// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/files.h"
#include "tests/support/memory_disk.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inloop::support {

enum class Call : std::uint8_t {
    create,
    sync_file,
    rename,
    sync_directory,
    remove,
    make_directories,
    read,
    list,
    space,
};

struct Operation {
    Call call = Call::read;
    std::string path;
    std::string to; // rename
    friend bool operator==(Operation const&, Operation const&) = default;
};

enum class FaultLasts : std::uint8_t { once, persistent };
// Whether the call that reports an error did its work nevertheless.
enum class FaultEffect : std::uint8_t { not_done, done };

// The disk just before an operation that changes or syncs something, with what that operation is
// about to change: a power cut during it is sampled from this (crash_states.h).
struct Moment {
    std::size_t operation = 0; // index in MemoryFiles::operations()
    Tree seen; // by the program
    Tree durable; // what no power cut takes away
    std::vector<Change> pending;
    std::vector<Change> in_flight;
};

// platform::Files in memory, which keeps what is durable apart from what is only seen, records
// every call in order, and can be told to fail. It promises less than any real file system: nothing
// is durable before it was synced, a synced file has no name before its folder is synced, and a
// folder likewise. One thread.
class MemoryFiles final : public platform::Files {
public:
    MemoryFiles() = default;
    // A disk that was just switched on.
    explicit MemoryFiles(Tree tree) : m_seen(tree), m_durable(std::move(tree)) {}

    [[nodiscard]] Result<void> create(std::filesystem::path const& path, ByteView content) override;
    [[nodiscard]] Result<void> sync_file(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> rename(std::filesystem::path const& from,
                                      std::filesystem::path const& to) override;
    [[nodiscard]] Result<void> sync_directory(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> remove(std::filesystem::path const& path) override;
    [[nodiscard]] Result<void> make_directories(std::filesystem::path const& path) override;
    [[nodiscard]] Result<Bytes> read(std::filesystem::path const& path,
                                     std::uint64_t limit) override;
    [[nodiscard]] Result<std::vector<platform::DirectoryEntry>>
    list(std::filesystem::path const& path) override;
    [[nodiscard]] Result<platform::SpaceReport> space(std::filesystem::path const& path) override;

    // Every call so far, failed ones included.
    [[nodiscard]] std::vector<Operation> const& operations() const { return m_operations; }

    // Lets call number `n` (counted from 0 over the life of this disk) fail. A persistent fault
    // stays: io for every call, no_space and read_only for those that change something.
    //  - a failed create leaves half a file, unless the disk is read-only;
    //  - a failed sync_file loses the file's content for good: a later sync_file says ok and does
    //  nothing, as on Linux;
    //  - a failed sync_directory likewise loses the names it should have kept.
    void fail_at(std::size_t n, ErrorCode code, FaultLasts lasts = FaultLasts::once,
                 FaultEffect effect = FaultEffect::not_done);
    // From the next call on, until mended.
    void fail_from_now(ErrorCode code) {
        fail_at(m_operations.size(), code, FaultLasts::persistent);
    }
    void mend() { m_fault.reset(); }

    void set_space(platform::SpaceReport space) { m_space = std::move(space); }

    // Keeps a Moment for each call that changes or syncs something. From now on.
    void record_moments() { m_recording = true; }
    [[nodiscard]] std::vector<Moment> const& moments() const { return m_moments; }

    // Only what is durable now: a power cut with the least luck.
    [[nodiscard]] Tree const& durable() const { return m_durable; }
    [[nodiscard]] Tree const& seen() const { return m_seen; }

    // For builders, durable at once and not counted as calls; folders on the way are made.
    void put(std::filesystem::path const& path, Bytes content);
    void put(std::filesystem::path const& path, platform::EntryKind kind);
    // What a program would read there now.
    [[nodiscard]] std::optional<Bytes> peek(std::filesystem::path const& path) const;
    [[nodiscard]] bool has(std::filesystem::path const& path) const;

private:
    struct Fault {
        std::size_t at = 0;
        ErrorCode code = ErrorCode::io;
        FaultLasts lasts = FaultLasts::once;
        FaultEffect effect = FaultEffect::not_done;
    };
    // What begin() decides about one call.
    struct Verdict {
        std::optional<Error> error;
        bool carry_out = true;
    };
    struct Place {
        NodeId directory = 0;
        std::string name;
        std::optional<NodeId> node;
    };

    Verdict begin(Call call, std::filesystem::path const& path,
                  std::filesystem::path const& to = {});
    void record(std::vector<Change> const& in_flight);
    void carry_out(std::vector<Change> changes);
    void settle_names(NodeId directory, bool durable);
    [[nodiscard]] Result<Place> place_of(std::filesystem::path const& path) const;
    [[nodiscard]] Result<NodeId> node_of(std::filesystem::path const& path,
                                         platform::EntryKind kind) const;
    NodeId new_node(platform::EntryKind kind);
    NodeId folder_for(std::filesystem::path const& path);
    Change link(NodeId directory, std::string name, NodeId node);
    Change unlink(NodeId directory, std::string name, NodeId node);
    Change write(NodeId node, ByteView content);

    Tree m_seen;
    Tree m_durable;
    std::vector<Change> m_pending;
    std::uint64_t m_next_change = 0;
    std::vector<Operation> m_operations;
    std::optional<Fault> m_fault;
    platform::SpaceReport m_space{.free_bytes = 1U << 30U,
                                  .total_bytes = 1U << 31U,
                                  .survives_reboot = true,
                                  .filesystem = "memory"};
    bool m_recording = false;
    std::vector<Moment> m_moments;
};

} // namespace inloop::support
