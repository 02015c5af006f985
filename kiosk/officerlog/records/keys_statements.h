// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

// Every statement of keys.db in one place. SQL stands nowhere else but in log_statements.h,
// pragmas.h and assets/schema.
namespace inloop::records {

enum class KeysStatement : std::uint8_t {
    read_site,
    write_site,
    write_wrap,
    read_wrap,
    read_wrapped,
    erase_wrap,
    add_quarantined,
    read_quarantined,
    erase_quarantined,
    read_people,
    read_person,
    id_of_name,
    person_with_other_secrets,
    write_person,
    empty_person,
    write_week_wrap,
    read_week_wraps,
    erase_week_wraps_of_person,
    erase_week,
    read_weeks,
    write_log_sign_wrap,
    read_log_sign_wrap,
    erase_log_sign_wrap,
    read_policy,
    write_policy,
    read_secret,
    write_secret,
};

inline constexpr std::array<char const*, 27> kKeysStatements{
    // read_site
    "SELECT deployment FROM site WHERE id = 1",
    // write_site: deployment
    "INSERT INTO site (id, deployment) VALUES (1, ?) "
    "ON CONFLICT (id) DO UPDATE SET deployment = excluded.deployment",

    // write_wrap: entry, wrap. One that is there already belongs to an intake that a power cut
    // ended between the two databases.
    "INSERT INTO letter_wrap (entry, wrap) VALUES (?, ?) "
    "ON CONFLICT (entry) DO UPDATE SET wrap = excluded.wrap",
    // read_wrap: entry
    "SELECT wrap FROM letter_wrap WHERE entry = ?",
    // read_wrapped
    "SELECT entry FROM letter_wrap ORDER BY entry",
    // erase_wrap: entry
    "DELETE FROM letter_wrap WHERE entry = ?",
    // add_quarantined: entry, device, reason, bytes, at. The same bytes come again when a reply was
    // lost.
    "INSERT INTO quarantine (entry, device, reason, bytes, at) SELECT ?1, ?2, ?3, ?4, ?5 "
    "WHERE NOT EXISTS (SELECT 1 FROM quarantine WHERE entry = ?1 AND device = ?2 AND bytes = ?4)",
    // read_quarantined
    "SELECT entry, device, reason, bytes, at FROM quarantine ORDER BY id",
    // erase_quarantined: entry
    "DELETE FROM quarantine WHERE entry = ?",

    // read_people
    "SELECT id, name, role, active, blob, verifier, totp, totp_used, added_at, last_shift_end "
    "FROM person ORDER BY name_key",
    // read_person: name_key
    "SELECT id, name, role, active, blob, verifier, totp, totp_used, added_at, last_shift_end "
    "FROM person WHERE name_key = ?",
    // id_of_name: name_key
    "SELECT id FROM person WHERE name_key = ?",
    // person_with_other_secrets: id, blob, verifier, totp
    "SELECT 1 FROM person WHERE id = ? AND (blob <> ? OR verifier <> ? OR totp <> ?)",
    // write_person: id, name, name_key, role, active, blob, verifier, totp, totp_used, added_at,
    // last_shift_end
    "INSERT INTO person (id, name, name_key, role, active, blob, verifier, totp, totp_used, "
    "added_at, last_shift_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, "
    "role = excluded.role, active = excluded.active, blob = excluded.blob, "
    "verifier = excluded.verifier, totp = excluded.totp, totp_used = excluded.totp_used, "
    "added_at = excluded.added_at, last_shift_end = excluded.last_shift_end",
    // empty_person: id
    "UPDATE person SET active = 0, blob = x'', verifier = zeroblob(32), totp = x'' WHERE id = ?",

    // write_week_wrap: person, epoch, bytes
    "INSERT INTO week_wrap (person, epoch, bytes) VALUES (?, ?, ?) "
    "ON CONFLICT (person, epoch) DO UPDATE SET bytes = excluded.bytes",
    // read_week_wraps: person
    "SELECT epoch, person, bytes FROM week_wrap WHERE person = ? ORDER BY epoch",
    // erase_week_wraps_of_person: person
    "DELETE FROM week_wrap WHERE person = ?",
    // erase_week: epoch
    "DELETE FROM week_wrap WHERE epoch = ?",
    // read_weeks
    "SELECT DISTINCT epoch FROM week_wrap ORDER BY epoch",
    // write_log_sign_wrap: person, bytes
    "INSERT INTO log_sign_wrap (person, bytes) VALUES (?, ?) "
    "ON CONFLICT (person) DO UPDATE SET bytes = excluded.bytes",
    // read_log_sign_wrap: person
    "SELECT person, bytes FROM log_sign_wrap WHERE person = ?",
    // erase_log_sign_wrap: person
    "DELETE FROM log_sign_wrap WHERE person = ?",

    // read_policy
    "SELECT bytes FROM policy WHERE id = 1",
    // write_policy: bytes
    "INSERT INTO policy (id, bytes) VALUES (1, ?) "
    "ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
    // read_secret: name
    "SELECT value FROM secret WHERE name = ?",
    // write_secret: name, value
    "INSERT INTO secret (name, value) VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
};

} // namespace inloop::records
