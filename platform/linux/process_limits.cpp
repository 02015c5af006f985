// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/process_limits.h"

#include <sys/resource.h>

namespace inloop::platform {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

bool limit(__rlimit_resource what, std::optional<std::uint64_t> most, std::uint64_t grace = 0) {
    if (!most) {
        return true;
    }
    rlimit const value{.rlim_cur = *most, .rlim_max = *most + grace};
    return ::setrlimit(what, &value) == 0;
}

} // namespace

bool limit_process(ProcessLimits const& limits) {
    return (kSanitized || limit(RLIMIT_AS, limits.memory)) &&
           limit(RLIMIT_CPU, limits.cpu_seconds, 1) && limit(RLIMIT_FSIZE, limits.file_bytes) &&
           limit(RLIMIT_NOFILE, limits.open_files) && limit(RLIMIT_NPROC, limits.processes) &&
           limit(RLIMIT_CORE, 0);
}

} // namespace inloop::platform
