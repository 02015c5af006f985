// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/limited_run.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

namespace inloop::platform {
namespace {

using support::must;
using testing::HasSubstr;

constexpr Milliseconds kLong{20'000};
constexpr std::size_t kMuch = 10'000'000;

LimitedRun shell(std::string const& script) {
    return {.program = "/bin/sh",
            .arguments = {"-c", script},
            .most_output = kMuch,
            .time_limit = kLong};
}

std::string text_of(Bytes const& bytes) {
    return {static_cast<char const*>(static_cast<void const*>(bytes.data())), bytes.size()};
}

TEST(LimitedRun, GivesBytesInAndTakesBytesOut) {
    // given more than any pipe holds, so that both sides have to go on together
    Bytes const input(3'000'000, std::byte{7});
    LimitedRun run = shell("cat; echo bad >&2; exit 3");
    run.input = input;

    RunOutcome const outcome = must(run_limited(run));

    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.output, input);
    EXPECT_EQ(outcome.complaint, "bad\n");
}

TEST(LimitedRun, DoesNotMindAProgramThatReadsNothing) {
    Bytes const input(3'000'000, std::byte{7});
    LimitedRun run = shell("echo done");
    run.input = input;
    EXPECT_EQ(text_of(must(run_limited(run)).output), "done\n");
}

TEST(LimitedRun, GivesNoEnvironmentButWhatItIsTold) {
    ASSERT_EQ(::setenv("INLOOP_SECRET", "canary", 1), 0);
    LimitedRun run{.program = "/usr/bin/env", .most_output = kMuch, .time_limit = kLong};
    run.environment = {"ONE=1", "TWO=two words"};
    EXPECT_EQ(text_of(must(run_limited(run)).output), "ONE=1\nTWO=two words\n");
}

TEST(LimitedRun, HandsDownNoDescriptorThatIsOpenByMistake) {
    int const mistake = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
    ASSERT_GE(mistake, 0);
    LimitedRun const run = shell("test -e /proc/self/fd/" + std::to_string(mistake));
    EXPECT_EQ(must(run_limited(run)).code, 1);
    ::close(mistake);
}

TEST(LimitedRun, KillsWhatDoesNotEndInTime) {
    // given one that holds its streams, one that closes them, and one that hears no signals
    for (char const* script :
         {"exec sleep 1000", "exec sleep 1000 >&- 2>&-", "trap '' TERM; while :; do :; done"}) {
        LimitedRun run = shell(script);
        run.time_limit = Milliseconds(100);
        auto const outcome = run_limited(run);
        ASSERT_FALSE(outcome) << script;
        EXPECT_EQ(outcome.error().code, ErrorCode::unavailable);
        EXPECT_THAT(outcome.error().message, HasSubstr("/bin/sh"));
    }
}

TEST(LimitedRun, KillsWhatSaysTooMuch) {
    LimitedRun run = shell("exec cat /dev/zero");
    auto const outcome = run_limited(run);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::unavailable);
    // and exactly as much as it may say is not too much
    run = shell("printf 12345");
    run.most_output = 5;
    EXPECT_TRUE(run_limited(run));
    run.most_output = 4;
    EXPECT_FALSE(run_limited(run));
}

TEST(LimitedRun, KeepsTheFirstWordsOfAnEndlessComplaint) {
    LimitedRun run = shell("echo first >&2; head -c 1000000 /dev/zero >&2; exit 1");
    RunOutcome const outcome = must(run_limited(run));
    EXPECT_EQ(outcome.code, 1);
    EXPECT_TRUE(outcome.complaint.starts_with("first\n"));
    EXPECT_LE(outcome.complaint.size(), 1000U);
}

TEST(LimitedRun, HoldsTheProgramToItsLimits) {
    support::Scratch const scratch;
    std::string const file = scratch / "large";
    LimitedRun run = shell("head -c 100000 /dev/zero > " + file);
    EXPECT_EQ(must(run_limited(run)).code, 0) << "negative control";
    run.limits.file_bytes = 1000;
    EXPECT_NE(must(run_limited(run)).code, 0);
    run = shell("while :; do :; done");
    run.limits.cpu_seconds = 1;
    EXPECT_EQ(must(run_limited(run)).code, 128 + SIGXCPU);
}

TEST(LimitedRun, SaysWhyThereIsNone) {
    support::Scratch const scratch;
    auto const missing = run_limited({.program = scratch / "nothing", .time_limit = kLong});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    std::ofstream(scratch / "words") << "words\n";
    auto const forbidden = run_limited({.program = scratch / "words", .time_limit = kLong});
    ASSERT_FALSE(forbidden);
    EXPECT_EQ(forbidden.error().code, ErrorCode::read_only);
}

TEST(LimitedRun, EndsWhenTheProcessThatStartedItIsKilled) {
    support::Scratch const scratch;
    std::string const fifo = scratch / "fifo"; // the program holds it while it runs
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    pid_t const starter = ::fork();
    ASSERT_GE(starter, 0);
    if (starter == 0) {
        (void)run_limited(shell("exec 3> " + fifo + "; echo >&3; exec sleep 1000"));
        ::_exit(0);
    }
    int const held = ::open(fifo.c_str(), O_RDONLY);
    char byte = 0;
    ASSERT_EQ(::read(held, &byte, 1), 1); // it runs
    ::kill(starter, SIGKILL);
    ::waitpid(starter, nullptr, 0);
    EXPECT_EQ(::read(held, &byte, 1), 0); // reads the end only when the program is gone
    ::close(held);
}

} // namespace
} // namespace inloop::platform
