// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/file_found.h"
#include "kiosk/officerlog/records/file_names.h"
#include "kiosk/officerlog/records/pragmas.h"
#include "kiosk/officerlog/records/sqlite_tables.h"
#include "platform/api/files.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <system_error>

namespace inloop::records {

namespace {

namespace fs = std::filesystem;

// Copies and reads back what was copied: a backup that cannot be read is noticed now and not in
// the week it is needed.
Result<void> copy_into(SQLite::Database& to, SQLite::Database& from) {
    for (char const* pragma : kBackupPragmas) {
        SQLite::Statement(to, pragma).executeStep();
    }
    {
        SQLite::Backup backup(to, from);
        if (backup.executeStep() != SQLITE_DONE) {
            return fail(ErrorCode::unavailable, "the copy did not come to its end");
        }
    }
    auto const verdict = to.execAndGet(kIntegrity).getString();
    return verdict == "ok" ? Result<void>()
                           : fail(ErrorCode::corrupt, "the copy is damaged: " + verdict);
}

Result<void> write_copy(SQLite::Database& from, fs::path const& part, platform::Files& files) {
    if (database::look_at(part) != database::FileFound::nothing) { // of a backup that was cut off
        if (auto removed = files.remove(part); !removed) {
            return removed;
        }
    }
    auto copied = database::guarded([&]() -> Result<void> {
        SQLite::Database to(part.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        return copy_into(to, from);
    });
    if (!copied) {
        return fail(copied.error().code, part.native() + ": " + copied.error().message);
    }
    std::error_code error;
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
    return error ? fail(ErrorCode::io, part.native() + ": " + error.message())
                 : files.sync_file(part);
}

fs::path part_of(fs::path path) {
    path += ".part";
    return path;
}

} // namespace

Result<void> SqliteTables::backup_to(fs::path const& folder) {
    if (m_both->in_transaction()) {
        return fail(ErrorCode::invalid_input, "no backup in the middle of a transaction");
    }
    fs::path const keys = folder / kKeysFile;
    fs::path const log = folder / kLogFile;
    return m_files.make_directories(folder)
        .and_then([&] {
            return write_copy(m_both->keys_connection().database(), part_of(keys), m_files);
        })
        .and_then(
            [&] { return write_copy(m_both->log_connection().database(), part_of(log), m_files); })
        .and_then([&] { return m_files.rename(part_of(keys), keys); })
        .and_then([&] { return m_files.rename(part_of(log), log); })
        .and_then([&] { return m_files.sync_directory(folder); })
        .and_then([&] { return m_files.sync_directory(folder.parent_path()); });
}

} // namespace inloop::records
