// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/status.h"
#include "kiosk/seal/ids.h"
#include "kiosk/wire/messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the log keeps, as data. Nothing here can be read without a key of a person: what a visitor
// or an officer wrote is sealed before it comes here. Times are seconds since 1970-01-01 UTC by
// the log's clock; 0 is never.
namespace inloop::records {

using PersonId = seal::PersonId;
using Seconds = std::int64_t;

// Rows of log.db.

enum class DeviceState : std::uint8_t { pending = 0, active = 1, revoked = 2 };

struct Device {
    seal::DeviceId id{};
    seal::DevicePublicKey key{};
    std::string name{};
    DeviceState state = DeviceState::pending;
    Seconds paired_at = 0;
    Seconds last_seen = 0;
    wire::KioskHealth health{}; // as it last said
    std::int64_t clock_off_s = 0; // its clock minus ours at last_seen
    wire::AuditHead seen_audit{}; // the head of our chain it last held
    friend bool operator==(Device const&, Device const&) = default;
};

// The officer's judgement; orders the review. The numbers stand in the database.
enum class Urgency : std::uint8_t { normal = 0, soon = 1, now = 2 };

// One letter as it arrived, without its key wrap, and what became of it. Letters under one receipt
// code form a thread: root is the first of them (itself for that one).
struct Entry {
    seal::EntryId id{};
    seal::EntryId root{};
    seal::DeviceId device{};
    std::uint64_t seq = 0; // of the device
    std::uint64_t server_seq = 0; // order of arrival here, from 1
    seal::ReceiptPublicKey receipt{};
    std::uint32_t epoch = 0; // the week key its letter key is sealed to
    seal::Hash hash{}; // of the whole envelope
    Bytes body{}; // the envelope with its key wrap zeroed; empty when it was erased
    Seconds arrived_at = 0;

    // The following are kept on the root of a thread.
    entries::Status status = entries::Status::arrived;
    entries::Closing closing = entries::Closing::open;
    std::uint32_t version = 0; // rises with every change: two officers at once are noticed by it
    Urgency urgency = Urgency::normal;
    std::optional<PersonId> handler{}; // whose it is; nullopt: whoever is on shift
    Seconds first_read_at = 0;
    Seconds promised_by = 0; // by when the visitor was told it is read
    Seconds set_aside_until = 0;
    Seconds replied_at = 0; // the visitor's newest letter after the first; 0: none unread
    Seconds answered_at = 0;
    Seconds changed_at = 0; // of the last change of status
    Seconds closed_at = 0;
    friend bool operator==(Entry const&, Entry const&) = default;
};

// What stands beside an entry, sealed under the letter's key (seal::seal_note). The numbers stand
// in the database.
enum class NoteKind : std::uint8_t {
    internal = 1, // for colleagues
    hand_over = 2,
    set_aside = 3, // the reason
    answer_copy = 4, // what was answered, for officers
    referral = 5, // to whom
    walk_in = 6, // a talk at the table; the entry is made here, not at a kiosk
};
struct Note {
    std::int64_t id = 0; // given by the store
    seal::EntryId entry{};
    PersonId author{};
    NoteKind kind = NoteKind::internal;
    Seconds at = 0;
    Bytes sealed{};
    friend bool operator==(Note const&, Note const&) = default;
};

// PKA1, on its way down. `change` is its place in the feed.
struct Answer {
    seal::AnswerId id{};
    seal::EntryId entry{};
    seal::ReceiptPublicKey receipt{};
    std::uint32_t number = 0; // counts the answers of one thread from 1
    Bytes bytes{};
    Seconds at = 0;
    friend bool operator==(Answer const&, Answer const&) = default;
};

// An envelope that was not taken in, kept for a person to look at: never lost.
struct Quarantined {
    seal::EntryId entry{};
    seal::DeviceId device{};
    std::string reason{}; // [a-z-]
    Bytes bytes{};
    Seconds at = 0;
    friend bool operator==(Quarantined const&, Quarantined const&) = default;
};

// One row of the audit: who did what, to what, with which outcome, from where, why. Rows are
// chained by hash; the vault makes the hashes.
struct AuditRow {
    std::uint64_t row = 0; // from 1, without a gap
    Seconds at = 0;
    std::string actor{}; // name of a person, "kiosk NAME", "log"
    std::string action{}; // [a-z-]: "read", "answer", "login", ...
    std::string object{}; // id, never text
    std::string result{}; // "ok", "refused", ...
    std::string origin{}; // address, or "console"
    std::string reason{};
    seal::Hash hash{}; // of the hash before and this row
    friend bool operator==(AuditRow const&, AuditRow const&) = default;
};

// What is left of an entry that was destroyed: proof without content.
struct Destroyed {
    seal::EntryId entry{};
    entries::Status status = entries::Status::closed;
    entries::Closing closing = entries::Closing::open;
    Seconds arrived_at = 0;
    Seconds closed_at = 0;
    Seconds destroyed_at = 0;
    std::string by{};
    std::string reason{}; // "taken-over", "redacted", "withdrawn", "retention"
    friend bool operator==(Destroyed const&, Destroyed const&) = default;
};

struct Presence {
    bool present = false;
    Seconds until = 0;
    PersonId by{};
    Seconds at = 0;
    friend bool operator==(Presence const&, Presence const&) = default;
};

// Rows of keys.db.

// The numbers stand in the database. A volunteer is never an officer.
enum class Role : std::uint8_t {
    officer = 1,
    lead = 2, // an officer who also manages people and kiosks
    volunteer = 3,
    evaluator = 4,
    privacy_officer = 5,
};

struct Person {
    PersonId id{};
    std::string name{}; // what he types at login; unique whatever the case
    Role role = Role::officer;
    bool active = true;
    Bytes blob{}; // PKO1: his secret, wrapped under his passphrase
    seal::Hash verifier{}; // of the proof derived from his passphrase
    Bytes totp{}; // the secret of his one-time codes, sealed under the wrap key
    std::uint64_t totp_used = 0; // the last step used: each code once
    Seconds added_at = 0;
    Seconds last_shift_end = 0; // "sinds uw vorige dienst"
    friend bool operator==(Person const&, Person const&) = default;
};

// A secret sealed to one person (or to the recovery key, person id zero).
struct WeekWrap {
    std::uint32_t epoch = 0;
    PersonId person{};
    Bytes bytes{}; // 100
    friend bool operator==(WeekWrap const&, WeekWrap const&) = default;
};
struct LogSignWrap {
    PersonId person{};
    Bytes bytes{};
    friend bool operator==(LogSignWrap const&, LogSignWrap const&) = default;
};

} // namespace inloop::records
