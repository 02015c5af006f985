// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/machine.h"
#include "platform/linux/account.h"

#include <filesystem>

namespace inloop::platform {

// The file that look_at_place() makes for a moment.
inline constexpr char const* kProbeFile = ".write-probe";

// A folder that `account` keeps its things in. Makes a file of its own in it, flushes it to the
// disk and removes it; nothing else is changed, and no lock is taken. One that another look left
// behind is taken away first.
[[nodiscard]] PlaceLook look_at_place(std::filesystem::path const& folder, Account const& account);

} // namespace inloop::platform
