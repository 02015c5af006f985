// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/database/connection.h"
#include "kiosk/database/guarded.h"
#include "kiosk/officerlog/records/keys_statements.h"
#include "kiosk/officerlog/records/log_statements.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>

namespace inloop::records {

// Whether something was deleted or replaced that nobody may read any more.
enum class Erases : std::uint8_t { no, yes };

// log.db and keys.db as one thing: transactions over both, and erasure that reaches the journals.
// What SqliteTables stands on; same owner.
class BothDatabases {
public:
    BothDatabases(std::unique_ptr<database::Connection> log,
                  std::unique_ptr<database::Connection> keys);
    BothDatabases(BothDatabases const&) = delete;
    BothDatabases& operator=(BothDatabases const&) = delete;
    ~BothDatabases();

    [[nodiscard]] database::Query log(LogStatement which) { return m_log->query(which); }
    [[nodiscard]] database::Query keys(KeysStatement which) { return m_keys->query(which); }
    [[nodiscard]] database::Connection& log_connection() { return *m_log; }
    [[nodiscard]] database::Connection& keys_connection() { return *m_keys; }
    [[nodiscard]] bool in_transaction() const { return m_in_transaction; }

    // Runs `work` in one transaction on both, keys.db committed first; within another transaction
    // as a part of it. Rolled back when it fails, or when a statement in it failed whatever `work`
    // made of that: SQLite may have rolled back a part by itself. When keys.db was committed and
    // log.db could not be, the change of keys.db stays and the error is told: a key without its
    // letter, or a letter to be destroyed whose key is gone already; both calls can be repeated.
    [[nodiscard]] Result<void> transaction(std::function<Result<void>()> const& work);

    // Calls `work`, which returns a Result and may throw, and ends exceptions here.
    template <class Work>
    [[nodiscard]] auto read(Work work) -> decltype(work()) {
        if (m_spoiled) {
            return tl::unexpected(*m_spoiled);
        }
        try {
            return work();
        } catch (std::exception const& exception) {
            return tl::unexpected(spoil(exception));
        }
    }
    // The same in a transaction. Checks in `work` come before its first change: a Result that is an
    // error undoes nothing within an outer transaction.
    template <class Work>
    [[nodiscard]] Result<void> write(Work work, Erases erases = Erases::no) {
        if (!m_in_transaction) {
            return transaction([&] { return write(work, erases); });
        }
        if (erases == Erases::yes) {
            must_empty_journals();
        }
        return read(work);
    }

    // Whether something erased may still stand in a journal, because empty_journals() failed. The
    // next transaction tries again.
    [[nodiscard]] bool erasure_due() const { return m_erasure_due; }
    void must_empty_journals() { m_erasure_due = true; } // once the transaction is committed
    void empty_journals();

private:
    [[nodiscard]] Result<void> run(std::function<Result<void>()> const& work);
    [[nodiscard]] Error spoil(std::exception const& exception);

    std::unique_ptr<database::Connection> m_log;
    std::unique_ptr<database::Connection> m_keys;
    bool m_in_transaction = false;
    std::optional<Error> m_spoiled; // why the transaction under way cannot be committed
    bool m_erasure_due = true; // also of the program before this one, which may have been killed
};

} // namespace inloop::records
