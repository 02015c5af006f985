// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>

namespace inloop::platform {

// What a process may use up (setrlimit(2)); nullopt: as much as who started it. It cannot be raised
// again. Builds with a sanitizer leave memory alone, for they map terabytes.
struct ProcessLimits {
    std::optional<std::uint64_t> memory{}; // bytes of address space, the program itself included
    std::optional<std::uint64_t>
        cpu_seconds{}; // then it is ended by SIGXCPU, a second later killed
    std::optional<std::uint64_t> file_bytes{}; // size of a file it writes; pipes do not count
    std::optional<std::uint64_t> open_files{}; // descriptors; those that are open already stay
    std::optional<std::uint64_t> processes{}; // of its user, threads included; root is not held
};

// Limits this process, and forbids it core files. False: errno says why not. May be called between
// fork and exec.
[[nodiscard]] bool limit_process(ProcessLimits const& limits);

} // namespace inloop::platform
