// SPDX-License-Identifier: EUPL-1.2
//
// The part of Memory that keeps what the log said.
#include "kiosk/terminal/memory/log_news.h"

#include "kiosk/database/guarded.h"
#include "kiosk/terminal/memory/in_use.h"
#include "kiosk/terminal/memory/memory.h"
#include "kiosk/terminal/memory/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

namespace inloop::memory {

using database::guarded;

namespace {

void put_case(SQLite::Statement& statement, CaseRecord const& record) {
    InUse const put(statement);
    bind_bytes(put, 1, record.entry_id.bytes);
    bind_bytes(put, 2, record.receipt_pk.bytes);
    put->bind(3, static_cast<int>(record.status));
    put->bind(4, static_cast<int>(record.closing));
    put->bind(5, stored(record.version));
    put->exec();
}

void put_answer(SQLite::Statement& statement, AnswerRecord const& answer) {
    InUse const put(statement);
    bind_bytes(put, 1, answer.id.bytes);
    bind_bytes(put, 2, answer.receipt_pk.bytes);
    put->bind(3, stored(answer.number));
    bind_bytes(put, 4, answer.bytes);
    put->exec();
}

void put_state(SQLite::Statement& statement, SyncState const& state) {
    InUse const put(statement);
    bind_bytes(put, 1, state.instance.bytes);
    put->bind(2, stored(state.seen_change));
    put->bind(3, stored(state.audit_row));
    bind_bytes(put, 4, state.audit_hash.bytes);
    put->exec();
}

Result<SyncState> read_state(SQLite::Statement& statement) {
    InUse const read(statement);
    if (!read->executeStep()) {
        return fail(ErrorCode::corrupt, "kiosk.db has lost how far it listened to the log");
    }
    return SyncState{.instance = {array_in<16>(read, 0)},
                     .seen_change = static_cast<std::uint64_t>(read->getColumn(1).getInt64()),
                     .audit_row = static_cast<std::uint64_t>(read->getColumn(2).getInt64()),
                     .audit_hash = {array_in<32>(read, 3)}};
}

} // namespace

Result<void> Memory::apply(SyncChanges const& changes) {
    return guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(m_store->database());
        auto const before = read_state(m_store->statement(Statement::read_sync_state));
        if (!before) {
            return tl::unexpected(before.error());
        }
        if (before->instance != changes.state.instance) {
            InUse(m_store->statement(Statement::age_cases))->exec();
        }
        for (CaseRecord const& record : changes.cases) {
            put_case(m_store->statement(Statement::put_case), record);
        }
        for (AnswerRecord const& answer : changes.answers) {
            put_answer(m_store->statement(Statement::put_answer), answer);
        }
        InUse(m_store->statement(Statement::drop_expired_answers))->exec();
        put_state(m_store->statement(Statement::put_sync_state), changes.state);
        transaction.commit();
        return {};
    });
}

Result<SyncState> Memory::sync_state() {
    return guarded([&] { return read_state(m_store->statement(Statement::read_sync_state)); });
}

Result<std::optional<CaseRecord>>
Memory::case_by_receipt(seal::ReceiptPublicKey const& receipt_pk) {
    return guarded([&]() -> Result<std::optional<CaseRecord>> {
        InUse const find(m_store->statement(Statement::case_by_receipt));
        bind_bytes(find, 1, receipt_pk.bytes);
        if (!find->executeStep()) {
            return std::nullopt;
        }
        // The schema checks the ranges.
        return CaseRecord{.entry_id = {array_in<16>(find, 0)},
                          .receipt_pk = receipt_pk,
                          .status = static_cast<entries::Status>(find->getColumn(1).getInt()),
                          .closing = static_cast<entries::Closing>(find->getColumn(2).getInt()),
                          .version = find->getColumn(3).getUInt()};
    });
}

Result<std::vector<Bytes>> Memory::answers_for(seal::ReceiptPublicKey const& receipt_pk) {
    return guarded([&]() -> Result<std::vector<Bytes>> {
        InUse const find(m_store->statement(Statement::answers_by_receipt));
        bind_bytes(find, 1, receipt_pk.bytes);
        std::vector<Bytes> all;
        while (find->executeStep()) {
            auto const bytes = find->getColumn(0);
            auto const* const begin = static_cast<std::byte const*>(bytes.getBlob());
            all.emplace_back(begin, begin + bytes.getBytes());
        }
        return all;
    });
}

} // namespace inloop::memory
