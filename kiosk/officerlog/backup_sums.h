// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace inloop::officerlog {

// The file "sums" of a backup: a line for each of its files, with the BLAKE2b-256 of its bytes, as
// b2sum writes it (`b2sum -c sums` checks it too). A database that was damaged within a letter
// looks whole to SQLite; by this it is noticed before it is put back.

// Durable when it returns.
[[nodiscard]] Result<void> write_sums(platform::Files& files, std::filesystem::path const& folder,
                                      std::span<std::string const> names);

// The names of the files that are there as they were backed up: all of them. Errors name the file:
// `corrupt` when it is not what was backed up, `not_found` when it is not there; keys.db is deleted
// from backups that are older than seven days.
[[nodiscard]] Result<std::vector<std::string>> check_sums(platform::Files& files,
                                                          std::filesystem::path const& folder);

} // namespace inloop::officerlog
