// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/notices.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "tests/officerlog_web/web_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace inloop::web {
namespace {

using records::Role;
using support::must;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kPilot = "/pages/pilot_nl";
records::PageKey const kPilotKey{"pilot", "nl"};
constexpr records::Seconds kHour = 3600;

// What stands between two texts; empty where they are not there.
std::string between(std::string const& text, std::string const& before, std::string const& behind) {
    std::size_t const at = text.find(before);
    if (at == std::string::npos) {
        return {};
    }
    std::string const rest = text.substr(at + before.size());
    return rest.substr(0, rest.find(behind));
}

class EditorPages : public testing::Test {
protected:
    EditorPages() {
        rig.drawing = editing::RenderedPage{.pictures = {Bytes(4, std::byte{0x89})}};
        volunteer = rig.log_in(Role::volunteer);
    }

    platform::HttpResponse send(std::string const& what, std::string const& body,
                                std::string const& version = "0", std::string const& who = {}) {
        return rig.post(kPilot,
                        {{"version", version},
                         {"title", "Wat is dit?"},
                         {"body", body},
                         {"from", ""},
                         {"until", ""},
                         {"do", what}},
                        who.empty() ? volunteer : who);
    }
    [[nodiscard]] std::string where(platform::HttpResponse const& response) {
        return std::string(first_of(response.headers, "location").value_or(""));
    }
    // As visitors see it.
    [[nodiscard]] std::string shown() {
        return must(editing::open_page(rig.editing, kPilotKey)).seen.body;
    }
    [[nodiscard]] std::string draft_version() {
        return std::to_string(must(editing::open_page(rig.editing, kPilotKey)).draft_version);
    }

    WebRig rig;
    std::string volunteer;
};

TEST_F(EditorPages, AVolunteerBeginsAtThePagesWithHowTheyStand) {
    EXPECT_EQ(where(rig.get("/", volunteer)), "/pages");

    std::string const list = text_of(rig.get("/pages", volunteer));

    EXPECT_THAT(list, HasSubstr("href=\"/pages/pilot_nl\""));
    EXPECT_THAT(list, HasSubstr("Op het scherm"));
    EXPECT_THAT(list, Not(HasSubstr("/pages/rules"))) << "that is for officers";
    EXPECT_THAT(text_of(rig.get("/pages", rig.log_in(Role::officer))), HasSubstr("/pages/rules"));
}

TEST_F(EditorPages, ADraftIsNotOnTheScreenUntilItIsPublished) {
    std::string const before = shown();

    EXPECT_THAT(where(send("save", "Een concept.")), HasSubstr("done=page_saved"));

    EXPECT_EQ(shown(), before);
    EXPECT_THAT(text_of(rig.get(kPilot, volunteer)), HasSubstr("Een concept."));
    EXPECT_THAT(where(send("publish", "Een concept.", draft_version())),
                HasSubstr("done=page_published"));
    EXPECT_EQ(shown(), "Een concept.");
}

TEST_F(EditorPages, UndoBringsBackWhatWasThere) {
    std::string const before = shown();
    (void)send("publish", "Nieuw.");
    std::string const page = text_of(rig.get(kPilot, volunteer));
    std::string const id = between(page, "name=\"version_id\" value=\"", "\"");
    ASSERT_NE(id, "");

    auto const undone = rig.post(std::string(kPilot) + "/undo", {{"version_id", id}}, volunteer);

    EXPECT_THAT(where(undone), HasSubstr("done=page_undone"));
    EXPECT_EQ(shown(), before);
    auto const again = rig.post(std::string(kPilot) + "/undo", {{"version_id", id}}, volunteer);
    EXPECT_THAT(where(again), HasSubstr("warning=page_gone")) << "somebody else was first";
}

TEST_F(EditorPages, UndoOfAnotherPagesVersionIsRefused) {
    (void)send("publish", "Nieuw.");
    auto const id = must(editing::open_page(rig.editing, kPilotKey)).row.shown->id;

    auto const undone =
        rig.post("/pages/numbers_nl/undo", {{"version_id", std::to_string(id)}}, volunteer);

    EXPECT_THAT(where(undone), HasSubstr("warning=page_gone"));
    EXPECT_EQ(shown(), "Nieuw.");
}

TEST_F(EditorPages, AnOlderVersionBecomesADraftAgain) {
    (void)send("publish", "Eerst.");
    auto const id = must(editing::open_page(rig.editing, kPilotKey)).row.shown->id;
    (void)send("publish", "Daarna.");

    auto const taken = rig.post(std::string(kPilot) + "/take-up",
                                {{"version_id", std::to_string(id)}, {"version", "0"}}, volunteer);

    EXPECT_THAT(where(taken), HasSubstr("done=page_taken_up"));
    EXPECT_EQ(shown(), "Daarna.");
    EXPECT_EQ(must(editing::open_page(rig.editing, kPilotKey)).text.body, "Eerst.");
}

TEST_F(EditorPages, TwoVolunteersDoNotOverwriteEachOther) {
    (void)send("save", "Van de een.");
    std::string const other = rig.log_in(Role::volunteer);

    auto const late = send("publish", "Van de ander.", "0", other);

    EXPECT_EQ(late.status, 409);
    std::string const page = text_of(late);
    EXPECT_THAT(page, HasSubstr("Van de een.")) << "what is there";
    EXPECT_THAT(page, HasSubstr("Van de ander.")) << "what was typed is not lost";
    EXPECT_EQ(must(editing::open_page(rig.editing, kPilotKey)).text.body, "Van de een.");
    EXPECT_THAT(where(send("publish", "Van de ander.", draft_version(), other)),
                HasSubstr("done=page_published"))
        << "the control: with what is there in sight";
}

TEST_F(EditorPages, AFaultIsToldInDutchWithItsLineAndNothingIsLost) {
    auto const refused = send("publish", "Eerst dit.\n\nBel 0592-123456.");

    EXPECT_EQ(refused.status, 409);
    std::string const page = text_of(refused);
    EXPECT_THAT(page, HasSubstr("Regel 3: Er staat een telefoonnummer in de tekst."));
    EXPECT_THAT(page, HasSubstr("Bel 0592-123456."));
    EXPECT_THAT(rig.drawn, IsEmpty()) << "what cannot be shown is not drawn";
}

// Also those that name something: never the sentence for what nobody foresaw.
TEST_F(EditorPages, EveryKindOfFaultIsToldInItsOwnWords) {
    struct Fault {
        std::string body;
        std::string words;
    };
    for (auto const& [body, words] :
         {Fault{"{fact: nergens}", "“nergens” staat niet in de lijst"},
          Fault{"![Boom](weg.jpg)", "De foto “weg.jpg” is er niet"},
          Fault{"Hallo {onzin}.", "{onzin}” kan het scherm niet invullen"},
          Fault{"", "Er staat nog geen tekst."}, Fault{"[hier](https://x.nl)", "Links werken niet"},
          Fault{"<b>dik</b>", "HTML werkt niet"}}) {
        std::string const page = text_of(send("look", body));
        EXPECT_THAT(page, HasSubstr(words)) << body;
        EXPECT_THAT(page, Not(HasSubstr("wat het scherm niet kent"))) << body;
    }
    std::string const page = text_of(rig.post(
        kPilot,
        {{"version", "0"}, {"title", std::string(61, 'a')}, {"body", "Tekst."}, {"do", "look"}},
        volunteer));
    EXPECT_THAT(page, HasSubstr("De titel is langer dan 60 letters."));
}

TEST_F(EditorPages, APageThatBeginsLaterIsNotPromisedForNow) {
    auto const planned = rig.post(kPilot,
                                  {{"version", "0"},
                                   {"title", "Wat is dit?"},
                                   {"body", "Later."},
                                   {"from", "2024-07-01"},
                                   {"until", ""},
                                   {"do", "publish"}},
                                  volunteer);

    EXPECT_THAT(where(planned), HasSubstr("done=page_planned"));
    EXPECT_NE(shown(), "Later.");
}

TEST_F(EditorPages, DaysThatAreNoneAreRefused) {
    for (std::string const& until : {std::string("2020-01-01"), std::string("morgen")}) {
        auto const refused = rig.post(kPilot,
                                      {{"version", draft_version()},
                                       {"title", "Wat is dit?"},
                                       {"body", "Tekst."},
                                       {"from", ""},
                                       {"until", until},
                                       {"do", "publish"}},
                                      volunteer);
        EXPECT_EQ(refused.status, 409) << until;
        EXPECT_THAT(text_of(refused), HasSubstr("Kies dagen die nog komen")) << until;
    }
}

TEST_F(EditorPages, WithFourEyesAnOfficerPublishesWhatAVolunteerOffered) {
    std::string const officer = rig.log_in(Role::officer);
    (void)rig.post("/pages/rules", {{"four_eyes", "yes"}}, officer);
    EXPECT_EQ(send("publish", "Van een vrijwilliger.").status, 409);

    EXPECT_THAT(where(send("offer", "Van een vrijwilliger.", draft_version())),
                HasSubstr("done=page_offered"));

    EXPECT_THAT(text_of(rig.get("/pages", officer)), HasSubstr("Geschreven door"));
    EXPECT_THAT(where(send("publish", "Van een vrijwilliger.", draft_version(), officer)),
                HasSubstr("done=page_published"))
        << "looking at it does not make it the officer's own work";
    EXPECT_EQ(shown(), "Van een vrijwilliger.");
}

TEST_F(EditorPages, WithFourEyesAnOfficerDoesNotPublishHisOwnWords) {
    std::string const officer = rig.log_in(Role::officer);
    (void)rig.post("/pages/rules", {{"four_eyes", "yes"}}, officer);

    auto const refused = send("publish", "Van de agent zelf.", "0", officer);

    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(text_of(refused), HasSubstr("u schreef het zelf"));
}

TEST_F(EditorPages, TheLookIsDrawnAsAskedAndItsPictureIsOnlyForEditors) {
    auto const look = rig.post(std::string(kPilot) + "/look",
                               {{"title", "Wat is dit?"},
                                {"body", "Er is toezicht betreffende de straat."},
                                {"letters", "large"},
                                {"shape", "tall"}},
                               volunteer);

    ASSERT_EQ(look.status, 200);
    std::string const part = text_of(look);
    EXPECT_THAT(part, Not(HasSubstr("<html"))) << "a part of a page";
    EXPECT_THAT(part, HasSubstr("Past op het scherm, in 1 blad."));
    EXPECT_THAT(part, HasSubstr("betreffende"));
    EXPECT_THAT(part, HasSubstr("Schrijf liever: over"));
    ASSERT_THAT(rig.drawn, SizeIs(1));
    EXPECT_TRUE(rig.drawn[0].large);
    EXPECT_TRUE(rig.drawn[0].portrait);
    EXPECT_EQ(must(editing::open_page(rig.editing, kPilotKey)).draft_version, 0U)
        << "looking keeps nothing";
    std::string const name = between(part, "src=\"/preview/", "\"");
    ASSERT_EQ(name.size(), 32U);
    std::string const where_it_lies = "/preview/" + name;
    auto const picture = rig.get(where_it_lies, volunteer);
    EXPECT_EQ(picture.status, 200);
    EXPECT_EQ(first_of(picture.headers, "content-type"), "image/png");
    EXPECT_EQ(rig.get(where_it_lies).status, 303) << "not logged in";
    EXPECT_EQ(rig.get(where_it_lies, rig.log_in(Role::evaluator)).status, 403);
}

TEST_F(EditorPages, APreviewThatFailsLeavesTheTextAndSaysSo) {
    rig.drawing = fail(ErrorCode::unavailable, "no program");

    auto const page = send("look", "Mijn tekst.");

    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(text_of(page), HasSubstr("Mijn tekst."));
    EXPECT_THAT(text_of(page), HasSubstr("Het voorbeeld kon niet worden gemaakt."));
    EXPECT_THAT(rig.log, ElementsAre("preview: no program"));
}

// Drawing takes half a second: kiosks and colleagues must not wait for it.
TEST_F(EditorPages, DrawAndReadPicturesWithoutTheDesksLock) {
    bool was_free = false;
    auto const try_lock = [&] {
        was_free = rig.rig.desk.lock.try_lock();
        if (was_free) {
            rig.rig.desk.lock.unlock();
        }
    };
    rig.site.render = [&](editing::RenderRequest const&) -> Result<editing::RenderedPage> {
        try_lock();
        return editing::RenderedPage{};
    };
    (void)send("look", "Tekst.");
    EXPECT_TRUE(was_free);
    was_free = false;
    rig.site.recode = [&](ByteView) -> Result<Bytes> {
        try_lock();
        return fail(ErrorCode::invalid_input, "");
    };
    (void)rig.upload("/pictures", {{"alt", "Een boom"}}, Bytes(9), volunteer);
    EXPECT_TRUE(was_free);
}

TEST_F(EditorPages, WhoIsLoggedOutWhileAPageIsDrawnGetsNoPage) {
    rig.site.render = [&](editing::RenderRequest const&) -> Result<editing::RenderedPage> {
        rig.site.sessions.end(volunteer);
        return editing::RenderedPage{};
    };

    auto const page = send("look", "Tekst.");

    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(text_of(page), HasSubstr("/login"));
}

TEST_F(EditorPages, AddressesOfNoPageAreNotFound) {
    for (char const* address : {"/pages/pilot", "/pages/pilot_xx", "/pages/nergens_nl", "/pages/_",
                                "/preview/0", "/pictures/none.png", "/pictures/facts.toml"}) {
        EXPECT_EQ(rig.get(address, volunteer).status, 404) << address;
    }
    EXPECT_EQ(rig.get("/pictures/street.png", volunteer).status, 200) << "the control";
}

TEST_F(EditorPages, APictureNeedsWordsAndAFileThatIsOne) {
    EXPECT_THAT(text_of(rig.upload("/pictures", {{"alt", ""}}, Bytes(9), volunteer)),
                HasSubstr("Schrijf eerst wat er op de foto staat."));
    EXPECT_THAT(text_of(rig.upload("/pictures", {{"alt", "Boom"}}, {}, volunteer)),
                HasSubstr("Kies eerst een foto."));
    rig.recoded = fail(ErrorCode::invalid_input, "it is a script");
    auto const refused = rig.upload("/pictures", {{"alt", "Boom"}}, Bytes(9), volunteer);
    EXPECT_THAT(text_of(refused), HasSubstr("Dit is geen foto"));
    EXPECT_THAT(text_of(refused), HasSubstr("Boom")) << "what was typed stays";
    EXPECT_THAT(rig.log, IsEmpty()) << "nothing of it is written down";
    rig.recoded = fail(ErrorCode::unavailable, "no turn");
    EXPECT_EQ(rig.upload("/pictures", {{"alt", "Boom"}}, Bytes(9), volunteer).status, 503);
    EXPECT_EQ(rig.post("/pictures", {{"alt", "Boom"}}, volunteer).status, 403)
        << "a form without a file is none of ours";
    EXPECT_EQ(rig.upload("/notices", {{"nl", "Regel"}}, Bytes(9), volunteer).status, 403)
        << "nor is a file where none is asked for";
}

TEST_F(EditorPages, AFactIsCheckedByAVolunteerAndChangedByAnOfficer) {
    std::string const until = "2024-12-31";
    EXPECT_THAT(where(rig.post("/facts/municipality/checked", {{"until", until}}, volunteer)),
                HasSubstr("done=fact_checked"));
    EXPECT_THAT(text_of(rig.get("/facts", volunteer)), HasSubstr("vrijwilliger"));
    Fields const change{{"seen", rig.rig.assets.facts.find("municipality")->value},
                        {"value", "14 0500"},
                        {"note", "Voor de straat."},
                        {"note_en", ""},
                        {"until", until}};
    EXPECT_EQ(rig.post("/facts/municipality/change", change, volunteer).status, 403);

    auto const changed = rig.post("/facts/municipality/change", change, rig.log_in(Role::officer));

    EXPECT_THAT(where(changed), HasSubstr("done=fact_changed"));
    EXPECT_THAT(text_of(rig.get("/facts", volunteer)), HasSubstr("14 0500"));
    EXPECT_THAT(where(rig.post("/facts/municipality/checked", {{"until", "nooit"}}, volunteer)),
                HasSubstr("warning=page_dates"));
}

TEST_F(EditorPages, OnlyWhoMayChooseIsAskedWhatKindOfLineItIs) {
    EXPECT_THAT(text_of(rig.get("/notices", volunteer)), Not(HasSubstr("Wat voor regel?")));
    std::string const officer = text_of(rig.get("/notices", rig.log_in(Role::officer)));
    EXPECT_THAT(officer, HasSubstr("Wat voor regel?"));
    EXPECT_THAT(officer, HasSubstr("U vroeg, wij deden"));
}

TEST_F(EditorPages, ALineThatNamesSomebodyIsAskedAboutOnce) {
    Fields line{{"nl", "Mevrouw Jansen kreeg haar fiets terug."},
                {"en", ""},
                {"from", "2024-06-04"},
                {"until", "2024-06-10"},
                {"kind", "notice"}};

    auto const asked = rig.post("/notices", line, volunteer);

    EXPECT_EQ(asked.status, 409);
    EXPECT_THAT(text_of(asked), HasSubstr("Mevrouw Jansen"));
    EXPECT_THAT(text_of(asked), HasSubstr("name=\"sure\""));
    EXPECT_THAT(must(editing::notices(rig.editing)), IsEmpty());
    line.emplace_back("sure", "yes");
    EXPECT_THAT(where(rig.post("/notices", line, volunteer)), HasSubstr("done=notice_added"));
    EXPECT_THAT(must(editing::notices(rig.editing)), SizeIs(1));
    EXPECT_THAT(
        where(rig.post("/notices/remove", {{"number", "0"}, {"words", "andere"}}, volunteer)),
        HasSubstr("warning=changed"));
    EXPECT_THAT(
        where(rig.post("/notices/remove",
                       {{"number", "0"}, {"words", "Mevrouw Jansen kreeg haar fiets terug."}},
                       volunteer)),
        HasSubstr("done=notice_removed"));
}

TEST_F(EditorPages, TheDoorCountsEachPressOnceAlsoLate) {
    std::string const id(32, 'a');
    std::string const hour = std::to_string(rig.rig.now() - 3 * kHour);
    Fields const press{{"reason", "question"}, {"press", id}, {"hour", hour}, {"quiet", "yes"}};

    EXPECT_EQ(rig.post("/door", press, volunteer).status, 204);
    EXPECT_EQ(rig.post("/door", press, volunteer).status, 204) << "sent again: counted once";
    EXPECT_THAT(where(rig.post("/door", {{"reason", "curious"}}, volunteer)),
                HasSubstr("done=door_counted"))
        << "without a script";

    std::string const old = std::to_string(rig.rig.now() - 60 * kHour);
    EXPECT_EQ(rig.post("/door",
                       {{"reason", "other"},
                        {"press", std::string(32, 'b')},
                        {"hour", old},
                        {"quiet", "yes"}},
                       volunteer)
                  .status,
              409);
    EXPECT_EQ(rig.post("/door", {{"reason", "sluipen"}}, volunteer).status, 400);
    EXPECT_EQ(rig.post("/door", {{"reason", "other"}, {"press", "x"}}, volunteer).status, 400);
    EXPECT_EQ(rig.post("/door/undo", {{"press", std::string(32, 'c')}, {"quiet", "yes"}}, volunteer)
                  .status,
              409)
        << "there is none";
}

} // namespace
} // namespace inloop::web
