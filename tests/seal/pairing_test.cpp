// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/receipt_code.h"
#include "kiosk/seal/pairing.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

namespace inloop::seal {
namespace {

using support::SeededRandom;

PairingKeys some_keys() {
    PairingKeys keys;
    SeededRandom random(1);
    random.fill(keys.device.bytes);
    random.fill(keys.log_sign.bytes);
    random.fill(keys.ack_sign.bytes);
    random.fill(keys.server_key);
    random.fill(keys.deployment.bytes);
    return keys;
}

// Calls `check` with each of the five changed in one bit.
template <class Check>
void with_each_changed(Check check) {
    for (int which = 0; which < 5; ++which) {
        PairingKeys keys = some_keys();
        std::byte& byte = which == 0   ? keys.device.bytes[31]
                          : which == 1 ? keys.log_sign.bytes[31]
                          : which == 2 ? keys.ack_sign.bytes[31]
                          : which == 3 ? keys.server_key[31]
                                       : keys.deployment.bytes[15];
        byte ^= std::byte{1};
        check(keys);
    }
}

TEST(PairingCode, IsReadBackAsItIsShown) {
    SeededRandom random(1);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        PairingCode const code = draw_pairing_code(random);
        std::string const text = shown(code);
        ASSERT_EQ(text.size(), 11U);
        ASSERT_EQ(text[5], '-');
        ASSERT_EQ(text.find_first_of("ILOU"), std::string::npos);
        ASSERT_EQ(parse_pairing_code(text), code);
        seen.insert(text);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(PairingCode, DrawsEverySignEquallyOften) {
    SeededRandom random(3);
    std::map<char, int> seen;
    constexpr int kCodes = 10'000;
    for (int i = 0; i < kCodes; ++i) {
        for (char const sign : draw_pairing_code(random).signs) {
            ++seen[sign];
        }
    }
    EXPECT_EQ(seen.size(), 32U);
    double chi = 0;
    constexpr double kExpected = kCodes * 10 / 32.0;
    for (auto const& [sign, count] : seen) {
        chi += (count - kExpected) * (count - kExpected) / kExpected;
    }
    EXPECT_LT(std::abs(chi - 31), 6 * std::sqrt(62.0)); // 31 degrees of freedom
}

TEST(PairingCode, IsReadHoweverItIsTyped) {
    PairingCode const code{{'A', 'B', '0', '0', '1', '1', '1', 'Z', '9', 'T'}};
    for (std::string_view typed :
         {"AB001-11Z9T", "ab001 11z9t", "ABOO1IlZ9T", "aboo-lL-I-z9t", " a b 0 o 1 1 i z 9 t "}) {
        EXPECT_EQ(parse_pairing_code(typed), code) << typed;
    }
}

TEST(PairingCode, IsNotGuessedFromAnythingElse) {
    for (std::string_view typed : {"", "-", "AB001-11Z9", "AB001-11Z9TT", "AB001-11Z9U",
                                   "AB001.11Z9T", "AB001\n11Z9T", "AB001-11Z9\xC3\xA9"}) {
        EXPECT_FALSE(parse_pairing_code(typed)) << typed;
    }
}

TEST(PairingProof, FitsItsCodeDeviceAndServerOnly) {
    PairingKeys const keys = some_keys();
    PairingCode const code = parse_pairing_code("ABCDE-12345").value();
    PairingCode const other = parse_pairing_code("ABCDE-12346").value();
    Hash const proof = pairing_proof(code, keys.device, keys.server_key);
    EXPECT_TRUE(is_same_proof(proof, pairing_proof(code, keys.device, keys.server_key)));
    EXPECT_FALSE(is_same_proof(proof, pairing_proof(other, keys.device, keys.server_key)));
    EXPECT_FALSE(is_same_proof(proof, pairing_proof(code, {}, keys.server_key)));
    EXPECT_FALSE(is_same_proof(proof, pairing_proof(code, keys.device, {})));
}

TEST(PairingProof, OfTheReplyCoversAllThatIsPinned) {
    PairingCode const code = parse_pairing_code("ABCDE-12345").value();
    Hash const proof = pairing_reply_proof(code, some_keys());
    EXPECT_TRUE(is_same_proof(proof, pairing_reply_proof(code, some_keys())));
    with_each_changed([&](PairingKeys const& keys) {
        EXPECT_FALSE(is_same_proof(proof, pairing_reply_proof(code, keys)));
    });
    EXPECT_FALSE(is_same_proof(
        proof, pairing_reply_proof(parse_pairing_code("ABCDE-12346").value(), some_keys())));
}

TEST(PairingWords, ChangeWithEveryKey) {
    auto const words = pairing_words(some_keys());
    for (std::uint16_t const word : words) {
        EXPECT_LT(word, entries::kWordCount);
    }
    EXPECT_EQ(pairing_words(some_keys()), words);
    with_each_changed([&](PairingKeys const& keys) { EXPECT_NE(pairing_words(keys), words); });
}

} // namespace
} // namespace inloop::seal
