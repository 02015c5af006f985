// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>

namespace inloop::platform {

struct LockedInSpec {
    std::uint64_t memory = 0; // bytes of address space, the program itself included
    std::uint64_t cpu_seconds = 0;
};

// Leaves this process hardly anything but thinking: from here on it may write to stdout and stderr,
// ask for memory and end with _exit(). Whatever else it asks of the kernel (to open a file, to
// read, to connect, to start a program, to make memory executable) ends it with SIGSYS. For work on
// bytes that may have been made to take over who reads them; read them before.
//
// There is no way back, and ordinary exit() may ask for what is not allowed. Errors: `unsupported`
// the kernel or the machine knows no such lock; the process is to end then, not to go on without.
[[nodiscard]] Result<void> lock_in(LockedInSpec const& spec);

} // namespace inloop::platform
