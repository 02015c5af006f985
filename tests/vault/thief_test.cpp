// SPDX-License-Identifier: EUPL-1.2
//
// Somebody took every file of the log, has this program, and nobody is logged in. Whatever of 32
// bytes stands in keys.db is tried as the secret of everything.
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/keyed_seal.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/person_blob.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace inloop::vault {
namespace {

namespace fs = std::filesystem;
using support::must;

constexpr std::size_t kEntries = 1000;
using Key = ByteArray<32>;

class Thief : public testing::Test {
protected:
    Thief() {
        static_cast<void>(site.add("Bram", records::Role::officer));
        static_cast<void>(site.add("Vera", records::Role::volunteer));
        must(site.store().transaction([&]() -> Result<void> {
            for (std::size_t i = 0; i < kEntries; ++i) {
                site.arrive("Bericht " + std::to_string(i));
            }
            return {};
        }));
        site.keeper.reset();
        site.rig.close();
        fs::copy(site.rig.data(), site.rig / "loot", fs::copy_options::recursive);
        loot = must(site.rig.open(site.rig / "loot"));
        entries = must(loot->entries_after(0));
    }

    // The secrets the server works with while nobody is there, and what people's rows hold.
    std::vector<Key> named_secrets() {
        std::vector<Key> all;
        for (char const* name : {"ack-sign", "device", "recovery", "decoy-salt"}) {
            all.push_back(read_array<32>(must(loot->secret(name)), 0));
        }
        for (records::Person const& person : must(loot->people())) {
            all.push_back(person.verifier.bytes);
            for (Bytes const* bytes : {&person.blob, &person.totp}) {
                for (std::size_t at = 0; at + 32 <= bytes->size(); at += 4) {
                    all.push_back(read_array<32>(*bytes, at));
                }
            }
        }
        return all;
    }
    // How many entries open with one of these as the secret of their week.
    std::size_t opened_by(std::vector<Key> const& keys) {
        std::vector<seal::WeekSecretKey> weeks;
        weeks.reserve(keys.size());
        for (Key const& key : keys) {
            weeks.push_back(must(seal::WeekSecretKey::from_bytes(entries.front().epoch, key)));
        }
        std::size_t opened = 0;
        for (records::Entry const& entry : entries) {
            auto const wrap = must(loot->wrap_of(entry.id)).value();
            auto const envelope =
                must(seal::join(entry.body, read_array<seal::kWrapBytes>(wrap, 0)));
            for (seal::WeekSecretKey const& week : weeks) { // also as the letter's own key
                if (seal::open_letter(envelope, week) ||
                    seal::open_letter_with_key(envelope, week.bytes())) {
                    ++opened;
                    break;
                }
            }
        }
        return opened;
    }
    // Every public key whose secret would open something.
    std::set<Key> public_keys() {
        std::set<Key> all;
        auto const policy = must(own_policy(*loot));
        for (auto const& week : policy.weeks()) {
            all.insert(week.week_key.bytes);
        }
        for (records::Person const& person : must(loot->people())) {
            all.insert(must(seal::read_person_blob(person.blob)).public_key.bytes);
        }
        all.insert(read_array<32>(must(loot->secret("recovery")), 0));
        return all;
    }

    support::LogSite site;
    std::unique_ptr<records::Store> loot;
    std::vector<records::Entry> entries;
};

TEST_F(Thief, OpensNoneOfAThousandEntriesWithWhatTheServerKeeps) {
    auto keys = named_secrets();
    ASSERT_EQ(entries.size(), kEntries);
    // The few of the server against all entries, the others against three.
    std::vector<Key> const servers(keys.begin(), keys.begin() + 4);
    EXPECT_EQ(opened_by(servers), 0U);
    auto const all = entries;
    entries.resize(3);
    EXPECT_EQ(opened_by(keys), 0U);
    entries = all;

    // Negative control: with a login, one secret opens them all.
    site.restart();
    auto const session = site.login(site.lead);
    Key const week = read_array<32>(must(session->week_keys()).front()->bytes(), 0);
    EXPECT_EQ(opened_by({week}), kEntries);
}

TEST_F(Thief, FindsNoSecretOfAnyPublicKeyInTheFile) {
    std::ifstream file(site.rig / "loot/keys.db", std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    ByteView const bytes = as_bytes(text);
    auto const wanted = public_keys();
    std::size_t tried = 0;
    for (std::size_t at = 0; at + 32 <= bytes.size(); ++at, ++tried) { // rows begin anywhere
        Key public_key{};
        crypto_scalarmult_base(reinterpret_cast<unsigned char*>(public_key.data()),
                               reinterpret_cast<unsigned char const*>(bytes.data() + at));
        EXPECT_FALSE(wanted.contains(public_key)) << "at " << at;
    }
    EXPECT_GT(tried, 100'000U);

    site.restart(); // negative control: the secrets do fit these public keys
    auto const session = site.login(site.lead);
    for (auto const* week : must(session->week_keys())) {
        auto const keys = must(seal::BoxKeys::from_secret(week->bytes()));
        EXPECT_TRUE(wanted.contains(keys.public_key.bytes));
    }
}

TEST_F(Thief, OpensNoPersonAndNoWrapWithWhatTheServerKeeps) {
    for (Key const& key : named_secrets()) {
        auto const box = must(seal::BoxKeys::from_secret(key));
        for (records::Person const& person : must(loot->people())) {
            EXPECT_FALSE(seal::open_person_blob(person.blob, key));
            auto const wraps = must(loot->week_wraps(person.id));
            if (!wraps.empty()) {
                EXPECT_FALSE(seal::open_secret(box, ByteView(wraps.front().bytes).subspan(20)));
            }
        }
        auto const sign = must(loot->log_sign_wrap(seal::kRecoveryPerson)).value();
        EXPECT_FALSE(seal::open_log_sign_wrap(sign.bytes, seal::kRecoveryPerson, box));
    }
}

} // namespace
} // namespace inloop::vault
