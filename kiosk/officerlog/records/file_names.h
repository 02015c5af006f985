// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::records {

// In the data folder and in a backup alike, so that a backup is restored by copying.
inline constexpr char const* kLogFile = "log.db";
inline constexpr char const* kKeysFile = "keys.db";

} // namespace inloop::records
