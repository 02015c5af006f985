// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::desk {

// One thread as a list shows it: never a word of its text.
struct Row {
    records::Entry root{};
    vault::Glance glance{};
    std::size_t letters = 1; // of the visitor, in the thread
    std::string handler{}; // name; empty: whoever is on shift
    bool handler_away = false; // his, and he has no shift for kAbsentAfter days, or left
    bool hurry = false; // the visitor said that it is happening now, or a word of safety stands in
                        // it (a gun, a knife, suicide): read first
};

// "Sinds uw vorige dienst". A row stands in the first group that fits, in this order.
struct ShiftReview {
    records::Seconds since = 0; // end of the person's last shift
    std::vector<Row> missed{}; // promised and not read in time
    std::vector<Row> today{}; // promised for today
    std::vector<Row> replied{}; // the visitor wrote again, or said "not solved", or withdrew
    std::vector<Row> fresh{}; // not yet read
    std::vector<Row> due{}; // set aside until today
    std::vector<Row> absent{}; // of a colleague who is away
    std::vector<Row> unfinished{}; // read and not done: his, handed to him, or nobody's
    std::size_t open = 0; // every thread that is not closed or taken over
};

// Each group by harm (hurry, urgency, happening now), then age. Applies first what visitors asked
// with their code since: a proven withdrawal destroys the text and closes, a proven "not solved"
// opens again. Fails only for the store.
[[nodiscard]] Result<ShiftReview> review(Desk& desk, vault::Session& session);

// "Klaar: n open". Remembers the end of this shift and takes presence back; returns n.
[[nodiscard]] Result<std::size_t> end_shift(Desk& desk, vault::Session& session);

// The fixed views of the list of entries.
enum class View : std::uint8_t { open, mine, set_aside, asked, referred, closed, nonsense };
[[nodiscard]] Result<std::vector<Row>> rows_of(Desk& desk, vault::Session& session, View view);

struct Hit {
    Row row{};
    SecretText line; // the words around the hit
};
// Entries whose text, notes excluded, holds every word of `query`, case and accents folded; the
// newest first, at most kMaxHits. The hits are logged as consulted, and a hash of the query.
[[nodiscard]] Result<std::vector<Hit>> search(Desk& desk, vault::Session& session,
                                              std::string_view query);

// When and where it happens, without persons: counts by weekday (0 Monday) and part of the day
// (0 night .. 3 evening), and by place. Counts below kSmallCount are given as kSmallCount - 1 and
// shown as "minder dan".
struct Pattern {
    std::array<std::array<std::uint32_t, 4>, 7> week{};
    std::vector<std::pair<std::string, std::uint32_t>> streets{}; // id, count
    std::vector<entries::MapPoint> points{}; // on a grid of about 25 m
};
[[nodiscard]] Result<Pattern> pattern(Desk& desk, vault::Session& session,
                                      std::string_view subject);

} // namespace inloop::desk
