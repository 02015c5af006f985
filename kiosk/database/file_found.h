// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>

namespace inloop::database {

// What lies under the name of a database, before SQLite looks at it. A symbolic link is
// foreign_kind: SQLite would follow it.
enum class FileFound : std::uint8_t { nothing, empty, plain, foreign_kind };
[[nodiscard]] FileFound look_at(std::filesystem::path const& path);

} // namespace inloop::database
