// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/process.h"

#include "platform/linux/system_error.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>

namespace inloop::platform {

Result<void> harden_process() {
    rlimit const none{.rlim_cur = 0, .rlim_max = 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0) {
        return system_error(errno, "setrlimit RLIMIT_CORE of", "/proc/self");
    }
#if !INLOOP_TEST_BUILD
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return system_error(errno, "prctl PR_SET_DUMPABLE of", "/proc/self");
    }
#endif
    return {};
}

} // namespace inloop::platform
