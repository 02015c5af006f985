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
    set_state,
    raise_high_water,
    clear_letters,
    state_by_receipt,
    count_letters,
    read_high_water,
    add_use,
    read_use,
    put_case,
    age_cases,
    case_by_receipt,
    put_answer,
    drop_expired_answers,
    answers_by_receipt,
    read_sync_state,
    put_sync_state,
};

inline constexpr std::array<char const*, 17> kStatements{
    // put_letter: entry_id, seq, receipt_pk, state, size
    "INSERT INTO letter (entry_id, seq, receipt_pk, state, size) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (entry_id) DO UPDATE SET seq = excluded.seq, receipt_pk = excluded.receipt_pk, "
    "state = excluded.state, size = excluded.size",
    // set_state: entry_id, state
    "UPDATE letter SET state = ?2 WHERE entry_id = ?1",
    // raise_high_water: seq
    "UPDATE high_water SET seq = max(seq, ?1), mirror = -max(seq, ?1) WHERE id = 1",
    // clear_letters
    "DELETE FROM letter",
    // state_by_receipt: receipt_pk. Who writes once more under a code has several letters with one
    // key: the newest counts.
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
    // put_case: entry_id, receipt_pk, status, closing, version
    "INSERT INTO entry_case (entry_id, receipt_pk, status, closing, version) "
    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (entry_id) DO UPDATE SET receipt_pk = excluded.receipt_pk, "
    "status = excluded.status, closing = excluded.closing, version = excluded.version "
    "WHERE excluded.version >= entry_case.version",
    // age_cases: another log counts its versions anew
    "UPDATE entry_case SET version = 0",
    // case_by_receipt: receipt_pk. The log speaks of the first entry under a code; should it speak
    // of several, the one that changed most counts.
    "SELECT entry_id, status, closing, version FROM entry_case WHERE receipt_pk = ? "
    "ORDER BY version DESC, entry_id LIMIT 1",
    // put_answer: answer_id, receipt_pk, number, bytes
    "INSERT INTO answer (answer_id, receipt_pk, number, bytes) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (answer_id) DO UPDATE SET receipt_pk = excluded.receipt_pk, "
    "number = excluded.number, bytes = excluded.bytes",
    // drop_expired_answers: 4 is Closing::expired
    "DELETE FROM answer WHERE receipt_pk IN "
    "(SELECT receipt_pk FROM entry_case WHERE closing = 4)",
    // answers_by_receipt: receipt_pk
    "SELECT bytes FROM answer WHERE receipt_pk = ? ORDER BY number, answer_id",
    // read_sync_state
    "SELECT instance, seen_change, audit_row, audit_hash FROM sync_state WHERE id = 1",
    // put_sync_state: instance, seen_change, audit_row, audit_hash
    "UPDATE sync_state SET instance = ?1, seen_change = ?2, seen_mirror = -?2, audit_row = ?3, "
    "audit_mirror = -?3, audit_hash = ?4 WHERE id = 1",
};

} // namespace inloop::memory
