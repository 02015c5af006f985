// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/linux/descriptor.h"
#include "platform/linux/process_limits.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inloop::platform {

struct ChildSpec {
    std::filesystem::path program; // a path; not looked for in PATH
    std::vector<std::string> arguments{}; // without the program itself
    std::optional<std::vector<std::string>> environment{}; // "NAME=value"; nullopt: as this process
    ProcessLimits limits{};
    // Files that are made anew for what it says; empty: as this process.
    std::filesystem::path output{}; // stdout
    std::filesystem::path errors{}; // stderr
};

// What a child reads and writes in the place of files; one that is not open: as this process.
struct ChildStreams {
    Descriptor input{};
    Descriptor output{};
    Descriptor errors{};
};

// Another program, run by this one, which ends with it: when this is destroyed, when this process
// is killed, and when the thread that started it ends. One thread, the one that started it.
class ChildProcess {
public:
    // With an empty input. Errors: not_found no such program; read_only it may not be run, or a
    // file not be made; those of the system otherwise.
    [[nodiscard]] static Result<ChildProcess> start(ChildSpec const& spec);
    // With these streams in the place of its files. It inherits nothing else that is open here.
    [[nodiscard]] static Result<ChildProcess> start(ChildSpec const& spec, ChildStreams streams);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ChildProcess(ChildProcess const&) = delete;
    ChildProcess& operator=(ChildProcess const&) = delete;
    // Asks a child that still runs to end (SIGTERM), waits kChildEndTime and then kills it.
    ~ChildProcess();

    // Waits for its end, `limit` at the most: its exit code, or 128 and the number of the signal
    // that ended it, as in a shell; nullopt while it runs.
    [[nodiscard]] std::optional<int> wait(Milliseconds limit);
    void ask_to_end();
    // Ends it at once, and waits for that.
    void kill();

private:
    ChildProcess(pid_t id, Descriptor process) : m_id(id), m_process(std::move(process)) {}

    pid_t m_id;
    Descriptor m_process; // pidfd_open(2): can be waited for with a limit; closed when moved from
    std::optional<int> m_ended{};
};

} // namespace inloop::platform
