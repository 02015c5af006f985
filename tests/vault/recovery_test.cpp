// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/vault.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

namespace inloop::vault {
namespace {

using records::Role;
using support::must;

class Recovery : public testing::Test {
protected:
    Result<NewLogin> try_recover(std::string const& name, std::string_view paper) {
        return recover(site.store(), site.clock, site.random, site.words, paper, name,
                       support::kCheapLogin);
    }
    support::LogSite site;
};

TEST_F(Recovery, GivesTheLeadEverythingBack) {
    auto const entry = site.arrive("bericht");
    auto const fresh = site.take("Ilse", must(try_recover("Ilse", site.recovery_words)));

    auto const session = site.login(fresh);
    EXPECT_EQ(must(session->read(entry, "")).text.view(), "bericht");
    EXPECT_TRUE(session->log_sign());
    EXPECT_THROW(static_cast<void>(site.login(site.lead)), std::runtime_error);
}

TEST_F(Recovery, WorksAfterARotationToo) {
    static_cast<void>(site.add("Bram", Role::officer));
    {
        auto const lead = site.login(site.lead);
        must(remove_person(site.store(), *lead, site.clock, site.random,
                           must(site.store().person("Bram"))->id));
    }
    auto const entry = site.arrive("later");
    auto const session =
        site.login(site.take("Nadia", must(try_recover("Nadia", site.recovery_words))));

    EXPECT_EQ(must(session->read(entry, "")).text.view(), "later");
    EXPECT_EQ(session->person().role, Role::lead);
}

TEST_F(Recovery, MakesALeadOfAnOfficerButOfNobodyElse) {
    static_cast<void>(site.add("Bram", Role::officer));
    static_cast<void>(site.add("Vera", Role::volunteer));

    EXPECT_EQ(try_recover("Vera", site.recovery_words).error().code, ErrorCode::invalid_input);
    must(try_recover("Bram", site.recovery_words));
    EXPECT_EQ(must(site.store().person("Bram"))->role, Role::lead);
}

TEST_F(Recovery, TakesNoOtherWords) {
    support::LogSite other(9);
    EXPECT_EQ(try_recover("Ilse", other.recovery_words).error().code, ErrorCode::crypto);
    EXPECT_EQ(try_recover("Ilse", "aaaa aaaa").error().code, ErrorCode::invalid_input);
    EXPECT_EQ(try_recover("Ilse", "").error().code, ErrorCode::invalid_input);
    EXPECT_TRUE(site.login(site.lead)); // as he was
}

TEST_F(Recovery, IsWrittenDownFirst) {
    support::FailingStore store(site.store());
    store.fail_at("append_audit");
    EXPECT_FALSE(recover(store, site.clock, site.random, site.words, site.recovery_words, "Ilse",
                         support::kCheapLogin));
    EXPECT_TRUE(site.login(site.lead));
    must(try_recover("Ilse", site.recovery_words)); // negative control
    auto const row = must(site.store().audit_rows(must(site.store().audit_head()).row, 1)).front();
    EXPECT_EQ(row.action, "recover");
    EXPECT_EQ(row.actor, "log");
    EXPECT_EQ(row.origin, "console");
}

} // namespace
} // namespace inloop::vault
