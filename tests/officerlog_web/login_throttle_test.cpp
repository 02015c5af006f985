// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/login_throttle.h"
#include "kiosk/officerlog/web/tuning.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::web {
namespace {

TEST(LoginThrottle, DoublesTheWaitUpToAMinute) {
    support::ManualClock clock;
    LoginThrottle throttle(clock);

    for (int seconds : {1, 2, 4, 8, 16, 32, 64, 64}) {
        ASSERT_EQ(throttle.admit("Henk", "192.0.2.1"), Milliseconds::zero()) << seconds;
        EXPECT_EQ(throttle.admit("henk", "192.0.2.9"), std::chrono::seconds(seconds));
        EXPECT_EQ(throttle.admit("Ilse", "192.0.2.1"), std::chrono::seconds(seconds));
        clock.advance(std::chrono::seconds(seconds));
    }
}

TEST(LoginThrottle, ForgetsAfterARightLogin) {
    support::ManualClock clock;
    LoginThrottle throttle(clock);
    ASSERT_EQ(throttle.admit("Henk", "192.0.2.1"), Milliseconds::zero());

    throttle.succeeded("Henk", "192.0.2.1");

    EXPECT_EQ(throttle.admit("Henk", "192.0.2.1"), Milliseconds::zero());
}

// Ten thousand guesses in an hour from as many addresses: few are tried, memory stays small, and
// the owner is let in between within the longest wait.
TEST(LoginThrottle, LetsTheOwnerInDuringAnAttack) {
    support::ManualClock clock;
    LoginThrottle throttle(clock);
    int tried = 0;
    for (int guess = 0; guess < 10'000; ++guess) {
        std::string const address = "attacker " + std::to_string(guess);
        tried += throttle.admit("Henk", address) == Milliseconds::zero() ? 1 : 0;
        clock.advance(Milliseconds(360));
    }
    EXPECT_LT(tried, 70);
    EXPECT_LE(throttle.kept(), kWaitsKept);

    Milliseconds const wait = throttle.admit("Henk", "his own address");
    EXPECT_LE(wait, kLongestWait);
    clock.advance(wait);
    if (wait > Milliseconds::zero()) {
        EXPECT_EQ(throttle.admit("Henk", "his own address"), Milliseconds::zero());
    }
}

TEST(LoginThrottle, RemembersNoMoreThanItMay) {
    support::ManualClock clock;
    LoginThrottle throttle(clock);
    for (int i = 0; i < 10'000; ++i) {
        (void)throttle.admit("name " + std::to_string(i), "address " + std::to_string(i));
    }
    EXPECT_LE(throttle.kept(), kWaitsKept);
}

} // namespace
} // namespace inloop::web
