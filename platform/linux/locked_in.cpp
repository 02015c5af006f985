// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/locked_in.h"

#include "platform/linux/process_limits.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <system_error>

namespace inloop::platform {

namespace {

using Filter = std::unique_ptr<void, void (*)(scmp_filter_ctx)>;

// What a decoder needs: memory, and what malloc does about threads it does not have. The clock is
// asked without the kernel on most machines, on some with it; sanitizers ask for their other stack.
constexpr std::array kAllowed{
    SCMP_SYS(brk),         SCMP_SYS(munmap),        SCMP_SYS(mremap),     SCMP_SYS(madvise),
    SCMP_SYS(futex),       SCMP_SYS(exit),          SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),  SCMP_SYS(sigaltstack)};
// These too, but never for memory that can be run.
constexpr std::array kAllowedWithoutExec{SCMP_SYS(mmap), SCMP_SYS(mprotect)};
constexpr unsigned kProtection = 2; // which of their arguments says so

tl::unexpected<Error> cannot(char const* what, int number) {
    return fail(ErrorCode::unsupported, std::string("cannot lock this process in: ") + what + ": " +
                                            std::generic_category().message(number));
}

// 0, or a negative errno, as the library does.
int allow(scmp_filter_ctx filter) {
    int failed = 0;
    auto const also = [&failed](int result) { failed = failed == 0 ? result : failed; };
    for (int const call : kAllowed) {
        also(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0));
    }
    for (int const call : kAllowedWithoutExec) {
        scmp_arg_cmp const not_run{kProtection, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
        also(seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &not_run));
    }
    for (int const stream : {STDOUT_FILENO, STDERR_FILENO}) {
        scmp_arg_cmp const to_it{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(stream), 0};
        also(seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, &to_it));
    }
    return failed;
}

} // namespace

Result<void> lock_in(LockedInSpec const& spec) {
    ProcessLimits const limits{.memory = spec.memory,
                               .cpu_seconds = spec.cpu_seconds,
                               .file_bytes = 0,
                               .open_files = 0,
                               .processes = 0};
    if (!limit_process(limits)) {
        return cannot("setrlimit", errno);
    }
    Filter const filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter) {
        return cannot("seccomp_init", ENOMEM);
    }
    // All threads, should there be others; and no program that is started could have more rights.
    int failed = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    failed = failed == 0 ? seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_NNP, 1) : failed;
    failed = failed == 0 ? allow(filter.get()) : failed;
    failed = failed == 0 ? seccomp_load(filter.get()) : failed;
    return failed == 0 ? Result<void>() : cannot("seccomp", -failed);
}

} // namespace inloop::platform
