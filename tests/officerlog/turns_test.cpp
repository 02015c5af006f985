// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/turns.h"

#include <gtest/gtest.h>

#include <future>

namespace inloop::officerlog {
namespace {

TEST(Turns, GivesSoManyAndNoMore) {
    Turns turns(2);
    auto const first = turns.wait(Milliseconds(0));
    {
        auto const second = turns.wait(Milliseconds(0));
        EXPECT_TRUE(first);
        EXPECT_TRUE(second);
        EXPECT_FALSE(turns.wait(Milliseconds(1)));
    }
    EXPECT_TRUE(turns.wait(Milliseconds(0)));
}

TEST(Turns, GoToWhoWaitsForOne) {
    Turns turns(1);
    std::future<bool> waiter;
    {
        auto const held = turns.wait(Milliseconds(0));
        ASSERT_TRUE(held);
        waiter = std::async(std::launch::async,
                            [&] { return static_cast<bool>(turns.wait(Milliseconds(20'000))); });
    }
    EXPECT_TRUE(waiter.get());
}

} // namespace
} // namespace inloop::officerlog
