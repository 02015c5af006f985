// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/notices.h"
#include "kiosk/officerlog/editing/person_trace.h"
#include "kiosk/pages/tuning.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using std::chrono::days;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

constexpr char const* kFile = "news.toml";

class Notices : public testing::Test {
protected:
    NoticeDraft draft(std::string_view nl, std::string_view en = "") {
        return {.nl = nl, .en = en, .from = rig.today(), .until = rig.today() + days(3)};
    }
    std::optional<Refusal> add(NoticeDraft const& notice) {
        return refusal_of(add_notice(rig.editing, rig.vera(), notice));
    }
    std::optional<Refusal> remove(std::size_t index, std::string_view words) {
        return refusal_of(remove_notice(rig.editing, rig.vera(), index, words));
    }
    std::vector<std::string> lines() {
        std::vector<std::string> words;
        for (pages::News const& news : must(notices(rig.editing))) {
            words.push_back(news.words.in("nl"));
        }
        return words;
    }
    EditingRig rig;
};

TEST_F(Notices, AreThoseOfTheDocument) {
    EXPECT_THAT(must(notices(rig.editing)), IsEmpty());

    EXPECT_EQ(add(draft("Donderdag is er koffie.", "Coffee on Thursday.")), std::nullopt);
    EXPECT_EQ(add(draft("Vrijdag zijn wij dicht.")), std::nullopt);

    auto const all = must(notices(rig.editing));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].kind, pages::NewsKind::notice);
    EXPECT_EQ(all[0].words.in("en"), "Coffee on Thursday.");
    EXPECT_EQ(all[0].from, rig.today());
    EXPECT_EQ(all[0].until, rig.today() + days(3));
    EXPECT_FALSE(all[1].words.has("en"));
    EXPECT_TRUE(pages::parse_news(*rig.document(kFile), kFile)) << "as a kiosk reads it";
    EXPECT_THAT(rig.audit_rows(), ElementsAre("notice-add news.toml", "notice-add news.toml"));
}

TEST_F(Notices, LeaveWordsWhenTheLastOneGoes) {
    EXPECT_EQ(add(draft("Koffie.")), std::nullopt);
    (void)rig.audit_rows();

    EXPECT_EQ(remove(0, "Koffie."), std::nullopt);

    EXPECT_THAT(rig.document(kFile), Optional(std::string("# no news\n")))
        << "kiosks take an empty file for one that was cut off";
    EXPECT_THAT(must(notices(rig.editing)), IsEmpty());
    EXPECT_THAT(rig.audit_rows(), ElementsAre("notice-remove news.toml"));
}

TEST_F(Notices, AreRemovedByWhoSawThem) {
    EXPECT_EQ(add(draft("Een.")), std::nullopt);
    EXPECT_EQ(add(draft("Twee.")), std::nullopt);

    EXPECT_EQ(remove(2, "Twee."), Refusal::gone);
    EXPECT_EQ(remove(0, "Twee."), Refusal::changed);
    EXPECT_EQ(remove(0, "Een."), std::nullopt);
    EXPECT_EQ(remove(0, "Een."), Refusal::changed);
    EXPECT_THAT(lines(), ElementsAre("Twee."));
}

TEST_F(Notices, AreKeptWithTheirAuditRowOrNotAtAll) {
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(add_notice(rig.editing, rig.vera(), draft("Een.")));
    EXPECT_EQ(rig.document(kFile), std::nullopt);

    EXPECT_EQ(add(draft("Een.")), std::nullopt);
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(remove_notice(rig.editing, rig.vera(), 0, "Een."));
    EXPECT_THAT(lines(), ElementsAre("Een."));
}

TEST_F(Notices, HaveWordsThatFitOnTheirLine) {
    EXPECT_EQ(add(draft("")), Refusal::empty);
    EXPECT_EQ(add(draft("\u200B ")), Refusal::empty);
    EXPECT_EQ(add(draft(std::string(91, 'x'))), Refusal::too_long);
    EXPECT_EQ(add(draft("Een.", std::string(91, 'x'))), Refusal::too_long);
    EXPECT_EQ(add(draft("a\nb")), Refusal::faulty);
    EXPECT_EQ(add(draft("a\x01")), Refusal::faulty);
    EXPECT_EQ(add(draft("\xFF")), Refusal::faulty);
    EXPECT_EQ(add(draft("Hier in {town}.")), Refusal::faulty);
    EXPECT_EQ(add(draft("Bel 0900-8844.")), Refusal::faulty) << "numbers are facts";
    EXPECT_EQ(rig.document(kFile), std::nullopt);
    EXPECT_EQ(add(draft(std::string(90, 'x'), std::string(90, 'x'))), std::nullopt);
}

TEST_F(Notices, HoldWordsWhateverTheyAre) {
    std::string const words = R"(" until = x # \ ''' [[news]])";
    EXPECT_EQ(add(draft(words)), std::nullopt);
    EXPECT_THAT(lines(), ElementsAre(words));
    EXPECT_EQ(must(notices(rig.editing))[0].until, rig.today() + days(3));
}

TEST_F(Notices, AreOverOnlyAfterTheirLastDay) {
    auto notice = draft("Een.");
    notice.from = rig.today() - days(3);
    notice.until = rig.today() - days(1);
    EXPECT_EQ(add(notice), Refusal::dates);
    notice.from = rig.today() + days(2);
    notice.until = rig.today() + days(1);
    EXPECT_EQ(add(notice), Refusal::dates);
    notice.from = notice.until = rig.today();
    EXPECT_EQ(add(notice), std::nullopt);
}

TEST_F(Notices, AskTwiceWhenTheySeemToNameSomebody) {
    for (char const* words : {"Vragen? Mail jan.jansen@example.org.", "Bel Jan op 06-12345678.",
                              "Gezocht: rode auto 12-AB-34.", "Mevrouw de Vries geeft les.",
                              "Open huis: Dorpsstraat 7."}) {
        EXPECT_EQ(add(draft(words)), Refusal::person) << words;
        EXPECT_EQ(add(draft("Een.", words)), Refusal::person) << words;
    }
    auto meant = draft("Mevrouw de Vries geeft les.");
    meant.despite_person = true;
    EXPECT_EQ(add(meant), std::nullopt);
    EXPECT_EQ(add(draft("Kom naar de Rolderstraat 21.")), std::nullopt) << "that is here";
}

TEST_F(Notices, SpeakForThePoliceOnlyByAnOfficer) {
    auto done_line = draft("U vroeg om licht. De lamp brandt weer.");
    done_line.kind = pages::NewsKind::done;

    EXPECT_EQ(add(done_line), Refusal::role);
    EXPECT_EQ(refusal_of(add_notice(rig.editing, rig.piet(), done_line)), std::nullopt);
    EXPECT_EQ(must(notices(rig.editing))[0].kind, pages::NewsKind::done);
    EXPECT_EQ(remove(0, done_line.nl), Refusal::role);
    EXPECT_EQ(refusal_of(remove_notice(rig.editing, rig.piet(), 0, done_line.nl)), std::nullopt);
}

TEST_F(Notices, HaveTemplatesThatFitAndMustBeFilledIn) {
    ASSERT_GE(done_templates().size(), 3U);
    for (std::string const& line : done_templates()) {
        auto notice = draft(line);
        notice.kind = pages::NewsKind::done;
        EXPECT_EQ(refusal_of(add_notice(rig.editing, rig.piet(), notice)), Refusal::empty) << line;
        std::string filled = line;
        for (std::size_t at = 0; (at = filled.find("...")) != std::string::npos;) {
            filled.replace(at, 3, "de brug");
        }
        notice.nl = filled;
        EXPECT_EQ(refusal_of(add_notice(rig.editing, rig.piet(), notice)), std::nullopt) << line;
    }
    EXPECT_EQ(add(draft("Wat er verder komt...")), std::nullopt) << "of a volunteer it may end so";
}

TEST_F(Notices, MakeRoomByForgettingThoseThatAreLongOver) {
    auto notice = draft("Kort.");
    notice.until = rig.today();
    for (std::size_t count = 0; count < pages::kSiteEntries; ++count) {
        EXPECT_EQ(add(notice), std::nullopt);
    }
    EXPECT_EQ(add(notice), Refusal::too_long);

    rig.advance(days(31));
    EXPECT_EQ(add(draft("Nieuw.")), Refusal::too_long) << "they may still be wanted";
    rig.advance(days(1));
    EXPECT_EQ(add(draft("Nieuw.")), std::nullopt);
    EXPECT_THAT(lines(), ElementsAre("Nieuw."));
}

TEST_F(Notices, AreNotOverwrittenWhenTheirFileCannotBeRead) {
    rig.put_document(kFile, "[[news");
    EXPECT_EQ(notices(rig.editing).error().code, ErrorCode::invalid_input);
    EXPECT_FALSE(add_notice(rig.editing, rig.vera(), draft("Een.")));
    EXPECT_THAT(rig.document(kFile), Optional(std::string("[[news")));
}

TEST(PersonTrace, KnowsWhoIsNobody) {
    pages::Facts const facts;
    pages::Place place;
    place.street = "Rolderstraat 21";
    for (char const* words :
         {"Donderdag van 13 tot 16 uur: koffie.", "De heer komt.", "Wij zijn op het Koopmansplein.",
          "Rolderstraat 21 is open.", "Onderweg 2 agenten.", "", "straat 3", "meneer van"}) {
        bool const expected = std::string_view(words) == "Onderweg 2 agenten.";
        EXPECT_EQ(seems_to_name(words, place, facts), expected) << words;
    }
    for (char const* words : {"dhr. Jansen", "MEVROUW Élise", "mw. Van der Berg", "Mr Smith",
                              "Rolderstraat 22", "op de Vaart: Beilerweg 1a"}) {
        EXPECT_TRUE(seems_to_name(words, place, facts)) << words;
    }
}

} // namespace
} // namespace inloop::editing
