// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <filesystem>

namespace inloop::terminal {

// Writes roster.toml and news.toml of a demo site into `directory`: samples that say so, with
// hours nobody keeps and a line of news for the four weeks from the clock's day. A file that is
// there is left as it is. Errors of Files.
[[nodiscard]] Result<void> write_demo_site_files(platform::Files& files, Clock const& clock,
                                                 std::filesystem::path const& directory);

} // namespace inloop::terminal
