// SPDX-License-Identifier: EUPL-1.2
//
// What erases: keys before letters, so that a power cut between the two leaves nothing readable.
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"

namespace inloop::records {

namespace {

void erase_keys_of(BothDatabases& both, seal::EntryId const& id) {
    both.keys(KeysStatement::erase_wrap).with(id.bytes).run();
    both.keys(KeysStatement::erase_quarantined).with(id.bytes).run();
}

void erase_letters_of(BothDatabases& both, seal::EntryId const& root) {
    for (auto const what :
         {LogStatement::erase_bodies, LogStatement::erase_notes, LogStatement::erase_links}) {
        both.log(what).with(root.bytes).run();
    }
}

} // namespace

Result<void> SqliteTables::destroy(Destroyed const& proof) {
    return m_both->write(
        [&]() -> Result<void> {
            auto const ids = ids_from(LogStatement::ids_of_thread, proof.entry);
            if (ids.empty()) {
                return fail(ErrorCode::not_found, "no thread begins with this letter");
            }
            for (seal::EntryId const& id : ids) {
                erase_keys_of(*m_both, id);
            }
            erase_letters_of(*m_both, proof.entry);
            m_both->log(LogStatement::add_proof)
                .with(proof.entry.bytes)
                .with(proof.status)
                .with(proof.closing)
                .with(proof.arrived_at)
                .with(proof.closed_at)
                .with(proof.destroyed_at)
                .with(proof.by)
                .with(proof.reason)
                .run();
            return {};
        },
        Erases::yes);
}

Result<std::vector<Destroyed>> SqliteTables::destroyed() {
    return m_both->read([&]() -> Result<std::vector<Destroyed>> {
        auto query = m_both->log(LogStatement::read_destroyed);
        return all_rows(query, destroyed_from);
    });
}

Result<void> SqliteTables::sweep() {
    return m_both->write(
        [&]() -> Result<void> {
            auto query = m_both->log(LogStatement::ids_of_destroyed);
            while (query.next()) {
                erase_keys_of(*m_both, id_from<seal::EntryId>(query));
            }
            return {};
        },
        Erases::yes);
}

Result<std::optional<Bytes>> SqliteTables::wrap_of(seal::EntryId const& id) {
    return m_both->read([&]() -> Result<std::optional<Bytes>> {
        auto query = m_both->keys(KeysStatement::read_wrap);
        return first_row(query.with(id.bytes), [](auto& row) { return row.bytes(); });
    });
}

Result<void> SqliteTables::quarantine(Quarantined const& envelope) {
    return m_both->write([&]() -> Result<void> {
        m_both->keys(KeysStatement::add_quarantined)
            .with(envelope.entry.bytes)
            .with(envelope.device.bytes)
            .with(envelope.reason)
            .with(envelope.bytes)
            .with(envelope.at)
            .run();
        return {};
    });
}

Result<std::vector<Quarantined>> SqliteTables::quarantined() {
    return m_both->read([&]() -> Result<std::vector<Quarantined>> {
        auto query = m_both->keys(KeysStatement::read_quarantined);
        return all_rows(query, quarantined_from);
    });
}

} // namespace inloop::records
