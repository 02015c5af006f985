// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/database/migrations.h"
#include "kiosk/database/query.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace inloop::database {

// What a database must be. Everything named here outlives the call of open(), nothing more.
struct Spec {
    std::filesystem::path path{};
    std::int64_t application_id = 0; // set by the first step: tells our files from any other
    std::span<char const* const> pragmas{}; // run first, each with its reason where it stands
    char const* journal = ""; // PRAGMA journal_mode: may write, so it runs after the checks
    std::span<Migration const> migrations{};
    std::string_view schema{}; // of schema_made_by(migrations)
    std::span<char const* const> statements{};
};

// One open, checked and migrated database with every statement prepared, so that one that does not
// fit the schema shows at once. Owner: one caller at a time.
class Connection {
public:
    // Opens `path`, or makes it when it is not there. Errors: corrupt when the file is damaged,
    // empty, another program's, not a plain file or not as its steps make it; unsupported when a
    // newer build wrote it (nothing is written to it); unavailable when another program has it
    // open; no_space, read_only, io.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(Spec const& spec);

    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    ~Connection();

    [[nodiscard]] SQLite::Database& database() { return *m_database; }
    [[nodiscard]] SQLite::Statement& statement(std::size_t which) { return *m_statements[which]; }

    // `which` counts in Spec::statements: each store has an enum in the same order.
    template <class Which>
    requires std::is_enum_v<Which>
    [[nodiscard]] Query query(Which which) {
        return Query(statement(static_cast<std::size_t>(which)));
    }

private:
    Connection();

    std::unique_ptr<SQLite::Database> m_database; // outlives the statements
    std::vector<std::unique_ptr<SQLite::Statement>> m_statements;
};

// The schema these steps make, as text to compare with. Errors: invalid_input naming the step that
// is not valid SQL.
[[nodiscard]] Result<std::string> schema_made_by(std::span<Migration const> migrations);

} // namespace inloop::database
