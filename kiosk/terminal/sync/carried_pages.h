// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <cstddef>
#include <filesystem>

namespace inloop::sync {

// The change of the log's feed up to which this kiosk took pages from a stick.
inline constexpr char const* kCarriedFile = "carried-pages";

// Takes the pages that a log wrote on a stick (wire/carried.h) into the data folder, durably; a
// kiosk that runs shows them within two seconds. Only those that the log of this kiosk signed, and
// never older ones than it took before: an old stick would bring back what was taken away. Returns
// how many files there were. Errors: not_found this kiosk belongs to no log, or no such folder;
// crypto, corrupt and invalid_input as read_carried(), invalid_input also for an older one; and
// those of Files. After an error of Files some are there: it can be done again.
[[nodiscard]] Result<std::size_t> take_carried_pages(platform::Files& files,
                                                     std::filesystem::path const& data,
                                                     std::filesystem::path const& folder);

} // namespace inloop::sync
