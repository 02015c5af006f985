// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/signing_key.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"
#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::vault {
namespace {

using support::must;

class FoundingTest : public testing::Test {
protected:
    Result<Founding> found_site(records::Store& store, std::string name = "Ilse") {
        return found(
            store, clock, random, words,
            {.site_name = "Assen", .lead_name = std::move(name), .cost = support::kCheapLogin});
    }
    support::StoreRig rig;
    support::ManualClock clock;
    support::SeededRandom random{3};
    entries::WordList words = must(entries::WordList::parse(support::synthetic_word_file(), "w"));
};

TEST_F(FoundingTest, MakesEverythingALogNeeds) {
    auto const founding = must(found_site(rig.store()));

    EXPECT_EQ(std::ranges::count(founding.lead.passphrase.view(), ' '), 5);
    EXPECT_EQ(std::ranges::count(founding.recovery_words.view(), ' '), 23);
    EXPECT_EQ(must(rig.store().site()).name, "Assen");
    auto const policy = must(own_policy(rig.store()));
    EXPECT_EQ(policy.deployment().id, must(rig.store().site()).deployment);
    ASSERT_EQ(policy.weeks().size(), 9U);
    EXPECT_EQ(policy.weeks().front().epoch, 22U); // 4 June 2024
    EXPECT_EQ(policy.weeks().front().not_before, 1'717'372'800U); // Monday 3 June, 00:00
    for (std::size_t i = 1; i < 9; ++i) {
        EXPECT_EQ(policy.weeks()[i].not_before - policy.weeks()[i - 1].not_before, 604'800U);
    }
    auto const lead = must(rig.store().person("ilse")).value();
    EXPECT_EQ(lead.role, records::Role::lead);
    EXPECT_EQ(must(rig.store().week_wraps(lead.id)).size(), 9U);
    EXPECT_EQ(must(rig.store().week_wraps(seal::kRecoveryPerson)).size(), 9U);
    EXPECT_TRUE(seal::SigningKey::from_seed(must(rig.store().secret("ack-sign"))));
    EXPECT_TRUE(seal::SigningKey::from_seed(must(rig.store().secret("device"))));
    EXPECT_EQ(must(rig.store().audit_rows(1, 9)).front().action, "init");
}

TEST_F(FoundingTest, RefusesASecondTime) {
    must(found_site(rig.store()));
    auto const policy = must(rig.store().policy());

    EXPECT_EQ(found_site(rig.store(), "Bram").error().code, ErrorCode::already_there);
    EXPECT_EQ(must(rig.store().policy()), policy);
}

TEST_F(FoundingTest, RefusesANameNobodyCanType) {
    for (std::string const& name :
         {std::string(), std::string(61, 'x'), std::string(" Ilse"), std::string("Ilse "),
          std::string("Il\nse"), std::string("\xff")}) {
        EXPECT_FALSE(found_site(rig.store(), name)) << name;
    }
    EXPECT_FALSE(rig.store().site());
}

// Whatever the store fails at: the log is not half there, and the next try makes it.
TEST_F(FoundingTest, CanBeRepeatedAfterAnyFault) {
    std::size_t faults = 0;
    for (std::size_t call = 1;; ++call, ++faults) {
        support::StoreRig fresh;
        support::FailingStore store(fresh.store());
        store.fail_any(call);
        auto const first = found_site(store);
        if (!store.failed()) {
            ASSERT_TRUE(first) << first.error().message; // negative control
            break;
        }
        if (!first) {
            EXPECT_EQ(first.error().code, ErrorCode::io);
            store.heal();
            EXPECT_FALSE(store.site());
            EXPECT_TRUE(found_site(store)) << "after call " << call;
        }
        auto const policy = must(own_policy(store));
        auto const lead = must(store.person("Ilse")).value();
        EXPECT_EQ(must(store.week_wraps(lead.id)).size(), policy.weeks().size());
    }
    EXPECT_GT(faults, 30U);
}

} // namespace
} // namespace inloop::vault
