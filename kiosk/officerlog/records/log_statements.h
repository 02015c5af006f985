// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

// Every statement of log.db in one place. SQL stands nowhere else but in keys_statements.h,
// pragmas.h and assets/schema.
namespace inloop::records {

enum class LogStatement : std::uint8_t {
    read_site,
    write_site,
    read_device,
    read_devices,
    write_device,
    letter_of_id,
    letter_of_number,
    thread_of_letter,
    open_thread_of_receipt,
    add_letter,
    add_thread,
    thread_replied,
    numbers_of_device,
    read_entry,
    read_thread,
    read_roots,
    read_roots_with_answers,
    read_entries_after,
    state_of_thread,
    write_thread,
    next_change,
    last_change,
    ids_of_thread,
    ids_of_destroyed,
    erase_bodies,
    erase_notes,
    erase_links,
    add_proof,
    read_destroyed,
    add_note,
    read_notes,
    add_answer,
    read_answers,
    erase_answers,
    add_link,
    erase_link,
    read_links,
    cases_after,
    answers_after,
    documents_after,
    write_document,
    read_document,
    read_documents,
    read_presence,
    write_presence,
    add_audit_row,
    read_audit_head,
    read_audit_rows,
    read_audit_rows_of,
    count_audit_rows,
    weeks_of_letters,
    state_of_weeks,
    read_drafts,
    read_draft,
    version_of_draft,
    write_draft,
    erase_draft,
    add_page_version,
    read_page_versions,
    read_all_page_versions,
    withdraw_page_version,
    write_picture,
    read_picture,
    read_pictures,
    erase_picture,
    read_publishing,
    write_publishing,
    add_press,
    undo_press,
    count_presses,
};

inline constexpr std::array<char const*, 70> kLogStatements{
    // read_site
    "SELECT instance, deployment, made_at, name FROM site WHERE id = 1",
    // write_site: instance, deployment, made_at, name
    "INSERT INTO site (id, instance, deployment, made_at, name) VALUES (1, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET instance = excluded.instance, "
    "deployment = excluded.deployment, made_at = excluded.made_at, name = excluded.name",

    // read_device: id. Columns of `device` in the order of the table.
    "SELECT * FROM device WHERE id = ?",
    // read_devices
    "SELECT * FROM device ORDER BY paired_at, id",
    // write_device: columns in the order of the table
    "INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, name = excluded.name, "
    "state = excluded.state, paired_at = excluded.paired_at, last_seen = excluded.last_seen, "
    "version = excluded.version, letters_made = excluded.letters_made, "
    "letters_new = excluded.letters_new, letters_sent = excluded.letters_sent, "
    "letters_dead = excluded.letters_dead, quarantined = excluded.quarantined, "
    "disk_level = excluded.disk_level, clock_trust = excluded.clock_trust, "
    "wall = excluded.wall, problems = excluded.problems, clock_off_s = excluded.clock_off_s, "
    "seen_audit_row = excluded.seen_audit_row, seen_audit_hash = excluded.seen_audit_hash",

    // letter_of_id: id
    "SELECT server_seq, arrived_at, hash FROM letter WHERE id = ?",
    // letter_of_number: device, seq
    "SELECT 1 FROM letter WHERE device = ? AND seq = ?",
    // thread_of_letter: id
    "SELECT root, root IN (SELECT root FROM destroyed) FROM letter WHERE id = ?",
    // open_thread_of_receipt: receipt. A thread that was destroyed takes no more letters: nobody
    // would see them.
    "SELECT root FROM letter WHERE receipt = ? AND root NOT IN (SELECT root FROM destroyed) "
    "ORDER BY server_seq LIMIT 1",
    // add_letter: id, root, device, seq, receipt, epoch, hash, arrived_at, body
    "INSERT INTO letter (id, root, device, seq, receipt, epoch, hash, arrived_at, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    // add_thread: root, status, closing, urgency, handler, first_read_at, promised_by,
    // set_aside_until, replied_at, answered_at, changed_at, closed_at, change
    "INSERT INTO thread (root, status, closing, version, urgency, handler, first_read_at, "
    "promised_by, set_aside_until, replied_at, answered_at, changed_at, closed_at, change) "
    "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    // thread_replied: replied_at, root
    "UPDATE thread SET replied_at = ?, version = version + 1 WHERE root = ?",
    // numbers_of_device: device
    "SELECT seq FROM letter WHERE device = ? ORDER BY seq",

    // read_entry: id. Columns of the view `entry` in its order.
    "SELECT * FROM entry WHERE id = ?",
    // read_thread: root
    "SELECT * FROM entry WHERE root = ? ORDER BY server_seq",
    // read_roots
    "SELECT * FROM entry WHERE id = root AND NOT is_destroyed ORDER BY server_seq",
    // read_roots_with_answers
    "SELECT * FROM entry WHERE id IN (SELECT root FROM answer) ORDER BY server_seq",
    // read_entries_after: server_seq
    "SELECT * FROM entry WHERE server_seq > ? AND NOT is_destroyed ORDER BY server_seq",
    // state_of_thread: root
    "SELECT status, closing, version, change FROM thread WHERE root = ?",
    // write_thread: status, closing, urgency, handler, first_read_at, promised_by, set_aside_until,
    // replied_at, answered_at, changed_at, closed_at, change, root
    "UPDATE thread SET version = version + 1, status = ?, closing = ?, urgency = ?, handler = ?, "
    "first_read_at = ?, promised_by = ?, set_aside_until = ?, replied_at = ?, answered_at = ?, "
    "changed_at = ?, closed_at = ?, change = ? WHERE root = ?",
    // next_change
    "UPDATE feed SET last = last + 1, mirror = -(last + 1) WHERE id = 1 RETURNING last",
    // last_change
    "SELECT last FROM feed WHERE id = 1",

    // ids_of_thread: root
    "SELECT id FROM letter WHERE root = ? ORDER BY server_seq",
    // ids_of_destroyed
    "SELECT letter.id FROM destroyed JOIN letter ON letter.root = destroyed.root",
    // erase_bodies: root
    "UPDATE letter SET body = x'' WHERE root = ?",
    // erase_notes: root
    "DELETE FROM note WHERE entry IN (SELECT id FROM letter WHERE root = ?)",
    // erase_links: root
    "DELETE FROM link WHERE a IN (SELECT id FROM letter WHERE root = ?1) "
    "OR b IN (SELECT id FROM letter WHERE root = ?1)",
    // add_proof: root, status, closing, arrived_at, closed_at, destroyed_at, by, reason. The first
    // proof stands.
    "INSERT INTO destroyed (root, status, closing, arrived_at, closed_at, destroyed_at, by, "
    "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (root) DO NOTHING",
    // read_destroyed
    "SELECT root, status, closing, arrived_at, closed_at, destroyed_at, by, reason "
    "FROM destroyed ORDER BY destroyed_at, root",

    // add_note: entry, author, kind, at, sealed
    "INSERT INTO note (entry, author, kind, at, sealed) VALUES (?, ?, ?, ?, ?)",
    // read_notes: root
    "SELECT note.id, note.entry, note.author, note.kind, note.at, note.sealed FROM letter "
    "JOIN note ON note.entry = letter.id WHERE letter.root = ? ORDER BY note.id",
    // add_answer: id, entry, root, receipt, number, bytes, at, change
    "INSERT INTO answer (id, entry, root, receipt, number, bytes, at, change) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    // read_answers: root
    "SELECT id, entry, receipt, number, bytes, at FROM answer WHERE root = ? ORDER BY number",
    // erase_answers: root
    "DELETE FROM answer WHERE root = ?",
    // add_link: one id and the other
    "INSERT INTO link (a, b) VALUES (min(?1, ?2), max(?1, ?2)) ON CONFLICT DO NOTHING",
    // erase_link: one id and the other
    "DELETE FROM link WHERE a = min(?1, ?2) AND b = max(?1, ?2)",
    // read_links: id
    "SELECT b FROM link WHERE a = ?1 UNION SELECT a FROM link WHERE b = ?1 ORDER BY 1",

    // cases_after: change, most
    "SELECT thread.change, thread.root, letter.receipt, thread.status, thread.closing, "
    "thread.version FROM thread JOIN letter ON letter.id = thread.root "
    "WHERE thread.change > ? ORDER BY thread.change LIMIT ?",
    // answers_after: change, most
    "SELECT change, bytes FROM answer WHERE change > ? ORDER BY change LIMIT ?",
    // documents_after: change, most
    "SELECT change, name, content FROM document WHERE change > ? ORDER BY change LIMIT ?",
    // write_document: name, content, change, by, at
    "INSERT INTO document (name, content, change, by, at) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET content = excluded.content, change = excluded.change, "
    "by = excluded.by, at = excluded.at",
    // read_document: name
    "SELECT name, content, change, by, at FROM document WHERE name = ?",
    // read_documents
    "SELECT name, content, change, by, at FROM document ORDER BY name",
    // read_presence
    "SELECT present, present_until, by, at FROM presence WHERE id = 1",
    // write_presence: present, until, by, at
    "UPDATE presence SET present = ?, present_until = ?, by = ?, at = ? WHERE id = 1",

    // add_audit_row: columns in the order of the table
    "INSERT INTO audit (row, at, actor, action, object, result, origin, reason, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    // read_audit_head
    "SELECT row, hash FROM audit ORDER BY row DESC LIMIT 1",
    // read_audit_rows: from, most
    "SELECT row, at, actor, action, object, result, origin, reason, hash FROM audit "
    "WHERE row >= ? ORDER BY row LIMIT ?",
    // read_audit_rows_of: object
    "SELECT row, at, actor, action, object, result, origin, reason, hash FROM audit "
    "WHERE object = ? ORDER BY row",
    // count_audit_rows
    "SELECT count(*), coalesce(max(row), 0) FROM audit",
    // weeks_of_letters: every letter that must be readable, with the week it is sealed to
    "SELECT id, epoch FROM letter WHERE root NOT IN (SELECT root FROM destroyed) "
    "ORDER BY server_seq",
    // state_of_weeks: whether a letter of it is not destroyed, and when the last one was
    "SELECT letter.epoch, max(destroyed.root IS NULL), coalesce(max(destroyed.destroyed_at), 0) "
    "FROM letter LEFT JOIN destroyed ON destroyed.root = letter.root GROUP BY letter.epoch",

    // read_drafts
    "SELECT page, language, title, body, first_day, last_day, version, offered, by, at "
    "FROM page_draft WHERE is_there ORDER BY page, language",
    // read_draft: page, language
    "SELECT page, language, title, body, first_day, last_day, version, offered, by, at "
    "FROM page_draft WHERE is_there AND page = ? AND language = ?",
    // version_of_draft: page, language
    "SELECT version FROM page_draft WHERE is_there AND page = ? AND language = ?",
    // write_draft: page, language, title, body, first_day, last_day, offered, by, at. One higher
    // than the last one, also when that was removed.
    "INSERT INTO page_draft (page, language, version, is_there, title, body, first_day, last_day, "
    "offered, by, at) VALUES (?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (page, language) DO UPDATE SET version = version + 1, is_there = 1, "
    "title = excluded.title, body = excluded.body, first_day = excluded.first_day, "
    "last_day = excluded.last_day, offered = excluded.offered, by = excluded.by, at = excluded.at "
    "RETURNING version",
    // erase_draft: page, language
    "UPDATE page_draft SET is_there = 0, title = '', body = '', first_day = NULL, last_day = NULL, "
    "offered = 0, by = '', at = 0 WHERE page = ? AND language = ?",

    // add_page_version: page, language, title, body, first_day, last_day, by, published_by, at,
    // withdrawn_by, withdrawn_at
    "INSERT INTO page_version (page, language, title, body, first_day, last_day, by, published_by, "
    "at, withdrawn_by, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
    // read_page_versions: page, language. Columns in the order of the table.
    "SELECT * FROM page_version WHERE page = ? AND language = ? ORDER BY id DESC",
    // read_all_page_versions
    "SELECT * FROM page_version ORDER BY id DESC",
    // withdraw_page_version: by, at, id
    "UPDATE page_version SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ? AND withdrawn_by = ''",

    // write_picture: name, content, alt, by, at
    "INSERT INTO picture (name, content, alt, by, at) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET content = excluded.content, alt = excluded.alt, "
    "by = excluded.by, at = excluded.at",
    // read_picture: name
    "SELECT name, content, alt, by, at FROM picture WHERE name = ?",
    // read_pictures
    "SELECT name, x'', alt, by, at FROM picture ORDER BY at DESC, id DESC",
    // erase_picture: name
    "DELETE FROM picture WHERE name = ?",

    // read_publishing
    "SELECT four_eyes, frozen FROM publishing WHERE id = 1",
    // write_publishing: four_eyes, frozen
    "UPDATE publishing SET four_eyes = ?, frozen = ? WHERE id = 1",

    // add_press: id, hour, reason. The first one stands.
    "INSERT INTO door_press (id, hour, reason, undone) VALUES (?, ?, ?, 0) "
    "ON CONFLICT (id) DO NOTHING",
    // undo_press: id
    "UPDATE door_press SET undone = 1 WHERE id = ? RETURNING id, hour, reason",
    // count_presses: from, until
    "SELECT hour, reason, count(*) FROM door_press WHERE hour >= ? AND hour < ? AND NOT undone "
    "GROUP BY hour, reason ORDER BY hour, reason",
};

} // namespace inloop::records
