// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/database/connection.h"
#include "kiosk/terminal/memory/memory.h"
#include "kiosk/terminal/memory/statements.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace inloop::memory {

// kiosk.db, open and checked. What Memory stands on; same owner, same thread.
class Memory::Store {
public:
    // Opens `path`, or makes it when it is not there. Errors: corrupt and read_only when the file
    // is to be set aside (or the place cannot be written), unsupported, unavailable, no_space, io.
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    open(std::filesystem::path const& path, std::vector<database::Migration> const& migrations,
         std::string const& expected_schema);

    explicit Store(std::unique_ptr<database::Connection> connection);

    [[nodiscard]] SQLite::Database& database() { return m_connection->database(); }
    [[nodiscard]] SQLite::Statement& statement(Statement which) {
        return m_connection->statement(static_cast<std::size_t>(which));
    }

    OpenReport report;

private:
    std::unique_ptr<database::Connection> m_connection;
};

} // namespace inloop::memory
