// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/child_process.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inloop::terminal {

// Where inloop-log is: `given`, else beside this program (an installation), else where the build
// tree has it. Errors: not_found, which says what to do.
[[nodiscard]] Result<std::filesystem::path> find_log_program(std::filesystem::path const& given);

struct LogSpec {
    std::filesystem::path program; // inloop-log
    std::filesystem::path assets;
    std::filesystem::path folder; // is there and empty: everything of this log goes here
};

// A log for a rehearsal, made anew and run as a process of its own, which ends with this. What its
// commands say goes to files in its folder. Errors of all: unavailable, with what the program
// complained of. One thread.
class LogProgram {
public:
    explicit LogProgram(LogSpec spec) : m_spec(std::move(spec)) {}

    // Makes keys and the login of an officer, and serves on a port of loopback that is free.
    [[nodiscard]] Result<void> begin(std::string const& officer);
    // Where it serves: "https://127.0.0.1:40123".
    [[nodiscard]] std::string const& url() const { return m_url; }
    // A code for a kiosk, for which confirm() waits.
    [[nodiscard]] Result<std::string> pairing_code();
    // Lets the kiosk in, if these are the five words the log shows.
    [[nodiscard]] Result<void> confirm(std::vector<std::string> const& words);
    [[nodiscard]] Result<std::string> passphrase() const;
    // The one-time code of this half minute.
    [[nodiscard]] Result<std::string> one_time_code();

private:
    // Runs a command to its end; the first line it printed.
    [[nodiscard]] Result<std::string> run(std::vector<std::string> arguments);
    [[nodiscard]] Result<void> serve();
    [[nodiscard]] tl::unexpected<Error> complained(std::string const& command) const;

    LogSpec m_spec;
    std::string m_url;
    std::optional<platform::ChildProcess> m_server;
};

} // namespace inloop::terminal
