// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/sqlite_store.h"

#include "kiosk/database/connection.h"
#include "kiosk/database/migrations.h"
#include "kiosk/officerlog/records/file_names.h"
#include "kiosk/officerlog/records/keys_statements.h"
#include "kiosk/officerlog/records/log_statements.h"
#include "kiosk/officerlog/records/new_databases.h"
#include "kiosk/officerlog/records/pragmas.h"
#include "kiosk/officerlog/records/sqlite_tables.h"
#include "platform/api/files.h"

#include <string>
#include <utility>

namespace inloop::records {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLogId = 0x494E4C47; // "INLG"
constexpr std::int64_t kKeysId = 0x494E4C4B; // "INLK"

// The steps of one database and the schema they make.
struct Schema {
    std::vector<database::Migration> migrations{};
    std::string text{};
};

Result<Schema> read_schema(fs::path const& folder) {
    auto migrations = database::read_migrations(folder);
    if (!migrations) {
        return tl::unexpected(migrations.error());
    }
    return database::schema_made_by(*migrations).map([&](std::string text) {
        return Schema{.migrations = std::move(*migrations), .text = std::move(text)};
    });
}

database::Spec spec_of(fs::path const& path, std::int64_t id, Schema const& schema,
                       std::span<char const* const> statements) {
    return {.path = path,
            .application_id = id,
            .pragmas = kPragmas,
            .journal = kJournal,
            .migrations = schema.migrations,
            .schema = schema.text,
            .statements = statements};
}

std::string mend_for(ErrorCode code) {
    switch (code) {
    case ErrorCode::corrupt:
        return ". Nothing was changed: restore log.db and keys.db from a backup";
    case ErrorCode::unavailable:
        return ". Another program has it open";
    default:
        return "";
    }
}

Result<std::unique_ptr<database::Connection>> opened(database::Spec const& spec) {
    return database::Connection::open(spec).map_error([&](Error const& error) {
        return Error{error.code, spec.path.native() + ": " + error.message + mend_for(error.code)};
    });
}

Result<std::unique_ptr<Store>> open_both(database::Spec const& keys_spec,
                                         database::Spec const& log_spec, platform::Files& files) {
    auto keys = opened(keys_spec);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    auto log = opened(log_spec);
    if (!log) {
        return tl::unexpected(log.error());
    }
    auto tables = std::make_unique<SqliteTables>(
        std::make_unique<BothDatabases>(std::move(*log), std::move(*keys)), files);
    if (auto ready = tables->check_pair().and_then([&] { return tables->sweep(); }); !ready) {
        return fail(ready.error().code, log_spec.path.parent_path().native() + ": " +
                                            ready.error().message + mend_for(ready.error().code));
    }
    return tables;
}

} // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(Spec const& spec, platform::Files& files) {
    auto const keys = read_schema(spec.schema / "keys");
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    auto const log = read_schema(spec.schema / "log");
    if (!log) {
        return tl::unexpected(log.error());
    }
    auto const keys_spec = spec_of(spec.data / kKeysFile, kKeysId, *keys, kKeysStatements);
    auto const log_spec = spec_of(spec.data / kLogFile, kLogId, *log, kLogStatements);
    return files.make_directories(spec.data)
        .and_then([&] { return make_if_absent(spec.data, keys_spec, log_spec, files); })
        .and_then([&] { return open_both(keys_spec, log_spec, files); });
}

} // namespace inloop::records
