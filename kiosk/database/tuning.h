// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace inloop::database {

// How long a schema file may be. Ours are 2 to 10 kB; a larger one is not a schema file.
inline constexpr std::uintmax_t kMaxSchemaBytes = std::uintmax_t{256} * 1024;

} // namespace inloop::database
