// SPDX-License-Identifier: EUPL-1.2
//
// What must hold in each database and between the two, and what to do where it does not.
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/records/file_names.h"
#include "kiosk/officerlog/records/pragmas.h"
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"
#include "kiosk/officerlog/records/tuning.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <set>
#include <utility>

namespace inloop::records {

namespace {

using Messages = std::vector<std::string>;

void check_file(SQLite::Database& database, std::string const& name, Messages& messages) {
    SQLite::Statement integrity(database, kIntegrity);
    while (integrity.executeStep()) {
        if (std::string const row = integrity.getColumn(0).getString(); row != "ok") {
            messages.push_back(name + ": " + row + ": restore it from a backup");
        }
    }
    SQLite::Statement references(database, kReferences);
    while (references.executeStep()) {
        std::string message = name + ": a row of ";
        message += references.getColumn(0).getString();
        message += " belongs to nothing: restore it from a backup";
        messages.push_back(std::move(message));
    }
}

// A letter that must be readable.
struct Kept {
    seal::EntryId id{};
    std::uint32_t epoch = 0;
};

std::vector<Kept> kept_letters(BothDatabases& both) {
    auto query = both.log(LogStatement::weeks_of_letters);
    return all_rows(query, [](database::Query& row) {
        return Kept{.id = id_from<seal::EntryId>(row), .epoch = row.number<std::uint32_t>()};
    });
}

std::set<seal::EntryId> letters_with_key(BothDatabases& both) {
    auto query = both.keys(KeysStatement::read_wrapped);
    auto const ids = all_rows(query, id_from<seal::EntryId>);
    return {ids.begin(), ids.end()};
}

std::set<std::uint32_t> weeks_with_key(BothDatabases& both) {
    auto query = both.keys(KeysStatement::read_weeks);
    auto const weeks =
        all_rows(query, [](database::Query& row) { return row.number<std::uint32_t>(); });
    return {weeks.begin(), weeks.end()};
}

void check_keys_of_letters(BothDatabases& both, std::vector<Kept> const& letters,
                           Messages& messages) {
    auto keys = letters_with_key(both);
    std::size_t lacking = 0;
    for (Kept const& letter : letters) {
        if (keys.erase(letter.id) > 0) {
            continue;
        }
        if (++lacking <= kNamedFaults) {
            messages.push_back("letter " + hex(letter.id.bytes) +
                               " has no key: finish destroying it, or restore keys.db");
        }
    }
    if (lacking > kNamedFaults) {
        messages.push_back(std::to_string(lacking) + " letters in all have no key");
    }
    if (!keys.empty()) {
        messages.push_back(std::to_string(keys.size()) +
                           " keys have no letter: a power cut came between the two files (the "
                           "letter comes again), or log.db is older than keys.db");
    }
}

void check_weeks(BothDatabases& both, std::vector<Kept> const& letters, Messages& messages) {
    auto const weeks = weeks_with_key(both);
    std::map<std::uint32_t, std::size_t> lacking;
    for (Kept const& letter : letters) {
        if (!weeks.contains(letter.epoch)) {
            ++lacking[letter.epoch];
        }
    }
    for (auto const& [week, count] : lacking) {
        messages.push_back("nobody has the key of week " + std::to_string(week) + ", and " +
                           std::to_string(count) + " letters are sealed to it: restore keys.db");
    }
}

void check_audit(BothDatabases& both, Messages& messages) {
    auto query = both.log(LogStatement::count_audit_rows);
    if (query.next() && query.number() != query.number()) {
        messages.emplace_back("the audit has a gap: verify it, and restore log.db from a backup");
    }
}

} // namespace

Result<std::vector<std::string>> SqliteTables::check() {
    return m_both->read([&]() -> Result<Messages> {
        Messages messages;
        check_file(m_both->log_connection().database(), kLogFile, messages);
        check_file(m_both->keys_connection().database(), kKeysFile, messages);
        if (auto const pair = check_pair(); !pair) {
            messages.push_back(pair.error().message);
        }
        auto const letters = kept_letters(*m_both);
        check_keys_of_letters(*m_both, letters, messages);
        check_weeks(*m_both, letters, messages);
        check_audit(*m_both, messages);
        if (m_both->erasure_due()) {
            messages.emplace_back("what was erased may still stand in a journal, which could not "
                                  "be emptied: is the disk full?");
        }
        return messages;
    });
}

} // namespace inloop::records
