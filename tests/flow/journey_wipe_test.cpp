// SPDX-License-Identifier: EUPL-1.2
// Nothing of a visitor is left on any way out (security.md section 1, T9).
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace inloop::flow {
namespace {

// Where somebody stands who can leave.
bool somebody_stands_at(Place place) {
    return place != Place::attract && place != Place::sending && place != Place::looking_up;
}

void spoil(TypingField& field) {
    field.caret = 3;
    field.caret_shown = 3;
    field.scroll_px = 40;
    field.shift = false;
    field.layer = KeyboardLayer::signs;
    field.keyboard_hidden = true;
}

// A visitor who has left traces everywhere he could: texts, answers, code, language, settings,
// keyboard.
void leave_traces(JourneyRig& rig, Place place) {
    rig.lead_to(place);
    rig.journey.handle(event::ChooseLanguage{"en"});
    rig.journey.handle(event::ToggleLargeLetters{});
    rig.journey.handle(event::ToggleContrast{});
    rig.journey.handle(event::ToggleLowReach{});
    if (place == Place::code_entry) {
        for (std::size_t i = 1; i < kCode.words.size(); ++i) {
            rig.journey.handle(event::CodeWord{kCode.words[i]});
        }
        rig.journey.handle(event::CodeErase{});
        rig.journey.handle(event::CodeWord{kCode.words.back()});
    }
    spoil(rig.journey.draft().message);
    spoil(rig.journey.draft().contact);
}

struct Exit {
    std::string_view name;
    std::function<void(JourneyRig&)> leave;
};

Exit const kExits[] = {
    {"wipe and stop", [](JourneyRig& rig) { rig.journey.handle(event::WipeAndStop{}); }},
    {"idle",
     [](JourneyRig& rig) {
         while (rig.place() != Place::attract) {
             ASSERT_TRUE(rig.journey.next_deadline());
             rig.clock.advance_to(*rig.journey.next_deadline());
             rig.journey.tick();
             if (rig.place() == Place::sending) { // who waited for his turn
                 rig.journey.handle(support::RecordingSender::stored(kCode));
             }
         }
     }},
    {"wipe and stop under the warning",
     [](JourneyRig& rig) {
         if (rig.place() != Place::waiting && !leaves_quietly(rig.place())) {
             ASSERT_TRUE(rig.wait_for_warning());
         }
         rig.journey.handle(event::WipeAndStop{});
     }},
    {"wipe and stop under the languages",
     [](JourneyRig& rig) {
         rig.journey.handle(event::OpenLanguages{});
         rig.journey.handle(event::WipeAndStop{});
     }},
    {"wipe and stop on the phone",
     [](JourneyRig& rig) {
         rig.journey.handle(event::OpenEmergency{});
         rig.journey.handle(event::OpenViewSettings{});
         rig.journey.handle(event::WipeAndStop{});
     }},
    {"idle on the phone",
     [](JourneyRig& rig) {
         if (rig.place() == Place::waiting) {
             return rig.journey.handle(event::WipeAndStop{});
         }
         rig.journey.handle(event::OpenEmergency{});
         rig.journey.handle(event::OpenViewSettings{});
         ASSERT_TRUE(rig.wait_for_warning());
         rig.wait(rig.journey.idle_warning()->ends - rig.clock.now());
     }},
};

TEST(JourneyWipe, LeavesNothingOnAnyWayOutOfAnyScreen) {
    for (Exit const& exit : kExits) {
        for (Place place : kPlaces) {
            if (!somebody_stands_at(place)) {
                continue;
            }
            SCOPED_TRACE(testing::Message() << exit.name << " from " << name_of(place));
            JourneyRig rig(rig_spec_for(place));
            leave_traces(rig, place);
            std::uint64_t const wipes = rig.journey.wipes();
            ASSERT_NE(left_behind(rig.journey), std::nullopt); // the negative control
            bool const knows_code = place == Place::receipt || place == Place::code_entry ||
                                    place == Place::code_result || place == Place::withdraw;
            ASSERT_EQ(remembers(rig.journey, kCode), knows_code);

            exit.leave(rig);

            EXPECT_EQ(left_behind(rig.journey), std::nullopt);
            EXPECT_FALSE(remembers(rig.journey, kCode));
            EXPECT_EQ(rig.journey.wipes(), wipes + 1);
        }
    }
}

TEST(JourneyWipe, NamesEveryTraceThatIsLeft) {
    // The negative control of left_behind: each trace alone is found.
    struct Trace {
        std::string_view found;
        void (*leave)(JourneyRig&);
    };
    Trace const traces[] = {
        {"text", [](JourneyRig& rig) { rig.type("x"); }},
        {"contact", [](JourneyRig& rig) { rig.type_contact("x"); }},
        {"how the text was written",
         [](JourneyRig& rig) { rig.journey.draft().contact.shift = false; }},
        {"how the text was written",
         [](JourneyRig& rig) { rig.journey.draft().kind = entries::EntryKind::idea; }},
        {"what the letter was about", [](JourneyRig& rig) { rig.journey.draft().subject = "x"; }},
        {"what the letter was about",
         [](JourneyRig& rig) { rig.journey.draft().set_answer("x", "y"); }},
        {"what the letter was about",
         [](JourneyRig& rig) { rig.journey.draft().happening = entries::Happening::no; }},
        {"what the letter was about",
         [](JourneyRig& rig) { rig.journey.draft().passing = entries::Passing::no; }},
        {"what the letter was about",
         [](JourneyRig& rig) { rig.journey.draft().personal_data_kept = 1; }},
        {"what the letter was about",
         [](JourneyRig& rig) { rig.journey.draft().told_recognisable = true; }},
        {"how to find the visitor or the place",
         [](JourneyRig& rig) { rig.journey.draft().spot.street = "x"; }},
        {"how to find the visitor or the place",
         [](JourneyRig& rig) { rig.journey.draft().contact_wish = entries::ContactWish::come_by; }},
        {"the code", [](JourneyRig& rig) { rig.lead_to(Place::code_entry); }},
        {"an overlay or the warning",
         [](JourneyRig& rig) { rig.journey.handle(event::OpenEmergency{}); }},
        {"the settings", [](JourneyRig& rig) { rig.journey.handle(event::ToggleContrast{}); }},
        {"the language", [](JourneyRig& rig) { rig.journey.handle(event::StartIn{"en"}); }},
        {"the screen", [](JourneyRig& rig) { rig.journey.handle(event::Start{}); }},
    };
    for (Trace const& trace : traces) {
        JourneyRig rig;
        ASSERT_EQ(left_behind(rig.journey), std::nullopt);

        trace.leave(rig);

        EXPECT_EQ(left_behind(rig.journey), trace.found);
    }
}

TEST(JourneyWipe, HavingTheCodeWipesTheLetterAndTheCode) {
    JourneyRig rig;
    leave_traces(rig, Place::receipt);

    rig.journey.handle(event::HasCode{});

    EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
    EXPECT_FALSE(remembers(rig.journey, kCode));
    EXPECT_EQ(rig.journey.wipes(), 1U);
}

TEST(JourneyWipe, ASentLetterLeavesNothingTypedBehind) {
    for (Place place : {Place::sending, Place::receipt}) {
        JourneyRig rig;
        rig.lead_to(place);

        EXPECT_TRUE(rig.text().empty());
        EXPECT_TRUE(rig.contact().empty());
    }
}

TEST(JourneyWipe, ReachesTextThatCameBackFromTheSender) {
    // given: the draft now lives in the block that went to the sender and came back
    JourneyRig rig;
    leave_traces(rig, Place::not_stored);
    ASSERT_TRUE(rig.text().find("licht") != std::string_view::npos);
    ASSERT_EQ(rig.contact(), kNumber);

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
    EXPECT_EQ(rig.journey.draft().message.text.capacity(), 8192U);
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
