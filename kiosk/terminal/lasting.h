// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <filesystem>

namespace inloop::terminal {

// That what is kept in `data` outlives a power cut. Fails with read_only on tmpfs, ramfs and
// overlay, saying what to do; otherwise with the errors of Files::space.
[[nodiscard]] Result<void> check_lasts(platform::Files& files, std::filesystem::path const& data);

} // namespace inloop::terminal
