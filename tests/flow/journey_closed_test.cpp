// SPDX-License-Identifier: EUPL-1.2
// A kiosk that can keep no letters says so before anybody types, and is still worth something.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <chrono>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using entries::EntryKind;

JourneySpec closed() {
    return rig_spec_for(Place::cannot_write);
}

TEST(JourneyClosed, SaysSoBeforeAnybodyTypes) {
    for (EntryKind kind : {EntryKind::question, EntryKind::pass_on, EntryKind::idea}) {
        JourneyRig rig(closed());
        rig.journey.handle(event::Start{});

        rig.journey.handle(event::Choose{kind});

        EXPECT_EQ(rig.place(), Place::cannot_write);
        EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
        rig.journey.handle(event::Back{});
        EXPECT_EQ(rig.place(), Place::home);
    }
}

TEST(JourneyClosed, SaysSoOnTheWayFromInformation) {
    JourneyRig rig(closed());
    rig.lead_to(Place::information);
    rig.journey.handle(event::Next{}); // "stel een vraag"
    EXPECT_EQ(rig.place(), Place::cannot_write);
}

TEST(JourneyClosed, NothingOnTheScreenLeadsToTheTextBox) {
    JourneyRig rig(closed());
    rig.lead_to(Place::cannot_write);

    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Skip{});
    rig.journey.handle(event::Happens{false});
    rig.journey.handle(event::Send{});
    rig.journey.handle(event::Retry{});

    EXPECT_EQ(rig.place(), Place::cannot_write);
    EXPECT_EQ(rig.sender.sent(), 0U);
}

TEST(JourneyClosed, InformationCodesLanguagesAndTheEmergencyPageWork) {
    JourneyRig rig(closed());
    rig.lead_to(Place::cannot_write);

    rig.journey.handle(event::OpenEmergency{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::ChooseLanguage{"en"});
    EXPECT_EQ(rig.journey.language(), "en");
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::OpenPages{});
    rig.journey.handle(event::OpenPage{"pilot"});
    EXPECT_EQ(rig.place(), Place::information);
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::pages);
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::OpenCode{});
    EXPECT_EQ(rig.place(), Place::code_entry);
}

TEST(JourneyClosed, GoesAwayLikeAnyScreen) {
    JourneyRig rig(closed());
    rig.lead_to(Place::cannot_write);
    EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 45s);

    ASSERT_TRUE(rig.wait_for_warning());
    rig.wait(20s);

    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

TEST(JourneyClosed, AnOpenLetterboxTakesLetters) {
    // The negative control: the same way leads to the text box.
    JourneyRig rig;
    rig.journey.handle(event::Start{});

    rig.journey.handle(event::Choose{EntryKind::idea});

    EXPECT_EQ(rig.place(), Place::write);
}

} // namespace
} // namespace inloop::flow
