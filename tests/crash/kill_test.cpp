// SPDX-License-Identifier: EUPL-1.2
//
// A process that stores letters in a real folder is killed (SIGKILL) at a chosen file operation,
// again and again in the same folder. Whatever it had confirmed must be there (security.md R3). The
// page cache survives a kill, so this is about our own half-done steps; letterbox_crash_test.cpp is
// about power.
//
// No sleeps: the child says through a pipe that it has reached the operation. In half of the runs
// it stops there for good, in the other half it goes on and the signal hits wherever it then is.
#include "kiosk/terminal/letterbox/letterbox.h"
#include "platform/linux/linux_files.h"
#include "tests/support/passing_files.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <set>
#include <string>

namespace inloop::letterbox {

using support::entry_id;
using support::make_letter;

namespace {

constexpr std::size_t kKillsInCi = 100;
constexpr std::uint64_t kReached = ~std::uint64_t{0};

std::size_t kills_wanted() {
    char const* const wanted = std::getenv("INLOOP_KILLS");
    return wanted == nullptr ? kKillsInCi : std::strtoul(wanted, nullptr, 10);
}

enum class AtTheMark : std::uint8_t { stops, goes_on };

void say(int pipe, std::uint64_t what) {
    if (::write(pipe, &what, sizeof(what)) != sizeof(what)) {
        ::_exit(3);
    }
}

// The real files, which say when operation `mark` is due, before or after it is done.
class MarkedFiles final : public support::PassingFiles {
public:
    MarkedFiles(int pipe, std::uint64_t mark, AtTheMark then)
        : m_pipe(pipe)
        , m_mark(mark)
        , m_then(then) {}

    Result<void> create(std::filesystem::path const& path, ByteView content) override {
        return passed([&] { return m_files.create(path, content); });
    }
    Result<void> sync_file(std::filesystem::path const& path) override {
        return passed([&] { return m_files.sync_file(path); });
    }
    Result<void> rename(std::filesystem::path const& from,
                        std::filesystem::path const& to) override {
        return passed([&] { return m_files.rename(from, to); });
    }
    Result<void> sync_directory(std::filesystem::path const& path) override {
        return passed([&] { return m_files.sync_directory(path); });
    }
    Result<void> remove(std::filesystem::path const& path) override {
        return passed([&] { return m_files.remove(path); });
    }
    Result<void> make_directories(std::filesystem::path const& path) override {
        return passed([&] { return m_files.make_directories(path); });
    }
    [[nodiscard]] platform::Files& disk() override { return m_files; }

private:
    template <class Work>
    Result<void> passed(Work work) {
        mark_if_due();
        Result<void> done = work();
        mark_if_due();
        return done;
    }
    void mark_if_due() {
        if (m_count++ == m_mark) {
            say(m_pipe, kReached);
            while (m_then == AtTheMark::stops) {
                ::pause();
            }
        }
    }

    platform::LinuxFiles m_files;
    int m_pipe;
    std::uint64_t m_mark;
    AtTheMark m_then;
    std::uint64_t m_count = 0;
};

// Stores letters until it is killed, and says the number of each one that was confirmed.
[[noreturn]] void store_letters(std::filesystem::path const& root, int pipe, std::uint64_t mark,
                                AtTheMark then) {
    MarkedFiles files(pipe, mark, then);
    auto box = Letterbox::open(files, root);
    if (!box) {
        ::_exit(2);
    }
    for (;;) {
        std::uint64_t const seq = box->next_sequence();
        if (!box->store(make_letter(seq))) {
            ::_exit(4);
        }
        say(pipe, seq);
        if (seq % 3 == 0) {
            (void)box->mark_sent(entry_id(seq));
        }
    }
}

struct Killed {
    std::set<std::uint64_t> confirmed;
    bool by_us = false;
};

Killed run_and_kill(std::filesystem::path const& root, std::uint64_t mark, AtTheMark then) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    pid_t const child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        store_letters(root, pipe[1], mark, then);
    }
    ::close(pipe[1]);
    Killed killed;
    std::uint64_t said = 0;
    // Numbers come whole: each is one write of less than PIPE_BUF. The pipe ends when the child is
    // gone.
    while (::read(pipe[0], &said, sizeof(said)) == sizeof(said)) {
        if (said == kReached) {
            ::kill(child, SIGKILL);
        } else {
            killed.confirmed.insert(said);
        }
    }
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed.by_us = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    return killed;
}

// Without repairing anything: what the next start will find, and no half letter among it.
::testing::AssertionResult holds(std::filesystem::path const& root,
                                 std::set<std::uint64_t> const& confirmed) {
    platform::LinuxFiles files;
    auto box = Letterbox::open(files, root);
    if (!box) {
        return ::testing::AssertionFailure() << box.error().message;
    }
    if (box->repair_report().quarantined != 0) {
        return ::testing::AssertionFailure() << box->repair_report().messages.back();
    }
    for (std::uint64_t const seq : confirmed) {
        auto const bytes = box->read(entry_id(seq));
        if (!bytes || *bytes != make_letter(seq)) {
            return ::testing::AssertionFailure() << "confirmed letter " << seq << " is lost";
        }
    }
    return ::testing::AssertionSuccess();
}

} // namespace

TEST(LetterboxKill, LosesNoConfirmedLetter) {
    support::Scratch scratch;
    auto const root = scratch / "letterbox";
    std::mt19937_64 dice(20240604);
    std::size_t confirmed = 0;
    std::size_t const kills = kills_wanted();
    for (std::size_t i = 0; i < kills; ++i) {
        std::uint64_t const mark = dice() % 200; // the start takes about 30, a letter 8
        AtTheMark const then = i % 2 == 0 ? AtTheMark::stops : AtTheMark::goes_on;
        Killed const killed = run_and_kill(root, mark, then);
        ASSERT_TRUE(killed.by_us) << "kill " << i;
        ASSERT_TRUE(holds(root, killed.confirmed)) << "kill " << i << " at operation " << mark;
        confirmed += killed.confirmed.size();
        if (i % 20 == 19) { // the box grows; a new one keeps the test quick
            std::filesystem::remove_all(root);
        }
    }
    EXPECT_GT(confirmed, kills) << "negative control: letters were confirmed at all";
    std::cout << kills << " kills, " << confirmed << " letters confirmed\n";
}

// A letter that was confirmed and taken away is missed.
TEST(LetterboxKill, WouldBeNoticed) {
    support::Scratch scratch;
    Killed killed = run_and_kill(scratch.path(), 89, AtTheMark::stops);
    ASSERT_FALSE(killed.confirmed.empty());
    ASSERT_TRUE(holds(scratch.path(), killed.confirmed));
    for (auto const& file : std::filesystem::directory_iterator(scratch / "new")) {
        std::filesystem::remove(file);
    }
    EXPECT_FALSE(holds(scratch.path(), killed.confirmed));
}

} // namespace inloop::letterbox
