// SPDX-License-Identifier: EUPL-1.2
//
// What happens when libsodium gives no guarded memory, at every single request for it: an honest
// error, never half a thing.
#include "kiosk/seal/answer.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/passphrase.h"
#include "kiosk/seal/person_blob.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/recovery_words.h"
#include "kiosk/seal/sealer.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/sodium_faults.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>

namespace inloop::seal {
namespace {

using support::MemoryFiles;
using support::must;
using support::SealedSite;
using support::SeededRandom;
using support::SodiumFaults;

template <class T>
std::optional<Error> fault_of(Result<T> const& result) {
    return result ? std::nullopt : std::optional(result.error());
}

// Fails request 0, then 1, ... until the action needs no more; returns how many there were.
std::size_t fail_each(std::function<std::optional<Error>()> const& action) {
    for (std::size_t n = 0; n < 200; ++n) {
        SodiumFaults faults;
        faults.fail_memory_at(n);
        std::optional<Error> const fault = action();
        if (!fault) {
            return n; // negative control: without a fault it works
        }
        EXPECT_EQ(fault->code, ErrorCode::unavailable) << "request " << n << ": " << fault->message;
    }
    ADD_FAILURE() << "never succeeded";
    return 0;
}

TEST(GuardedMemory, MissingWhileSealingGivesNoLetter) {
    SealedSite site;
    entries::Letter const letter = support::letter_of("Hallo", support::full_facts(), "0612345678");
    EXPECT_EQ(fail_each([&] { return fault_of(site.sealer.seal(letter, {}, 1)); }),
              2U); // the padded text, the letter key
}

TEST(GuardedMemory, MissingWhileOpeningGivesNoText) {
    SealedSite site;
    Bytes const letter = site.letter("Hallo");
    EXPECT_EQ(fail_each([&] { return fault_of(open_letter(letter, site.weeks[0])); }),
              4U); // the letter key, the padded text, the text, the contact
}

TEST(GuardedMemory, MissingWhileReadingAWeekKeyGivesNone) {
    Bytes const secret(32, std::byte{1});
    EXPECT_EQ(fail_each([&] { return fault_of(WeekSecretKey::from_bytes(1, secret)); }), 1U);
}

TEST(GuardedMemory, MissingWhileMakingAReceiptGivesNoKeys) {
    auto const words = must(entries::WordList::parse(support::synthetic_word_file(), "words"));
    ReceiptCost const cheap{.passes = 1, .memory_bytes = 8192};
    EXPECT_EQ(fail_each([&] { return fault_of(derive_receipt_keys({}, words, {}, cheap)); }), 3U);
    EXPECT_EQ(fail_each([&] {
                  SeededRandom random(1);
                  return fault_of(draw_unanswered_key(random));
              }),
              2U);
}

TEST(GuardedMemory, MissingWhileMakingADeviceKeyLeavesNoFile) {
    EXPECT_EQ(fail_each([&] {
                  MemoryFiles files;
                  SeededRandom random(1);
                  auto const key = DeviceKey::load_or_create(files, "/device.key", random);
                  EXPECT_EQ(files.has("/device.key"), key.has_value());
                  return fault_of(key);
              }),
              3U); // the seed, the key, the file
}

TEST(GuardedMemory, MissingWhileLoadingADeviceKeyLeavesTheFile) {
    MemoryFiles files;
    SeededRandom random(1);
    DevicePublicKey const made =
        must(DeviceKey::load_or_create(files, "/device.key", random)).public_key();
    EXPECT_EQ(fail_each([&] {
                  return fault_of(DeviceKey::load_or_create(files, "/device.key", random));
              }),
              1U);
    EXPECT_EQ(must(DeviceKey::load_or_create(files, "/device.key", random)).public_key(), made);
}

TEST(GuardedMemory, MissingWhileMakingADemoLeavesNoFiles) {
    support::ManualClock clock;
    EXPECT_GT(fail_each([&] {
                  MemoryFiles files;
                  SeededRandom random(1);
                  auto const made = make_demo_site(files, random, clock, "/demo");
                  EXPECT_EQ(files.has("/demo"), made.has_value());
                  return fault_of(made);
              }),
              9U);
}

TEST(GuardedMemory, MissingWhileReadingADemoKeyGivesNone) {
    support::ManualClock clock;
    MemoryFiles files;
    SeededRandom random(1);
    must(make_demo_site(files, random, clock, "/demo"));
    EXPECT_EQ(fail_each([&] { return fault_of(read_demo_key(files, "/demo/demo-log.key")); }), 10U);
}

TEST(GuardedMemory, MissingInALoginGivesNoKeys) {
    LoginCost const cheap{.passes = 1, .memory_kib = 8};
    EXPECT_EQ(fail_each([&] { return fault_of(derive_login_keys("a b", {}, cheap)); }),
              5U); // the words twice, what is stretched, its halves
}

TEST(GuardedMemory, MissingWithAPersonsKeysGivesNone) {
    SealedSite site;
    PersonId const person{};
    BoxKeys const keys = must(BoxKeys::generate(site.random));
    Bytes const wrap_key(32);
    Bytes const blob = must(write_person_blob({.person = person}, keys, wrap_key, site.random));
    Bytes const week = must(write_week_wrap(site.weeks[0], person, keys.public_key));
    Bytes const log_sign = must(write_log_sign_wrap(site.log_sign, person, keys.public_key));
    WeekAnnouncement const announced = site.policy().weeks()[0];
    EXPECT_EQ(fail_each([&] { return fault_of(BoxKeys::generate(site.random)); }), 1U);
    EXPECT_EQ(fail_each([&] { return fault_of(open_person_blob(blob, wrap_key)); }), 2U);
    EXPECT_EQ(fail_each([&] { return fault_of(open_week_wrap(week, person, keys, announced)); }),
              2U);
    EXPECT_EQ(fail_each([&] { return fault_of(open_log_sign_wrap(log_sign, person, keys)); }), 2U);
}

TEST(GuardedMemory, MissingWithWordsGivesNone) {
    auto const words = must(entries::WordList::parse(support::synthetic_word_file(), "words"));
    Bytes const secret(32, std::byte{1});
    std::string const paper(must(recovery_words(secret, words)).view());
    SeededRandom random(1);
    EXPECT_EQ(fail_each([&] { return fault_of(draw_passphrase(words, random)); }), 1U);
    EXPECT_EQ(fail_each([&] { return fault_of(recovery_words(secret, words)); }), 2U);
    EXPECT_EQ(fail_each([&] { return fault_of(secret_of_recovery_words(paper, words)); }), 4U);
}

TEST(GuardedMemory, MissingWithAnAnswerGivesNoText) {
    SealedSite site;
    BoxKeys keys = must(BoxKeys::generate(site.random));
    ReceiptKeyPair const receipt{{keys.public_key.bytes}, std::move(keys.secret)};
    Answer const answer{.receipt = receipt.public_key};
    Bytes const bytes = must(write_answer(answer, "Hallo", site.log_sign));
    EXPECT_EQ(fail_each([&] { return fault_of(write_answer(answer, "Hallo", site.log_sign)); }),
              1U);
    EXPECT_EQ(fail_each([&] { return fault_of(open_answer(bytes, receipt)); }), 2U);
}

TEST(GuardedMemory, MissingWithANoteGivesNoText) {
    SeededRandom random(1);
    Bytes const key(32);
    Bytes const note = must(seal_note(key, {}, 1, as_bytes("Gebeld."), random));
    EXPECT_EQ(fail_each([&] { return fault_of(seal_note(key, {}, 1, {}, random)); }), 1U);
    EXPECT_EQ(fail_each([&] { return fault_of(open_note(key, {}, 1, note)); }), 2U);
}

TEST(GuardedMemory, MissingWithAFollowUpGivesNone) {
    SealedSite site;
    BoxKeys keys = must(BoxKeys::generate(site.random));
    ReceiptKeyPair const receipt{{keys.public_key.bytes}, std::move(keys.secret)};
    FollowUp const message{Action::message, support::secret_text("Hallo")};
    auto const seal = [&] {
        return seal_follow_up({.policy = site.sealer.policy(),
                               .device = site.sealer.device(),
                               .clock = site.clock,
                               .random = site.random},
                              receipt, message, support::question(), 1);
    };
    Bytes const envelope = must(seal());
    EXPECT_EQ(fail_each([&] { return fault_of(seal()); }),
              3U); // the letter key, the agreed secret, the padded text
    EXPECT_EQ(fail_each([&] { return fault_of(open_any(envelope, site.weeks[0])); }),
              2U); // the block it is opened in, the text
}

TEST(Sodium, ThatDoesNotStartStopsEverything) {
    SealedSite site;
    DeviceKey device(support::signing_key(3));
    SodiumFaults faults;
    faults.fail_start();
    EXPECT_EQ(SecretBytes::with_size(1).error().code, ErrorCode::unavailable);
    auto const sealer = Sealer::create(site.policy(), std::move(device), site.clock, site.random);
    ASSERT_FALSE(sealer);
    EXPECT_EQ(sealer.error().code, ErrorCode::unavailable);
}

TEST(Sodium, ThatCannotSealGivesNoLetter) {
    SealedSite site;
    entries::Letter const letter = support::letter_of("Hallo");
    SodiumFaults faults;
    faults.fail_sealing();
    auto const sealed = site.sealer.seal(letter, {}, 1);
    ASSERT_FALSE(sealed);
    EXPECT_EQ(sealed.error().code, ErrorCode::crypto);
}

} // namespace
} // namespace inloop::seal
