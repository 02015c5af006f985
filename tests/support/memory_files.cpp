// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/memory_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inloop::support {

using platform::DirectoryEntry;
using platform::EntryKind;

namespace {

bool changes_something(Call call) {
    return call < Call::read;
}

Content content_of(ByteView bytes) {
    return std::make_shared<Bytes const>(bytes.begin(), bytes.end());
}

std::string text(Call call) {
    constexpr std::array kNames{"create",         "sync_file", "rename",
                                "sync_directory", "remove",    "make_directories",
                                "read",           "list",      "space"};
    return kNames.at(static_cast<std::size_t>(call));
}

} // namespace

// ---- faults and records

MemoryFiles::Verdict MemoryFiles::begin(Call call, std::filesystem::path const& path,
                                        std::filesystem::path const& to) {
    std::size_t const number = m_operations.size();
    m_operations.push_back({call, path.native(), to.native()});
    if (!m_fault || number < m_fault->at ||
        (m_fault->lasts == FaultLasts::once && number > m_fault->at) ||
        (m_fault->lasts == FaultLasts::persistent && m_fault->code != ErrorCode::io &&
         !changes_something(call))) {
        return {};
    }
    return {Error{m_fault->code, text(call) + " " + path.native() + ": told to fail"},
            m_fault->effect == FaultEffect::done};
}

void MemoryFiles::fail_at(std::size_t n, ErrorCode code, FaultLasts lasts, FaultEffect effect) {
    m_fault = Fault{n, code, lasts, effect};
}

void MemoryFiles::record(std::vector<Change> const& in_flight) {
    if (m_recording) {
        m_moments.push_back({m_operations.size() - 1, m_seen, m_durable, m_pending, in_flight});
    }
}

void MemoryFiles::carry_out(std::vector<Change> changes) {
    record(changes);
    for (Change& change : changes) {
        apply(change, m_seen);
        m_pending.push_back(std::move(change));
    }
}

// ---- changes

Change MemoryFiles::link(NodeId directory, std::string name, NodeId node) {
    return {Change::Kind::link, m_next_change++, directory, std::move(name), node, {}, {}};
}

Change MemoryFiles::unlink(NodeId directory, std::string name, NodeId node) {
    return {Change::Kind::unlink, m_next_change++, directory, std::move(name), node, {}, {}};
}

Change MemoryFiles::write(NodeId node, ByteView content) {
    return {Change::Kind::write, m_next_change++, 0, {}, node, content_of(content), {}};
}

NodeId MemoryFiles::new_node(EntryKind kind) {
    m_seen.add(kind);
    return m_durable.add(kind);
}

// ---- looking

Result<MemoryFiles::Place> MemoryFiles::place_of(std::filesystem::path const& path) const {
    auto const directory = m_seen.find(path.parent_path().native());
    if (!directory || m_seen.at(*directory).kind != EntryKind::directory) {
        return fail(ErrorCode::not_found, path.native() + ": no such folder");
    }
    return Place{*directory, path.filename().native(), m_seen.find(path.native())};
}

Result<NodeId> MemoryFiles::node_of(std::filesystem::path const& path, EntryKind kind) const {
    auto const node = m_seen.find(path.native());
    if (!node || (kind == EntryKind::directory && m_seen.at(*node).kind != kind)) {
        return fail(ErrorCode::not_found, path.native() + ": not found");
    }
    return *node;
}

// ---- the calls of Files

Result<void> MemoryFiles::create(std::filesystem::path const& path, ByteView content) {
    Verdict const verdict = begin(Call::create, path);
    auto const place = place_of(path);
    if (!place) {
        return tl::unexpected(verdict.error.value_or(place.error()));
    }
    if (place->node) {
        return tl::unexpected(verdict.error.value_or(
            Error{ErrorCode::already_there, path.native() + ": already there"}));
    }
    if (verdict.error && verdict.error->code == ErrorCode::read_only) {
        return tl::unexpected(*verdict.error);
    }
    ByteView const arrived = verdict.carry_out ? content : content.first(content.size() / 2);
    NodeId const node = new_node(EntryKind::file);
    carry_out({link(place->directory, place->name, node), write(node, arrived)});
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

Result<void> MemoryFiles::sync_file(std::filesystem::path const& path) {
    Verdict const verdict = begin(Call::sync_file, path);
    auto const node = node_of(path, EntryKind::file);
    if (!node) {
        return tl::unexpected(verdict.error.value_or(node.error()));
    }
    record({});
    std::erase_if(m_pending, [&](Change const& change) {
        bool const settled = change.kind == Change::Kind::write && change.node == *node;
        if (settled && verdict.carry_out) {
            apply(change, m_durable);
        }
        return settled;
    });
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

Result<void> MemoryFiles::rename(std::filesystem::path const& from,
                                 std::filesystem::path const& to) {
    Verdict const verdict = begin(Call::rename, from, to);
    auto const source = place_of(from);
    auto const target = place_of(to);
    if (!source || !target || !source->node) {
        return tl::unexpected(verdict.error.value_or(
            Error{ErrorCode::not_found, from.native() + " to " + to.native() + ": not found"}));
    }
    if (target->node && m_seen.at(*target->node).kind == EntryKind::directory) {
        return tl::unexpected(
            verdict.error.value_or(Error{ErrorCode::io, to.native() + ": is a folder"}));
    }
    if (verdict.carry_out) {
        Change linked = link(target->directory, target->name, *source->node);
        Change unlinked = unlink(source->directory, source->name, *source->node);
        unlinked.after = linked.number;
        carry_out({std::move(linked), std::move(unlinked)});
    }
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

Result<void> MemoryFiles::sync_directory(std::filesystem::path const& path) {
    Verdict const verdict = begin(Call::sync_directory, path);
    auto const node = node_of(path, EntryKind::directory);
    if (!node) {
        return tl::unexpected(verdict.error.value_or(node.error()));
    }
    record({});
    settle_names(*node, verdict.carry_out);
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

// Makes the names of the folder durable, or forgets that they were to be. The old name of something
// moved away goes only together with its new one.
void MemoryFiles::settle_names(NodeId directory, bool durable) {
    std::vector<std::uint64_t> settled;
    for (Change const& change : m_pending) {
        if (change.kind != Change::Kind::write && change.directory == directory) {
            settled.push_back(change.number);
            if (durable && change.after) {
                settled.push_back(*change.after);
            }
        }
    }
    std::erase_if(m_pending, [&](Change const& change) {
        bool const mine = std::ranges::find(settled, change.number) != settled.end();
        if (mine && durable) {
            apply(change, m_durable);
        }
        return mine;
    });
    if (!durable) { // a lost new name keeps the old one for ever
        std::erase_if(m_pending, [&](Change const& change) {
            return change.after && std::ranges::find(settled, *change.after) != settled.end();
        });
    }
}

Result<void> MemoryFiles::remove(std::filesystem::path const& path) {
    Verdict const verdict = begin(Call::remove, path);
    auto const place = place_of(path);
    if (!place || !place->node) {
        return tl::unexpected(
            verdict.error.value_or(Error{ErrorCode::not_found, path.native() + ": not found"}));
    }
    if (m_seen.at(*place->node).kind == EntryKind::directory) {
        return tl::unexpected(
            verdict.error.value_or(Error{ErrorCode::io, path.native() + ": is a folder"}));
    }
    if (verdict.carry_out) {
        carry_out({unlink(place->directory, place->name, *place->node)});
    }
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

Result<void> MemoryFiles::make_directories(std::filesystem::path const& path) {
    Verdict const verdict = begin(Call::make_directories, path);
    if (verdict.error && !verdict.carry_out) {
        return tl::unexpected(*verdict.error);
    }
    NodeId above = 0;
    std::vector<Change> changes;
    for (auto const& part : path.relative_path()) {
        auto const& names = m_seen.at(above).names;
        auto const found = names.find(part.native());
        if (found == names.end()) {
            NodeId const made = new_node(EntryKind::directory);
            changes.push_back(link(above, part.native(), made));
            above = made;
        } else if (m_seen.at(found->second).kind != EntryKind::directory) {
            return fail(ErrorCode::already_there, path.native() + ": a file is in the way");
        } else {
            above = found->second;
        }
    }
    if (!changes.empty()) {
        carry_out(std::move(changes));
    }
    return verdict.error ? Result<void>(tl::unexpected(*verdict.error)) : Result<void>();
}

Result<Bytes> MemoryFiles::read(std::filesystem::path const& path, std::uint64_t limit) {
    if (Verdict const verdict = begin(Call::read, path); verdict.error) {
        return tl::unexpected(*verdict.error);
    }
    auto const node = node_of(path, EntryKind::file);
    if (!node) {
        return tl::unexpected(node.error());
    }
    Node const& file = m_seen.at(*node);
    if (file.kind != EntryKind::file || (file.content && file.content->size() > limit)) {
        return fail(ErrorCode::invalid_input, path.native() + ": not a plain file, or too large");
    }
    return file.content ? *file.content : Bytes();
}

Result<std::vector<DirectoryEntry>> MemoryFiles::list(std::filesystem::path const& path) {
    if (Verdict const verdict = begin(Call::list, path); verdict.error) {
        return tl::unexpected(*verdict.error);
    }
    auto const node = node_of(path, EntryKind::directory);
    if (!node) {
        return tl::unexpected(node.error());
    }
    std::vector<DirectoryEntry> entries;
    for (auto const& [name, child] : m_seen.at(*node).names) {
        Node const& about = m_seen.at(child);
        entries.push_back({name, about.kind, about.content ? about.content->size() : 0});
    }
    return entries;
}

Result<platform::SpaceReport> MemoryFiles::space(std::filesystem::path const& path) {
    if (Verdict const verdict = begin(Call::space, path); verdict.error) {
        return tl::unexpected(*verdict.error);
    }
    if (auto const node = m_seen.find(path.native()); !node) {
        return fail(ErrorCode::not_found, path.native() + ": not found");
    }
    return m_space;
}

// ---- builders

NodeId MemoryFiles::folder_for(std::filesystem::path const& path) {
    NodeId above = 0;
    for (auto const& part : path.parent_path().relative_path()) {
        auto const& names = m_seen.at(above).names;
        auto const found = names.find(part.native());
        NodeId next = found == names.end() ? 0 : found->second;
        if (found == names.end()) {
            next = new_node(EntryKind::directory);
            m_seen.at(above).names.emplace(part.native(), next);
        }
        m_durable.at(above).names.insert_or_assign(part.native(), next);
        above = next;
    }
    return above;
}

void MemoryFiles::put(std::filesystem::path const& path, EntryKind kind) {
    NodeId const above = folder_for(path);
    NodeId const node = new_node(kind);
    m_seen.at(above).names.insert_or_assign(path.filename().native(), node);
    m_durable.at(above).names.insert_or_assign(path.filename().native(), node);
}

void MemoryFiles::put(std::filesystem::path const& path, Bytes content) {
    put(path, EntryKind::file);
    NodeId const node = *m_seen.find(path.native());
    m_seen.at(node).content = content_of(content);
    m_durable.at(node).content = m_seen.at(node).content;
}

std::optional<Bytes> MemoryFiles::peek(std::filesystem::path const& path) const {
    auto const node = m_seen.find(path.native());
    if (!node || m_seen.at(*node).kind != EntryKind::file) {
        return std::nullopt;
    }
    Content const& content = m_seen.at(*node).content;
    return content ? *content : Bytes();
}

bool MemoryFiles::has(std::filesystem::path const& path) const {
    return m_seen.find(path.native()).has_value();
}

} // namespace inloop::support
