// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/child_process.h"
#include "platform/linux/end_signals.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

namespace inloop::platform {
namespace {

using support::must;

constexpr Milliseconds kLong{20'000};

ChildSpec shell(std::string const& script) {
    return {.program = "/bin/sh", .arguments = {"-c", script}};
}

std::string content(std::filesystem::path const& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST(ChildProcess, TellsHowItEnded) {
    EXPECT_EQ(must(ChildProcess::start(shell("exit 0"))).wait(kLong), 0);
    EXPECT_EQ(must(ChildProcess::start(shell("exit 7"))).wait(kLong), 7);
    EXPECT_EQ(must(ChildProcess::start(shell("kill -KILL $$"))).wait(kLong), 128 + SIGKILL);
}

TEST(ChildProcess, WritesWhatItSaysToFiles) {
    support::Scratch const scratch;
    ChildSpec spec = shell("cat; echo \"$0 $1\"; echo bad >&2"); // and reads an empty input
    spec.arguments.insert(spec.arguments.end(), {"two words", "*"});
    spec.output = scratch / "said";
    spec.errors = scratch / "complained";

    EXPECT_EQ(must(ChildProcess::start(spec)).wait(kLong), 0);

    EXPECT_EQ(content(spec.output), "two words *\n");
    EXPECT_EQ(content(spec.errors), "bad\n");
}

TEST(ChildProcess, IsWaitedForWithALimitAndAskedToEnd) {
    ChildProcess child = must(ChildProcess::start(shell("exec sleep 1000")));
    EXPECT_EQ(child.wait(Milliseconds(1)), std::nullopt);
    child.ask_to_end();
    EXPECT_EQ(child.wait(kLong), 128 + SIGTERM);
    EXPECT_EQ(child.wait(kLong), 128 + SIGTERM); // for as often as one asks
}

// The child hears signals that this process holds back for its own EndSignals.
TEST(ChildProcess, HearsSignalsThatThisProcessHolds) {
    ASSERT_TRUE(hold_end_signals());
    ChildProcess child = must(ChildProcess::start(shell("exec sleep 1000")));
    child.ask_to_end();
    EXPECT_EQ(child.wait(kLong), 128 + SIGTERM);
}

TEST(ChildProcess, SaysWhyThereIsNone) {
    support::Scratch const scratch;
    auto const missing = ChildProcess::start({.program = scratch / "nothing"});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    EXPECT_NE(missing.error().message.find(scratch / "nothing"), std::string::npos);
    std::ofstream(scratch / "no program") << "words\n";
    auto const forbidden = ChildProcess::start({.program = scratch / "no program"});
    ASSERT_FALSE(forbidden);
    EXPECT_EQ(forbidden.error().code, ErrorCode::read_only);
}

// A program that holds the writing end of a fifo as long as it runs.
struct Holder {
    support::Scratch scratch;
    std::string fifo = scratch / "fifo";
    bool made = ::mkfifo(fifo.c_str(), 0600) == 0;

    [[nodiscard]] ChildSpec spec() const {
        return shell("exec 3> " + fifo + "; echo >&3; exec sleep 1000");
    }
};

// Reads the end of a fifo only when nobody holds its other one.
bool somebody_holds(int reading_end) {
    char byte = 0;
    return ::read(reading_end, &byte, 1) != 0;
}

TEST(ChildProcess, EndsWhenItsOwnerForgetsIt) {
    Holder const holder;
    ASSERT_TRUE(holder.made);
    int held = -1;
    {
        ChildProcess const child = must(ChildProcess::start(holder.spec()));
        held = ::open(holder.fifo.c_str(), O_RDONLY);
        ASSERT_TRUE(somebody_holds(held)) << "negative control: its first word";
    }
    EXPECT_FALSE(somebody_holds(held));
    ::close(held);
}

TEST(ChildProcess, EndsWhenTheProcessThatStartedItIsKilled) {
    Holder const holder;
    ASSERT_TRUE(holder.made);
    pid_t const starter = ::fork();
    ASSERT_GE(starter, 0);
    if (starter == 0) {
        auto const child = ChildProcess::start(holder.spec());
        ::pause();
    }
    int const held = ::open(holder.fifo.c_str(), O_RDONLY);
    ASSERT_TRUE(somebody_holds(held)) << "negative control: its first word";
    ::kill(starter, SIGKILL);
    ::waitpid(starter, nullptr, 0);
    EXPECT_FALSE(somebody_holds(held));
    ::close(held);
}

} // namespace
} // namespace inloop::platform
