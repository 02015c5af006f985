// SPDX-License-Identifier: EUPL-1.2
// What a visitor is asked after his letter is kept: counted without anything about him.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using Uses = std::vector<std::string>;

AfterwardsStep step_of(JourneyRig const& rig) {
    return std::get<screen::Afterwards>(rig.journey.screen()).step;
}

TEST(JourneyAfterwards, CountsEachAnswerOnce) {
    std::pair<WouldGo, std::string> const first[] = {
        {WouldGo::yes, "afterwards.would-go.yes"},
        {WouldGo::no, "afterwards.would-go.no"},
        {WouldGo::unsure, "afterwards.would-go.unsure"}};
    std::pair<Smile, std::string> const second[] = {{Smile::glad, "afterwards.smile.glad"},
                                                    {Smile::neutral, "afterwards.smile.neutral"},
                                                    {Smile::sad, "afterwards.smile.sad"}};
    for (auto const& [would_go, first_use] : first) {
        for (auto const& [smile, second_use] : second) {
            JourneyRig rig;
            rig.lead_to(Place::afterwards);
            EXPECT_EQ(step_of(rig), AfterwardsStep::would_go);

            rig.journey.handle(event::WouldHaveGone{would_go});
            EXPECT_EQ(step_of(rig), AfterwardsStep::smile);
            rig.journey.handle(event::Smiled{smile});
            EXPECT_EQ(step_of(rig), AfterwardsStep::thanks);

            EXPECT_EQ(rig.sender.uses(), (Uses{first_use, second_use}));
        }
    }
}

TEST(JourneyAfterwards, CountsASecondTouchOfTheSameAnswerNotAtAll) {
    JourneyRig rig;
    rig.lead_to(Place::afterwards);

    for (int i = 0; i < 10; ++i) {
        rig.journey.handle(event::WouldHaveGone{WouldGo::yes});
    }
    for (int i = 0; i < 10; ++i) {
        rig.journey.handle(event::Smiled{Smile::glad});
    }
    rig.journey.handle(event::WouldHaveGone{WouldGo::no});

    EXPECT_EQ(rig.sender.uses(), (Uses{"afterwards.would-go.yes", "afterwards.smile.glad"}));
}

TEST(JourneyAfterwards, SkippingCountsNothingAndLeadsToTheEnd) {
    JourneyRig rig;
    rig.lead_to(Place::afterwards);

    rig.journey.handle(event::Skip{});
    EXPECT_EQ(step_of(rig), AfterwardsStep::smile);
    rig.journey.handle(event::Skip{});
    EXPECT_EQ(step_of(rig), AfterwardsStep::thanks);
    rig.journey.handle(event::Skip{});

    EXPECT_TRUE(rig.sender.uses().empty());
    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

TEST(JourneyAfterwards, CountsOnlyNamesOfUses) {
    JourneyRig rig;
    rig.lead_to(Place::afterwards);
    rig.journey.handle(event::WouldHaveGone{WouldGo::unsure});
    rig.journey.handle(event::Smiled{Smile::neutral});

    for (std::string const& use : rig.sender.uses()) {
        EXPECT_TRUE(std::ranges::all_of(use, [](char c) {
            return (c >= 'a' && c <= 'z') || c == '.' || c == '-';
        })) << use;
    }
}

TEST(JourneyAfterwards, IsAskedWhenNothingOfTheLetterIsLeft) {
    // given: somebody who asked to be called about something delicate
    JourneyRig rig;
    rig.lead_to(Place::receipt);
    EXPECT_NE(letter_left_behind(rig.journey), std::nullopt); // the negative control

    rig.journey.handle(event::HasCode{});

    EXPECT_EQ(rig.place(), Place::afterwards);
    EXPECT_EQ(letter_left_behind(rig.journey), std::nullopt);
    EXPECT_EQ(rig.journey.wipes(), 1U);
}

TEST(JourneyAfterwards, SpeaksAsTheVisitorWantedIt) {
    JourneyRig rig;
    rig.lead_to(Place::receipt);
    rig.journey.handle(event::ChooseLanguage{"en"});
    rig.journey.handle(event::ToggleLargeLetters{});

    rig.journey.handle(event::HasCode{});

    EXPECT_EQ(rig.journey.language(), "en");
    EXPECT_TRUE(rig.journey.settings().large_letters);
    rig.journey.handle(event::WipeAndStop{});
    EXPECT_EQ(left_behind(rig.journey), std::nullopt);
}

TEST(JourneyAfterwards, GoesAwayByItselfWithoutAWarning) {
    for (int skips = 0; skips < 3; ++skips) {
        JourneyRig rig;
        rig.lead_to(Place::afterwards);
        for (int i = 0; i < skips; ++i) {
            rig.journey.handle(event::Skip{});
        }
        EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 30s);

        rig.wait(30s - 1ms);
        EXPECT_EQ(rig.place(), Place::afterwards);
        EXPECT_FALSE(rig.journey.idle_warning());
        rig.wait(1ms);

        EXPECT_EQ(left_behind(rig.journey), std::nullopt);
        EXPECT_TRUE(rig.sender.uses().empty());
    }
}

TEST(JourneyAfterwards, LeavesTheEmergencyPageOpenAsLongAsAnywhere) {
    JourneyRig rig;
    rig.lead_to(Place::afterwards);
    rig.journey.handle(event::OpenEmergency{});

    rig.wait(119s);

    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    EXPECT_EQ(rig.place(), Place::afterwards);
    rig.wait(1s);
    EXPECT_TRUE(rig.journey.idle_warning());
}

TEST(JourneyAfterwards, DoesNotLeadBack) {
    JourneyRig rig;
    rig.lead_to(Place::afterwards);

    rig.journey.handle(event::Back{});
    rig.journey.handle(event::Send{});
    rig.journey.handle(support::RecordingSender::stored());

    EXPECT_EQ(step_of(rig), AfterwardsStep::would_go);
    EXPECT_EQ(rig.sender.sent(), 1U);
}

} // namespace
} // namespace inloop::flow
