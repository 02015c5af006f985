// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace inloop {
namespace {

// Gives the listed 32-bit numbers, highest byte first as below() reads them, and counts how many
// were taken.
class ListedRandom final : public Random {
public:
    explicit ListedRandom(std::vector<std::uint32_t> numbers) : m_numbers(std::move(numbers)) {}
    void fill(std::span<std::byte> out) override {
        ASSERT_EQ(out.size(), 4U);
        ASSERT_LT(m_taken, m_numbers.size());
        std::uint32_t const value = m_numbers[m_taken++];
        for (std::size_t i = 0; i < 4; ++i) {
            out[i] = static_cast<std::byte>((value >> (24U - 8U * i)) & 0xFFU);
        }
    }
    [[nodiscard]] std::size_t taken() const { return m_taken; }

private:
    std::vector<std::uint32_t> m_numbers;
    std::size_t m_taken = 0;
};

// How far counts lie from equal shares. With n cells the expected value is n - 1 and its deviation
// sqrt(2 (n - 1)).
double chi_square(std::vector<int> const& counts, int draws) {
    double const share = static_cast<double>(draws) / static_cast<double>(counts.size());
    double sum = 0;
    for (int count : counts) {
        sum += (count - share) * (count - share) / share;
    }
    return sum;
}

TEST(Random, GivesOnlyNumbersBelowTheBound) {
    SystemRandom random;
    for (std::uint32_t bound : {1U, 2U, 3U, 10U, 2048U, 0x80000001U, 0xFFFFFFFFU}) {
        for (int i = 0; i < 200; ++i) {
            EXPECT_LT(random.below(bound), bound);
        }
    }
}

TEST(Random, GivesEveryNumberEquallyOften) {
    SystemRandom random;
    constexpr int kDraws = 100'000;
    for (std::uint32_t bound : {6U, 10U, 100U}) {
        std::vector<int> counts(bound);
        for (int i = 0; i < kDraws; ++i) {
            ++counts[random.below(bound)];
        }
        // Six deviations: a fair generator fails about once in 500 million runs.
        EXPECT_LT(chi_square(counts, kDraws), bound - 1 + 6 * std::sqrt(2.0 * (bound - 1)));
    }
}

TEST(Random, MeasureOfFairnessSeesAnUnfairOne) {
    // The negative control of the test above: a cell that is a tenth too full.
    constexpr int kDraws = 100'000;
    std::vector<int> counts(10, kDraws / 10);
    counts[0] += kDraws / 100;
    counts[1] -= kDraws / 100;

    EXPECT_GT(chi_square(counts, kDraws), 9 + 6 * std::sqrt(2.0 * 9));
}

TEST(Random, DrawsAgainWhereARemainderWouldFavourSmallNumbers) {
    // given a bound of three quarters of the range: the plain remainder gives [0, 2^30) twice as
    // often
    constexpr std::uint32_t kBound = 0xC0000000U;
    ListedRandom random({0, 0x3FFFFFFFU, 0x40000000U, 0xFFFFFFFFU});

    // then the first quarter of the raw numbers is refused, and the rest maps one to one
    EXPECT_EQ(random.below(kBound), 0x40000000U);
    EXPECT_EQ(random.taken(), 3U);
    EXPECT_EQ(random.below(kBound), 0x3FFFFFFFU);
    EXPECT_EQ(random.taken(), 4U);
}

TEST(Random, NeverDrawsAgainForAPowerOfTwo) {
    ListedRandom random({0, 0xFFFFFFFFU, 0x12345678U});

    EXPECT_EQ(random.below(2048), 0U);
    EXPECT_EQ(random.below(2048), 2047U);
    EXPECT_EQ(random.below(1), 0U);
    EXPECT_EQ(random.taken(), 3U);
}

TEST(SystemRandom, FillsEveryByteOfTheSpan) {
    // given: each byte stays 0 in all of 64 draws once in 2^512 runs
    SystemRandom random;
    std::array<std::byte, 33> ever{};
    for (int i = 0; i < 64; ++i) {
        std::array<std::byte, 33> raw{};
        random.fill(raw);
        std::transform(raw.begin(), raw.end(), ever.begin(), ever.begin(),
                       [](std::byte a, std::byte b) { return a | b; });
    }

    EXPECT_EQ(std::count(ever.begin(), ever.end(), std::byte{0}), 0);
    random.fill({}); // nothing to fill is fine
}

TEST(SystemRandom, DoesNotRepeatItself) {
    SystemRandom random;
    std::set<std::array<std::byte, 16>> seen;
    for (int i = 0; i < 1000; ++i) {
        std::array<std::byte, 16> raw{};
        random.fill(raw);
        seen.insert(raw);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

} // namespace
} // namespace inloop
