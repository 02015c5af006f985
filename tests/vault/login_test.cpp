// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/vault.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <utility>

namespace inloop::vault {
namespace {

using records::Role;
using support::must;

class Login : public testing::Test {
protected:
    std::string code() { return support::code_at(site.lead.totp_uri, site.clock.wall()); }
    // How it ended; nullopt when it opened.
    std::optional<LoginRefusal> refusal(std::string_view name, std::string_view passphrase,
                                        std::string_view typed) {
        auto const session = must(site.try_login(*site.keeper, name, passphrase, typed));
        return session ? std::nullopt : std::optional(session.error());
    }
    std::optional<LoginRefusal> refusal(std::string_view typed) {
        return refusal("Ilse", site.lead.passphrase, typed);
    }
    records::AuditRow last_row() {
        return must(site.store().audit_rows(must(site.store().audit_head()).row, 1)).front();
    }
    support::LogSite site;
};

TEST_F(Login, OpensWithNamePassphraseAndCode) {
    auto const session = must(site.try_login(*site.keeper, "ILSE", site.lead.passphrase, code()));

    ASSERT_TRUE(session);
    EXPECT_EQ((*session)->person().name, "Ilse");
    EXPECT_EQ((*session)->actor().origin, "192.0.2.7");
    EXPECT_TRUE((*session)->log_sign());
    EXPECT_EQ(must((*session)->week_keys()).size(), 9U);
    EXPECT_EQ(last_row().action, "login");
    EXPECT_EQ(last_row().actor, "Ilse");
    EXPECT_EQ(last_row().result, "ok");
}

TEST_F(Login, TakesAPassphraseTypedCarelessly) {
    std::string typed = "  " + site.lead.passphrase;
    for (char& sign : typed) {
        sign = sign == ' ' ? '-' : static_cast<char>(std::toupper(sign));
    }
    EXPECT_EQ(refusal("Ilse", typed, code()), std::nullopt);
}

TEST_F(Login, NeverSaysWhatWasWrong) {
    std::string other = code();
    other[5] = other[5] == '0' ? '1' : '0';

    EXPECT_EQ(refusal("Bram", site.lead.passphrase, code()), LoginRefusal::wrong);
    EXPECT_EQ(refusal("Ilse", "aaaa aaaa aaaa aaaa aaaa aaaa", code()), LoginRefusal::wrong);
    EXPECT_EQ(refusal("Ilse", site.lead.passphrase, other), LoginRefusal::wrong);
    EXPECT_EQ(refusal("", "", ""), LoginRefusal::wrong);
    EXPECT_EQ(refusal("Ilse", site.lead.passphrase, code()), std::nullopt); // negative control
}

TEST_F(Login, TakesACodeOnce) {
    std::string const used = code();
    EXPECT_EQ(refusal(used), std::nullopt);
    EXPECT_EQ(refusal(used), LoginRefusal::code_used);
    site.restart();
    EXPECT_EQ(refusal(used), LoginRefusal::code_used);
    EXPECT_EQ(refusal("Ilse", "aaaa", used),
              LoginRefusal::wrong); // only who knows the rest is told
    site.clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(refusal(code()), std::nullopt);
}

TEST_F(Login, TakesACodeThatIsAStepOff) {
    site.clock.advance(std::chrono::minutes(5));
    auto const at = [&](int off) {
        return support::code_at(site.lead.totp_uri,
                                site.clock.wall() + std::chrono::seconds(30 * off));
    };
    EXPECT_EQ(refusal(at(-2)), LoginRefusal::wrong);
    EXPECT_EQ(refusal(at(2)), LoginRefusal::wrong);
    EXPECT_EQ(refusal(at(-1)), std::nullopt);
    EXPECT_EQ(refusal(at(1)), std::nullopt);
    EXPECT_EQ(refusal(at(0)), LoginRefusal::code_used); // an earlier step than the last one used
}

TEST_F(Login, GivesAnUnknownNameASaltOfItsOwn) {
    auto const salt = [&](char const* name) { return must(site.keeper->begin_login(name)).salt; };
    auto const bram = salt("Bram");
    EXPECT_EQ(salt("Bram"), bram);
    EXPECT_NE(salt("Wim"), bram);
    EXPECT_NE(salt("Ilse"), bram);
    EXPECT_EQ(salt("ilse"), salt("Ilse"));
    EXPECT_EQ(must(site.keeper->begin_login("Bram")).cost, support::kCheapLogin);
    site.restart();
    EXPECT_EQ(salt("Bram"), bram);
    support::LogSite other(2);
    EXPECT_NE(must(other.keeper->begin_login("Bram")).salt, bram);
}

TEST_F(Login, WritesDownRefusalsButNoNameThatNobodyHas) {
    EXPECT_EQ(refusal("aaaa aaab aaac", "Ilse", "123456"), LoginRefusal::wrong);
    EXPECT_EQ(last_row().actor, "unknown");
    EXPECT_EQ(last_row().result, "refused");
    EXPECT_EQ(last_row().object, "");

    EXPECT_EQ(refusal("ilse", "aaaa", code()), LoginRefusal::wrong);
    EXPECT_EQ(last_row().actor, "Ilse");
    EXPECT_EQ(last_row().reason, "passphrase");
    EXPECT_EQ(refusal("12"), LoginRefusal::wrong);
    EXPECT_EQ(last_row().reason, "code");
}

TEST_F(Login, KnowsNobodyWhoLeft) {
    auto const bram = site.add("Bram", Role::officer);
    auto const before = must(site.keeper->begin_login("Bram")).salt;
    auto const lead = site.login(site.lead);
    must(remove_person(site.store(), *lead, site.clock, site.random,
                       must(site.store().person("Bram"))->id));

    EXPECT_NE(must(site.keeper->begin_login("Bram")).salt, before);
    EXPECT_EQ(refusal("Bram", bram.passphrase, support::code_at(bram.totp_uri, site.clock.wall())),
              LoginRefusal::wrong);
    EXPECT_EQ(last_row().actor, "unknown");
}

TEST_F(Login, EveryRoleHasOne) {
    for (Role const role :
         {Role::officer, Role::lead, Role::volunteer, Role::evaluator, Role::privacy_officer}) {
        auto const who = site.add("P" + std::to_string(static_cast<int>(role)), role);
        EXPECT_EQ(site.login(who)->person().role, role);
    }
}

// The blob of one person in the row of another, with the other's verifier and codes: what a wrap
// key opens is not what the row says.
TEST_F(Login, RefusesKeysOfSomebodyElse) {
    auto const bram = site.add("Bram", Role::officer);
    auto mine = must(site.store().person("Bram")).value();
    auto const ilse = must(site.store().person("Ilse")).value();
    mine.blob = ilse.blob;
    mine.verifier = ilse.verifier;
    mine.totp = ilse.totp;
    must(site.store().put_person(mine));

    auto const session = site.try_login(*site.keeper, "Bram", site.lead.passphrase, code());
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::crypto);
    EXPECT_EQ(last_row().result, "refused");
}

TEST_F(Login, OpensNothingWhenItCannotBeWrittenDown) {
    for (char const* method :
         {"person", "put_person", "append_audit", "audit_head", "transaction"}) {
        site.clock.advance(std::chrono::seconds(60));
        support::FailingStore store(site.store());
        Vault vault(store, site.clock, site.random);
        auto const start = must(vault.begin_login("Ilse"));
        auto const keys =
            must(seal::derive_login_keys(site.lead.passphrase, start.salt, start.cost));
        store.fail_at(method);
        auto const session = vault.finish_login("Ilse", keys, code(), "console");
        ASSERT_FALSE(session) << method;
        EXPECT_EQ(session.error().code, ErrorCode::io) << method;
        // Not used up by a login that never was.
        auto const again = vault.finish_login("Ilse", keys, code(), "console");
        EXPECT_TRUE(again && *again) << method; // negative control
    }
}

TEST_F(Login, RefusedIsNotToldWhenItCannotBeWrittenDown) {
    support::FailingStore store(site.store());
    Vault vault(store, site.clock, site.random);
    store.fail_at("append_audit");
    EXPECT_FALSE(site.try_login(vault, "Ilse", "aaaa", code()));
    EXPECT_TRUE(site.try_login(vault, "Ilse", "aaaa", code())); // negative control
}

} // namespace
} // namespace inloop::vault
