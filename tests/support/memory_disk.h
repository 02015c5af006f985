// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "platform/api/files.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::support {

using NodeId = std::uint32_t;
using Content = std::shared_ptr<Bytes const>; // null: a file of 0 bytes

struct Node {
    platform::EntryKind kind = platform::EntryKind::file;
    std::map<std::string, NodeId, std::less<>> names = {}; // directories
    Content content = {}; // files
};

// What is on a disk, seen from one side: by the running program, or by who switches it on again.
// Node 0 is "/". Nodes are numbered alike in both views of one disk.
class Tree {
public:
    Tree() { add(platform::EntryKind::directory); }

    NodeId add(platform::EntryKind kind) {
        m_nodes.push_back({.kind = kind});
        return static_cast<NodeId>(m_nodes.size() - 1);
    }
    [[nodiscard]] Node& at(NodeId node) { return m_nodes[node]; }
    [[nodiscard]] Node const& at(NodeId node) const { return m_nodes[node]; }

    // The node with this absolute path, if every name on the way is there.
    [[nodiscard]] std::optional<NodeId> find(std::string_view path) const;

private:
    std::vector<Node> m_nodes;
};

// One thing that a running program sees and the disk may not have yet.
struct Change {
    enum class Kind : std::uint8_t { link, unlink, write } kind = Kind::write;
    std::uint64_t number = 0; // counts all changes of one disk
    NodeId directory = 0; // link, unlink
    std::string name; // link, unlink
    NodeId node = 0;
    Content content; // write
    // unlink of a rename: the link that has to be there first. A journalling file system never
    // loses both names.
    std::optional<std::uint64_t> after;
};

// Carries the change out on one view.
void apply(Change const& change, Tree& tree);

} // namespace inloop::support
