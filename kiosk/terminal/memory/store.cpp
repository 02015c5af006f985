// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/store.h"

#include "kiosk/terminal/memory/database_file.h"
#include "kiosk/terminal/memory/guarded.h"
#include "kiosk/terminal/memory/pragmas.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <utility>

namespace inloop::memory {

namespace {

constexpr std::int64_t kApplicationId = 0x494E4B44; // "INKD", set by 0001_letters.sql

std::int64_t number_from(SQLite::Database& database, char const* sql) {
    return database.execAndGet(sql).getInt64();
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
Result<void> check(SQLite::Database& database) {
    if (number_from(database, "PRAGMA application_id") != kApplicationId) {
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
void prove_writable(SQLite::Statement& raise_high_water) {
    raise_high_water.bind(1, std::int64_t{0});
    raise_high_water.exec();
    raise_high_water.reset();
    raise_high_water.clearBindings();
}

} // namespace

Memory::Store::Store() = default;
Memory::Store::~Store() = default;

Result<std::unique_ptr<Memory::Store>> Memory::Store::open(std::filesystem::path const& path,
                                                           std::vector<Migration> const& migrations,
                                                           std::string const& expected_schema) {
    FileFound const found = look_at(path);
    if (found == FileFound::empty || found == FileFound::foreign_kind) {
        return fail(ErrorCode::corrupt, found == FileFound::empty ? "0 bytes" : "not a plain file");
    }
    return guarded([&]() -> Result<std::unique_ptr<Store>> {
        auto store = std::make_unique<Store>();
        store->m_database = std::make_unique<SQLite::Database>(
            path.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Database& database = store->database();
        for (char const* pragma : kPragmas) {
            SQLite::Statement(database, pragma).executeStep(); // some answer with a row
        }
        if (found == FileFound::plain) {
            auto checked = check(database).and_then(
                [&] { return check_version(database, migrations.back().number); });
            if (!checked) {
                return tl::unexpected(checked.error());
            }
        }
        std::int64_t const version = number_from(database, "PRAGMA user_version");
        for (auto i = static_cast<std::size_t>(version); i < migrations.size(); ++i) {
            migrate(database, migrations[i]);
        }
        if (schema_of(database) != expected_schema) {
            return fail(ErrorCode::corrupt, "its schema is not the one its steps make");
        }
        for (std::size_t i = 0; i < kStatements.size(); ++i) {
            store->m_statements[i] = std::make_unique<SQLite::Statement>(database, kStatements[i]);
        }
        prove_writable(store->statement(Statement::raise_high_water));
        return store;
    });
}

Result<std::string> schema_made_by(std::vector<Migration> const& migrations) {
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

} // namespace inloop::memory
