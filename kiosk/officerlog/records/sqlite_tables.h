// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/both_databases.h"
#include "kiosk/officerlog/records/page_tables.h"
#include "kiosk/officerlog/records/store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::platform {
class Files;
} // namespace inloop::platform

namespace inloop::records {

// Store on two open databases. Its calls stand in a file by subject: site_table.cpp,
// letter_tables.cpp, thread_tables.cpp, side_tables.cpp, feed_tables.cpp, audit_table.cpp,
// key_tables.cpp, backup.cpp and check.cpp. What volunteers write has a class of its own,
// page_tables.h.
class SqliteTables final : public Store {
public:
    SqliteTables(std::unique_ptr<BothDatabases> both, platform::Files& files);

    // Deletes keys that came back with a backup: of letters that are destroyed.
    [[nodiscard]] Result<void> sweep();
    // Errors: corrupt when log.db and keys.db are not of one log.
    [[nodiscard]] Result<void> check_pair();

    [[nodiscard]] Result<void> transaction(std::function<Result<void>()> const& work) override;
    [[nodiscard]] Result<SiteRecord> site() override;
    [[nodiscard]] Result<void> set_site(SiteRecord const& site) override;
    [[nodiscard]] Result<std::optional<Device>> device(seal::DeviceId const& id) override;
    [[nodiscard]] Result<std::vector<Device>> devices() override;
    [[nodiscard]] Result<void> put_device(Device const& device) override;
    [[nodiscard]] Result<IntakeResult> take_in(Entry const& entry, ByteView wrap) override;
    [[nodiscard]] Result<void> quarantine(Quarantined const& envelope) override;
    [[nodiscard]] Result<std::vector<Quarantined>> quarantined() override;
    [[nodiscard]] Result<Reconciliation> reconcile(seal::DeviceId const& device) override;
    [[nodiscard]] Result<std::optional<Entry>> entry(seal::EntryId const& id) override;
    [[nodiscard]] Result<std::vector<Entry>> thread(seal::EntryId const& root) override;
    [[nodiscard]] Result<std::vector<Entry>> roots() override;
    [[nodiscard]] Result<std::vector<Entry>> roots_with_answers() override;
    [[nodiscard]] Result<std::vector<Entry>> entries_after(std::uint64_t server_seq) override;
    [[nodiscard]] Result<std::optional<Bytes>> wrap_of(seal::EntryId const& id) override;
    [[nodiscard]] Result<void> update(Entry const& entry, std::uint32_t expected_version) override;
    [[nodiscard]] Result<void> destroy(Destroyed const& proof) override;
    [[nodiscard]] Result<std::vector<Destroyed>> destroyed() override;
    [[nodiscard]] Result<void> add_note(Note const& note) override;
    [[nodiscard]] Result<std::vector<Note>> notes(seal::EntryId const& root) override;
    [[nodiscard]] Result<void> add_answer(Answer const& answer) override;
    [[nodiscard]] Result<std::vector<Answer>> answers(seal::EntryId const& root) override;
    [[nodiscard]] Result<void> forget_answers(seal::EntryId const& root) override;
    [[nodiscard]] Result<void> link(seal::EntryId const& a, seal::EntryId const& b) override;
    [[nodiscard]] Result<void> unlink(seal::EntryId const& a, seal::EntryId const& b) override;
    [[nodiscard]] Result<std::vector<seal::EntryId>> linked(seal::EntryId const& id) override;
    [[nodiscard]] Result<Changes> changes_after(std::uint64_t change, std::size_t most) override;
    [[nodiscard]] Result<void> put_document(DocumentRecord const& document) override;
    [[nodiscard]] Result<std::optional<DocumentRecord>> document(std::string_view name) override;
    [[nodiscard]] Result<std::vector<DocumentRecord>> documents() override;
    [[nodiscard]] Result<Presence> presence() override;
    [[nodiscard]] Result<void> set_presence(Presence const& presence) override;
    [[nodiscard]] PageStore& pages() override { return m_pages; }
    [[nodiscard]] Result<void> append_audit(AuditRow const& row) override;
    [[nodiscard]] Result<wire::AuditHead> audit_head() override;
    [[nodiscard]] Result<std::vector<AuditRow>> audit_rows(std::uint64_t from,
                                                           std::size_t most) override;
    [[nodiscard]] Result<std::vector<AuditRow>> audit_rows_of(std::string_view object) override;
    [[nodiscard]] Result<std::vector<Person>> people() override;
    [[nodiscard]] Result<std::optional<Person>> person(std::string_view name) override;
    [[nodiscard]] Result<void> put_person(Person const& person) override;
    [[nodiscard]] Result<void> remove_person(PersonId const& id) override;
    [[nodiscard]] Result<void> put_week_wrap(WeekWrap const& wrap) override;
    [[nodiscard]] Result<std::vector<WeekWrap>> week_wraps(PersonId const& person) override;
    [[nodiscard]] Result<void> forget_week(std::uint32_t epoch) override;
    [[nodiscard]] Result<std::vector<KeptWeek>> kept_weeks() override;
    [[nodiscard]] Result<void> put_log_sign_wrap(LogSignWrap const& wrap) override;
    [[nodiscard]] Result<std::optional<LogSignWrap>> log_sign_wrap(PersonId const& person) override;
    [[nodiscard]] Result<Bytes> policy() override;
    [[nodiscard]] Result<void> set_policy(ByteView policy) override;
    [[nodiscard]] Result<Bytes> secret(std::string_view name) override;
    [[nodiscard]] Result<void> put_secret(std::string_view name, ByteView value) override;
    [[nodiscard]] Result<void> backup_to(std::filesystem::path const& folder) override;
    [[nodiscard]] Result<std::vector<std::string>> check() override;

private:
    [[nodiscard]] std::uint64_t next_change();
    // The thread a letter belongs to; nullopt: no such letter.
    struct Thread {
        seal::EntryId root{};
        bool is_destroyed = false;
    };
    [[nodiscard]] std::optional<Thread> thread_of(seal::EntryId const& id);
    [[nodiscard]] bool is_kept(seal::EntryId const& id);
    [[nodiscard]] std::vector<seal::EntryId> ids_from(LogStatement which, seal::EntryId const& id);

    std::unique_ptr<BothDatabases> m_both;
    PageTables m_pages;
    platform::Files& m_files;
};

} // namespace inloop::records
