// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/child_process.h"

#include "platform/linux/system_error.h"
#include "platform/linux/tuning.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

namespace inloop::platform {
namespace {

constexpr int kUnknown = 127; // exit code of a child that is gone without telling

constexpr int kSignalled = 128; // and the number of the signal, as shells do

// What the child does between fork and exec may call nothing that takes a lock: all it needs is
// made before.
struct Prepared {
    std::vector<char*> arguments{}; // ends with nullptr
    std::vector<char*> environment{}; // as well
    ProcessLimits limits{};
    ChildStreams streams{};
    Descriptor report{}; // the child writes errno here when there is no exec
    pid_t parent = 0;
};

// Pointers to them as exec wants them; they have to stay.
std::vector<char*> ended_list(std::vector<std::string>& words) {
    std::vector<char*> list;
    list.reserve(words.size() + 1);
    for (std::string& word : words) {
        list.push_back(word.data());
    }
    list.push_back(nullptr);
    return list;
}

std::vector<char*> own_environment() {
    std::vector<char*> list;
    for (char** variable = ::environ; *variable != nullptr; ++variable) {
        list.push_back(*variable);
    }
    list.push_back(nullptr);
    return list;
}

Result<Descriptor> open_file(std::filesystem::path const& path, int flags) {
    int const number = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    return number >= 0 ? Result<Descriptor>(Descriptor(number)) : system_error(errno, "open", path);
}

// A Descriptor that is not open where nothing was asked for.
Result<Descriptor> open_output(std::filesystem::path const& path) {
    return path.empty() ? Descriptor() : open_file(path, O_WRONLY | O_CREAT | O_TRUNC);
}

bool becomes(Descriptor const& stream, int number) {
    return !stream.open() || ::dup2(stream.number(), number) >= 0;
}

// What this process left open by mistake stays here. Kernels before 5.9 do not know the call.
bool keep_the_rest() {
    constexpr unsigned kFirst = STDERR_FILENO + 1;
    return ::close_range(kFirst, ~0U, CLOSE_RANGE_CLOEXEC) == 0 || errno == ENOSYS;
}

[[noreturn]] void become(Prepared const& prepared) {
    sigset_t none;
    sigemptyset(&none);
    bool const ready = ::prctl(PR_SET_PDEATHSIG, SIGTERM) == 0 &&
                       ::getppid() == prepared.parent && // else it ended before it was asked for
                       becomes(prepared.streams.input, STDIN_FILENO) &&
                       becomes(prepared.streams.output, STDOUT_FILENO) &&
                       becomes(prepared.streams.errors, STDERR_FILENO) && keep_the_rest() &&
                       limit_process(prepared.limits) &&
                       ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
    if (ready) {
        ::execve(prepared.arguments.front(), prepared.arguments.data(),
                 prepared.environment.data());
    }
    int const why = errno;
    // Read by the parent; there is nobody else to tell.
    [[maybe_unused]] auto const told = ::write(prepared.report.number(), &why, sizeof(why));
    ::_exit(kUnknown);
}

// pidfd_open(2), by its number: the header of Debian 12 is not fit for C++ (glibc 2.36).
int open_process(pid_t id) {
    return static_cast<int>(::syscall(SYS_pidfd_open, id, 0));
}

// What kept the child from becoming the program; 0: it is the program now.
int read_report(Descriptor const& report) {
    int why = 0;
    ssize_t read = 0;
    do {
        read = ::read(report.number(), &why, sizeof(why));
    } while (read < 0 && errno == EINTR);
    return read == sizeof(why) ? why : 0;
}

int exit_code(siginfo_t const& info) {
    return info.si_code == CLD_EXITED ? info.si_status : kSignalled + info.si_status;
}

} // namespace

Result<ChildProcess> ChildProcess::start(ChildSpec const& spec) {
    auto input = open_file("/dev/null", O_RDONLY);
    auto output = open_output(spec.output);
    auto errors = open_output(spec.errors);
    if (!input || !output || !errors) {
        return tl::unexpected(!input ? input.error() : !output ? output.error() : errors.error());
    }
    return start(spec, {std::move(*input), std::move(*output), std::move(*errors)});
}

Result<ChildProcess> ChildProcess::start(ChildSpec const& spec, ChildStreams streams) {
    std::vector<std::string> words{spec.program.native()};
    words.insert(words.end(), spec.arguments.begin(), spec.arguments.end());
    std::vector<std::string> variables = spec.environment.value_or(std::vector<std::string>());
    Prepared prepared{.arguments = ended_list(words),
                      .environment = ended_list(variables),
                      .limits = spec.limits,
                      .streams = std::move(streams),
                      .parent = ::getpid()};
    if (!spec.environment) {
        prepared.environment = own_environment();
    }
    int report[2] = {-1, -1};
    if (::pipe2(report, O_CLOEXEC) != 0) {
        return system_error(errno, "pipe2 for", spec.program);
    }
    Descriptor const told(report[0]);
    prepared.report = Descriptor(report[1]);
    pid_t const id = ::fork();
    if (id == 0) {
        become(prepared);
    }
    if (id < 0) {
        return system_error(errno, "fork for", spec.program);
    }
    prepared.report.reset(); // the child holds the only ones now
    prepared.streams = {};
    Descriptor process(open_process(id));
    int const opened = process.open() ? 0 : errno;
    int const why = read_report(told);
    if (opened != 0 || why != 0) {
        ::kill(id, SIGKILL);
        ::waitpid(id, nullptr, 0);
        return why != 0 ? system_error(why, "exec", spec.program)
                        : system_error(opened, "pidfd_open for", spec.program);
    }
    return ChildProcess(id, std::move(process));
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_id(other.m_id)
    , m_process(std::move(other.m_process))
    , m_ended(other.m_ended) {}

ChildProcess::~ChildProcess() {
    if (!m_process.open()) {
        return; // moved away
    }
    ask_to_end();
    if (!wait(kChildEndTime)) {
        kill();
    }
}

std::optional<int> ChildProcess::wait(Milliseconds limit) {
    auto const ends = std::chrono::steady_clock::now() + limit;
    while (!m_ended) {
        auto const left = std::chrono::ceil<Milliseconds>(ends - std::chrono::steady_clock::now());
        pollfd ended{.fd = m_process.number(), .events = POLLIN, .revents = 0};
        auto const most = static_cast<int>(std::max(left, Milliseconds(0)).count());
        int const ready = ::poll(&ended, 1, most);
        if (ready == 0) {
            return std::nullopt;
        }
        siginfo_t info{};
        if (ready > 0 && ::waitid(P_PID, static_cast<id_t>(m_id), &info, WEXITED) == 0) {
            m_ended = exit_code(info);
        } else if (errno != EINTR) { // somebody else took its exit code
            m_ended = kUnknown;
        }
    }
    return m_ended;
}

void ChildProcess::ask_to_end() {
    if (!m_ended) {
        ::kill(m_id, SIGTERM); // not waited for yet, so the number is still its own
    }
}

void ChildProcess::kill() {
    if (!m_ended) {
        ::kill(m_id, SIGKILL);
        ::waitpid(m_id, nullptr, 0);
        m_ended = kSignalled + SIGKILL;
    }
}

} // namespace inloop::platform
