// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/receipt.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <set>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INLOOP_SANITIZED 1
#else
#define INLOOP_SANITIZED 0
#endif

namespace inloop::seal {
namespace {

using entries::ReceiptCode;
using entries::WordList;
using support::must;
using support::SeededRandom;

// The least Argon2id takes: a receipt in microseconds.
constexpr ReceiptCost kCheap{.passes = 1, .memory_bytes = 8192};
constexpr DeploymentSalt kSalt{{std::byte{5}}};

WordList words() {
    return must(WordList::parse(support::synthetic_word_file(), "words"));
}

TEST(Receipt, DrawsEveryWordEquallyOften) {
    // given
    constexpr std::size_t kDraws = 1'000'000;
    constexpr double kExpected = static_cast<double>(kDraws) / entries::kWordCount;
    SeededRandom random(7);
    std::array<std::array<std::uint32_t, entries::kWordCount>, entries::kReceiptWords> seen{};
    // when
    for (std::size_t i = 0; i < kDraws; ++i) {
        ReceiptCode const code = draw_receipt_code(random);
        for (std::size_t place = 0; place < code.words.size(); ++place) {
            ++seen[place].at(code.words[place]);
        }
    }
    // then: chi-square with 2,047 degrees of freedom has mean 2,047 and deviation 64; six
    // deviations either way
    for (auto const& place : seen) {
        double chi = 0;
        for (std::uint32_t const count : place) {
            double const away = count - kExpected;
            chi += away * away / kExpected;
        }
        EXPECT_GT(chi, 2047 - 6 * 64);
        EXPECT_LT(chi, 2047 + 6 * 64);
    }
}

TEST(Receipt, WouldNoticeAPlainRemainder) {
    // Negative control of the test above: a draw of 0..2999 folded into 2,048 favours small
    // numbers.
    constexpr std::size_t kDraws = 1'000'000;
    constexpr double kExpected = static_cast<double>(kDraws) / entries::kWordCount;
    SeededRandom random(7);
    std::array<std::uint32_t, entries::kWordCount> seen{};
    for (std::size_t i = 0; i < kDraws; ++i) {
        ++seen.at(random.next() % 3000 % entries::kWordCount);
    }
    double chi = 0;
    for (std::uint32_t const count : seen) {
        chi += (count - kExpected) * (count - kExpected) / kExpected;
    }
    EXPECT_GT(chi, 2047 + 6 * 64);
}

TEST(Receipt, GivesTheSameKeysForTheSameCode) {
    WordList const list = words();
    ReceiptCode const code{.words = {1, 2, 3, 4, 5}};
    auto const first = must(derive_receipt_keys(code, list, kSalt, kCheap));
    auto const second = must(derive_receipt_keys(code, list, kSalt, kCheap));
    EXPECT_EQ(first.public_key, second.public_key);
    EXPECT_TRUE(std::ranges::equal(first.secret.view(), second.secret.view()));
}

TEST(Receipt, GivesOtherKeysForEveryOtherCode) {
    WordList const list = words();
    SeededRandom random(11);
    std::set<ReceiptPublicKey> keys;
    constexpr std::size_t kCodes = 500;
    for (std::size_t i = 0; i < kCodes; ++i) {
        keys.insert(
            must(derive_receipt_keys(draw_receipt_code(random), list, kSalt, kCheap)).public_key);
    }
    EXPECT_EQ(keys.size(), kCodes);
}

TEST(Receipt, GivesOtherKeysForTheSameWordsInAnotherOrder) {
    WordList const list = words();
    auto const one = must(derive_receipt_keys({{1, 2, 3, 4, 5}}, list, kSalt, kCheap));
    auto const two = must(derive_receipt_keys({{2, 1, 3, 4, 5}}, list, kSalt, kCheap));
    EXPECT_NE(one.public_key, two.public_key);
}

TEST(Receipt, GivesOtherKeysAtAnotherSite) {
    WordList const list = words();
    ReceiptCode const code{.words = {1, 2, 3, 4, 5}};
    auto const here = must(derive_receipt_keys(code, list, kSalt, kCheap));
    auto const there = must(derive_receipt_keys(code, list, {{std::byte{6}}}, kCheap));
    EXPECT_NE(here.public_key, there.public_key);
}

TEST(Receipt, RefusesACostOutsideArgon2) {
    WordList const list = words();
    constexpr std::uint64_t kTooMany = std::uint64_t{1} << 40U;
    for (ReceiptCost const cost :
         {ReceiptCost{.passes = 0, .memory_bytes = 8192},
          ReceiptCost{.passes = kTooMany, .memory_bytes = 8192},
          ReceiptCost{.passes = 1, .memory_bytes = 8191},
          ReceiptCost{.passes = 1, .memory_bytes = std::size_t{1} << 50U}}) {
        auto const keys = derive_receipt_keys({}, list, kSalt, cost);
        ASSERT_FALSE(keys);
        EXPECT_EQ(keys.error().code, ErrorCode::invalid_input);
    }
}

TEST(Receipt, SaysWhenThereIsNotEnoughMemoryNow) {
    if (INLOOP_SANITIZED != 0) {
        GTEST_SKIP() << "sanitizers reserve more address space than any limit";
    }
    // given: 64 MiB more address space than nothing
    WordList const list = words();
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_AS, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = rlim_t{64} * 1024 * 1024;
    ASSERT_EQ(setrlimit(RLIMIT_AS, &tight), 0);
    if (std::unique_ptr<std::byte[]> const more{new (std::nothrow) std::byte[2 * tight.rlim_cur]}) {
        ASSERT_EQ(setrlimit(RLIMIT_AS, &before), 0);
        GTEST_SKIP() << "nobody holds the limit here, as under qemu's emulation of a process";
    }
    // when
    auto const keys = derive_receipt_keys({}, list, kSalt);
    ASSERT_EQ(setrlimit(RLIMIT_AS, &before), 0);
    // then
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(derive_receipt_keys({}, list, kSalt, kCheap)); // negative control
}

TEST(Receipt, GivesLettersWithoutAnswerAKeyLikeAnyOther) {
    SeededRandom random(3);
    std::set<ReceiptPublicKey> keys;
    for (int i = 0; i < 100; ++i) {
        ReceiptPublicKey const key = must(draw_unanswered_key(random));
        // Every public key of X25519 is below 2^255 - 19; of random bytes half are not.
        EXPECT_EQ(std::to_integer<unsigned>(key.bytes[31]) & 0x80U, 0U);
        keys.insert(key);
    }
    EXPECT_EQ(keys.size(), 100U);
}

TEST(Receipt, WipesACode) {
    ReceiptCode code{.words = {1, 2, 3, 4, 5}};
    wipe(code);
    EXPECT_EQ(code, ReceiptCode{});
}

} // namespace
} // namespace inloop::seal
