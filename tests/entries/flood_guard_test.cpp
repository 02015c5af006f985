// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/flood_guard.h"
#include "kiosk/entries/tuning.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace inloop::entries {
namespace {

using namespace std::chrono_literals;

constexpr Instant kStart{1h};

TEST(FloodGuard, LetsAFamilyWriteOneEach) {
    FloodGuard guard(kStart);
    for (int i = 0; i < kFloodBurst; ++i) {
        EXPECT_EQ(guard.wait(kStart), 0ms) << i;
        guard.take(kStart, Haste::usual);
    }
    EXPECT_EQ(guard.wait(kStart), kFloodRefill);
}

TEST(FloodGuard, CountsDownToTheNextPlace) {
    FloodGuard guard(kStart);
    for (int i = 0; i < kFloodBurst; ++i) {
        guard.take(kStart, Haste::usual);
    }
    EXPECT_EQ(guard.wait(kStart + 1s), 59s);
    EXPECT_EQ(guard.wait(kStart + 59'999ms), 1ms);
    EXPECT_EQ(guard.wait(kStart + 60s), 0ms);
    guard.take(kStart + 60s, Haste::usual);
    EXPECT_EQ(guard.wait(kStart + 60s), 60s);
}

TEST(FloodGuard, FillsUpToTheBurstAndNoFurther) {
    FloodGuard guard(kStart);
    Instant const later = kStart + 24h;
    int taken = 0;
    for (; guard.wait(later) == 0ms; ++taken) {
        guard.take(later, Haste::usual);
    }
    EXPECT_EQ(taken, kFloodBurst);
}

TEST(FloodGuard, CountsHastyLettersTwiceWhereTwoAreLeft) {
    FloodGuard guard(kStart);
    guard.take(kStart, Haste::suspicious);
    guard.take(kStart, Haste::suspicious);
    EXPECT_EQ(guard.wait(kStart), kFloodRefill); // four places in two letters
    FloodGuard last(kStart);
    for (int i = 1; i < kFloodBurst; ++i) {
        last.take(kStart, Haste::usual);
    }
    last.take(kStart, Haste::suspicious); // one is left: it takes that one
    EXPECT_EQ(last.wait(kStart), kFloodRefill);
}

TEST(FloodGuard, NeverAsksForMoreThanOneRefillEvenWhenNobodyWaits) {
    FloodGuard guard(kStart);
    for (int i = 0; i < 1000; ++i) {
        guard.take(kStart, Haste::suspicious);
        ASSERT_LE(guard.wait(kStart), kFloodRefill);
    }
    EXPECT_EQ(guard.wait(kStart + kFloodRefill), 0ms);
}

// A prankster sends whenever he can. Somebody honest comes every second: his wait is looked at and,
// when he has stood there for it, he may send.
TEST(FloodGuard, KeepsNobodyWaitingLongerThanOneRefillInADayOfTapping) {
    support::SeededRandom random(3);
    FloodGuard guard(kStart);
    Milliseconds longest = 0ms;
    int letters = 0;
    for (Instant now = kStart; now < kStart + 24h; now += 1s) {
        Milliseconds const wait = guard.wait(now);
        longest = std::max(longest, wait);
        ASSERT_LE(wait, kFloodRefill);
        ASSERT_EQ(guard.wait(now + wait), 0ms);
        if (wait == 0ms) {
            guard.take(now, random.next() % 2 == 0 ? Haste::usual : Haste::suspicious);
            ++letters;
        }
    }
    EXPECT_GT(longest, 58s); // negative control: he did keep others waiting
    EXPECT_LE(letters, kFloodBurst + 1440);
}

TEST(FloodGuard, LeavesRoomOnTheDiskForNinetyDaysOfTapping) {
    constexpr std::uint64_t kLetterOnDisk = std::uint64_t{12} * 1024; // held by tests/seal
    constexpr std::uint64_t kQuota = std::uint64_t{2} * 1024 * 1024 * 1024;
    FloodGuard guard(kStart);
    std::uint64_t letters = 0;
    for (Instant now = kStart; now < kStart + std::chrono::days(90); now += guard.wait(now)) {
        guard.take(now, Haste::usual);
        ++letters;
    }
    EXPECT_GE(letters, 90U * 1440U); // negative control: nobody could have sent more
    EXPECT_LT(letters * kLetterOnDisk, kQuota);
}

TEST(FloodGuard, KeepsItsCountWhileTheClockStandsStill) {
    FloodGuard guard(kStart);
    int taken = 0;
    for (int i = 0; i < 1000; ++i) {
        if (guard.wait(kStart) == 0ms) {
            guard.take(kStart, Haste::usual);
            ++taken;
        }
        ASSERT_LE(guard.wait(kStart), kFloodRefill);
    }
    EXPECT_EQ(taken, kFloodBurst);
    EXPECT_EQ(guard.wait(kStart + kFloodRefill), 0ms);
}

TEST(FloodGuard, LetsOneLetterPassWhenTheClockGoesBackwards) {
    FloodGuard guard(kStart);
    for (int i = 0; i < kFloodBurst; ++i) {
        guard.take(kStart, Haste::usual);
    }
    Instant const back = kStart - 30min;
    EXPECT_EQ(guard.wait(back), 0ms); // nobody stands here until the clock has caught up
    guard.take(back, Haste::usual);
    EXPECT_EQ(guard.wait(back), kFloodRefill);
    EXPECT_EQ(guard.wait(back + kFloodRefill), 0ms);
    EXPECT_EQ(guard.wait(Instant::min()), 0ms);
    EXPECT_EQ(guard.wait(Instant::max()), 0ms);
}

} // namespace
} // namespace inloop::entries
