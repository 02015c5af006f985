// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace inloop::memory {

// How long a schema file may be. Ours are 2 kB; a larger one is not a schema file.
inline constexpr std::uintmax_t kMaxSchemaBytes = std::uintmax_t{256} * 1024;

// How many old databases of one name are kept in quarantine/. A kiosk that makes one at every start
// would otherwise fill its own disk; beyond this the newest takes the last place.
inline constexpr int kQuarantinedFiles = 20;

} // namespace inloop::memory
