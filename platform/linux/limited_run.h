// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/linux/process_limits.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace inloop::platform {

// A program that is run for what it says, with bytes that somebody else made.
struct LimitedRun {
    std::filesystem::path program; // a path; not looked for in PATH
    std::vector<std::string> arguments{}; // without the program itself
    std::vector<std::string> environment{}; // "NAME=value"; it gets nothing of this process's
    ByteView input{}; // what it reads on stdin
    std::size_t most_output = 0; // bytes on stdout; it is killed at one more
    Milliseconds time_limit{0}; // then it is killed
    ProcessLimits limits{};
};

struct RunOutcome {
    int code = 0; // exit code, or 128 and the number of the signal that ended it
    Bytes output{};
    std::string complaint{}; // its first words on stderr, at most kMostComplaint bytes
};

// Runs it to its end and waits for that; it inherits nothing that is open here, and is killed with
// this process. Errors: not_found no such program; read_only it may not be run; unavailable it did
// not end in time or said too much; those of the system otherwise. Any thread that lives longer
// than the run.
[[nodiscard]] Result<RunOutcome> run_limited(LimitedRun const& run);

} // namespace inloop::platform
