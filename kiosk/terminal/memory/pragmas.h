// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

namespace inloop::memory {

// Run on every connection before anything else (design.md 8 decision 2).
inline constexpr std::array kPragmas{
    // One program, one connection. A second kiosk started on the same folder is refused instead of
    // mixing in.
    "PRAGMA locking_mode = EXCLUSIVE",
    // Also syncs the folder after the journal is cut, so that a commit is durable when it returns.
    "PRAGMA synchronous = EXTRA",
    // Off by default in SQLite; references that do not hold are errors.
    "PRAGMA foreign_keys = ON",
    // A schema changed by a damaged or planted file may not call functions.
    "PRAGMA trusted_schema = OFF",
    // Overwrites what is deleted. Debian compiles it in; another build may not.
    "PRAGMA secure_delete = ON",
    // Looks at the cells of a page when it is read, so that a damaged page is an error and not a
    // wrong answer.
    "PRAGMA cell_size_check = ON",
    // A mapped file turns an I/O error into SIGBUS.
    "PRAGMA mmap_size = 0",
    // Sorting never makes a file outside the data folder.
    "PRAGMA temp_store = MEMORY",
};

// A rollback journal, because 3.40.1 of Debian 12 has the WAL-reset bug; TRUNCATE, because DELETE
// with synchronous = FULL lost acknowledged entries in 799 of 39,600 power cuts and this lost none.
inline constexpr char const* kJournal = "PRAGMA journal_mode = TRUNCATE";

} // namespace inloop::memory
