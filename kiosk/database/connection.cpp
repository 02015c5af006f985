// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/connection.h"

#include "kiosk/database/file_found.h"
#include "kiosk/database/guarded.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <utility>

namespace inloop::database {

namespace {

std::int64_t number_from(SQLite::Database& database, char const* sql) {
    return database.execAndGet(sql).getInt64();
}

void run_pragma(SQLite::Database& database, char const* pragma) {
    SQLite::Statement(database, pragma).executeStep(); // some answer with a row
}

// Everything SQLite keeps of the schema, in one text.
std::string schema_of(SQLite::Database& database) {
    SQLite::Statement all(database, "SELECT type, name, tbl_name, coalesce(sql, '') "
                                    "FROM sqlite_schema ORDER BY type, name");
    std::string text;
    while (all.executeStep()) {
        for (int column = 0; column < 4; ++column) {
            text += all.getColumn(column).getString() + '\n';
        }
    }
    return text;
}

void migrate(SQLite::Database& database, Migration const& step) {
    SQLite::Transaction transaction(database);
    database.exec(step.sql);
    SQLite::Statement done(database, "INSERT INTO migration (number, name) VALUES (?, ?)");
    done.bind(1, step.number);
    done.bind(2, step.name);
    done.exec();
    database.exec("PRAGMA user_version = " + std::to_string(step.number));
    transaction.commit();
}

// Whether this is a whole database of ours, of whatever version.
Result<void> check(SQLite::Database& database, std::int64_t application_id) {
    if (number_from(database, "PRAGMA application_id") != application_id) {
        return fail(ErrorCode::corrupt, "another program's database");
    }
    auto const verdict = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (verdict != "ok") {
        return fail(ErrorCode::corrupt, "integrity check: " + verdict);
    }
    // A damaged header must not be taken for a newer build.
    if (number_from(database, "SELECT max(number) FROM migration") !=
        number_from(database, "PRAGMA user_version")) {
        return fail(ErrorCode::corrupt, "its version and its steps do not agree");
    }
    return {};
}

Result<void> check_version(SQLite::Database& database, std::int64_t newest) {
    std::int64_t const version = number_from(database, "PRAGMA user_version");
    if (version > newest) {
        return fail(ErrorCode::unsupported, "schema " + std::to_string(version) +
                                                " of a newer build, this one knows " +
                                                std::to_string(newest) + ": update it");
    }
    return {};
}

// A damaged write version in the header (byte 18) makes SQLite open the file read-only: all of it
// reads well and every later write fails. BEGIN IMMEDIATE does not show it, because SQLite then
// begins a reading transaction without a word. So something is written, which changes nothing.
void prove_writable(SQLite::Database& database) {
    database.exec("PRAGMA user_version = " +
                  std::to_string(number_from(database, "PRAGMA user_version")));
}

Result<void> bring_up_to_date(SQLite::Database& database, Spec const& spec) {
    auto const version = static_cast<std::size_t>(number_from(database, "PRAGMA user_version"));
    for (std::size_t i = version; i < spec.migrations.size(); ++i) {
        migrate(database, spec.migrations[i]);
    }
    if (schema_of(database) != spec.schema) {
        return fail(ErrorCode::corrupt, "its schema is not the one its steps make");
    }
    prove_writable(database);
    return {};
}

} // namespace

Connection::Connection() = default;
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(Spec const& spec) {
    FileFound const found = look_at(spec.path);
    if (found == FileFound::empty || found == FileFound::foreign_kind) {
        return fail(ErrorCode::corrupt, found == FileFound::empty ? "0 bytes" : "not a plain file");
    }
    return guarded([&]() -> Result<std::unique_ptr<Connection>> {
        std::unique_ptr<Connection> made(new Connection);
        made->m_database = std::make_unique<SQLite::Database>(
            spec.path.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Database& database = made->database();
        for (char const* pragma : spec.pragmas) {
            run_pragma(database, pragma);
        }
        Result<void> checked;
        if (found == FileFound::plain) {
            checked = check(database, spec.application_id).and_then([&] {
                return check_version(database, spec.migrations.back().number);
            });
        }
        checked = checked.and_then([&] {
            run_pragma(database, spec.journal);
            return bring_up_to_date(database, spec);
        });
        if (!checked) {
            return tl::unexpected(checked.error());
        }
        for (char const* sql : spec.statements) {
            made->m_statements.push_back(std::make_unique<SQLite::Statement>(database, sql));
        }
        return made;
    });
}

Result<std::string> schema_made_by(std::span<Migration const> migrations) {
    std::string step;
    auto made = guarded([&]() -> Result<std::string> {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (Migration const& migration : migrations) {
            step = migration.name;
            migrate(database, migration);
        }
        return schema_of(database);
    });
    if (!made) {
        return fail(ErrorCode::invalid_input, "schema file " + step + ": " + made.error().message);
    }
    return made;
}

} // namespace inloop::database
