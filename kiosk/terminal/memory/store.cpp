// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/store.h"

#include "kiosk/terminal/memory/pragmas.h"

#include <cstdint>
#include <utility>

namespace inloop::memory {

namespace {

constexpr std::int64_t kApplicationId = 0x494E4B44; // "INKD", set by 0001_letters.sql

} // namespace

Memory::Store::Store(std::unique_ptr<database::Connection> connection)
    : m_connection(std::move(connection)) {}

Result<std::unique_ptr<Memory::Store>>
Memory::Store::open(std::filesystem::path const& path,
                    std::vector<database::Migration> const& migrations,
                    std::string const& expected_schema) {
    auto connection = database::Connection::open({.path = path,
                                                  .application_id = kApplicationId,
                                                  .pragmas = kPragmas,
                                                  .journal = kJournal,
                                                  .migrations = migrations,
                                                  .schema = expected_schema,
                                                  .statements = kStatements});
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    return std::make_unique<Store>(std::move(*connection));
}

} // namespace inloop::memory
