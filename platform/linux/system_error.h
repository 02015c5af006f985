// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>

namespace inloop::platform {

// What an errno number means to us (the contract of platform/api/files.h).
[[nodiscard]] ErrorCode code_of(int number);

// The failed Result of system call `call` on `path`: "fsync /var/lib/x: Input/output error (errno
// 5)".
[[nodiscard]] tl::unexpected<Error> system_error(int number, char const* call,
                                                 std::filesystem::path const& path);

} // namespace inloop::platform
