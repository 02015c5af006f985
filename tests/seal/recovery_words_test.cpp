// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/recovery_words.h"
#include "kiosk/seal/tuning.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace inloop::seal {
namespace {

using entries::WordList;
using support::must;
using support::SeededRandom;

WordList words() {
    return must(WordList::parse(support::synthetic_word_file(), "words"));
}

std::vector<std::string> split_words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> out;
    for (std::string word; stream >> word;) {
        out.push_back(word);
    }
    return out;
}

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (std::string const& word : words) {
        text.append(text.empty() ? "" : " ").append(word);
    }
    return text;
}

// A secret on paper.
struct Paper {
    explicit Paper(std::uint64_t seed = 1) {
        SeededRandom random(seed);
        random.fill(secret);
        written = split_words(must(recovery_words(secret, list)).view());
    }
    std::string fault_of(std::string const& typed) {
        auto const read = secret_of_recovery_words(typed, list);
        if (read) {
            return "accepted";
        }
        EXPECT_EQ(read.error().code, ErrorCode::invalid_input);
        return read.error().message;
    }

    WordList list = words();
    ByteArray<32> secret{};
    std::vector<std::string> written;
};

TEST(RecoveryWords, GiveTheSecretBack) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Paper const paper(seed);
        ASSERT_EQ(paper.written.size(), kRecoveryWords);
        auto const read = must(secret_of_recovery_words(joined(paper.written), paper.list));
        ASSERT_TRUE(std::ranges::equal(read.view(), paper.secret)) << seed;
    }
}

TEST(RecoveryWords, AreReadHoweverTheyAreTyped) {
    Paper const paper;
    std::string typed;
    for (std::size_t i = 0; i < kRecoveryWords; ++i) {
        std::string word = paper.written[i];
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        typed.append(word).append(i % 6 == 5 ? "\r\n" : i % 2 == 0 ? " - " : "  ");
    }
    auto const read = must(secret_of_recovery_words(typed, paper.list));
    EXPECT_TRUE(std::ranges::equal(read.view(), paper.secret));
}

TEST(RecoveryWords, SayWhichWordIsUnknown) {
    for (std::size_t i = 0; i < kRecoveryWords; ++i) {
        Paper paper;
        paper.written[i] = "geheim";
        EXPECT_EQ(paper.fault_of(joined(paper.written)),
                  "word " + std::to_string(i + 1) + " is not in the list");
    }
}

TEST(RecoveryWords, SayHowManyThereAre) {
    Paper paper;
    EXPECT_EQ(paper.fault_of(""), "there are 0 words instead of 24");
    EXPECT_EQ(paper.fault_of(joined(paper.written) + " " + paper.written[0]),
              "there are 25 words instead of 24");
    paper.written.pop_back();
    EXPECT_EQ(paper.fault_of(joined(paper.written)), "there are 23 words instead of 24");
    EXPECT_NE(paper.fault_of(std::string(kMaxTypedWordBytes + 1, 'a')), "accepted");
    EXPECT_NE(paper.fault_of("\xFF"), "accepted");
}

TEST(RecoveryWords, AreCheckedAsAWhole) {
    // One byte of check: of all papers with one wrong word one in 256 passes.
    Paper paper;
    std::size_t accepted = 0;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < kRecoveryWords; ++i) {
        for (std::uint16_t other = 0; other < 2048; other += 9) {
            std::vector<std::string> wrong = paper.written;
            wrong[i] = std::string(paper.list.word(other));
            if (wrong != paper.written) {
                ++tried;
                std::string const fault = paper.fault_of(joined(wrong));
                accepted += fault == "accepted" ? 1U : 0U;
                EXPECT_TRUE(fault == "accepted" || fault.starts_with("the check of the words"));
            }
        }
    }
    EXPECT_GT(tried, 5'000U);
    EXPECT_GT(accepted, tried / 512); // negative control: it is a check of eight bits
    EXPECT_LT(accepted, tried / 128);
}

TEST(RecoveryWords, TakeThirtyTwoBytesOnly) {
    WordList const list = words();
    for (std::size_t size : {0U, 31U, 33U}) {
        auto const text = recovery_words(Bytes(size), list);
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().code, ErrorCode::invalid_input);
    }
}

} // namespace
} // namespace inloop::seal
