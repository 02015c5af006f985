// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>

namespace inloop::memory {

// Moves the database and the journals that belong to it into quarantine/ beside it and says where
// the database lies now (an empty path when there was none). The journals go first: a journal left
// behind would be rolled back into the next database of this name. Errors: read_only, no_space, io.
[[nodiscard]] Result<std::filesystem::path> set_aside(std::filesystem::path const& path);

} // namespace inloop::memory
