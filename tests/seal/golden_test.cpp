// SPDX-License-Identifier: EUPL-1.2
//
// The formats to the byte. The expected values were composed a second time from format.md, in
// another language, so that a change of a format cannot pass as a change of a test.
#include "kiosk/base/hex.h"
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealer.h"
#include "tests/seal/golden.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

namespace inloop::seal {
namespace {

using golden::all;
using golden::CountingRandom;
using golden::FixedSodium;
using support::must;
using support::signing_key;

constexpr std::uint32_t kEpoch = 150;
constexpr std::uint64_t kBegin = 1'704'067'200 + kEpoch * std::uint64_t{604'800};

WeekSecretKey week() {
    return must(WeekSecretKey::from_bytes(kEpoch, all<32>(2)));
}
LogSignPublicKey log_sign() {
    return {signing_key(1).public_key()};
}

Bytes policy_file() {
    PolicyDraft draft(Deployment{{all<16>(4)}, {all<16>(5)}, log_sign()});
    draft.announce({.epoch = kEpoch,
                    .not_before = kBegin,
                    .week_key = week().public_key(),
                    .log_sign = log_sign()},
                   signing_key(1));
    return draft.write(signing_key(1));
}

entries::EntryFacts facts() {
    entries::EntryFacts facts = support::question();
    facts.day = 20775;
    return facts;
}

Bytes envelope() {
    support::ManualClock clock;
    CountingRandom random;
    Sealer sealer = must(Sealer::create(must(read_policy(policy_file(), log_sign())),
                                        DeviceKey(signing_key(3)), clock, random));
    entries::Letter const letter = support::letter_of("Wie is hier de wijkagent?", facts());
    FixedSodium const fixed;
    return must(sealer.seal(letter, {all<32>(6)}, 7));
}

TEST(Golden, Policy) {
    EXPECT_EQ(policy_file().size(), 316U);
    EXPECT_EQ(hex(hash_of(policy_file()).bytes),
              "4cbc54166faca091291ef9b36824e85597c8603781c5422a20810f38cef73f4d");
}

TEST(Golden, InsideOfALetter) {
    SecretBytes const inside =
        must(write_plaintext(support::letter_of("Wie is hier de wijkagent?", facts())));
    EXPECT_TRUE(hex(inside.view())
                    .starts_with("01"
                                 "01010001"
                                 "0202006e6c"
                                 "0305006275757274"
                                 "04010001"
                                 "05040027510000"
                                 "06010003"
                                 "07010002"
                                 "081900"
                                 "57696520697320686965722064652077696a6b6167656e743f"
                                 "80000000"));
}

TEST(Golden, InsideOfALetterThatSaysEverything) {
    entries::EntryFacts all_facts = facts();
    all_facts.kind = entries::EntryKind::pass_on;
    all_facts.happening = entries::Happening::no;
    all_facts.spot = {"rolderstraat", entries::MapPoint{52'992'712, -6'564'238}};
    all_facts.answers = {{"when", "evening"}, {"before", "yes"}};
    all_facts.passing = entries::Passing::yes;
    all_facts.contact = entries::ContactWish::call;
    SecretBytes const inside =
        must(write_plaintext(support::letter_of("Hallo", all_facts, "06-12345678")));
    EXPECT_TRUE(hex(inside.view())
                    .starts_with("01"
                                 "01010002"
                                 "0202006e6c"
                                 "0305006275757274"
                                 "04010001"
                                 "05040027510000"
                                 "06010003"
                                 "07010002"
                                 "08050048616c6c6f"
                                 "09010001"
                                 "0a0c00726f6c646572737472616174"
                                 "0b0800c89a280372d69bff"
                                 "0c17007768656e3d6576656e696e673b6265666f72653d796573"
                                 "0d010002"
                                 "0e010001"
                                 "0f0b0030362d3132333435363738"
                                 "80000000"));
}

TEST(Golden, Envelope) {
    Bytes const letter = envelope();
    EXPECT_EQ(hex(ByteView(letter).first(80)),
              "504b4231"
              "01"
              "50"
              "0000"
              "96000000"
              "00000000"
              "b6e8cee269bf6989"
              "0700000000000000"
              "202122232425262728292a2b2c2d2e2f"
              "0606060606060606060606060606060606060606060606060606060606060606");
    EXPECT_EQ(letter.size(), 1292U);
    EXPECT_EQ(hex(hash_of(letter).bytes),
              "1461edd2b2c03a822618c724cf9a1a90ea9054f79173f0ce1e5441b40ea50db8");
    EXPECT_EQ(must(open_letter(letter, week())).text.view(), "Wie is hier de wijkagent?");
}

TEST(Golden, Acknowledgement) {
    Bytes const letter = envelope();
    EnvelopeHeader const header = must(read_envelope_header(letter));
    Bytes const ack = write_acknowledgement({.device_id = header.device_id,
                                             .seq = header.seq,
                                             .entry_id = header.entry_id,
                                             .envelope = hash_of(letter),
                                             .server_seq = 9,
                                             .server_time = kBegin},
                                            signing_key(8));
    EXPECT_EQ(hex(hash_of(ack).bytes),
              "c0dabcf20b5a147d61607e794834251ac1ec38cde9c9d81babd400dc4b3d2210");
}

TEST(Golden, DeviceKeyFile) {
    support::MemoryFiles files;
    ByteArray<32> const seed = all<32>(3);
    Bytes file;
    append(file, as_bytes("PKD1"));
    append(file, seed);
    append(file, signing_key(3).public_key());
    EXPECT_EQ(hex(file), "504b44310303030303030303030303030303030303030303030303030303030303030303"
                         "ed4928c628d1c2c6eae90338905995612959273a5c63f93636c14614ac8737d1");
    files.put("/device.key", file);
    CountingRandom random;
    auto const key = must(DeviceKey::load_or_create(files, "/device.key", random));
    EXPECT_EQ(hex(key.id().bytes), "b6e8cee269bf6989");
}

TEST(Golden, ReceiptAtTheCostOfASite) {
    auto const words = must(entries::WordList::parse(support::synthetic_word_file(), "words"));
    // "aaaa-aaabx-aaacxy-aaadxyz-adatxyz"
    auto const keys = must(derive_receipt_keys({{0, 1, 2, 3, 2047}}, words, {all<16>(5)}));
    EXPECT_EQ(hex(keys.public_key.bytes),
              "df229ef9f42f69c474265033171a1bedc1fa6d68f099a50941bf665053b2560b");
    EXPECT_EQ(hex(hash_of(keys.secret.view()).bytes),
              "f98e00148b41ffa068aa9afd8d3c288d06c056b93d872ec46db957d326c4fe56");
}

} // namespace
} // namespace inloop::seal
