// SPDX-License-Identifier: EUPL-1.2
// Each part of the summary is changed in its place, and only what the summary shows is sent.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::flow {
namespace {

using entries::ContactWish;
using entries::EntryKind;

void change(JourneyRig& rig, Part part) {
    rig.journey.handle(event::Change{part});
    ASSERT_TRUE(rig.journey.changing());
}

void clear_text(JourneyRig& rig) {
    rig.journey.draft().message.clear();
}

entries::EntryFacts const& sent_facts(JourneyRig& rig) {
    rig.journey.handle(event::Send{});
    return rig.sender.last().facts;
}

TEST(JourneyChange, BackLeadsFromEveryPartToTheSummaryAsItWas) {
    std::pair<Part, Place> const parts[] = {{Part::subject, Place::subjects},
                                            {Part::message, Place::write},
                                            {Part::where, Place::where},
                                            {Part::contact, Place::contact}};
    for (auto const& [part, place] : parts) {
        JourneyRig rig;
        rig.lead_to(Place::summary);
        Seen const before = look(rig);

        change(rig, part);
        EXPECT_EQ(rig.place(), place);
        rig.journey.handle(event::Back{});

        EXPECT_EQ(look(rig), before) << name_of(place);
    }
}

TEST(JourneyChange, GoesThroughTheSubjectAgainAndBackStepByStep) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::subject);

    for (Place place : {Place::desk, Place::question, Place::question, Place::question}) {
        rig.go_on();
        EXPECT_EQ(rig.place(), place);
    }
    for (Place place :
         {Place::question, Place::question, Place::desk, Place::subjects, Place::summary}) {
        rig.journey.handle(event::Back{});
        EXPECT_EQ(rig.place(), place);
    }
    EXPECT_FALSE(rig.journey.changing());
}

TEST(JourneyChange, AnswersOfAnotherSubjectGo) {
    JourneyRig rig;
    rig.lead_to(Place::question);
    rig.journey.handle(event::ChooseOption{"what", "this"});
    rig.lead_to(Place::summary);
    change(rig, Part::subject);

    rig.journey.handle(event::ChooseSubject{std::string(kPlainSubject)});

    EXPECT_EQ(rig.place(), Place::summary);
    entries::EntryFacts const& facts = sent_facts(rig);
    EXPECT_EQ(facts.subject, kPlainSubject);
    EXPECT_TRUE(facts.answers.empty());
    EXPECT_EQ(facts.passing, entries::Passing::not_asked);
    EXPECT_EQ(facts.spot.street, "rolderstraat");
    EXPECT_EQ(facts.contact, ContactWish::call);
}

TEST(JourneyChange, AnswersOfTheSameSubjectStay) {
    JourneyRig rig;
    rig.lead_to(Place::question);
    rig.journey.handle(event::ChooseOption{"what", "this"});
    rig.lead_to(Place::summary);
    change(rig, Part::subject);

    rig.journey.handle(event::ChooseSubject{std::string(kEverySubject)});

    EXPECT_EQ(rig.place(), Place::desk);
    EXPECT_EQ(rig.journey.draft().answer("what"), "this");
    EXPECT_EQ(rig.journey.draft().passing, entries::Passing::yes);
}

// From the subjects to the summary by one subject; which places were passed.
std::vector<Place> pass_from_subjects(JourneyRig& rig, std::string_view subject) {
    std::vector<Place> passed;
    rig.journey.handle(event::ChooseSubject{std::string(subject)});
    while (rig.place() != Place::summary) {
        passed.push_back(rig.place());
        if (rig.place() == Place::write && rig.text().empty()) {
            rig.type(kWords);
        }
        rig.go_on();
    }
    return passed;
}

TEST(JourneyChange, ADelicateSubjectAsksOnceWhetherOthersCanTell) {
    JourneyRig rig;
    rig.lead_to(Place::subjects);
    auto passed = pass_from_subjects(rig, kPlainSubject);
    ASSERT_EQ(std::ranges::count(passed, Place::recognisable), 0);

    change(rig, Part::subject);
    passed = pass_from_subjects(rig, kEverySubject);
    EXPECT_EQ(std::ranges::count(passed, Place::recognisable), 1);

    change(rig, Part::subject);
    passed = pass_from_subjects(rig, kEverySubject);
    EXPECT_EQ(std::ranges::count(passed, Place::recognisable), 0);
}

TEST(JourneyChange, SendsNoPlaceForASubjectThatIsNowhere) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::subject);
    rig.journey.handle(event::ChooseSubject{"idea"});
    EXPECT_FALSE(rig.journey.has_stop(Stop::where)); // so the summary does not show it

    EXPECT_EQ(sent_facts(rig).spot, entries::Spot{});
}

TEST(JourneyChange, TheTextComesBackThroughItsOwnPartOnly) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::message);
    rig.type(". Bel 06-12345678");

    for (Place place : {Place::personal_data, Place::recognisable, Place::summary}) {
        rig.go_on();
        EXPECT_EQ(rig.place(), place);
    }
    EXPECT_EQ(rig.text(), std::string(kWords) + ". Bel 06-12345678");
}

TEST(JourneyChange, AsksAboutPersonalDataOnlyWhenThereIsMoreOfIt) {
    JourneyRig rig;
    rig.lead_to(Place::personal_data);
    rig.journey.handle(event::KeepPersonalData{});
    rig.lead_to(Place::summary);

    // when: nothing new
    change(rig, Part::message);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::recognisable);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::summary);

    // when: one more
    change(rig, Part::message);
    rig.type(" of mail jan@example.nl");
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::personal_data);
}

TEST(JourneyChange, TakesPersonalDataOutOfALongText) {
    // given: the last piece ends where the memory does
    JourneyRig rig;
    rig.lead_to(Place::write);
    clear_text(rig);
    rig.type("12-AB-34 ");
    while (rig.journey.draft().message.text.size() < 8192 - 12) {
        rig.type("\n");
    }
    rig.type("jan@jan.nl ");
    rig.journey.handle(event::Next{});
    ASSERT_EQ(rig.place(), Place::personal_data);

    rig.journey.handle(event::RemovePersonalData{});

    EXPECT_EQ(rig.text().substr(0, 7), "[...] \n");
    EXPECT_TRUE(rig.text().ends_with("\n[...] "));
    EXPECT_EQ(rig.journey.draft().message.caret, rig.text().size());
    EXPECT_EQ(rig.place(), Place::recognisable);
}

TEST(JourneyChange, NeverShowsASummaryWithoutAText) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::message);
    clear_text(rig);

    // when: he goes back instead of writing something else
    rig.journey.handle(event::Back{});

    // then: it is the way he came, and only writing leads on
    EXPECT_EQ(rig.place(), Place::question);
    EXPECT_FALSE(rig.journey.changing());
    rig.journey.handle(event::Skip{});
    EXPECT_EQ(rig.place(), Place::write);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::write);
}

TEST(JourneyChange, PromisesNoCallWithoutANumber) {
    for (ContactWish wish : {ContactWish::call, ContactWish::email}) {
        JourneyRig rig;
        rig.lead_to(Place::contact);
        rig.journey.handle(event::Skip{});
        ASSERT_EQ(rig.place(), Place::summary);
        change(rig, Part::contact);
        rig.journey.handle(event::ChooseContact{wish});
        ASSERT_EQ(rig.place(), Place::contact_detail);
        rig.journey.handle(event::Next{}); // nothing is typed
        ASSERT_EQ(rig.place(), Place::contact_detail);

        rig.journey.handle(event::Back{});
        rig.journey.handle(event::Back{});

        EXPECT_EQ(rig.place(), Place::summary);
        EXPECT_EQ(rig.journey.draft().contact_wish, ContactWish::by_code);
        EXPECT_EQ(sent_facts(rig).contact, ContactWish::by_code);
    }
}

TEST(JourneyChange, AnotherWayToBeHeardOfForgetsTheNumber) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    ASSERT_EQ(rig.contact(), kNumber);
    change(rig, Part::contact);

    rig.journey.handle(event::ChooseContact{ContactWish::come_by});

    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(sent_facts(rig).contact, ContactWish::come_by);
    EXPECT_TRUE(rig.sender.last().contact.empty());
}

TEST(JourneyChange, KeepsTheNumberWhenTheSameIsChosenAgain) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::contact);

    rig.journey.handle(event::ChooseContact{ContactWish::call});

    EXPECT_EQ(rig.place(), Place::contact_detail);
    EXPECT_EQ(rig.contact(), kNumber);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::summary);
}

TEST(JourneyChange, ThePlaceCanBeTakenBack) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    change(rig, Part::where);

    rig.journey.handle(event::Skip{});

    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(sent_facts(rig).spot, entries::Spot{});
}

TEST(JourneyChange, WhoRewritesWhatBetraysHimIsStillAskedTheRest) {
    // given: somebody who sees on the way that others could tell it was him
    JourneyRig rig;
    rig.lead_to(Place::recognisable);
    rig.journey.handle(event::Change{Part::message});
    ASSERT_EQ(rig.place(), Place::write);
    EXPECT_FALSE(rig.journey.changing());

    for (Place place : {Place::recognisable, Place::where, Place::contact}) {
        rig.go_on();
        EXPECT_EQ(rig.place(), place);
    }
}

TEST(JourneyChange, AnIdeaTellsNothingOfTheQuestionItBeganAs) {
    // given: somebody who answered everything, asked to be called, went back and left an idea
    JourneyRig rig;
    rig.lead_to(Place::summary);
    while (rig.place() != Place::home) {
        rig.journey.handle(event::Back{});
    }
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.journey.handle(event::Next{});
    ASSERT_EQ(rig.place(), Place::summary);

    rig.journey.handle(event::Send{});

    entries::EntryFacts const& facts = rig.sender.last().facts;
    EXPECT_EQ(facts.kind, EntryKind::idea);
    EXPECT_EQ(facts.subject, "idea");
    EXPECT_EQ(facts.happening, entries::Happening::not_asked);
    EXPECT_EQ(facts.passing, entries::Passing::not_asked);
    EXPECT_EQ(facts.contact, ContactWish::by_code);
    EXPECT_EQ(facts.spot, entries::Spot{});
    EXPECT_TRUE(facts.answers.empty());
    EXPECT_TRUE(rig.sender.last().contact.empty());
}

TEST(JourneyChange, AnIdeaHasNoPartsButItsText) {
    JourneyRig rig;
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.type(kWords);
    rig.journey.handle(event::Next{});
    std::uint64_t const version = rig.journey.version();

    for (Part part : {Part::subject, Part::where, Part::contact, Part::summary}) {
        rig.journey.handle(event::Change{part});
        EXPECT_EQ(rig.place(), Place::summary);
        EXPECT_EQ(rig.journey.version(), version);
    }
    rig.journey.handle(event::Change{Part::message});
    EXPECT_EQ(rig.place(), Place::write);
}

TEST(JourneyChange, AQuestionIsNotAboutAnIdeaBecauseOneWasBegunBefore) {
    JourneyRig rig;
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.journey.handle(event::Back{});
    ASSERT_EQ(rig.place(), Place::home);

    rig.journey.handle(event::Choose{EntryKind::question});

    EXPECT_TRUE(rig.journey.draft().subject.empty());
}

TEST(JourneyChange, GoesThePartsInAnyOrderAndAsOftenAsOneLikes) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    for (int i = 0; i < 200; ++i) {
        Part const part = static_cast<Part>(i * 7 % 4);
        change(rig, part);
        for (int steps = 0; rig.place() != Place::summary; ++steps) {
            ASSERT_LT(steps, 10);
            rig.go_on();
        }
        ASSERT_FALSE(rig.journey.changing());
    }
    rig.journey.handle(event::Send{});
    EXPECT_EQ(rig.sender.last().text.view(), kWords);
    EXPECT_EQ(rig.sender.last().contact.view(), kNumber);
}

} // namespace
} // namespace inloop::flow
