// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/frame.h"
#include "tests/support/screen_stage.h"

#include <gtest/gtest.h>

namespace inloop::ui {
namespace {

using support::ScreenStage;
using support::StageSpec;

TEST(Reach, LeavesTheContentAloneInNormalReach) {
    Theme const theme = Theme::make({});

    EXPECT_EQ(within_reach(theme, content_of(theme)), content_of(theme));
}

TEST(Reach, KeepsTheLowerHalfInLowReach) {
    for (StageSpec const& spec : support::every_stage()) {
        if (!spec.settings.low_reach) {
            continue;
        }
        ScreenStage const stage(spec);
        Rect const content = content_of(stage.theme());

        Rect const low = within_reach(stage.theme(), content);

        EXPECT_GE(low.y, static_cast<float>(spec.size.height) / 2) << name_of(spec);
        EXPECT_FLOAT_EQ(low.bottom(), content.bottom()) << name_of(spec);
        EXPECT_FLOAT_EQ(low.w, content.w) << name_of(spec);
        EXPECT_GT(low.h, 2 * stage.theme().mm(kSmallestTargetMm)) << name_of(spec);
    }
}

TEST(Reach, MovesNothingThatAlreadyLiesLow) {
    Theme const theme = Theme::make({.reach = Reach::low});
    Rect const low{32, 500, 600, 150};

    EXPECT_EQ(within_reach(theme, low), low);
}

TEST(Heading, TakesItsPartOffTheContent) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        Rect content;
        stage.draw([&](Ui& ui, ScreenContext const&) {
            content = content_of(ui.theme());
            heading(ui, content, "Was dit scherm er niet geweest: was u dan gegaan?", "Een regel.");
        });

        EXPECT_EQ(stage.findings(), "") << name_of(spec);
        for (Lettering const& lettering : stage.registry().letterings()) {
            EXPECT_LE(lettering.used.bottom(), content.y) << name_of(spec) << lettering.text;
        }
        EXPECT_EQ(stage.registry().letterings().size(), 2U) << name_of(spec);
    }
}

TEST(Heading, LeavesTheLowerHalfInLowReach) {
    ScreenStage stage({.settings = {.low_reach = true}});
    Rect content;
    stage.draw([&](Ui& ui, ScreenContext const&) {
        content = content_of(ui.theme());
        heading(ui, content, "Waar is het?");
    });

    EXPECT_EQ(content, within_reach(stage.theme(), content_of(stage.theme())));
}

TEST(Heading, OfAPageThatIsReadTakesNoMoreThanItNeeds) {
    ScreenStage stage({.settings = {.low_reach = true}});
    Rect content;
    stage.draw([&](Ui& ui, ScreenContext const&) {
        content = content_of(ui.theme());
        reading_heading(ui, content, "Alle nummers");
    });

    EXPECT_LT(content.y, 200);
}

} // namespace
} // namespace inloop::ui
