// SPDX-License-Identifier: EUPL-1.2
// Nothing of a visitor is left on any way out (security.md section 1, T9).
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string_view>

namespace inloop::flow {
namespace {

constexpr entries::ReceiptCode kCode = {{777, 1234, 2047, 42, 1863}};

// A visitor who has left traces everywhere he could: text, code, language, settings, keyboard,
// overlay.
void leave_traces(JourneyRig& rig, Place place) {
    rig.lead_to(place == Place::receipt ? Place::sending : place);
    if (place == Place::receipt) {
        rig.journey.handle(support::RecordingSender::stored(kCode));
    }
    rig.journey.handle(event::ChooseLanguage{"en"});
    rig.journey.handle(event::ToggleLargeLetters{});
    rig.journey.handle(event::ToggleContrast{});
    rig.journey.handle(event::ToggleLowReach{});
    if (place != Place::receipt) {
        rig.type(" maar wel lawaai");
    }
    Draft& draft = rig.journey.draft();
    draft.caret = 3;
    draft.caret_shown = 3;
    draft.scroll_px = 40;
    draft.shift = false;
    draft.layer = KeyboardLayer::signs;
    draft.keyboard_hidden = true;
}

struct Exit {
    std::string_view name;
    std::function<void(JourneyRig&)> leave;
};

Exit const kExits[] = {
    {"wipe and stop", [](JourneyRig& rig) { rig.journey.handle(event::WipeAndStop{}); }},
    {"idle",
     [](JourneyRig& rig) {
         ASSERT_TRUE(rig.wait_for_warning());
         rig.wait(rig.journey.idle_warning()->ends - rig.clock.now());
     }},
    {"wipe and stop under the warning",
     [](JourneyRig& rig) {
         ASSERT_TRUE(rig.wait_for_warning());
         rig.journey.handle(event::WipeAndStop{});
     }},
    {"wipe and stop under the languages",
     [](JourneyRig& rig) {
         rig.journey.handle(event::OpenLanguages{});
         rig.journey.handle(event::WipeAndStop{});
     }},
    {"idle on the phone",
     [](JourneyRig& rig) {
         rig.journey.handle(event::OpenEmergency{});
         rig.journey.handle(event::OpenViewSettings{});
         ASSERT_TRUE(rig.wait_for_warning());
         rig.wait(rig.journey.idle_warning()->ends - rig.clock.now());
     }},
};

TEST(JourneyWipe, LeavesNothingOnAnyWayOutOfAnyScreen) {
    for (Exit const& exit : kExits) {
        for (Place place : {Place::home, Place::information, Place::write, Place::summary,
                            Place::receipt, Place::not_stored}) {
            SCOPED_TRACE(testing::Message() << exit.name << " from " << name_of(place));
            JourneyRig rig;
            leave_traces(rig, place);
            ASSERT_NE(left_behind(rig.journey), std::nullopt); // the negative control
            ASSERT_EQ(remembers(rig.journey.screen(), kCode), place == Place::receipt);

            exit.leave(rig);

            EXPECT_EQ(left_behind(rig.journey), std::nullopt);
            EXPECT_FALSE(remembers(rig.journey.screen(), kCode));
            EXPECT_EQ(rig.journey.wipes(), 1U);
        }
    }
}

TEST(JourneyWipe, HavingTheCodeWipesToo) {
    JourneyRig rig;
    leave_traces(rig, Place::receipt);

    rig.journey.handle(event::HasCode{});

    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
    EXPECT_FALSE(remembers(rig.journey.screen(), kCode));
    EXPECT_EQ(rig.journey.wipes(), 1U);
}

TEST(JourneyWipe, ReachesTextThatCameBackFromTheSender) {
    // given: the draft now lives in the block that went to the sender and came back
    JourneyRig rig;
    leave_traces(rig, Place::not_stored);
    ASSERT_TRUE(rig.text().find("licht") != std::string_view::npos);

    rig.journey.handle(event::Retry{});
    rig.journey.handle(rig.sender.failed(NotStoredReason::full));
    rig.journey.handle(event::WipeAndStop{});

    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

TEST(JourneyWipe, GivesTheNextVisitorAFreshStart) {
    JourneyRig rig;
    leave_traces(rig, Place::summary);
    rig.journey.handle(event::WipeAndStop{});

    rig.lead_to(Place::write);

    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.language(), "nl");
    EXPECT_EQ(rig.journey.draft().text.capacity(), 8192U);
    rig.journey.handle(event::WipeAndStop{});
    EXPECT_EQ(rig.journey.wipes(), 2U);
}

TEST(JourneyWipe, ForgetsTheEmergencyPageBeneathASheet) {
    JourneyRig rig;
    rig.journey.handle(event::OpenEmergency{});
    rig.journey.handle(event::OpenLanguages{});
    rig.journey.handle(event::WipeAndStop{});

    // when: the next visitor opens and closes a sheet
    rig.lead_to(Place::home);
    rig.journey.handle(event::OpenLanguages{});
    rig.journey.handle(event::CloseOverlay{});

    EXPECT_EQ(rig.journey.overlay(), Overlay::none);
}

TEST(JourneyWipe, StartsEveryVisitorInTheFirstLanguage) {
    JourneySpec spec{.languages = {"de", "nl"}};
    JourneyRig rig(spec);
    EXPECT_EQ(rig.journey.language(), "de");
    rig.journey.handle(event::StartIn{"nl"});
    EXPECT_EQ(rig.journey.language(), "nl");

    rig.journey.handle(event::WipeAndStop{});

    EXPECT_EQ(rig.journey.language(), "de");
    EXPECT_EQ(left_behind(rig.journey, spec), std::nullopt);
}

TEST(JourneyOverlay, GoesBackToTheEmergencyPageInTheLanguageChosenOverIt) {
    JourneyRig rig;
    rig.journey.handle(event::OpenEmergency{});
    rig.journey.handle(event::OpenLanguages{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::languages);

    rig.journey.handle(event::ChooseLanguage{"en"});

    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    EXPECT_EQ(rig.journey.language(), "en");
    rig.journey.handle(event::CloseOverlay{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::none);
    EXPECT_EQ(rig.place(), Place::home);
}

TEST(JourneyOverlay, ReturnsToTheEmergencyPageThroughTwoSheets) {
    JourneyRig rig;
    rig.lead_to(Place::summary);
    rig.journey.handle(event::OpenEmergency{});
    rig.journey.handle(event::OpenLanguages{});
    rig.journey.handle(event::OpenViewSettings{});

    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.journey.handle(event::Next{}); // "Geen spoed"

    EXPECT_EQ(rig.journey.overlay(), Overlay::none);
    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.text(), kWords);
}

TEST(JourneyOverlay, OpeningTheEmergencyPageOverASheetForgetsTheSheet) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    rig.journey.handle(event::OpenLanguages{});
    rig.journey.handle(event::OpenEmergency{});

    rig.journey.handle(event::Back{});

    EXPECT_EQ(rig.journey.overlay(), Overlay::none);
    EXPECT_EQ(rig.place(), Place::write);
}

} // namespace
} // namespace inloop::flow
