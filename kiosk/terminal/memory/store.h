// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/terminal/memory/memory.h"
#include "kiosk/terminal/memory/schema_files.h"
#include "kiosk/terminal/memory/statements.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace inloop::memory {

// One open, checked and migrated database with every statement prepared. What Memory stands on;
// same owner, same thread.
class Memory::Store {
public:
    // Opens `path`, or makes it when it is not there. Errors: corrupt and read_only when the file
    // is to be set aside (or the place cannot be written), unsupported, unavailable, no_space, io.
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    open(std::filesystem::path const& path, std::vector<Migration> const& migrations,
         std::string const& expected_schema);

    Store();
    Store(Store const&) = delete;
    Store& operator=(Store const&) = delete;
    ~Store();

    [[nodiscard]] SQLite::Database& database() { return *m_database; }
    [[nodiscard]] SQLite::Statement& statement(Statement which) {
        return *m_statements[static_cast<std::size_t>(which)];
    }

    OpenReport report;

private:
    std::unique_ptr<SQLite::Database> m_database; // outlives the statements
    std::array<std::unique_ptr<SQLite::Statement>, kStatements.size()> m_statements;
};

// The schema these steps make, as text to compare with. Errors: invalid_input naming the step that
// is not valid SQL.
[[nodiscard]] Result<std::string> schema_made_by(std::vector<Migration> const& migrations);

} // namespace inloop::memory
