// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inloop::database {

// One step of the schema: "0001_letters.sql" is number 1.
struct Migration {
    int number = 0;
    std::string name; // of the file
    std::string sql;
};

// The steps in `folder`, in order, numbered 1, 2, 3... without a gap; other files are ignored.
// Errors: not_found when there is no step, invalid_input when a number is missing or twice or a
// file is too large, io.
[[nodiscard]] Result<std::vector<Migration>> read_migrations(std::filesystem::path const& folder);

} // namespace inloop::database
