// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/descriptor.h"
#include "platform/linux/life_signs.h"
#include "platform/linux/service_notice.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inloop::platform {
namespace {

// What systemd would be: a socket that takes notices, and the words in the environment.
class Systemd : public ::testing::Test {
protected:
    void SetUp() override {
        std::string const path = (m_scratch.path() / "notify").string();
        m_socket = Descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        ASSERT_LT(path.size(), sizeof(address.sun_path));
        std::memcpy(address.sun_path, path.c_str(), path.size());
        ASSERT_EQ(::bind(m_socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof(address)),
                  0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    void TearDown() override {
        for (char const* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
            ::unsetenv(name);
        }
    }
    static void watch(std::string const& pid, std::string const& usec = "300000") {
        ::setenv("WATCHDOG_USEC", usec.c_str(), 1);
        ::setenv("WATCHDOG_PID", pid.c_str(), 1);
    }
    // The next notice; nullopt when none comes for `limit`.
    std::optional<std::string> told(int limit_ms) {
        pollfd waited{.fd = m_socket.number(), .events = POLLIN, .revents = 0};
        if (::poll(&waited, 1, limit_ms) != 1) {
            return std::nullopt;
        }
        std::array<char, 512> text{};
        auto const size = ::recv(m_socket.number(), text.data(), text.size(), 0);
        return std::string(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    }

private:
    support::Scratch m_scratch;
    Descriptor m_socket;
};

constexpr int kComesSurely = 20'000; // ms; only a failing test waits so long
constexpr int kDoesNotCome = 900; // ms; three times what systemd would grant

constexpr Milliseconds kPatience{1'500};
constexpr Milliseconds kSlack{500}; // of a busy machine

Instant steady_now() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

LifeSigns::Part answers_at_once() {
    return {[](std::function<void()> const& here) { here(); }};
}

TEST_F(Systemd, IsToldOfReadinessAndEnd) {
    ServiceNotice const notice;
    notice.ready("shows the kiosk");
    EXPECT_EQ(told(kComesSurely), "READY=1\nSTATUS=shows the kiosk");
    notice.ending();
    EXPECT_EQ(told(kComesSurely), "STOPPING=1");
}

TEST_F(Systemd, WatchesTheProcessItNames) {
    watch(std::to_string(::getpid()), "20000000");
    EXPECT_EQ(ServiceNotice().watchdog(), Milliseconds(20'000));
}

// cage is what systemd started then.
TEST_F(Systemd, WatchesTheParentThroughItsChild) {
    watch(std::to_string(::getppid()), "20000000");
    EXPECT_EQ(ServiceNotice().watchdog(), Milliseconds(20'000));
}

TEST_F(Systemd, WatchesNobodyElse) {
    watch("1", "20000000");
    EXPECT_EQ(::getppid() == 1, ServiceNotice().watchdog().has_value());
    watch(std::to_string(::getpid()), "soon");
    EXPECT_EQ(ServiceNotice().watchdog(), std::nullopt);
    watch(std::to_string(::getpid()), "0");
    EXPECT_EQ(ServiceNotice().watchdog(), std::nullopt);
}

TEST_F(Systemd, IsFedWhileEveryPartAnswers) {
    watch(std::to_string(::getpid()));
    ServiceNotice const notice;
    LifeSigns const life(notice, {answers_at_once(), answers_at_once()});
    EXPECT_EQ(told(kComesSurely), "WATCHDOG=1");
    EXPECT_EQ(told(kComesSurely), "WATCHDOG=1");
}

TEST_F(Systemd, IsNotFedWhileOnePartHangs) {
    watch(std::to_string(::getpid()));
    std::mutex mutex;
    std::vector<std::function<void()>> asked;
    ServiceNotice const notice;
    LifeSigns const life(notice, {answers_at_once(), {[&](std::function<void()> here) {
                                      std::scoped_lock const lock(mutex);
                                      asked.push_back(std::move(here));
                                  }}});
    EXPECT_EQ(told(kDoesNotCome), std::nullopt);
    std::scoped_lock const lock(mutex);
    ASSERT_EQ(asked.size(), 1U) << "a part that hangs is asked once";
    asked.front()(); // it goes on
    EXPECT_EQ(told(kComesSurely), "WATCHDOG=1");
}

// Sealing a letter on a slow machine, or a card that stalls: hard at work is not dead.
TEST_F(Systemd, IsFedWhileAPartThatMayTakeLongOwesAnAnswer) {
    watch(std::to_string(::getpid()));
    ServiceNotice const notice;
    LifeSigns const life(
        notice, {answers_at_once(), {[](std::function<void()> const& /*here*/) {}, kPatience}});
    Instant const began = steady_now();
    while (steady_now() - began < kPatience - kSlack) {
        ASSERT_EQ(told(kComesSurely), "WATCHDOG=1");
    }
    while (told(kDoesNotCome)) { // and then no longer: it hangs
        ASSERT_LT(steady_now() - began, std::chrono::milliseconds(kComesSurely));
    }
}

TEST_F(Systemd, NobodyIsAskedWithoutAWatchdog) {
    ServiceNotice const notice;
    bool asked = false;
    LifeSigns const life(notice, {{[&](std::function<void()> const& /*here*/) { asked = true; }}});
    EXPECT_EQ(told(kDoesNotCome / 3), std::nullopt);
    EXPECT_FALSE(asked);
}

} // namespace
} // namespace inloop::platform
