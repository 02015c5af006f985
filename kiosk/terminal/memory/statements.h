// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

// Every statement of kiosk.db in one place. They are prepared when the database is opened, so one
// that no longer fits the schema shows at once, and SQL stands nowhere else but in
// assets/schema/kiosk and pragmas.h.
namespace inloop::memory {

enum class Statement : std::uint8_t {
    put_letter,
    close_letter,
    closed_letters,
    raise_high_water,
    clear_letters,
    state_by_receipt,
    count_letters,
    read_high_water,
    add_use,
    read_use,
};

inline constexpr std::array<char const*, 10> kStatements{
    // put_letter: entry_id, seq, receipt_pk, state, size
    "INSERT INTO letter (entry_id, seq, receipt_pk, state, size) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (entry_id) DO UPDATE SET seq = excluded.seq, receipt_pk = excluded.receipt_pk, "
    "state = excluded.state, size = excluded.size",
    // close_letter: entry_id. Only what the log has can be closed: 1 is sent, 3 closed.
    "UPDATE letter SET state = 3 WHERE entry_id = ? AND state IN (1, 3)",
    // closed_letters
    "SELECT entry_id FROM letter WHERE state = 3",
    // raise_high_water: seq
    "UPDATE high_water SET seq = max(seq, ?1), mirror = -max(seq, ?1) WHERE id = 1",
    // clear_letters
    "DELETE FROM letter",
    // state_by_receipt: receipt_pk. A key occurs once; should it occur twice, the newest letter
    // counts.
    "SELECT state FROM letter WHERE receipt_pk = ? ORDER BY seq DESC LIMIT 1",
    // count_letters
    "SELECT count(*) FROM letter",
    // read_high_water
    "SELECT seq FROM high_water WHERE id = 1",
    // add_use: day, name, count
    "INSERT INTO use_of_day (day, name, count) VALUES (?, ?, ?) "
    "ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count",
    // read_use: day, name
    "SELECT count FROM use_of_day WHERE day = ? AND name = ?",
};

} // namespace inloop::memory
