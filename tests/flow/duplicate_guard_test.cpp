// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/duplicate_guard.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstring>
#include <string>
#include <string_view>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;

constexpr Instant kStart{Milliseconds(1'000'000)};
constexpr std::string_view kText = "Er brandt geen licht";

TEST(DuplicateGuard, KnowsATextForTenMinutes) {
    DuplicateGuard guard;
    EXPECT_FALSE(guard.knows(kText, kStart));

    guard.remember(kText, kStart);

    EXPECT_TRUE(guard.knows(kText, kStart));
    EXPECT_TRUE(guard.knows(kText, kStart + 10min - 1ms));
    EXPECT_FALSE(guard.knows(kText, kStart + 10min));
}

TEST(DuplicateGuard, TakesNoOtherTextForIt) {
    DuplicateGuard guard;
    guard.remember(kText, kStart);

    for (std::string_view other :
         {"", "er brandt geen licht", "Er brandt geen licht ", "Er brandt geen lich"}) {
        EXPECT_FALSE(guard.knows(other, kStart)) << other;
    }
}

TEST(DuplicateGuard, ForgetsTheNewestOnly) {
    DuplicateGuard guard;
    guard.remember("een", kStart);
    guard.remember("twee", kStart + 1s);

    guard.forget_newest();

    EXPECT_TRUE(guard.knows("een", kStart + 2s));
    EXPECT_FALSE(guard.knows("twee", kStart + 2s));
    guard.forget_newest();
    guard.forget_newest(); // nothing is left, and nothing happens
    EXPECT_FALSE(guard.knows("een", kStart + 2s));
}

TEST(DuplicateGuard, KnowsATextAnewWhenItIsSentAgain) {
    DuplicateGuard guard;
    guard.remember(kText, kStart);
    guard.remember(kText, kStart + 9min);

    EXPECT_TRUE(guard.knows(kText, kStart + 18min));
    EXPECT_FALSE(guard.knows(kText, kStart + 19min));
}

TEST(DuplicateGuard, KnowsEveryTextOfABusyHour) {
    DuplicateGuard guard;
    for (int i = 0; i < 600; ++i) {
        guard.remember("tekst " + std::to_string(i), kStart + i * 6s);
    }
    Instant const now = kStart + 599 * 6s;

    for (int i = 0; i < 600; ++i) {
        bool const recent = now - (kStart + i * 6s) < 10min;
        EXPECT_EQ(guard.knows("tekst " + std::to_string(i), now), recent) << i;
    }
}

TEST(DuplicateGuard, DrawsAKeyOfItsOwn) {
    // What is kept of a text is worth nothing to whoever does not have the key, with which the
    // object begins.
    DuplicateGuard const one;
    DuplicateGuard const other;
    std::array<unsigned char, 32> zero{};

    EXPECT_NE(std::memcmp(&one, &other, zero.size()), 0);
    EXPECT_NE(std::memcmp(&one, zero.data(), zero.size()), 0);
}

} // namespace
} // namespace inloop::flow
