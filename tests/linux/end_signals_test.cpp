// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/end_signals.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <semaphore>
#include <thread>

namespace inloop::platform {
namespace {

class EndSignalsCase : public testing::TestWithParam<int> {};

TEST_P(EndSignalsCase, WakesWhoeverWaitsEachTime) {
    // given
    ASSERT_TRUE(hold_end_signals());
    std::counting_semaphore<> woken(0);
    EndSignals signals([&] { woken.release(); });
    EXPECT_FALSE(signals.came());
    for (int time = 0; time < 2; ++time) {
        // when
        ASSERT_EQ(::kill(::getpid(), GetParam()), 0);
        // then
        woken.acquire();
        EXPECT_TRUE(signals.came());
    }
}

TEST_P(EndSignalsCase, KnowsOfASignalThatCameBeforeItsThread) {
    // given
    ASSERT_TRUE(hold_end_signals());
    ASSERT_EQ(::kill(::getpid(), GetParam()), 0);
    // when
    std::binary_semaphore woken(0);
    EndSignals const signals([&] { woken.release(); });
    // then
    woken.acquire();
    EXPECT_TRUE(signals.came());
}

INSTANTIATE_TEST_SUITE_P(EndSignals, EndSignalsCase, testing::Values(SIGTERM, SIGINT));

TEST(EndSignals, EndsUnaskedWithoutCallingAnybody) {
    ASSERT_TRUE(hold_end_signals());
    bool called = false;
    for (int time = 0; time < 100; ++time) {
        EndSignals const signals([&] { called = true; });
    }
    EXPECT_FALSE(called);
}

// Negative control of the above: without hold_end_signals() the signal ends the process.
TEST(EndSignalsDeathTest, WithoutHoldingASignalKills) {
    auto const unheld = [] {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_UNBLOCK, &all, nullptr);
        ::raise(SIGTERM);
    };
    EXPECT_EXIT(unheld(), testing::KilledBySignal(SIGTERM), "");
}

} // namespace
} // namespace inloop::platform
