// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/limited_run.h"

#include "platform/linux/child_process.h"
#include "platform/linux/system_error.h"
#include "platform/linux/tuning.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

namespace inloop::platform {

namespace {

using Moment = std::chrono::steady_clock::time_point;

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Result<Pipe> make_pipe(std::filesystem::path const& program) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return system_error(errno, "pipe2 for", program);
    }
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// The input as a file in memory that nobody can change: the program reads it as fast as it likes,
// and none of it is lost in a pipe that it closed.
Result<Descriptor> file_of(ByteView input, std::filesystem::path const& program) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    bool good = file.open();
    while (good && !input.empty()) {
        ssize_t const written = ::write(file.number(), input.data(), input.size());
        good = written > 0 || (written < 0 && errno == EINTR);
        input = input.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    good = good && ::lseek(file.number(), 0, SEEK_SET) == 0 &&
           ::fcntl(file.number(), F_ADD_SEALS,
                   F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
    return good ? Result<Descriptor>(std::move(file))
                : system_error(errno, "memfd_create for", program);
}

// Takes what there is to read; false at the end.
bool read_more(Descriptor const& from, Bytes& into) {
    std::array<std::byte, 16'384> piece{};
    ssize_t const count = ::read(from.number(), piece.data(), piece.size());
    if (count > 0) {
        append(into, ByteView(piece).first(static_cast<std::size_t>(count)));
    }
    return count > 0 || (count < 0 && errno == EINTR);
}

int milliseconds_until(Moment end) {
    auto const left = std::chrono::ceil<Milliseconds>(end - std::chrono::steady_clock::now());
    return static_cast<int>(std::max(left, Milliseconds(0)).count());
}

// Both streams of a program until it closes them.
class Listener {
public:
    Listener(Descriptor output, Descriptor complaint, std::size_t most_output)
        : m_output(std::move(output))
        , m_complaint(std::move(complaint))
        , m_most_output(most_output) {}

    // False when it says too much or goes on beyond `end`.
    [[nodiscard]] bool listen(Moment end) {
        while (m_output.open() || m_complaint.open()) {
            // A descriptor that is closed is -1, which poll(2) passes over.
            std::array<pollfd, 2> ready{
                {{m_output.number(), POLLIN, 0}, {m_complaint.number(), POLLIN, 0}}};
            int const count = ::poll(ready.data(), ready.size(), milliseconds_until(end));
            if (count == 0 || (count < 0 && errno != EINTR)) {
                return false;
            }
            if (count > 0 && !take(ready[0].revents != 0, ready[1].revents != 0)) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] Bytes output() { return std::move(m_said); }
    [[nodiscard]] std::string complaint() const {
        return {static_cast<char const*>(static_cast<void const*>(m_complained.data())),
                m_complained.size()};
    }

private:
    [[nodiscard]] bool take(bool output, bool complaint) {
        if (output && !read_more(m_output, m_said)) {
            m_output.reset();
        }
        if (complaint && !read_more(m_complaint, m_complained)) {
            m_complaint.reset();
        }
        m_complained.resize(std::min(m_complained.size(), kMostComplaint));
        return m_said.size() <= m_most_output;
    }

    Descriptor m_output;
    Descriptor m_complaint;
    std::size_t m_most_output;
    Bytes m_said;
    Bytes m_complained;
};

} // namespace

Result<RunOutcome> run_limited(LimitedRun const& run) {
    Moment const end = std::chrono::steady_clock::now() + run.time_limit;
    auto input = file_of(run.input, run.program);
    auto output = make_pipe(run.program);
    auto complaint = make_pipe(run.program);
    if (!input || !output || !complaint) {
        return tl::unexpected(!input    ? input.error()
                              : !output ? output.error()
                                        : complaint.error());
    }
    auto child = ChildProcess::start({.program = run.program,
                                      .arguments = run.arguments,
                                      .environment = run.environment,
                                      .limits = run.limits},
                                     {.input = std::move(*input),
                                      .output = std::move(output->write),
                                      .errors = std::move(complaint->write)});
    if (!child) {
        return tl::unexpected(child.error());
    }
    Listener listener(std::move(output->read), std::move(complaint->read), run.most_output);
    bool const heard = listener.listen(end);
    auto const code = heard ? child->wait(Milliseconds(milliseconds_until(end))) : std::nullopt;
    if (!code) {
        child->kill();
        return fail(ErrorCode::unavailable,
                    run.program.native() +
                        " did not end in time, or said too much: " + listener.complaint());
    }
    return RunOutcome{*code, listener.output(), listener.complaint()};
}

} // namespace inloop::platform
