// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/page_store.h"
#include "kiosk/officerlog/records/records.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::records {

// The two databases of a log. log.db holds what is sealed, and may stand in backups for long;
// keys.db holds the small wrapped keys whose deletion is erasure, and its backups are few and
// short (at most 7 days). What belongs together over both is written keys first, deleted keys
// first: after a power cut in a destruction a letter without its key is the worst that remains, and
// check() names it.
//
// Owner: one caller at a time (the desk's lock). One connection each: Debian 12's SQLite may
// corrupt a WAL with two. Errors of every call: `corrupt`, `no_space`, `read_only`, `io`; what else
// stands with it.

// The site's fixed facts, and documents handed down to kiosks.
struct SiteRecord {
    wire::InstanceId instance{}; // new after a restore
    seal::DeploymentId deployment{};
    Seconds made_at = 0;
    std::string name{}; // "Rolderstraat 21, Assen"
};

struct DocumentRecord {
    wire::Document document{};
    std::uint64_t change = 0;
    std::string by{};
    Seconds at = 0;
};

// What a kiosk has not seen yet, in the order of change; see Store::changes_after.
struct Changes {
    std::vector<wire::CaseNews> cases{};
    std::vector<Bytes> answers{};
    std::vector<wire::Document> documents{};
    std::uint64_t through = 0;
    bool more = false;
};

// What intake learned of an envelope before it is stored.
enum class IntakeOutcome : std::uint8_t { stored, same_again, conflict };
struct IntakeResult {
    IntakeOutcome outcome = IntakeOutcome::stored;
    std::uint64_t server_seq = 0;
    Seconds arrived_at = 0;
};

// What intake knows of a kiosk's letters: has every number up to `until` but `missing`.
struct Reconciliation {
    std::uint64_t until = 0;
    std::vector<wire::NumberRange> missing{}; // at most wire::kMaxMissing, the lowest first

    [[nodiscard]] std::uint64_t arrived() const; // how many there are
};

// A week somebody has a key of, and how the letters stand that are sealed to it.
struct KeptWeek {
    std::uint32_t epoch = 0;
    bool readable = false; // one of them is not destroyed
    Seconds last_destroyed = 0; // 0: none is
    friend bool operator==(KeptWeek const&, KeptWeek const&) = default;
};

class Store {
public:
    virtual ~Store() = default;

    // Runs `work` in one transaction on both databases; rolled back when it fails. Within another
    // one it is a part of it. When a call in `work` failed in the database, the whole fails,
    // whatever `work` made of it.
    [[nodiscard]] virtual Result<void> transaction(std::function<Result<void>()> const& work) = 0;

    [[nodiscard]] virtual Result<SiteRecord> site() = 0; // not_found before init
    [[nodiscard]] virtual Result<void> set_site(SiteRecord const& site) = 0;

    // Devices.
    [[nodiscard]] virtual Result<std::optional<Device>> device(seal::DeviceId const& id) = 0;
    [[nodiscard]] virtual Result<std::vector<Device>> devices() = 0;
    [[nodiscard]] virtual Result<void> put_device(Device const& device) = 0;

    // Entries. Takes one in, split: body to log.db, wrap to keys.db, with its number here and its
    // thread. The same bytes again: same_again with the first outcome. Other bytes under a known
    // id, or another id under a known number of the device: conflict, nothing stored. Also for
    // entries that were destroyed since. A letter under the receipt of a destroyed thread begins
    // one of its own. Its version begins at 1. Errors also: invalid_input when its number is 0 or
    // above 2^63 - 1, or the wrap has not 80 bytes.
    [[nodiscard]] virtual Result<IntakeResult> take_in(Entry const& entry, ByteView wrap) = 0;
    [[nodiscard]] virtual Result<void> quarantine(Quarantined const& envelope) = 0;
    [[nodiscard]] virtual Result<std::vector<Quarantined>> quarantined() = 0;
    [[nodiscard]] virtual Result<Reconciliation> reconcile(seal::DeviceId const& device) = 0;
    [[nodiscard]] virtual Result<std::optional<Entry>> entry(seal::EntryId const& id) = 0;
    [[nodiscard]] virtual Result<std::vector<Entry>> thread(seal::EntryId const& root) = 0;
    // Roots of every thread that is not destroyed, by server_seq.
    [[nodiscard]] virtual Result<std::vector<Entry>> roots() = 0;
    // Roots of every thread that has answers for its visitor, destroyed or not, by server_seq.
    [[nodiscard]] virtual Result<std::vector<Entry>> roots_with_answers() = 0;
    // Every entry not destroyed, by server_seq, after `server_seq`.
    [[nodiscard]] virtual Result<std::vector<Entry>> entries_after(std::uint64_t server_seq) = 0;
    // Its key wrap (80 bytes); nullopt when it was erased.
    [[nodiscard]] virtual Result<std::optional<Bytes>> wrap_of(seal::EntryId const& id) = 0;
    // Writes the part kept on roots. `unavailable` when the stored version is not
    // `expected_version`: somebody else changed it. Raises version by one, and the change feed
    // when status or closing changed.
    [[nodiscard]] virtual Result<void> update(Entry const& entry,
                                              std::uint32_t expected_version) = 0;
    // Deletes wrap, body, notes and links of every entry of the thread; keeps ids, numbers, hash
    // and the proof. Answers stay readable for the visitor. Again for the same thread: fine, the
    // first proof stands. Errors also: not_found when no thread begins with this entry.
    [[nodiscard]] virtual Result<void> destroy(Destroyed const& proof) = 0;
    [[nodiscard]] virtual Result<std::vector<Destroyed>> destroyed() = 0;

    // Beside entries.
    // not_found when there is no such entry; notes and links also when it was destroyed.
    [[nodiscard]] virtual Result<void> add_note(Note const& note) = 0;
    [[nodiscard]] virtual Result<std::vector<Note>> notes(seal::EntryId const& root) = 0;
    [[nodiscard]] virtual Result<void> add_answer(Answer const& answer) = 0; // into the feed
    [[nodiscard]] virtual Result<std::vector<Answer>> answers(seal::EntryId const& root) = 0;
    [[nodiscard]] virtual Result<void> forget_answers(seal::EntryId const& root) = 0;
    [[nodiscard]] virtual Result<void> link(seal::EntryId const& a, seal::EntryId const& b) = 0;
    [[nodiscard]] virtual Result<void> unlink(seal::EntryId const& a, seal::EntryId const& b) = 0;
    [[nodiscard]] virtual Result<std::vector<seal::EntryId>> linked(seal::EntryId const& id) = 0;

    // The feed down to the kiosks: at most `most` items after `change`, each as it is now, and of
    // no kind more than one reply may hold (wire/messages.h). `through` is the last change of all
    // when there are no more, also when `change` is above it.
    [[nodiscard]] virtual Result<Changes> changes_after(std::uint64_t change, std::size_t most) = 0;
    [[nodiscard]] virtual Result<void> put_document(DocumentRecord const& document) = 0;
    [[nodiscard]] virtual Result<std::optional<DocumentRecord>> document(std::string_view name) = 0;
    // Every one, by name; also those that are empty, which say that something was taken away.
    [[nodiscard]] virtual Result<std::vector<DocumentRecord>> documents() = 0;
    [[nodiscard]] virtual Result<Presence> presence() = 0;
    [[nodiscard]] virtual Result<void> set_presence(Presence const& presence) = 0;

    // What volunteers write. Lives as long as the store; its calls are part of transaction().
    [[nodiscard]] virtual PageStore& pages() = 0;

    // Audit: only ever appended to.
    // invalid_input when it is not the next row.
    [[nodiscard]] virtual Result<void> append_audit(AuditRow const& row) = 0;
    [[nodiscard]] virtual Result<wire::AuditHead> audit_head() = 0;
    [[nodiscard]] virtual Result<std::vector<AuditRow>> audit_rows(std::uint64_t from,
                                                                   std::size_t most) = 0;
    // Every row about `object`, in order; for the history of one entry, however long the audit is.
    [[nodiscard]] virtual Result<std::vector<AuditRow>> audit_rows_of(std::string_view object) = 0;

    // Keys.
    [[nodiscard]] virtual Result<std::vector<Person>> people() = 0;
    [[nodiscard]] virtual Result<std::optional<Person>> person(std::string_view name) = 0;
    // already_there when somebody else has the name, also one who was removed.
    [[nodiscard]] virtual Result<void> put_person(Person const& person) = 0;
    // Deletes a person's blob, verifier and wraps; the name stays for the audit.
    [[nodiscard]] virtual Result<void> remove_person(PersonId const& id) = 0;
    [[nodiscard]] virtual Result<void> put_week_wrap(WeekWrap const& wrap) = 0;
    [[nodiscard]] virtual Result<std::vector<WeekWrap>> week_wraps(PersonId const& person) = 0;
    [[nodiscard]] virtual Result<void> forget_week(std::uint32_t epoch) = 0; // every wrap of it
    [[nodiscard]] virtual Result<std::vector<KeptWeek>> kept_weeks() = 0; // by epoch
    [[nodiscard]] virtual Result<void> put_log_sign_wrap(LogSignWrap const& wrap) = 0;
    [[nodiscard]] virtual Result<std::optional<LogSignWrap>>
    log_sign_wrap(PersonId const& person) = 0;
    [[nodiscard]] virtual Result<Bytes> policy() = 0; // PKP1; not_found before init
    [[nodiscard]] virtual Result<void> set_policy(ByteView policy) = 0;
    // Small named secrets of the server: "ack-sign" (seed), "device" (seed of the log's own
    // letters), "recovery" (public key), "monitoring" (hash of the token).
    [[nodiscard]] virtual Result<Bytes> secret(std::string_view name) = 0; // not_found
    [[nodiscard]] virtual Result<void> put_secret(std::string_view name, ByteView value) = 0;

    // Both databases, each through SQLite's backup interface, into `folder` (made), durable, read
    // back and checked. The files have the names of the originals: restoring is copying them. Not
    // within a transaction (invalid_input).
    [[nodiscard]] virtual Result<void> backup_to(std::filesystem::path const& folder) = 0;
    // PRAGMA integrity_check and what must hold between the two; messages name what does not.
    [[nodiscard]] virtual Result<std::vector<std::string>> check() = 0;
};

} // namespace inloop::records
