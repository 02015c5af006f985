// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/threads.h"

#include <map>
#include <utility>

namespace inloop::desk {

Result<std::vector<Thread>> all_threads(Desk& desk) {
    auto letters = desk.store.entries_after(0);
    if (!letters) {
        return tl::unexpected(letters.error());
    }
    std::vector<Thread> threads;
    std::map<seal::EntryId, std::size_t> place_of;
    for (records::Entry& letter : *letters) {
        auto const [place, is_new] = place_of.try_emplace(letter.root, threads.size());
        if (is_new) {
            threads.emplace_back();
        }
        threads[place->second].push_back(std::move(letter));
    }
    return threads;
}

bool is_open(records::Entry const& root) {
    return root.status != entries::Status::closed && root.status != entries::Status::taken_over;
}

bool is_gone(records::Entry const& root) {
    return root.body.empty();
}

} // namespace inloop::desk
