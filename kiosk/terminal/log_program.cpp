// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/log_program.h"

#include "kiosk/base/text_file.h"
#include "kiosk/terminal/demo_site_files.h"
#include "kiosk/terminal/tuning.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/system_clock.h"

#include <fstream>
#include <system_error>

namespace inloop::terminal {
namespace {

namespace fs = std::filesystem;

constexpr char const* kProgram = "inloop-log";
constexpr std::uintmax_t kMostComplaintBytes = 65'536;

std::string line_of(fs::path const& file, int number) {
    std::ifstream lines(file);
    std::string line;
    while (number-- > 0 && std::getline(lines, line)) {
    }
    return lines ? line : std::string();
}

} // namespace

Result<fs::path> find_log_program(fs::path const& given) {
    std::error_code none;
    fs::path const here = fs::read_symlink("/proc/self/exe", none).parent_path();
    std::vector<fs::path> places{here / kProgram, here.parent_path() / "officerlog" / kProgram};
    if (!given.empty()) {
        places = {given};
    }
    for (fs::path const& place : places) {
        if (fs::is_regular_file(place, none)) {
            return fs::absolute(place);
        }
    }
    return fail(ErrorCode::not_found,
                places.front().string() + ": no such program; name inloop-log with --log-program");
}

Result<void> LogProgram::begin(std::string const& officer) {
    platform::LinuxFiles files;
    fs::path const samples = m_spec.folder / "samples"; // a roster and news, for the screens
    if (auto made = files.make_directories(samples); !made) {
        return made;
    }
    return write_demo_site_files(files, platform::SystemClock(), samples)
        .and_then([&] {
            return run({"init", "--data", m_spec.folder / "log", "--assets", m_spec.assets,
                        "--site", "Journey", "--lead", officer, "--documents", samples,
                        "--demo-login", m_spec.folder / "login"});
        })
        .and_then([&](std::string const& /*said*/) { return serve(); });
}

Result<void> LogProgram::serve() {
    auto started = platform::ChildProcess::start(
        {.program = m_spec.program,
         .arguments = {"serve", "--data", m_spec.folder / "log", "--assets", m_spec.assets,
                       "--address", "127.0.0.1", "--port", "0"},
         .output = m_spec.folder / "serve.out",
         .errors = m_spec.folder / "serve.err"});
    if (!started) {
        return tl::unexpected(started.error());
    }
    m_server.emplace(std::move(*started));
    // It writes this file when it listens.
    fs::path const console = m_spec.folder / "log" / "console";
    for (Milliseconds waited{0}; waited < kLogStartTime; waited += kLogLookEvery) {
        if (m_server->wait(kLogLookEvery)) {
            return complained("serve");
        }
        if (fs::exists(console)) {
            m_url = line_of(console, 1);
            return {};
        }
    }
    return fail(ErrorCode::unavailable,
                "inloop-log does not serve: " + console.string() + " is not there after " +
                    std::to_string(kLogStartTime.count() / 1000) + " seconds");
}

Result<std::string> LogProgram::pairing_code() {
    return run({"pair", "--data", m_spec.folder / "log"});
}

Result<void> LogProgram::confirm(std::vector<std::string> const& words) {
    std::vector<std::string> arguments{"confirm", "--data", m_spec.folder / "log"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return run(std::move(arguments)).map([](std::string const& /*said*/) {});
}

Result<std::string> LogProgram::passphrase() const {
    std::string words = line_of(m_spec.folder / "login", 2);
    return words.empty() ? fail(ErrorCode::unavailable, "inloop-log init left no login")
                         : Result<std::string>(std::move(words));
}

Result<std::string> LogProgram::one_time_code() {
    return run({"demo-code", m_spec.folder / "login"});
}

Result<std::string> LogProgram::run(std::vector<std::string> arguments) {
    std::string const command = arguments.front();
    fs::path const said = m_spec.folder / (command + ".out");
    auto started = platform::ChildProcess::start({.program = m_spec.program,
                                                  .arguments = std::move(arguments),
                                                  .output = said,
                                                  .errors = m_spec.folder / (command + ".err")});
    if (!started) {
        return tl::unexpected(started.error());
    }
    std::optional<int> const code = started->wait(kLogCommandTime);
    if (!code) {
        return fail(ErrorCode::unavailable, "inloop-log " + command + " does not end");
    }
    if (*code != 0) {
        return complained(command);
    }
    return line_of(said, 1);
}

tl::unexpected<Error> LogProgram::complained(std::string const& command) const {
    std::string words =
        read_text_file(m_spec.folder / (command + ".err"), kMostComplaintBytes).value_or("");
    while (words.ends_with('\n')) {
        words.pop_back();
    }
    return fail(ErrorCode::unavailable,
                "inloop-log " + command + " ended" + (words.empty() ? "" : ": " + words));
}

} // namespace inloop::terminal
