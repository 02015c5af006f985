// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace inloop::vault {
namespace {

using records::Role;
using support::must;

class OpenSessionTest : public testing::Test {
protected:
    // A session over a store that can be told to fail.
    std::unique_ptr<Session> over(records::Store& store) {
        keepers.push_back(std::make_unique<Vault>(store, site.clock, site.random));
        site.clock.advance(std::chrono::seconds(30));
        auto session =
            must(site.try_login(*keepers.back(), "Ilse", site.lead.passphrase,
                                support::code_at(site.lead.totp_uri, site.clock.wall())));
        return std::move(*session);
    }
    records::AuditRow last_row() { return must(site.store().audit_rows(rows(), 1)).front(); }
    std::uint64_t rows() { return must(site.store().audit_head()).row; }
    // Lets an entry's key be another one's.
    records::Entry with_damaged_body(records::Entry entry) {
        entry.body[200] ^= std::byte{1};
        return entry;
    }

    support::LogSite site;
    std::vector<std::unique_ptr<Vault>> keepers;
};

TEST_F(OpenSessionTest, ReadsATextAfterWritingItDown) {
    auto const entry = site.arrive("De lamp op de hoek is stuk.");
    auto const session = site.login(site.lead);
    auto const before = rows();

    auto const letter = must(session->read(entry, "dienst"));

    EXPECT_EQ(letter.text.view(), "De lamp op de hoek is stuk.");
    EXPECT_TRUE(letter.contact.empty());
    EXPECT_EQ(letter.id, entry.id);
    EXPECT_EQ(letter.glance.facts.subject, "buurt");
    EXPECT_FALSE(letter.glance.follow_up);
    EXPECT_EQ(rows(), before + 1);
    EXPECT_EQ(last_row().action, "read");
    EXPECT_EQ(last_row().actor, "Ilse");
    EXPECT_EQ(last_row().object, hex(entry.id.bytes));
    EXPECT_EQ(last_row().reason, "dienst");
    EXPECT_EQ(last_row().result, "ok");
}

// The key of a letter is asked for before a byte can be opened: nothing was asked for.
TEST_F(OpenSessionTest, OpensNothingWhenReadingCannotBeWrittenDown) {
    auto const entry = site.arrive("De lamp op de hoek is stuk.");
    support::FailingStore store(site.store());
    auto const session = over(store);
    for (char const* method : {"append_audit", "audit_head"}) {
        store.fail_at(method);
        auto const letter = session->read(entry, "dienst");
        ASSERT_FALSE(letter) << method;
        EXPECT_EQ(letter.error().code, ErrorCode::io);
        EXPECT_EQ(store.calls("wrap_of"), 0U) << method;
        EXPECT_EQ(store.calls("week_wraps"), 0U) << method;
    }
    EXPECT_TRUE(session->read(entry, "dienst")); // negative control
    EXPECT_EQ(store.calls("wrap_of"), 1U);
}

TEST_F(OpenSessionTest, OpensNothingForAReasonThatCannotBeKept) {
    auto const entry = site.arrive("tekst");
    support::FailingStore store(site.store());
    auto const session = over(store);
    EXPECT_EQ(session->read(entry, std::string(501, 'x')).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(store.calls("wrap_of"), 0U);
}

TEST_F(OpenSessionTest, GlancesWithoutWritingDownAndOnce) {
    auto const entry = site.arrive("tekst");
    support::FailingStore store(site.store());
    auto const session = over(store);
    auto const before = rows();

    EXPECT_EQ(must(session->glance(entry)).facts.subject, "buurt");
    EXPECT_EQ(must(session->glance(entry)).facts.language, "nl");

    EXPECT_EQ(store.calls("wrap_of"), 1U);
    EXPECT_EQ(rows(), before);
}

TEST_F(OpenSessionTest, TellsAFollowUpAndWhetherItsSenderHeldTheCode) {
    auto const receipt = support::receipt_pair(site.random);
    auto const first = site.arrive(site.letter("vraag", receipt.public_key));
    auto const more = site.arrive(site.follow_up(seal::Action::message, "nog iets", receipt));
    auto forged_pair = support::receipt_pair(site.random);
    forged_pair.public_key = receipt.public_key; // knows the public half only
    auto const forged = site.arrive(site.follow_up(seal::Action::withdraw, "", forged_pair));
    auto const session = site.login(site.lead);

    EXPECT_EQ(more.root, first.id);
    EXPECT_FALSE(must(session->glance(first)).follow_up);
    EXPECT_EQ(must(session->glance(more)).follow_up, seal::Action::message);
    EXPECT_TRUE(must(session->glance(more)).proven);
    EXPECT_EQ(must(session->glance(forged)).follow_up, seal::Action::withdraw);
    EXPECT_FALSE(must(session->glance(forged)).proven);
    EXPECT_EQ(must(session->read(more, "")).text.view(), "nog iets");
}

TEST_F(OpenSessionTest, IsNotStoppedByALetterThatDoesNotOpen) {
    auto const good = site.arrive("goed");
    records::Entry const bad = with_damaged_body(site.arrive("slecht"));
    auto swapped = site.arrive("een");
    swapped.body = site.arrive("twee").body; // with a key that belongs to another letter
    auto other_week = site.arrive("week");
    other_week.epoch = 500;
    auto const session = site.login(site.lead);

    for (records::Entry const& entry : {bad, swapped, other_week}) {
        EXPECT_FALSE(must(session->glance(entry)).readable);
        EXPECT_FALSE(session->read(entry, ""));
        EXPECT_EQ(last_row().result, "failed");
    }
    EXPECT_TRUE(must(session->glance(good)).readable);
    std::vector<std::string> seen;
    must(session->scan(
        {bad, swapped, good, other_week},
        [&](auto const&, auto const&, std::string_view text) { seen.emplace_back(text); }));
    EXPECT_EQ(seen, std::vector<std::string>{"goed"});
}

TEST_F(OpenSessionTest, TellsAFaultOfTheStoreFromALetterThatDoesNotOpen) {
    auto const entry = site.arrive("tekst");
    support::FailingStore store(site.store());
    auto const session = over(store);
    store.fail_at("wrap_of");
    EXPECT_EQ(session->glance(entry).error().code, ErrorCode::io);
    store.fail_at("wrap_of");
    EXPECT_EQ(session->scan({entry}, [](auto const&, auto const&, auto) {}).error().code,
              ErrorCode::io);
    EXPECT_TRUE(must(session->glance(entry)).readable); // negative control
}

TEST_F(OpenSessionTest, FindsNothingOfWhatWasErased) {
    auto const entry = site.arrive("tekst");
    auto const session = site.login(site.lead);
    ASSERT_TRUE(session->read(entry, ""));
    must(site.store().destroy({.entry = entry.id, .by = "Ilse", .reason = "redacted"}));

    EXPECT_EQ(session->read(entry, "").error().code, ErrorCode::not_found); // as it was remembered
    auto const left = must(site.store().entry(entry.id)).value();
    EXPECT_EQ(session->read(left, "").error().code, ErrorCode::not_found);
    EXPECT_FALSE(must(session->glance(left)).readable);
    EXPECT_EQ(must(session->glance(left)).facts, entries::EntryFacts{});
}

TEST_F(OpenSessionTest, RefusesWhoMayNotRead) {
    auto const entry = site.arrive("tekst");
    for (Role const role : {Role::volunteer, Role::evaluator, Role::privacy_officer}) {
        auto const who = site.add("P" + std::to_string(static_cast<int>(role)), role);
        auto const id = must(site.store().person(who.name))->id;
        EXPECT_TRUE(must(site.store().week_wraps(id)).empty());
        EXPECT_FALSE(must(site.store().log_sign_wrap(id)));
        auto const session = site.login(who);

        EXPECT_EQ(session->read(entry, "nieuwsgierig").error().code, ErrorCode::unsupported);
        EXPECT_EQ(last_row().action, "read");
        EXPECT_EQ(last_row().result, "refused");
        EXPECT_EQ(last_row().actor, who.name);
        EXPECT_FALSE(session->glance(entry));
        EXPECT_FALSE(session->scan({entry}, [](auto const&, auto const&, auto) { FAIL(); }));
        EXPECT_FALSE(session->log_sign());
        EXPECT_FALSE(session->week_keys());
        EXPECT_FALSE(session->seal_note(entry, records::NoteKind::internal, "x"));
    }
}

// Also one who gave himself another role in the database has no key.
TEST_F(OpenSessionTest, AnOfficerByTheDatabaseOnlyOpensNothing) {
    auto const entry = site.arrive("tekst");
    auto const who = site.add("Vera", Role::volunteer);
    auto person = must(site.store().person("Vera")).value();
    person.role = Role::officer;
    must(site.store().put_person(person));
    auto const session = site.login(who);

    EXPECT_EQ(session->read(entry, "").error().code, ErrorCode::not_found);
    EXPECT_FALSE(must(session->glance(entry)).readable);
    EXPECT_FALSE(session->log_sign());
}

TEST_F(OpenSessionTest, EndsWithTheLoginItCameFrom) {
    auto const entry = site.arrive("tekst");
    auto const bram = site.add("Bram", Role::officer);
    auto const his = site.login(bram);
    ASSERT_TRUE(his->read(entry, ""));
    auto const lead = site.login(site.lead);
    must(renew_login(site.store(), *lead, site.clock, site.random, site.words, his->person().id,
                     support::kCheapLogin));

    EXPECT_EQ(his->read(entry, "").error().code, ErrorCode::unsupported);
    EXPECT_EQ(last_row().result, "refused");
    EXPECT_FALSE(his->log_sign());
    EXPECT_TRUE(lead->read(entry, "")); // negative control
}

TEST_F(OpenSessionTest, SealsNotesThatOpenOnlyWhereTheyBelong) {
    auto const entry = site.arrive("een");
    auto const other = site.arrive("twee");
    auto const session = site.login(site.lead);
    auto const bram = site.login(site.add("Bram", Role::officer));
    records::Note note{.entry = entry.id,
                       .kind = records::NoteKind::internal,
                       .sealed = must(session->seal_note(entry, records::NoteKind::internal,
                                                         "Gebeld met de gemeente."))};

    EXPECT_EQ(must(bram->open_note(entry, note)).view(), "Gebeld met de gemeente.");
    EXPECT_FALSE(bram->open_note(other, note));
    records::Note as_answer = note;
    as_answer.kind = records::NoteKind::answer_copy;
    EXPECT_FALSE(bram->open_note(entry, as_answer));
    note.sealed[30] ^= std::byte{1};
    EXPECT_FALSE(bram->open_note(entry, note));
    EXPECT_FALSE(must(session->seal_note(entry, records::NoteKind::internal, "")).empty());
}

TEST_F(OpenSessionTest, OpensWeeksAndSignsWithKeysThatCameDuringIt) {
    auto const bram = site.login(site.add("Bram", Role::officer));
    auto const wim = site.add("Wim", Role::officer);
    auto const lead = site.login(site.lead);
    auto const old_sign = must(bram->log_sign())->public_key();
    must(remove_person(site.store(), *lead, site.clock, site.random,
                       must(site.store().person(wim.name))->id));

    auto const entry = site.arrive("na de wissel");

    EXPECT_EQ(entry.epoch, 31U); // after the nine weeks before
    EXPECT_EQ(must(bram->read(entry, "")).text.view(), "na de wissel");
    EXPECT_NE(must(bram->log_sign())->public_key(), old_sign);
    EXPECT_EQ(must(bram->log_sign())->public_key(), site.policy().log_sign().bytes);
}

TEST_F(OpenSessionTest, ForgetsAWeekWithTheStore) {
    auto const session = site.login(site.lead);
    EXPECT_EQ(must(session->week_keys()).size(), 9U);
    must(site.store().forget_week(22));
    EXPECT_EQ(must(session->week_keys()).size(), 8U);
}

} // namespace
} // namespace inloop::vault
