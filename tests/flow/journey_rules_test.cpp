// SPDX-License-Identifier: EUPL-1.2
// The assets change while somebody stands at the kiosk.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace inloop::flow {
namespace {

using entries::EntryKind;
using entries::SubjectRules;

std::vector<SubjectRules> without(std::string_view id) {
    std::vector<SubjectRules> subjects = rig_spec().subjects;
    std::erase_if(subjects, [&](SubjectRules const& subject) { return subject.id == id; });
    return subjects;
}

std::vector<SubjectRules> with_everything_as(SubjectRules changed) {
    std::vector<SubjectRules> subjects = without(kEverySubject);
    changed.id = kEverySubject;
    subjects.push_back(std::move(changed));
    return subjects;
}

TEST(JourneyRules, TheSameRulesChangeNothingOnAnyScreen) {
    for (Place place : kPlaces) {
        JourneyRig rig(rig_spec_for(place));
        rig.lead_to(place);
        Seen const before = look(rig);

        rig.journey.take_rules(rig_spec().languages, rig_spec().subjects);

        EXPECT_EQ(look(rig), before) << name_of(place);
    }
}

TEST(JourneyRules, ALanguageThatVanishesFallsBackOnEveryScreen) {
    for (Place place : kPlaces) {
        JourneyRig rig(rig_spec_for(place));
        rig.lead_to(place);
        rig.journey.handle(event::ChooseLanguage{"en"});
        Seen want = look(rig);
        want.language = "nl";

        rig.journey.take_rules({"nl", "ar"}, rig_spec().subjects);

        EXPECT_EQ(look(rig), want) << name_of(place);
        rig.journey.handle(event::ChooseLanguage{"en"});
        EXPECT_EQ(rig.journey.language(), "nl");
    }
}

TEST(JourneyRules, ANewFirstLanguageIsForTheNextVisitor) {
    JourneyRig rig;
    rig.lead_to(Place::write);

    rig.journey.take_rules({"en", "nl"}, rig_spec().subjects);

    EXPECT_EQ(rig.journey.language(), "nl");
    rig.journey.handle(event::WipeAndStop{});
    EXPECT_EQ(rig.journey.language(), "en");
}

TEST(JourneyRules, ASubjectThatVanishesLeavesTheVisitorOnAWayToTheEnd) {
    for (Place place : kPlaces) {
        SCOPED_TRACE(name_of(place));
        JourneyRig rig(rig_spec_for(place));
        rig.lead_to(place);
        std::string const text(rig.text());
        bool const about_it =
            place == Place::desk || place == Place::question || place == Place::recognisable;

        rig.journey.take_rules(rig_spec().languages, without(kEverySubject));

        // then: what he typed is there, and only what asked about the subject is left
        EXPECT_EQ(rig.text(), text);
        EXPECT_TRUE(rig.journey.draft().subject.empty());
        EXPECT_TRUE(rig.journey.draft().answers.empty());
        EXPECT_EQ(rig.place(), about_it ? Place::subjects : place);
        // and: a letter can still be sent from everywhere on the way to one
        if (place >= Place::happening && place <= Place::summary) {
            for (int steps = 0; rig.place() != Place::sending; ++steps) {
                ASSERT_LT(steps, 12);
                if (rig.place() == Place::subjects) {
                    rig.journey.handle(event::ChooseSubject{std::string(kPlainSubject)});
                } else {
                    rig.go_on();
                }
            }
            EXPECT_TRUE(entries::check(rig.sender.last().facts).has_value());
        }
    }
}

TEST(JourneyRules, ASubjectThatVanishesWhileItIsChangedLeadsBackToTheSummary) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    rig.journey.handle(event::Change{Part::subject});
    rig.go_on();
    rig.go_on();
    ASSERT_EQ(rig.place(), Place::question);

    rig.journey.take_rules(rig_spec().languages, without(kEverySubject));

    EXPECT_EQ(rig.place(), Place::subjects);
    EXPECT_TRUE(rig.journey.changing());
    rig.journey.handle(event::ChooseSubject{std::string(kPlainSubject)});
    EXPECT_EQ(rig.place(), Place::summary);
}

TEST(JourneyRules, ASubjectThatAsksLessLeadsOnFromWhatIsAskedNoMore) {
    struct Case {
        Place at;
        SubjectRules changed;
        Place then;
    };
    SubjectRules const whole = rig_spec().subjects.front();
    SubjectRules no_questions = whole;
    no_questions.questions.clear();
    SubjectRules here = whole;
    here.other_desk = false;
    SubjectRules harmless = whole;
    harmless.delicate = false;
    SubjectRules nowhere = whole;
    nowhere.asks_place = false;
    Case const cases[] = {{Place::question, no_questions, Place::write},
                          {Place::desk, here, Place::question},
                          {Place::recognisable, harmless, Place::where},
                          {Place::where, nowhere, Place::contact}};
    for (Case const& one : cases) {
        SCOPED_TRACE(name_of(one.at));
        JourneyRig rig;
        rig.lead_to(one.at);

        rig.journey.take_rules(rig_spec().languages, with_everything_as(one.changed));

        EXPECT_EQ(rig.place(), one.then);
        EXPECT_EQ(rig.journey.draft().subject, kEverySubject);
    }
}

TEST(JourneyRules, AnAnswerThatIsNotOfferedAnyMoreGoes) {
    JourneyRig rig;
    rig.lead_to(Place::question);
    rig.journey.handle(event::ChooseOption{"what", "that"});
    rig.journey.handle(event::ChooseOption{"how-often", "once"});
    rig.journey.handle(event::ChooseOption{"when", "day"});
    SubjectRules changed = rig_spec().subjects.front();
    changed.questions[0].options = {"this", "other"};
    changed.questions.pop_back();

    rig.journey.take_rules(rig_spec().languages, with_everything_as(changed));

    EXPECT_EQ(rig.journey.draft().answers,
              (std::vector<entries::TapAnswer>{{"how-often", "once"}}));
}

TEST(JourneyRules, AnIdeaIsNeverAskedForASubject) {
    // given: a question about ideas, which vanishes while it is asked
    JourneySpec spec = rig_spec();
    spec.subjects.back().questions = {{"for", {"street", "police"}}};
    JourneyRig rig(std::move(spec));
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    ASSERT_EQ(rig.place(), Place::question);

    rig.journey.take_rules({"nl"}, without("idea"));

    EXPECT_EQ(rig.place(), Place::write);
    EXPECT_TRUE(rig.journey.draft().subject.empty());
}

TEST(JourneyRules, WithoutALanguageEverythingStaysAsItWas) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    std::uint64_t const version = rig.journey.version();

    rig.journey.take_rules({}, {});

    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_EQ(rig.journey.draft().subject, kEverySubject);
}

TEST(JourneyRules, ShowsWhatChanged) {
    JourneyRig rig;
    std::uint64_t const version = rig.journey.version();

    rig.journey.take_rules({"nl", "de"}, {});

    EXPECT_GT(rig.journey.version(), version);
    rig.journey.handle(event::StartIn{"de"});
    EXPECT_EQ(rig.journey.language(), "de");
}

} // namespace
} // namespace inloop::flow
