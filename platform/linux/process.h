// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

namespace inloop::platform {

// Keeps what a visitor typed out of core dumps and away from other processes (security.md 2.6): no
// core file, and the process not dumpable, so that nobody but root may attach to it or read
// /proc/PID/mem. Call first thing in main.
//
// A build with INLOOP_TEST_BUILD stays dumpable, because its tests look for left-over text in their
// own /proc/self/mem. It still writes no core file.
[[nodiscard]] Result<void> harden_process();

} // namespace inloop::platform
