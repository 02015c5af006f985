// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/rows.h"

#include "kiosk/officerlog/desk/folded_text.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace inloop::desk {
namespace {

// Roots of the threads in which a word of safety stands.
Result<std::set<seal::EntryId>> in_danger(Desk& desk, vault::Session& session,
                                          std::vector<Thread> const& threads) {
    std::vector<records::Entry> letters;
    for (Thread const& thread : threads) {
        if (is_open(thread.front()) || thread.front().replied_at != 0) {
            letters.insert(letters.end(), thread.begin(), thread.end());
        }
    }
    auto folded = FoldedText::create();
    if (!folded) {
        return tl::unexpected(folded.error());
    }
    std::set<seal::EntryId> found;
    auto const done = session.scan(
        letters, [&](records::Entry const& letter, vault::Glance const&, std::string_view text) {
            folded->take(text);
            if (desk.texts.safety.stand_in(*folded)) {
                found.insert(letter.root);
            }
        });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return found;
}

} // namespace

Result<std::vector<Row>> rows_for(Desk& desk, vault::Session& session, Colleagues const& colleagues,
                                  std::vector<Thread> const& threads) {
    auto const danger = in_danger(desk, session, threads);
    if (!danger) {
        return tl::unexpected(danger.error());
    }
    std::vector<Row> rows;
    rows.reserve(threads.size());
    for (Thread const& thread : threads) {
        auto glance = session.glance(thread.front());
        if (!glance) {
            return tl::unexpected(glance.error());
        }
        Row row{.root = thread.front(), .glance = std::move(*glance), .letters = thread.size()};
        if (row.root.handler) {
            row.handler = colleagues.name_of(*row.root.handler);
            row.handler_away = colleagues.is_away(*row.root.handler);
        }
        row.hurry =
            row.glance.facts.happening == entries::Happening::yes || danger->contains(row.root.id);
        rows.push_back(std::move(row));
    }
    return rows;
}

void sort_by_harm(std::vector<Row>& rows) {
    auto const place = [](Row const& row) {
        bool const now = row.glance.facts.happening == entries::Happening::yes;
        return std::tuple(!row.hurry, -static_cast<int>(row.root.urgency), !now,
                          row.root.arrived_at, row.root.server_seq);
    };
    std::ranges::sort(rows, {}, place);
}

} // namespace inloop::desk
