// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/database/connection.h"

#include <filesystem>

namespace inloop::platform {
class Files;
} // namespace inloop::platform

namespace inloop::records {

// Makes both databases in `folder` when neither is there. Each is made under the name
// "<name>.new", and only when both are durable they get their names, so that a power cut at any
// moment leaves something this call goes on from, and an empty log.db is always damage. Errors:
// corrupt when only one is there, or a journal without its database; no_space, read_only, io.
[[nodiscard]] Result<void> make_if_absent(std::filesystem::path const& folder,
                                          database::Spec const& keys, database::Spec const& log,
                                          platform::Files& files);

} // namespace inloop::records
