// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/both_databases.h"

#include "kiosk/officerlog/records/pragmas.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <utility>

namespace inloop::records {

namespace {

using SQLite::Transaction;
using SQLite::TransactionBehavior;

bool emptied(SQLite::Database& database) {
    return database.execAndGet(kEmptyJournal).getInt() == 0;
}

// Sets a flag for as long as it lives.
class Raised {
public:
    explicit Raised(bool& flag) : m_flag(flag) { m_flag = true; }
    Raised(Raised const&) = delete;
    Raised& operator=(Raised const&) = delete;
    ~Raised() { m_flag = false; }

private:
    bool& m_flag;
};

} // namespace

BothDatabases::BothDatabases(std::unique_ptr<database::Connection> log,
                             std::unique_ptr<database::Connection> keys)
    : m_log(std::move(log))
    , m_keys(std::move(keys)) {}

BothDatabases::~BothDatabases() = default;

Result<void> BothDatabases::transaction(std::function<Result<void>()> const& work) {
    if (m_in_transaction) {
        auto done = read(work);
        if (!done && !m_spoiled) {
            m_spoiled = done.error(); // what it changed is undone with the outer one
        }
        return done;
    }
    auto done = database::guarded([&] { return run(work); });
    m_spoiled.reset();
    if (done && m_erasure_due) {
        empty_journals();
    }
    return done;
}

Result<void> BothDatabases::run(std::function<Result<void>()> const& work) {
    Raised const in_transaction(m_in_transaction);
    Transaction keys(m_keys->database(), TransactionBehavior::IMMEDIATE);
    Transaction log(m_log->database(), TransactionBehavior::IMMEDIATE);
    if (auto done = work(); !done) {
        return done;
    }
    if (m_spoiled) {
        return tl::unexpected(*m_spoiled);
    }
    keys.commit();
    log.commit();
    return {};
}

Error BothDatabases::spoil(std::exception const& exception) {
    Error error = database::error_of(exception);
    if (m_in_transaction) {
        m_spoiled = error;
    }
    return error;
}

void BothDatabases::empty_journals() {
    try {
        // Both are tried: a key gone from one file is worth it even if the other one fails.
        bool const keys = emptied(m_keys->database());
        bool const log = emptied(m_log->database());
        m_erasure_due = !keys || !log;
    } catch (std::exception const&) {
        m_erasure_due = true; // told by check(), tried again by the next transaction
    }
}

} // namespace inloop::records
