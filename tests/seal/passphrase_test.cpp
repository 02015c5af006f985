// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/passphrase.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace inloop::seal {
namespace {

using entries::WordList;
using support::must;
using support::SeededRandom;

// The least Argon2id takes.
constexpr LoginCost kCheap{.passes = 1, .memory_kib = 8};
constexpr LoginSalt kSalt{{std::byte{5}}};

WordList words() {
    return must(WordList::parse(support::synthetic_word_file(), "words"));
}

std::string normal(std::string_view typed) {
    return std::string(must(normalise_passphrase(typed)).view());
}

bool is_same_login(LoginKeys const& one, LoginKeys const& two) {
    return std::ranges::equal(one.wrap_key.view(), two.wrap_key.view()) &&
           std::ranges::equal(one.proof.view(), two.proof.view());
}

TEST(Passphrase, IsSixWordsOfTheList) {
    WordList const list = words();
    SeededRandom random(1);
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
        SecretText const phrase = must(draw_passphrase(list, random));
        std::string const text(phrase.view());
        EXPECT_EQ(normal(text), text);
        std::istringstream split(text);
        std::size_t count = 0;
        for (std::string word; split >> word; ++count) {
            EXPECT_TRUE(list.find(word)) << i;
        }
        EXPECT_EQ(count, kPassphraseWords);
        seen.insert(text);
    }
    EXPECT_EQ(seen.size(), 200U);
}

TEST(Passphrase, DrawsEveryWordEquallyOften) {
    // given
    constexpr std::size_t kDraws = 200'000;
    constexpr double kExpected = static_cast<double>(kDraws) / 2048;
    WordList const list = words();
    SeededRandom random(7);
    std::vector<unsigned> seen(2048);
    // when
    std::istringstream split{std::string(must(draw_passphrase(list, random, kDraws)).view())};
    for (std::string word; split >> word;) {
        ++seen.at(list.find(word).value());
    }
    // then: chi-square with 2,047 degrees of freedom has mean 2,047 and deviation 64
    double chi = 0;
    for (unsigned const count : seen) {
        chi += (count - kExpected) * (count - kExpected) / kExpected;
    }
    EXPECT_LT(std::abs(chi - 2047), 6 * 64);
}

TEST(Passphrase, IsTheSameHoweverItWasTyped) {
    std::string const drawn = "appel boom citroen";
    for (std::string_view typed :
         {"appel boom citroen", "  Appel  BOOM\tcitroen\r\n", "appel-boom-citroen",
          "appel \xE2\x80\x93 boom \xC2\xA0 citroen", "appel, boom. citroen",
          "-appel_boom_citroen-", "appel\u2011boom\u2212citroen"}) {
        EXPECT_EQ(normal(typed), drawn) << typed;
    }
    EXPECT_NE(normal("appelboom citroen"), drawn);
    EXPECT_EQ(normal(" - "), "");
    EXPECT_EQ(normal("Caf\xC3\xA9"), "caf\xC3\xA9");
}

TEST(Passphrase, IsRefusedOnlyWhenItCannotBeOne) {
    std::string const longest(kMaxTypedWordBytes, 'a');
    EXPECT_EQ(normal(longest), longest);
    for (std::string const& typed : {longest + "a", std::string("geheim\xFF")}) {
        auto const phrase = normalise_passphrase(typed);
        ASSERT_FALSE(phrase);
        EXPECT_EQ(phrase.error().code, ErrorCode::invalid_input);
        EXPECT_EQ(phrase.error().message.find("geheim"), std::string::npos);
        EXPECT_FALSE(derive_login_keys(typed, kSalt, kCheap));
    }
}

TEST(Login, GivesTheSameKeysForTheSamePassphraseOnly) {
    LoginKeys const keys = must(derive_login_keys("appel boom", kSalt, kCheap));
    EXPECT_EQ(keys.wrap_key.view().size(), 32U);
    EXPECT_EQ(keys.proof.view().size(), 32U);
    EXPECT_TRUE(is_same_login(must(derive_login_keys("Appel-Boom ", kSalt, kCheap)), keys));
    EXPECT_FALSE(is_same_login(must(derive_login_keys("boom appel", kSalt, kCheap)), keys));
    EXPECT_FALSE(is_same_login(must(derive_login_keys("appel boom", {}, kCheap)), keys));
    EXPECT_FALSE(is_same_login(
        must(derive_login_keys("appel boom", kSalt, {.passes = 2, .memory_kib = 8})), keys));
    EXPECT_TRUE(derive_login_keys("", kSalt, kCheap)); // as slow as any other wrong one
}

TEST(Login, IsCheckedWithoutKeepingTheProof) {
    LoginKeys const keys = must(derive_login_keys("appel boom", kSalt, kCheap));
    Hash const verifier = login_verifier(keys.proof.view());
    EXPECT_TRUE(fits_verifier(keys.proof.view(), verifier));
    EXPECT_FALSE(fits_verifier(keys.wrap_key.view(), verifier));
    EXPECT_FALSE(fits_verifier(verifier.bytes, verifier)); // stealing the log's row is no login
    EXPECT_FALSE(fits_verifier({}, verifier));
}

TEST(Login, RefusesACostNobodyIsWillingToPay) {
    for (LoginCost const cost :
         {LoginCost{.passes = 0, .memory_kib = 8}, LoginCost{.passes = 1, .memory_kib = 7},
          LoginCost{.passes = 1, .memory_kib = 0},
          LoginCost{.passes = kMaxLoginPasses + 1, .memory_kib = 8},
          LoginCost{.passes = 1, .memory_kib = kMaxLoginMemoryKib + 1},
          LoginCost{.passes = 0xFFFFFFFF, .memory_kib = 0xFFFFFFFF}}) {
        auto const keys = derive_login_keys("appel boom", kSalt, cost);
        ASSERT_FALSE(keys) << cost.passes << " " << cost.memory_kib;
        EXPECT_EQ(keys.error().code, ErrorCode::unsupported);
    }
    EXPECT_TRUE(check(LoginCost{}));
    EXPECT_TRUE(check({.passes = kMaxLoginPasses, .memory_kib = kMaxLoginMemoryKib}));
}

} // namespace
} // namespace inloop::seal
