// SPDX-License-Identifier: EUPL-1.2
//
// After a session is over nothing it opened is left in the memory of the process: no key, no text.
// The program is linked with the wiping heap, as the log is.
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/passphrase.h"
#include "kiosk/seal/person_blob.h"
#include "tests/support/log_site.h"
#include "tests/support/memory_scan.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::vault {
namespace {

using support::must;
using support::Needle;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kHeapIsOurs = false;
#else
constexpr bool kHeapIsOurs = true;
#endif

constexpr std::size_t kLetters = 24;
volatile std::size_t const kStep = 7;

// Made at run time: nothing but what was opened may hold these letters together.
char letter_at(std::size_t i) {
    return static_cast<char>('a' + (i * kStep + 3) % 26);
}

std::vector<Needle> text_needles() {
    Needle needle("the text");
    for (std::size_t i = 0; i < kLetters; ++i) {
        needle.add(static_cast<std::uint8_t>(letter_at(i)));
    }
    return support::in_every_encoding(needle);
}

// The middle of a key: libsodium sets bits at both ends of some copies.
Needle key_needle(std::string name, ByteView key) {
    Needle needle(std::move(name));
    for (std::byte const byte : key.subspan(8, 16)) {
        needle.add(std::to_integer<std::uint8_t>(byte));
    }
    return needle;
}

class VaultMemory : public testing::Test {
protected:
    // A sealed letter, whose text is gone from here.
    records::Entry arrive() {
        auto text = std::string(kLetters, ' ');
        for (std::size_t i = 0; i < kLetters; ++i) {
            text[i] = letter_at(i);
        }
        auto entry = site.arrive(text);
        for (char& letter : text) {
            static_cast<char volatile&>(letter) = 0;
        }
        return entry;
    }
    std::vector<Needle> key_needles(Session& session) {
        std::vector<Needle> all{key_needle("the signing key", must(session.log_sign())->seed())};
        for (auto const* week : must(session.week_keys())) {
            all.push_back(key_needle("week " + std::to_string(week->epoch()), week->bytes()));
        }
        return all;
    }
    // What the lead's passphrase opens, which goes with what is returned.
    std::vector<Needle> person_needles() {
        auto const person = must(site.store().person("Ilse")).value();
        auto const start = must(site.keeper->begin_login("Ilse"));
        auto const keys =
            must(seal::derive_login_keys(site.lead.passphrase, start.salt, start.cost));
        auto const box = must(seal::open_person_blob(person.blob, keys.wrap_key.view()));
        return {key_needle("the person's secret", box.secret.view()),
                key_needle("the wrap key", keys.wrap_key.view()),
                key_needle("the proof", keys.proof.view())};
    }
    support::LogSite site;
};

TEST_F(VaultMemory, HoldsNothingAfterLogout) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << "the sanitizer owns the heap: memory was not looked at";
    }
    auto const entry = arrive();
    std::vector<Needle> needles = text_needles();
    auto const person = person_needles();
    needles.insert(needles.end(), person.begin(), person.end());
    {
        auto const session = site.login(site.lead);
        auto const letter = must(session->read(entry, "dienst"));
        ASSERT_EQ(letter.text.size(), kLetters);
        must(session->scan({entry, entry}, [](auto const&, auto const&, auto) {}));
        auto const sealed =
            must(session->seal_note(entry, records::NoteKind::internal, letter.text.view()));
        ASSERT_TRUE(session->open_note(entry, {.entry = entry.id, .sealed = sealed}));
        auto const keys = key_needles(*session);
        needles.insert(needles.end(), keys.begin(), keys.end());

        // Negative control: while it is open, text and every key are there.
        for (Needle const& needle : {needles.front(), person.front(), keys.front(), keys.back()}) {
            EXPECT_FALSE(support::scan_memory({&needle, 1}).empty()) << needle.name();
        }
    }

    auto const left = support::scan_memory(needles);
    EXPECT_TRUE(left.empty()) << support::to_string(left);
}

// A search keeps no text while the session goes on.
TEST_F(VaultMemory, HoldsNoTextAfterAScan) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << "the sanitizer owns the heap: memory was not looked at";
    }
    auto const entry = arrive();
    std::vector<Needle> const needles = text_needles();
    auto const session = site.login(site.lead);

    must(session->scan({entry}, [&](auto const&, auto const&, auto) {
        EXPECT_FALSE(support::scan_memory({needles.data(), 1}).empty()) << "the control";
    }));

    auto const left = support::scan_memory(needles);
    EXPECT_TRUE(left.empty()) << support::to_string(left);
}

TEST_F(VaultMemory, HoldsNothingOfALoginThatWasRefused) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << "the sanitizer owns the heap: memory was not looked at";
    }
    std::vector<Needle> needles;
    {
        auto const session = site.login(site.lead);
        needles = key_needles(*session);
    }
    auto const person = person_needles();
    needles.insert(needles.end(), person.begin(), person.end());
    auto const refused = must(site.try_login(*site.keeper, "Ilse", site.lead.passphrase, "000000"));
    ASSERT_FALSE(refused);

    auto const left = support::scan_memory(needles);
    EXPECT_TRUE(left.empty()) << support::to_string(left);
}

} // namespace
} // namespace inloop::vault
