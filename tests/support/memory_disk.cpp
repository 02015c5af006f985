// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/memory_disk.h"

#include <algorithm>
#include <cstddef>

namespace inloop::support {

std::optional<NodeId> Tree::find(std::string_view path) const {
    NodeId node = 0;
    while (!path.empty()) {
        if (path.front() == '/') {
            path.remove_prefix(1);
            continue;
        }
        std::size_t const end = std::min(path.find('/'), path.size());
        auto const& names = at(node).names;
        auto const next = names.find(path.substr(0, end));
        if (next == names.end()) {
            return std::nullopt;
        }
        node = next->second;
        path.remove_prefix(end);
    }
    return node;
}

void apply(Change const& change, Tree& tree) {
    switch (change.kind) {
    case Change::Kind::link:
        tree.at(change.directory).names.insert_or_assign(change.name, change.node);
        break;
    case Change::Kind::unlink: {
        auto& names = tree.at(change.directory).names;
        auto const found = names.find(change.name);
        // The name may belong to another file by now, when not every change before this one
        // arrived.
        if (found != names.end() && found->second == change.node) {
            names.erase(found);
        }
        break;
    }
    case Change::Kind::write:
        tree.at(change.node).content = change.content;
        break;
    }
}

} // namespace inloop::support
