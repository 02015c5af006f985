// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/person_blob.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace inloop::vault {
namespace {

using records::Role;
using support::kCheapLogin;
using support::must;

class People : public testing::Test {
protected:
    records::Person person(std::string const& name) {
        return must(site.store().person(name)).value();
    }
    Result<void> remove(Session& by, std::string const& name) {
        return remove_person(site.store(), by, site.clock, site.random, person(name).id);
    }
    Result<NewLogin> renew(Session& by, std::string const& name) {
        return renew_login(site.store(), by, site.clock, site.random, site.words, person(name).id,
                           kCheapLogin);
    }
    Result<NewLogin> change(Session& by, std::string const& name, Role role) {
        return change_role(site.store(), by, site.clock, site.random, site.words, person(name).id,
                           role, kCheapLogin);
    }
    Result<NewLogin> add(records::Store& store, Session& by, std::string const& name, Role role) {
        return add_person(store, by, site.clock, site.random, site.words, name, role, kCheapLogin);
    }
    Result<std::size_t> announce(Session& by) {
        return announce_weeks(site.store(), by, site.clock, site.random);
    }
    // What somebody who kept his passphrase and his blob still has.
    seal::BoxKeys kept_keys(support::Credentials const& who) {
        auto const head = must(seal::read_person_blob(person(who.name).blob));
        auto const keys = must(seal::derive_login_keys(who.passphrase, head.salt, head.cost));
        return must(seal::open_person_blob(person(who.name).blob, keys.wrap_key.view()));
    }
    std::vector<std::string> results_of(std::string const& action) {
        std::vector<std::string> all;
        for (auto const& row : must(site.store().audit_rows(1, 1000))) {
            if (row.action == action) {
                all.push_back(row.result);
            }
        }
        return all;
    }
    using Strings = std::vector<std::string>;

    support::LogSite site;
};

TEST_F(People, AnOfficerReadsWhatCameBeforeHimAndAfter) {
    auto const before = site.arrive("ervoor");
    auto const bram = site.add("Bram", Role::officer);
    auto const after = site.arrive("erna");
    auto const session = site.login(bram);

    EXPECT_EQ(must(session->read(before, "")).text.view(), "ervoor");
    EXPECT_EQ(must(session->read(after, "")).text.view(), "erna");
    EXPECT_TRUE(session->log_sign());
    EXPECT_EQ(results_of("add-person"), Strings{"ok"});
}

TEST_F(People, ANameIsGivenOnce) {
    static_cast<void>(site.add("Bram", Role::officer));
    auto const lead = site.login(site.lead);
    EXPECT_EQ(add(site.store(), *lead, "BRAM", Role::officer).error().code,
              ErrorCode::invalid_input);
    must(remove(*lead, "Bram"));
    EXPECT_EQ(add(site.store(), *lead, "Bram", Role::officer).error().code,
              ErrorCode::invalid_input);
    EXPECT_FALSE(add(site.store(), *lead, "", Role::officer));
    EXPECT_FALSE(add(site.store(), *lead, "Wim", static_cast<Role>(9)));
}

TEST_F(People, OnlyALeadManagesThem) {
    for (Role const role :
         {Role::officer, Role::volunteer, Role::evaluator, Role::privacy_officer}) {
        auto const who = site.add("P" + std::to_string(static_cast<int>(role)), role);
        auto const session = site.login(who);
        EXPECT_EQ(add(site.store(), *session, "Mol", Role::officer).error().code,
                  ErrorCode::unsupported);
        EXPECT_EQ(remove(*session, "Ilse").error().code, ErrorCode::unsupported);
        EXPECT_EQ(renew(*session, "Ilse").error().code, ErrorCode::unsupported);
        EXPECT_EQ(change(*session, "Ilse", Role::volunteer).error().code, ErrorCode::unsupported);
    }
    EXPECT_EQ(results_of("remove-person"), Strings(4, "refused"));
    EXPECT_EQ(results_of("renew-login"), Strings(4, "refused"));
    EXPECT_TRUE(site.login(site.lead)); // whom nobody took away
}

TEST_F(People, WhoseRoleChangesKeepsHisNameAndGetsANewLogin) {
    auto const entry = site.arrive("ervoor");
    auto const wim = site.add("Wim", Role::volunteer);
    auto const id = person("Wim").id;
    auto const as_volunteer = site.login(wim);
    auto const lead = site.login(site.lead);

    auto const officer = site.take("Wim", must(change(*lead, "Wim", Role::officer)));

    EXPECT_EQ(person("Wim").id, id);
    EXPECT_EQ(must(site.login(officer)->read(entry, "")).text.view(), "ervoor");
    EXPECT_FALSE(must(site.try_login(*site.keeper, "Wim", wim.passphrase,
                                     support::code_at(wim.totp_uri, site.clock.wall()))));
    EXPECT_EQ(as_volunteer->read(entry, "").error().code, ErrorCode::unsupported);
    EXPECT_EQ(results_of("change-role"), Strings{"ok"});
}

TEST_F(People, WhoMayReadNoLongerOpensNothingThatComesAfter) {
    auto const bram = site.add("Bram", Role::officer);
    auto const as_officer = site.login(bram);
    auto const before = site.arrive("ervoor");
    ASSERT_TRUE(as_officer->read(before, "")) << "the control";
    auto const kept = kept_keys(bram);
    auto const id = person("Bram").id;
    auto const kept_wraps = must(site.store().week_wraps(id));
    auto const lead = site.login(site.lead);
    auto const old_policy = site.policy();

    auto const volunteer = site.take("Bram", must(change(*lead, "Bram", Role::volunteer)));

    EXPECT_EQ(as_officer->read(before, "").error().code, ErrorCode::unsupported);
    EXPECT_EQ(site.login(volunteer)->read(before, "").error().code, ErrorCode::unsupported);
    EXPECT_NE(site.policy().log_sign(), old_policy.log_sign());
    EXPECT_TRUE(must(site.store().week_wraps(id)).empty());
    EXPECT_FALSE(must(site.store().log_sign_wrap(id)));
    auto const after = site.arrive("erna");
    for (auto const& wrap : kept_wraps) {
        EXPECT_LT(wrap.epoch, after.epoch);
    }
    EXPECT_EQ(must(site.login(site.lead)->read(after, "")).text.view(), "erna");
}

TEST_F(People, ALeadStaysWhoeverChanges) {
    auto const lead = site.login(site.lead);
    EXPECT_EQ(change(*lead, "Ilse", Role::officer).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(change(*lead, "Ilse", static_cast<Role>(9)).error().code, ErrorCode::invalid_input);
    static_cast<void>(site.add("Bram", Role::lead));
    EXPECT_TRUE(change(*lead, "Bram", Role::officer)) << "the control";
}

TEST_F(People, WhoLeavesOpensNothingThatComesAfter) {
    auto const bram = site.add("Bram", Role::officer);
    auto const kept = kept_keys(bram);
    auto const bram_id = person("Bram").id;
    auto const kept_wraps = must(site.store().week_wraps(bram_id));
    auto const kept_sign = must(
        seal::open_log_sign_wrap(must(site.store().log_sign_wrap(bram_id))->bytes, bram_id, kept));
    auto const lead = site.login(site.lead);
    auto const old_policy = site.policy();

    must(remove(*lead, "Bram"));

    auto const policy = site.policy();
    auto const entry = site.arrive("na het vertrek");
    EXPECT_EQ(policy.weeks().size(), old_policy.weeks().size() + 9); // now, and eight ahead
    EXPECT_NE(policy.log_sign(), old_policy.log_sign());
    // His copies of wraps are of weeks no letter is sealed to any more.
    for (auto const& wrap : kept_wraps) {
        EXPECT_LT(wrap.epoch, entry.epoch);
        for (auto const& week : policy.weeks()) {
            auto const opened = seal::open_week_wrap(wrap.bytes, bram_id, kept, week);
            EXPECT_TRUE(!opened || opened->epoch() < entry.epoch);
        }
    }
    // What lies in the database now opens with none of his keys.
    EXPECT_TRUE(must(site.store().week_wraps(bram_id)).empty());
    EXPECT_FALSE(must(site.store().log_sign_wrap(bram_id)));
    for (auto const& id : {person("Ilse").id, seal::kRecoveryPerson}) {
        for (auto const& wrap : must(site.store().week_wraps(id))) {
            EXPECT_FALSE(seal::open_secret(kept, ByteView(wrap.bytes).subspan(20)));
        }
    }
    // And his signing key signs no answer a kiosk would take for a new one, nor a policy.
    seal::PolicyDraft forged(old_policy);
    forged.announce({.epoch = 99,
                     .not_before = 0,
                     .week_key = policy.weeks().back().week_key,
                     .log_sign = {kept_sign.public_key()}},
                    kept_sign);
    auto const own =
        must(seal::read_policy(forged.write(kept_sign), old_policy.deployment().first_log_sign));
    EXPECT_FALSE(seal::check_succession(policy, own));
    EXPECT_TRUE(seal::check_succession(old_policy, own)); // negative control: before he left
    EXPECT_EQ(must(lead->read(entry, "")).text.view(), "na het vertrek");
}

TEST_F(People, AKioskFollowsTheRotation) {
    static_cast<void>(site.add("Bram", Role::officer));
    auto const old_policy = site.policy();
    auto const lead = site.login(site.lead);
    must(remove(*lead, "Bram"));

    auto const next = must(
        seal::read_policy(must(site.store().policy()), old_policy.deployment().first_log_sign));
    EXPECT_TRUE(seal::check_succession(old_policy, next));
    auto const now = site.clock.wall();
    auto const& week = seal::week_key_for(next, now, ClockTrust::synced);
    EXPECT_EQ(week.not_before, static_cast<std::uint64_t>(now.time_since_epoch().count()));
    // Also on later days, and by a clock that knows nothing, never a week he had.
    for (int days = 0; days < 100; ++days) {
        EXPECT_GE(seal::week_key_for(next, now + std::chrono::days(days), ClockTrust::synced).epoch,
                  week.epoch);
    }
    EXPECT_GE(seal::week_key_for(next, now, ClockTrust::unset).epoch, week.epoch);
    // Answers signed before stay readable.
    auto const keys = seal::signing_keys(next);
    EXPECT_EQ(std::ranges::count(keys, old_policy.log_sign()), 1);
    EXPECT_EQ(std::ranges::count(keys, next.log_sign()), 1);
}

TEST_F(People, WhoHadNoKeysTakesNoneAlong) {
    static_cast<void>(site.add("Vera", Role::volunteer));
    auto const lead = site.login(site.lead);
    auto const policy = must(site.store().policy());
    must(remove(*lead, "Vera"));
    EXPECT_EQ(must(site.store().policy()), policy);
    EXPECT_FALSE(person("Vera").active);
}

TEST_F(People, ALeadAlwaysStays) {
    static_cast<void>(site.add("Bram", Role::officer));
    auto const lead = site.login(site.lead);
    EXPECT_EQ(remove(*lead, "Ilse").error().code, ErrorCode::invalid_input);

    static_cast<void>(site.add("Nadia", Role::lead));
    EXPECT_TRUE(remove(*lead, "Ilse"));
    EXPECT_EQ(remove(*lead, "Nadia").error().code,
              ErrorCode::unsupported); // he is not one any more
}

TEST_F(People, NobodyIsRemovedTwice) {
    static_cast<void>(site.add("Bram", Role::officer));
    auto const lead = site.login(site.lead);
    must(remove(*lead, "Bram"));
    EXPECT_EQ(remove(*lead, "Bram").error().code, ErrorCode::not_found);
    EXPECT_EQ(renew(*lead, "Bram").error().code, ErrorCode::not_found);
    EXPECT_FALSE(remove_person(site.store(), *lead, site.clock, site.random, {}));
}

TEST_F(People, WhoLostHisPassphraseGetsEverythingBack) {
    auto const entry = site.arrive("bericht");
    auto const old = site.add("Bram", Role::officer);
    auto const id = person("Bram").id;
    auto const lead = site.login(site.lead);
    auto const fresh = site.take("Bram", must(renew(*lead, "Bram")));

    EXPECT_NE(fresh.passphrase, old.passphrase);
    EXPECT_EQ(person("Bram").id, id);
    EXPECT_EQ(must(site.login(fresh)->read(entry, "")).text.view(), "bericht");
    EXPECT_THROW(static_cast<void>(site.login(old)), std::runtime_error);
    EXPECT_EQ(must(site.store().week_wraps(id)).size(), 9U);
}

TEST_F(People, ALeadRenewsHimself) {
    auto const lead = site.login(site.lead);
    auto const fresh = site.take("Ilse", must(renew(*lead, "Ilse")));
    EXPECT_FALSE(lead->log_sign());
    EXPECT_TRUE(site.login(fresh)->log_sign());
}

// Whatever the store fails at, nothing is half done, and the audit says so.
TEST_F(People, AFaultLeavesEverybodyAsHeWas) {
    static_cast<void>(site.add("Bram", Role::officer));
    std::size_t faults = 0;
    for (std::size_t call = 1;; ++call, ++faults) {
        support::FailingStore store(site.store());
        site.clock.advance(std::chrono::seconds(30));
        Vault keeper(store, site.clock, site.random);
        auto const lead =
            must(site.try_login(keeper, "Ilse", site.lead.passphrase,
                                support::code_at(site.lead.totp_uri, site.clock.wall())));
        auto const policy = must(site.store().policy());
        auto const bram = person("Bram");
        store.fail_any(call);
        auto const removed = remove_person(store, **lead, site.clock, site.random, bram.id);
        if (removed) {
            EXPECT_FALSE(store.failed()); // negative control
            break;
        }
        EXPECT_EQ(removed.error().code, ErrorCode::io) << call;
        EXPECT_EQ(must(site.store().policy()), policy) << call;
        EXPECT_EQ(person("Bram"), bram) << call;
        EXPECT_EQ(must(site.store().week_wraps(bram.id)).size(), 9U) << call;
    }
    EXPECT_GT(faults, 20U);
    auto const results = results_of("remove-person");
    EXPECT_EQ(results.back(), "ok");
    EXPECT_GT(std::ranges::count(results, "failed"), 10);
}

TEST_F(People, AreNotAddedWhenItCannotBeWrittenDown) {
    support::FailingStore store(site.store());
    auto const lead = site.login(site.lead);
    store.fail_at("append_audit");
    EXPECT_EQ(add(store, *lead, "Bram", Role::officer).error().code, ErrorCode::io);
    EXPECT_FALSE(must(site.store().person("Bram")));
    EXPECT_TRUE(add(store, *lead, "Bram", Role::officer)); // negative control
}

TEST_F(People, WeeksAreAnnouncedAsTimeGoes) {
    static_cast<void>(site.add("Bram", Role::officer));
    auto const lead = site.login(site.lead);
    EXPECT_EQ(must(announce(*lead)), 0U);
    site.clock.advance(std::chrono::days(7));
    auto const old_policy = site.policy();

    EXPECT_EQ(must(announce(*lead)), 1U);
    EXPECT_EQ(must(announce(*lead)), 0U);

    auto const policy = site.policy();
    EXPECT_TRUE(seal::check_succession(old_policy, policy));
    EXPECT_EQ(policy.weeks().back().epoch, 31U);
    EXPECT_EQ(must(site.store().week_wraps(person("Bram").id)).size(), 10U);
    EXPECT_EQ(must(site.store().week_wraps(seal::kRecoveryPerson)).size(), 10U);
    EXPECT_EQ(results_of("announce-weeks"), Strings{"ok"});
    auto const volunteer = site.login(site.add("Vera", Role::volunteer));
    EXPECT_EQ(announce(*volunteer).error().code, ErrorCode::unsupported);
}

TEST_F(People, WeeksBeginAgainAfterALongSilence) {
    auto const lead = site.login(site.lead);
    site.clock.advance(std::chrono::days(7 * 30)); // week 52
    EXPECT_EQ(must(announce(*lead)), 9U);
    auto const policy = site.policy();
    auto const& week = seal::week_key_for(policy, site.clock.wall(), ClockTrust::synced);
    EXPECT_EQ(week.epoch, 52U);
    EXPECT_EQ(policy.weeks().back().epoch, 60U);
    auto const entry = site.arrive("na maanden");
    EXPECT_EQ(must(lead->read(entry, "")).text.view(), "na maanden");
}

TEST_F(People, ReportALogWithoutRoomForWeeks) {
    auto const lead = site.login(site.lead);
    Result<std::size_t> added = 0;
    for (int i = 0; i < 80 && added; ++i) {
        site.clock.advance(std::chrono::days(7 * 9));
        added = announce(*lead);
    }
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::no_space);
    EXPECT_LE(site.policy().weeks().size(), 512U);
}

} // namespace
} // namespace inloop::vault
