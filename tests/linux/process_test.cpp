// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/process.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace inloop::platform {

namespace {

constexpr int kDumpable = INLOOP_TEST_BUILD; // process.h says why

// In a child, because neither setting can be taken back.
int exit_code_of_hardened_child() {
    pid_t const child = ::fork();
    if (child == 0) {
        bool const done = harden_process().has_value();
        rlimit core{};
        bool const no_core = ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0;
        bool const as_said = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == kDumpable;
        ::_exit(done && no_core && as_said ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST(HardenProcess, ForbidsCoreFilesAndOutsidersButNotTests) {
    ASSERT_EQ(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1) << "negative control: dumpable before";
    EXPECT_EQ(exit_code_of_hardened_child(), 0);
}

} // namespace inloop::platform
