// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/evdev_waiter.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

namespace inloop::platform::sdl2 {
namespace {

Instant soon(Milliseconds delay) {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now()) + delay;
}

// A pipe with a name stands for an input device: readable when somebody writes, hung up when the
// writer is gone.
struct EvdevWaiterTest : testing::Test {
    EvdevWaiterTest() { plug("event0"); }

    void plug(std::string const& name) { ASSERT_EQ(::mkfifo((folder / name).c_str(), 0600), 0); }
    [[nodiscard]] Descriptor writer(std::string const& name) {
        return Descriptor(::open((folder / name).c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
    }
    static void move(Descriptor const& device) { ASSERT_EQ(::write(device.number(), "x", 1), 1); }

    support::Scratch folder;
};

TEST_F(EvdevWaiterTest, WatchesDevicesOnly) {
    // given
    plug("mouse0");
    plug("event12");
    // when
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    // then
    EXPECT_EQ(waiter->devices(), 2U);
}

TEST_F(EvdevWaiterTest, WakesForInput) {
    // given
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    auto const device = writer("event0");
    // when
    std::jthread const person([&] { move(device); });
    waiter->wait(std::nullopt);
    // then: it returned
    SUCCEED();
}

TEST_F(EvdevWaiterTest, LooksAgainSoonAfterInput) {
    // given: SDL may not see yet what woke us
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    auto const device = writer("event0");
    move(device);
    waiter->wait(std::nullopt);
    // when
    auto const until = soon(std::chrono::hours(1));
    waiter->wait(until);
    // then
    EXPECT_LT(std::chrono::steady_clock::now(), until);
}

TEST_F(EvdevWaiterTest, WakesForWhoWokeBefore) {
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    waiter->wake();
    waiter->wait(std::nullopt);
    SUCCEED();
}

TEST_F(EvdevWaiterTest, WakesForAnotherThread) {
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    std::jthread const other([&] { waiter->wake(); });
    waiter->wait(std::nullopt);
    SUCCEED();
}

TEST_F(EvdevWaiterTest, SleepsUntilTheTimeHasCome) {
    // given
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    auto const until = soon(Milliseconds(20));
    // when
    waiter->wait(until);
    // then: nothing else woke it, not even what was written away before
    EXPECT_GE(std::chrono::steady_clock::now(), until);
}

TEST_F(EvdevWaiterTest, NoticesADeviceThatIsPluggedIn) {
    // given
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    ASSERT_EQ(waiter->devices(), 1U);
    // when
    std::jthread const person([this] { plug("event1"); });
    waiter->wait(std::nullopt);
    // then
    EXPECT_EQ(waiter->devices(), 2U);
    auto const device = writer("event1");
    EXPECT_GE(device.number(), 0);
}

TEST_F(EvdevWaiterTest, DropsADeviceThatIsUnplugged) {
    // given
    auto const waiter = EvdevWaiter::open(folder.path()).value();
    { auto const device = writer("event0"); }
    // when: hung up, which stays readable for ever
    waiter->wait(std::nullopt);
    // then
    EXPECT_EQ(waiter->devices(), 0U);
}

TEST_F(EvdevWaiterTest, WorksWithoutTheDirectory) {
    // given
    auto const waiter = EvdevWaiter::open(folder / "missing").value();
    // when
    waiter->wake();
    waiter->wait(std::nullopt);
    waiter->wait(Instant{});
    // then
    EXPECT_EQ(waiter->devices(), 0U);
}

} // namespace
} // namespace inloop::platform::sdl2
