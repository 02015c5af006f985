// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/locked_in.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>
#include <vector>

namespace inloop::platform {
namespace {

constexpr int kDone = 17;
constexpr int kNotLocked = 18;
constexpr int kRefused = 19;

// How a child ends that does this, locked in or not: its exit code, or 128 and its signal.
int end_of(std::function<bool()> const& deed, bool locked) {
    constexpr LockedInSpec kSpec{.memory = 600'000'000, .cpu_seconds = 1};
    pid_t const child = ::fork();
    if (child == 0) {
        if (locked && !lock_in(kSpec)) {
            ::_exit(kNotLocked);
        }
        ::_exit(deed() ? kDone : kRefused);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

struct Deed {
    char const* name;
    std::function<bool()> run;
};

// What a decoder that was taken over would try.
std::vector<Deed> forbidden() {
    int const other = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    return {
        {"open a file", [] { return ::open("/dev/null", O_RDONLY) >= 0; }},
        {"read what is open", [] { return ::read(STDIN_FILENO, nullptr, 0) == 0; }},
        {"write elsewhere", [other] { return ::write(other, "a", 1) == 1; }},
        {"connect", [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
        {"fork", [] { return ::fork() >= 0; }},
        {"run a program", [] { return ::execl("/bin/sh", "sh", "-c", "exit 17", nullptr) == 0; }},
        {"signal others", [] { return ::kill(::getppid(), 0) == 0; }},
        {"make memory that runs",
         [] {
             return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
         }},
        {"make memory run",
         [] {
             void* const page =
                 ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
             return ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
         }},
        {"remove a file", [] { return ::unlink("/nothing/here") != 0; }},
    };
}

TEST(LockedIn, MayDoNothingToTheWorldOutside) {
    for (Deed const& deed : forbidden()) {
        EXPECT_EQ(end_of(deed.run, false), kDone) << "negative control: " << deed.name;
        EXPECT_EQ(end_of(deed.run, true), 128 + SIGSYS) << deed.name;
    }
}

TEST(LockedIn, MayThinkAndSayWhatCameOfIt) {
    auto const think = [] {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < 1000; ++i) {
            words.insert(words.begin(), std::string(i * 100, 'a'));
        }
        return ::write(STDOUT_FILENO, "", 0) == 0 && ::write(STDERR_FILENO, "", 0) == 0;
    };
    EXPECT_EQ(end_of(think, true), kDone);
}

TEST(LockedIn, HasSoMuchMemoryAndNoMore) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers map terabytes";
#endif
    auto const take = [](std::size_t size) {
        return [size] {
            void* const memory = ::operator new(size, std::nothrow);
            return memory != nullptr;
        };
    };
    EXPECT_EQ(end_of(take(1'000'000'000), false), kDone) << "negative control";
    EXPECT_EQ(end_of(take(1'000'000'000), true), kRefused);
    EXPECT_EQ(end_of(take(100'000'000), true), kDone);
}

TEST(LockedIn, HasSoMuchTimeAndNoMore) {
    auto const spin = [] {
        for (volatile bool forever = true; forever;) {
        }
        return true;
    };
    EXPECT_EQ(end_of(spin, true), 128 + SIGXCPU);
}

} // namespace
} // namespace inloop::platform
