// SPDX-License-Identifier: EUPL-1.2
//
// 20,000 seeded mutations of a good sample over each parser of untrusted bytes: the fuzzers of
// tests/fuzz for everyday, with any compiler.
#include "tests/fuzz/parser_checks.h"
#include "tests/support/seeded_random.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::seal {
namespace {

using support::SeededRandom;

constexpr std::size_t kMutations = 20'000;

using At = Bytes::difference_type;

At place(SeededRandom& random, Bytes const& bytes) {
    return static_cast<At>(random.next() % (bytes.size() + 1));
}

void flip_bit(SeededRandom& random, Bytes& bytes) {
    if (!bytes.empty()) {
        bytes[random.next() % bytes.size()] ^= static_cast<std::byte>(1U << (random.next() % 8));
    }
}

void set_byte(SeededRandom& random, Bytes& bytes) {
    if (!bytes.empty()) {
        bytes[random.next() % bytes.size()] = static_cast<std::byte>(random.next() & 0xFFU);
    }
}

void cut(SeededRandom& random, Bytes& bytes) {
    bytes.resize(static_cast<std::size_t>(place(random, bytes)));
}

void take_out(SeededRandom& random, Bytes& bytes) {
    At const from = place(random, bytes);
    At const size =
        std::min<At>(static_cast<At>(random.next() % 16), static_cast<At>(bytes.size()) - from);
    bytes.erase(bytes.begin() + from, bytes.begin() + from + size);
}

void put_in(SeededRandom& random, Bytes& bytes) {
    auto const value = static_cast<std::byte>(random.next() & 0xFFU);
    bytes.insert(bytes.begin() + place(random, bytes), random.next() % 16, value);
}

void repeat(SeededRandom& random, Bytes& bytes) {
    At const from = place(random, bytes);
    At const size =
        std::min<At>(static_cast<At>(random.next() % 200), static_cast<At>(bytes.size()) - from);
    Bytes const piece(bytes.begin() + from, bytes.begin() + from + size);
    bytes.insert(bytes.begin() + place(random, bytes), piece.begin(), piece.end());
}

Bytes mutated(SeededRandom& random, Bytes bytes) {
    using Mutation = void (*)(SeededRandom&, Bytes&);
    constexpr Mutation kAll[] = {flip_bit, set_byte, cut, take_out, put_in, repeat};
    for (std::uint64_t left = 1 + random.next() % 4; left > 0; --left) {
        kAll[random.next() % std::size(kAll)](random, bytes);
    }
    return bytes;
}

// How many mutations that changed something were accepted.
std::size_t accepted(Bytes const& sample, bool (*check)(ByteView)) {
    EXPECT_TRUE(check(sample)); // negative control
    SeededRandom random(2024);
    std::size_t count = 0;
    for (std::size_t i = 0; i < kMutations; ++i) {
        Bytes const bytes = mutated(random, sample);
        count += check(bytes) && bytes != sample ? 1U : 0U;
    }
    return count;
}

Bytes bytes_of(std::string const& text) {
    ByteView const view = as_bytes(text);
    return {view.begin(), view.end()};
}

TEST(Mutation, NoChangedEnvelopeIsVerified) {
    EXPECT_EQ(accepted(fuzz::sample_envelope(), fuzz::check_envelope), 0U);
}

TEST(Mutation, NoChangedPolicyIsRead) {
    EXPECT_EQ(accepted(fuzz::sample_policy(), fuzz::check_policy), 0U);
}

TEST(Mutation, NoChangedAnswerIsRead) {
    EXPECT_EQ(accepted(fuzz::sample_answer(), fuzz::check_answer), 0U);
}

TEST(Mutation, NoChangedPersonBlobIsOpened) {
    EXPECT_EQ(accepted(fuzz::sample_person_blob(), fuzz::check_person_blob), 0U);
}

TEST(Mutation, RecoveryWordsKeepTheirPromises) {
    // A few are typed in another way only.
    EXPECT_GT(accepted(fuzz::sample_recovery_words(), fuzz::check_recovery_words), 0U);
}

TEST(Mutation, PairingCodesKeepTheirPromises) {
    EXPECT_GT(accepted(bytes_of("ABCDE-12o45"), fuzz::check_pairing_code), 0U);
}

TEST(Mutation, InsidesOfLettersKeepTheirPromises) {
    // Some stay in order, with another text or day.
    EXPECT_GT(accepted(fuzz::sample_records(), fuzz::check_plaintext), 0U);
}

TEST(Mutation, WordListsKeepTheirPromises) {
    EXPECT_GT(accepted(bytes_of(support::synthetic_word_file()), fuzz::check_word_list), 0U);
}

TEST(Mutation, FindersOfPersonalDataKeepTheirPromises) {
    EXPECT_GT(accepted(bytes_of("bel 06-12345678, mail a@b.nl, 12-AB-34, (0592) 12 34 56, "
                                "bsn 1234.56.782 of \xD9\xA0\xD9\xA6 +49 151 23456789"),
                       fuzz::check_personal_data),
              0U);
}

TEST(Mutation, ReceiptDigitsKeepTheirPromises) {
    EXPECT_GT(accepted(bytes_of("0001 0002-1003.0004 2048"), fuzz::check_receipt_digits), 0U);
}

} // namespace
} // namespace inloop::seal
