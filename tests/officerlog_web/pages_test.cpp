// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/seal/answer.h"
#include "tests/officerlog_web/web_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace inloop::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string version_of(WebRig& rig, support::Visitor const& visitor) {
    return std::to_string(rig.rig.root_of(visitor).version);
}

TEST(Pages, ShowALetterInTheReviewAndOnItsPageOnly) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Er staan scooters op de stoep.");
    std::string const officer = rig.log_in_lead();

    std::string const review = text_of(rig.get("/", officer));
    std::string const entry = text_of(rig.get(address_of(visitor), officer));

    EXPECT_THAT(review, HasSubstr(address_of(visitor)));
    EXPECT_THAT(review, Not(HasSubstr("scooters")));
    EXPECT_THAT(entry, HasSubstr("Er staan scooters op de stoep."));
    EXPECT_THAT(rig.rig.audit_of(visitor.root), testing::Contains("read"));
}

// "De bezoeker leest" is a promise about another screen.
TEST(Pages, SayWhatTheVisitorReadsInTheWordsOfTheKiosk) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Een vraag.");

    std::string const page = text_of(rig.get(address_of(visitor), rig.log_in_lead()));

    EXPECT_THAT(page, HasSubstr(rig.rig.assets.phrases_in("nl").plain(
                          pages::Phrase::code_result_closed_title)));
}

TEST(Pages, ShowWhatStrangersTypeAsText) {
    WebRig rig;
    support::Visitor const visitor =
        rig.rig.letter("<script>alert(1)</script>\" onload='x' '; DROP TABLE entry; --");

    std::string const page = text_of(rig.get(address_of(visitor), rig.log_in_lead()));

    EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST(Pages, SendAnAnswerThatTheVisitorOpensWithTheCode) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Wanneer bent u er weer?");
    std::string const officer = rig.log_in_lead();
    ASSERT_EQ(rig.get(address_of(visitor), officer).status, 200);

    auto const sent = rig.post(address_of(visitor) + "/answer",
                               {{"version", version_of(rig, visitor)},
                                {"answer", "Ik ben er donderdag van 13 tot 16 uur."},
                                {"status", "closed"},
                                {"do", "send"}},
                               officer);

    EXPECT_EQ(sent.status, 303);
    EXPECT_THAT(first_of(sent.headers, "location").value_or(""), HasSubstr("done=answered"));
    auto const answers = support::must(rig.rig.desk.store.answers(visitor.root));
    ASSERT_EQ(answers.size(), 1U);
    SecretText const text = support::must(seal::open_answer(answers[0].bytes, visitor.receipt));
    EXPECT_EQ(text.view(), "Ik ben er donderdag van 13 tot 16 uur.");
    EXPECT_EQ(rig.rig.root_of(visitor).status, entries::Status::closed);
}

TEST(Pages, KeepTheWordsOfAnAnswerThatQuotesTheLetter) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Mijn buurman verkoopt elke avond fietsen.");
    std::string const officer = rig.log_in_lead();
    ASSERT_EQ(rig.get(address_of(visitor), officer).status, 200);

    auto const warned = rig.post(address_of(visitor) + "/answer",
                                 {{"version", version_of(rig, visitor)},
                                  {"answer", "U zei: mijn buurman verkoopt elke avond fietsen."},
                                  {"status", "closed"},
                                  {"do", "send"}},
                                 officer);

    EXPECT_EQ(warned.status, 200);
    EXPECT_THAT(text_of(warned), HasSubstr("Toch versturen"));
    EXPECT_THAT(text_of(warned), HasSubstr("U zei: mijn buurman"));
    EXPECT_TRUE(support::must(rig.rig.desk.store.answers(visitor.root)).empty());
}

TEST(Pages, ShowBothWhenSomebodyElseWasFirst) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Een vraag.");
    std::string const officer = rig.log_in_lead();
    ASSERT_EQ(rig.get(address_of(visitor), officer).status, 200);
    std::string const seen = version_of(rig, visitor);
    ASSERT_EQ(
        rig.post(address_of(visitor) + "/urgency", {{"version", seen}, {"urgency", "2"}}, officer)
            .status,
        303);

    auto const late = rig.post(address_of(visitor) + "/status",
                               {{"version", seen}, {"status", "closed"}}, officer);

    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(text_of(late), HasSubstr("Intussen gewijzigd door"));
    EXPECT_NE(rig.rig.root_of(visitor).status, entries::Status::closed);
}

TEST(Pages, SearchWithoutWordsInAnyAddress) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Achter de molen ligt een fiets.");
    support::Visitor const other = rig.rig.letter("Een vraag over het plein.");
    std::string const officer = rig.log_in_lead();

    auto const asked = rig.post("/entries", {{"q", "Molen"}}, officer);

    ASSERT_EQ(asked.status, 303);
    EXPECT_EQ(first_of(asked.headers, "location"), "/entries/found");
    for (int visit = 0; visit < 2; ++visit) { // going back asks for the page again
        std::string const found = text_of(rig.get("/entries/found", officer));
        EXPECT_THAT(found, HasSubstr(address_of(visitor)));
        EXPECT_THAT(found, Not(HasSubstr(address_of(other))));
        EXPECT_THAT(found, HasSubstr("value=\"Molen\""));
    }
    EXPECT_THAT(rig.rig.audit_of(visitor.root), testing::Contains("consulted").Times(2));
    std::string const list = text_of(rig.get("/entries?q=molen", officer));
    EXPECT_THAT(list, HasSubstr(address_of(other))) << "words in an address are not looked for";
    EXPECT_THAT(list, Not(HasSubstr("molen")));
}

TEST(Pages, KeepWhatWasLookedForWithTheSession) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Achter de molen.");
    std::string const officer = rig.log_in_lead();
    std::string const colleague = rig.log_in(records::Role::officer);
    ASSERT_EQ(rig.post("/entries", {{"q", "molen"}}, officer).status, 303);

    EXPECT_EQ(rig.get("/entries/found", officer).status, 200);
    EXPECT_EQ(first_of(rig.get("/entries/found", colleague).headers, "location"), "/entries");
    EXPECT_EQ(first_of(rig.post("/entries", {{"q", ""}}, officer).headers, "location"), "/entries");
    EXPECT_EQ(first_of(rig.get("/entries/found", officer).headers, "location"), "/entries");
}

TEST(Pages, SearchOnlyFromAFormOfOurs) {
    WebRig rig;
    std::string const officer = rig.log_in_lead();
    ASSERT_EQ(rig.post("/entries", {{"q", "molen"}}, officer).status, 303) << "the control";

    EXPECT_EQ(rig.post("/entries", {{"csrf", "another"}, {"q", "plein"}}, officer).status, 403);
    EXPECT_THAT(text_of(rig.get("/entries/found", officer)), HasSubstr("value=\"molen\""));
}

// What stands beside the button is what happens.
TEST(Pages, SayThatTheWholeTextGoesAndWhy) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter("Er staat een naam in dit bericht.");
    rig.rig.follow_up(visitor, seal::Action::message, "En nog een naam.");
    std::string const officer = rig.log_in_lead();
    std::string const page = text_of(rig.get(address_of(visitor), officer));
    EXPECT_THAT(page, HasSubstr("De hele tekst verdwijnt: alles wat de bezoeker schreef"));
    EXPECT_THAT(page, HasSubstr("En nog een naam.")) << "the control";

    auto const done =
        rig.post(address_of(visitor) + "/redact",
                 {{"version", version_of(rig, visitor)}, {"reason", "Op verzoek"}}, officer);

    EXPECT_THAT(first_of(done.headers, "location").value_or(""), HasSubstr("done=redacted"));
    for (auto const& letter : support::must(rig.rig.desk.store.thread(visitor.root))) {
        EXPECT_TRUE(letter.body.empty());
        EXPECT_FALSE(support::must(rig.rig.desk.store.wrap_of(letter.id)));
    }
    std::string const audit = text_of(rig.get("/audit", officer));
    EXPECT_THAT(audit, HasSubstr("hele tekst gewist"));
    EXPECT_THAT(audit, HasSubstr("door een agent: Op verzoek"));
    EXPECT_THAT(audit, Not(HasSubstr("bewaartermijn")));
}

TEST(Pages, ChangeARoleOfSomebodyWhoIsLoggedIn) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();
    std::string const officer = rig.log_in(records::Role::officer);
    records::PersonId const id = rig.site.sessions.use(officer)->vault->person().id;
    ASSERT_EQ(rig.get("/entries", officer).status, 200) << "the control";

    auto const changed = rig.post("/people/" + hex(id.bytes) + "/role",
                                  {{"version", "0"}, {"role", "volunteer"}}, lead);

    EXPECT_EQ(changed.status, 200);
    EXPECT_THAT(text_of(changed), HasSubstr("Vrijwilliger"));
    EXPECT_EQ(rig.get("/entries", officer).status, 303) << "he has to log in anew";
    EXPECT_EQ(support::must(rig.rig.desk.store.person("Persoon 1"))->role,
              records::Role::volunteer);
}

TEST(Pages, SaveAWeekOfTheRoster) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();

    auto const saved = rig.post("/roster",
                                {{"week", "2024-06-03"},
                                 {"version", "0"},
                                 {"do", "save"},
                                 {"from_2024-06-06_0", "13:00"},
                                 {"until_2024-06-06_0", "16:00"},
                                 {"who_2024-06-06_0", "present"}},
                                lead);

    EXPECT_EQ(saved.status, 303);
    EXPECT_THAT(first_of(saved.headers, "location").value_or(""), HasSubstr("done=roster"));
    EXPECT_THAT(text_of(rig.get("/roster", lead)), HasSubstr("value=\"13:00\""));
}

// One shift of this week, typed like this; the answer to it.
platform::HttpResponse save_shift(WebRig& rig, std::string const& session, std::string const& from,
                                  std::string const& until) {
    return rig.post("/roster",
                    {{"week", "2024-06-03"},
                     {"version", "0"},
                     {"do", "save"},
                     {"from_2024-06-06_0", from},
                     {"until_2024-06-06_0", until},
                     {"who_2024-06-06_0", "talk"}},
                    session);
}

TEST(Roster, TakesTimesAsPeopleWriteThem) {
    for (std::string const from : {"9:00", "09:00", "9.00", "09.00", "900", "0900"}) {
        WebRig rig;
        std::string const lead = rig.log_in_lead();
        EXPECT_EQ(save_shift(rig, lead, from, "2359").status, 303) << from;
        std::string const page = text_of(rig.get("/roster", lead));
        EXPECT_THAT(page, HasSubstr("value=\"09:00\"")) << from;
        EXPECT_THAT(page, HasSubstr("value=\"23:59\"")) << from;
    }
}

TEST(Roster, ClosesADayAndOpensItAgain) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();
    auto const save = [&](std::vector<std::pair<std::string, std::string>> fields) {
        fields.insert(fields.end(), {{"week", "2024-06-03"}, {"do", "save"}});
        EXPECT_EQ(rig.post("/roster", fields, lead).status, 303);
        return text_of(rig.get("/roster", lead));
    };
    constexpr char const* kClosed = "name=\"closed_2024-06-06\" value=\"yes\" checked";
    std::pair<std::string, std::string> const from{"from_2024-06-06_0", "13:00"};
    std::pair<std::string, std::string> const until{"until_2024-06-06_0", "16:00"};
    std::pair<std::string, std::string> const closed{"closed_2024-06-06", "yes"};

    EXPECT_THAT(save({from, until}), Not(HasSubstr(kClosed)));
    std::string const ill = save({from, until, closed}); // his times still stand in the form
    EXPECT_THAT(ill, HasSubstr(kClosed));
    EXPECT_THAT(ill, Not(HasSubstr("value=\"13:00\"")));
    std::string const back = save({from, until, closed}); // typed anew, "closed" not seen
    EXPECT_THAT(back, Not(HasSubstr(kClosed)));
    EXPECT_THAT(back, HasSubstr("value=\"13:00\""));
}

TEST(Roster, KeepsWhatWasTypedWhenItIsNoTime) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();
    for (std::string const until : {"24:00", "12:60", "9", "", "12:3", "1 2:00", "-100", "00930",
                                    "12:000", "half een", "8:30"}) {
        auto const refused = save_shift(rig, lead, "09:00", until);
        EXPECT_EQ(refused.status, 409) << until;
        EXPECT_THAT(text_of(refused), HasSubstr("value=\"09:00\"")) << until;
        EXPECT_THAT(text_of(refused), HasSubstr("value=\"" + until + "\"")) << until;
        EXPECT_THAT(text_of(refused), HasSubstr("shift--wrong")) << until;
        EXPECT_THAT(text_of(refused), HasSubstr("<option value=\"talk\" selected>")) << until;
    }
    EXPECT_THAT(text_of(rig.get("/roster", lead)), Not(HasSubstr("value=\"09:00\"")));
}

} // namespace
} // namespace inloop::web
