// SPDX-License-Identifier: EUPL-1.2
//
// The formats of the officers' log to the byte. As in golden_test.cpp, the expected values were
// composed a second time from format.md, in another language.
#include "kiosk/base/hex.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/keyed_seal.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/seal/passphrase.h"
#include "kiosk/seal/person_blob.h"
#include "kiosk/seal/recovery_words.h"
#include "kiosk/seal/signed_parcel.h"
#include "tests/seal/golden.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <sstream>
#include <string>

namespace inloop::seal {
namespace {

using golden::all;
using golden::CountingRandom;
using golden::FixedSodium;
using support::must;
using support::signing_key;

constexpr std::uint32_t kEpoch = 150;
constexpr PersonId kPerson{all<16>(0x0A)};

BoxKeys person_keys() {
    return must(BoxKeys::from_secret(all<32>(0x0C)));
}
WeekSecretKey week() {
    return must(WeekSecretKey::from_bytes(kEpoch, all<32>(2)));
}
entries::WordList words() {
    return must(entries::WordList::parse(support::synthetic_word_file(), "words"));
}
EntryId entry() {
    EntryId id;
    std::iota(reinterpret_cast<unsigned char*>(id.bytes.data()),
              reinterpret_cast<unsigned char*>(id.bytes.data()) + id.bytes.size(), 0x20);
    return id;
}
ReceiptKeyPair receipt() {
    BoxKeys keys = must(BoxKeys::from_secret(all<32>(0x0F)));
    return {{keys.public_key.bytes}, std::move(keys.secret)};
}
std::string hash_hex(ByteView bytes) {
    return hex(hash_of(bytes).bytes);
}

TEST(LogGolden, WeekWrap) {
    FixedSodium const fixed;
    Bytes const wrap = must(write_week_wrap(week(), kPerson, person_keys().public_key));
    EXPECT_EQ(hex(ByteView(wrap).first(20)), "960000000a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a");
    EXPECT_EQ(hash_hex(wrap), "80ecd57266db8e19aa710a293c4a6344555e7b168514718576e7db16544c2576");
}

TEST(LogGolden, LogSignWrap) {
    FixedSodium const fixed;
    Bytes const wrap = must(write_log_sign_wrap(signing_key(1), kPerson, person_keys().public_key));
    EXPECT_EQ(wrap.size(), 132U);
    EXPECT_EQ(hash_hex(wrap), "70d6a34bcdc174ad135cd3b5138cf3c90025d252241d82f8ac3ee1b4d28db8c0");
}

TEST(LogGolden, Login) {
    LoginKeys const keys =
        must(derive_login_keys("aaaa aaabx aaacxy aaadxyz aaae adatxyz", {all<16>(0x0B)},
                               {.passes = 3, .memory_kib = 1024}));
    EXPECT_EQ(hex(keys.wrap_key.view()),
              "f4970f9a6d49eccab3bb0eb148ce8912201d0d26cd0426def8319e2b793da0d0");
    EXPECT_EQ(hex(login_verifier(keys.proof.view()).bytes),
              "c441631bbd13143e1789f7ef9d2138dd5ce93d94bdbb297057ad424a6c159c2f");
}

TEST(LogGolden, PersonBlob) {
    CountingRandom random;
    Bytes const blob = must(write_person_blob({.person = kPerson, .salt = {all<16>(0x0B)}},
                                              person_keys(), all<32>(0x0D), random));
    EXPECT_EQ(hex(ByteView(blob).first(76)),
              "504b4f31"
              "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"
              "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"
              "03000000"
              "00000400"
              "97c3b10b4d6c133a78ea5dcc1cf6421d3f81ae37b1f628ce14ca6fce7730f333");
    EXPECT_EQ(hash_hex(blob), "eb4b2a97f2e714cd497c79f31885dd041cb4f6cd0c27586be731cabbf2928eb3");
}

TEST(LogGolden, KeyedSeal) {
    CountingRandom random;
    EXPECT_EQ(hex(must(seal_with_key(all<32>(0x0D), "totp", as_bytes("geheim"), random))),
              "000102030405060708090a0b0c0d0e0f1011121314151617"
              "b5c185803fd2"
              "6123810187f356bf6dbb94aeb99395b2");
}

TEST(LogGolden, RecoveryWords) {
    ByteArray<32> secret{};
    CountingRandom random;
    random.fill(secret);
    entries::WordList const list = words();
    SecretText const text = must(recovery_words(secret, list));
    std::istringstream split{std::string(text.view())};
    std::vector<std::uint16_t> numbers;
    for (std::string word; split >> word;) {
        numbers.push_back(list.find(word).value());
    }
    EXPECT_EQ(numbers, (std::vector<std::uint16_t>{0,   64,   1030, 64,  643,  28,   257, 266,
                                                   88,  771,  540,  241, 8,    1096, 610, 1045,
                                                   176, 1478, 50,   417, 1422, 116,  963, 1995}));
}

TEST(LogGolden, Answer) {
    FixedSodium const fixed;
    Bytes const answer = must(write_answer(
        {.id = {all<16>(0x0E)}, .entry = entry(), .receipt = receipt().public_key, .number = 1},
        "Morgen om tien uur bent u welkom.", signing_key(1)));
    EXPECT_EQ(hex(ByteView(answer).first(80)),
              "504b4131"
              "01"
              "000000"
              "0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e"
              "202122232425262728292a2b2c2d2e2f"
              "7e81e916e3afcdb31ef74d8db923f2ba15b82a1aa6594ea228dcdf27d7b54f6c"
              "01000000"
              "30020000");
    EXPECT_EQ(answer.size(), 704U);
    EXPECT_EQ(hash_hex(answer), "815d7e3d5514ebd540d808b856f5263947ebbba3a00e21971142ff0f5ffe955b");
}

TEST(LogGolden, Note) {
    CountingRandom random;
    Bytes const note = must(seal_note(all<32>(0x10), entry(), 1, as_bytes("Gebeld."), random));
    EXPECT_EQ(note.size(), 296U);
    EXPECT_EQ(hash_hex(note), "d61a78da58744cb4fe964a5fc2aaf5e0a00aaba3e9bbd1f18c8749d4842a7545");
}

TEST(LogGolden, FollowUp) {
    // given
    LogSignPublicKey const log_sign{signing_key(1).public_key()};
    PolicyDraft draft(Deployment{{all<16>(4)}, {all<16>(5)}, log_sign});
    draft.announce({.epoch = kEpoch, .week_key = week().public_key(), .log_sign = log_sign},
                   signing_key(1));
    Policy const policy = must(read_policy(draft.write(signing_key(1)), log_sign));
    DeviceKey const device(signing_key(3));
    support::ManualClock clock;
    CountingRandom random;
    entries::EntryFacts facts = support::question();
    facts.day = 20775;
    // when
    FixedSodium const fixed;
    Bytes const envelope = must(seal_follow_up(
        {.policy = policy, .device = device, .clock = clock, .random = random}, receipt(),
        {.action = Action::withdraw, .text = support::secret_text("")}, facts, 8));
    // then
    EXPECT_EQ(envelope.size(), 1292U);
    EXPECT_EQ(hash_hex(envelope),
              "9c089c1d8cb4ef1f83e58e0727d07b3b8e8da316f75c16629a484f1460f45996");
}

TEST(LogGolden, Pairing) {
    PairingCode const code{{'A', 'B', 'C', 'D', 'E', '1', '2', '3', '4', '5'}};
    PairingKeys const keys{.device = {signing_key(3).public_key()},
                           .log_sign = {signing_key(1).public_key()},
                           .ack_sign = {signing_key(8).public_key()},
                           .server_key = all<32>(0x11),
                           .deployment = {all<16>(4)}};
    EXPECT_EQ(hex(pairing_proof(code, keys.device, keys.server_key).bytes),
              "5ec27e83f904dafb91ba6e29a4edd6033409e806878929ba8a8bb07c979f3d7d");
    EXPECT_EQ(hex(pairing_reply_proof(code, keys).bytes),
              "bf2e9eff3ffda67c75eb833823d2583d68ce4fa04b26315361492b7a93e58ce7");
    EXPECT_EQ(pairing_words(keys), (std::array<std::uint16_t, 5>{140, 338, 1217, 645, 255}));
}

TEST(LogGolden, SignedParcel) {
    Bytes const parcel = must(sign_parcel("PKX1", as_bytes("Hallo"), signing_key(3)));
    EXPECT_EQ(hex(ByteView(parcel).first(13)), "504b5831"
                                               "05000000"
                                               "48616c6c6f");
    EXPECT_EQ(hash_hex(parcel), "864f3dfa43bd352f16fd124328df273d98c8d5dce19d577e96e9f19c6135735c");
}

} // namespace
} // namespace inloop::seal
