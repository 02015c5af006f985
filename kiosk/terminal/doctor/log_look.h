// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/doctor/facts.h"
#include "platform/api/files.h"
#include "platform/api/http.h"

#include <filesystem>
#include <string>

namespace inloop::doctor {

// Whether the kiosk of `data` can seal letters, and whether its log answers with the key that was
// pinned. Asks the log for its front page and nothing else: a sync of its own would come between
// the kiosk that runs and its log. `device_key` is the name of that file. Blocks for kLogTime at
// most.
[[nodiscard]] LogFound look_at_log(platform::Files& files, platform::HttpClient& client,
                                   std::filesystem::path const& data,
                                   std::string const& device_key);

} // namespace inloop::doctor
