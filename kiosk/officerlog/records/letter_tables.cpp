// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"
#include "kiosk/officerlog/records/tuning.h"

#include <SQLiteCpp/Database.h>

namespace inloop::records {

namespace {

// What is known of the letter, or nothing: it is new.
std::optional<IntakeResult> known(BothDatabases& both, Entry const& entry) {
    auto by_id = both.log(LogStatement::letter_of_id);
    if (by_id.with(entry.id.bytes).next()) {
        IntakeResult const first{.outcome = IntakeOutcome::same_again,
                                 .server_seq = by_id.number<std::uint64_t>(),
                                 .arrived_at = by_id.number()};
        return id_from<seal::Hash>(by_id) == entry.hash
                   ? first
                   : IntakeResult{.outcome = IntakeOutcome::conflict};
    }
    auto by_number = both.log(LogStatement::letter_of_number);
    if (by_number.with(entry.device.bytes).with(entry.seq).next()) {
        return IntakeResult{.outcome = IntakeOutcome::conflict};
    }
    return std::nullopt;
}

void add_letter(BothDatabases& both, Entry const& entry, seal::EntryId const& root) {
    both.log(LogStatement::add_letter)
        .with(entry.id.bytes)
        .with(root.bytes)
        .with(entry.device.bytes)
        .with(entry.seq)
        .with(entry.receipt.bytes)
        .with(entry.epoch)
        .with(entry.hash.bytes)
        .with(entry.arrived_at)
        .with(entry.body)
        .run();
}

// The columns of a thread from urgency to closed_at.
void put_dates(database::Query& query, Entry const& entry) {
    query.with(entry.urgency);
    if (entry.handler) {
        query.with(entry.handler->bytes);
    } else {
        query.with_nothing();
    }
    query.with(entry.first_read_at).with(entry.promised_by).with(entry.set_aside_until);
    query.with(entry.replied_at).with(entry.answered_at);
    query.with(entry.changed_at).with(entry.closed_at);
}

void add_thread(BothDatabases& both, Entry const& entry, std::uint64_t change) {
    auto query = both.log(LogStatement::add_thread);
    query.with(entry.id.bytes).with(entry.status).with(entry.closing);
    put_dates(query, entry);
    query.with(change).run();
}

Result<void> may_be_taken_in(Entry const& entry) {
    return entry.seq > 0 && entry.seq <= kHighestSequence
               ? Result<void>()
               : fail(ErrorCode::invalid_input, "a letter whose number cannot be");
}

} // namespace

Result<IntakeResult> SqliteTables::take_in(Entry const& entry, ByteView wrap) {
    IntakeResult result;
    auto taken = m_both->write([&]() -> Result<void> {
        if (auto possible = may_be_taken_in(entry); !possible) {
            return possible;
        }
        if (auto const before = known(*m_both, entry)) {
            result = *before;
            return {};
        }
        m_both->keys(KeysStatement::write_wrap).with(entry.id.bytes).with(wrap).run();
        std::optional<seal::EntryId> root;
        {
            auto query = m_both->log(LogStatement::open_thread_of_receipt);
            root = first_row(query.with(entry.receipt.bytes), id_from<seal::EntryId>);
        }
        add_letter(*m_both, entry, root.value_or(entry.id));
        result = {.outcome = IntakeOutcome::stored,
                  .server_seq = static_cast<std::uint64_t>(
                      m_both->log_connection().database().getLastInsertRowid()),
                  .arrived_at = entry.arrived_at};
        if (root) {
            auto query = m_both->log(LogStatement::thread_replied);
            query.with(entry.arrived_at).with(root->bytes).run();
        } else {
            add_thread(*m_both, entry, next_change());
        }
        return {};
    });
    return taken.map([&] { return result; });
}

std::uint64_t Reconciliation::arrived() const {
    std::uint64_t lacking = 0;
    for (wire::NumberRange const& gap : missing) {
        lacking += gap.last - gap.first + 1;
    }
    return until - lacking;
}

Result<Reconciliation> SqliteTables::reconcile(seal::DeviceId const& device) {
    return m_both->read([&]() -> Result<Reconciliation> {
        Reconciliation found;
        auto query = m_both->log(LogStatement::numbers_of_device);
        query.with(device.bytes);
        while (query.next()) {
            auto const seq = query.number<std::uint64_t>();
            wire::NumberRange const gap{.first = found.until + 1, .last = seq - 1};
            if (gap.first <= gap.last) {
                if (found.missing.size() == wire::kMaxMissing) {
                    break;
                }
                found.missing.push_back(gap);
            }
            found.until = seq;
        }
        return found;
    });
}

Result<std::optional<Entry>> SqliteTables::entry(seal::EntryId const& id) {
    return m_both->read([&]() -> Result<std::optional<Entry>> {
        auto query = m_both->log(LogStatement::read_entry);
        return first_row(query.with(id.bytes), entry_from);
    });
}

Result<std::vector<Entry>> SqliteTables::thread(seal::EntryId const& root) {
    return m_both->read([&]() -> Result<std::vector<Entry>> {
        auto query = m_both->log(LogStatement::read_thread);
        return all_rows(query.with(root.bytes), entry_from);
    });
}

Result<std::vector<Entry>> SqliteTables::roots() {
    return m_both->read([&]() -> Result<std::vector<Entry>> {
        auto query = m_both->log(LogStatement::read_roots);
        return all_rows(query, entry_from);
    });
}

Result<std::vector<Entry>> SqliteTables::roots_with_answers() {
    return m_both->read([&]() -> Result<std::vector<Entry>> {
        auto query = m_both->log(LogStatement::read_roots_with_answers);
        return all_rows(query, entry_from);
    });
}

Result<std::vector<Entry>> SqliteTables::entries_after(std::uint64_t server_seq) {
    return m_both->read([&]() -> Result<std::vector<Entry>> {
        auto query = m_both->log(LogStatement::read_entries_after);
        return all_rows(query.with(server_seq), entry_from);
    });
}

namespace {

struct ThreadState {
    entries::Status status = entries::Status::arrived;
    entries::Closing closing = entries::Closing::open;
    std::uint32_t version = 0;
    std::uint64_t change = 0;
};

ThreadState state_from(database::Query& row) {
    return {.status = row.number<entries::Status>(),
            .closing = row.number<entries::Closing>(),
            .version = row.number<std::uint32_t>(),
            .change = row.number<std::uint64_t>()};
}

} // namespace

Result<void> SqliteTables::update(Entry const& entry, std::uint32_t expected_version) {
    return m_both->write([&]() -> Result<void> {
        std::optional<ThreadState> now;
        {
            auto query = m_both->log(LogStatement::state_of_thread);
            now = first_row(query.with(entry.id.bytes), state_from);
        }
        if (!now) {
            return fail(ErrorCode::not_found, "no thread begins with this letter");
        }
        if (now->version != expected_version) {
            return fail(ErrorCode::unavailable, "somebody else changed this letter");
        }
        bool const news = now->status != entry.status || now->closing != entry.closing;
        auto const change = news ? next_change() : now->change;
        auto query = m_both->log(LogStatement::write_thread);
        query.with(entry.status).with(entry.closing);
        put_dates(query, entry);
        query.with(change).with(entry.id.bytes).run();
        return {};
    });
}

} // namespace inloop::records
