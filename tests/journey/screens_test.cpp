// SPDX-License-Identifier: EUPL-1.2
// Every screen on every panel the kiosk is made for, looked over by the audit: nothing cut, nothing
// over anything else, nothing too small to touch, nothing too pale to read.
#include "tests/journey/stops.h"
#include "tests/journey/tour_walks.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::journey {
namespace {

using support::AssetFolder;
using support::KioskRig;
using support::KioskSpec;

// Pictures of a tour in one language; more may come, fewer may not.
constexpr std::size_t kPicturesALanguage = 60;

std::size_t count(std::vector<loop::TourPicture> const& pictures, std::string_view rule) {
    std::size_t found = 0;
    for (loop::TourPicture const& picture : pictures) {
        found += static_cast<std::size_t>(
            std::ranges::count(picture.findings, rule, &ui::Finding::rule));
    }
    return found;
}

void expect_clean(std::vector<loop::TourPicture> const& pictures) {
    for (loop::TourPicture const& picture : pictures) {
        for (ui::Finding const& finding : picture.findings) {
            ADD_FAILURE() << picture.name << ": " << finding.rule << ": " << finding.what;
        }
    }
}

std::string panel_name(testing::TestParamInfo<KioskSpec> const& info) {
    return std::to_string(info.param.size.width) + "x" + std::to_string(info.param.size.height);
}

// What lies outside a window cannot be touched; whether all of it is pretty is not asked.
void expect_all_inside(KioskRig& rig, std::string_view where) {
    for (ui::Finding const& finding : rig.audit()) {
        bool const of_a_target = finding.what.find('"') == std::string::npos;
        EXPECT_FALSE(finding.rule == "outside" && of_a_target) << where << ": " << finding.what;
    }
}

// ---- the panels it is made for

class Panels : public testing::TestWithParam<KioskSpec> {};

TEST_P(Panels, ShowEveryScreenInEveryViewWithoutAFinding) {
    std::set<std::size_t> seen;
    std::set<std::string> names;

    auto const pictures = walk_all({.kiosk = GetParam(), .keep = [&](KioskRig& rig, auto const&) {
                                        seen.insert(rig.journey().screen().index());
                                    }});

    for (loop::TourPicture const& picture : pictures) {
        names.insert(picture.name);
    }
    EXPECT_GE(names.size(), 2 * kPicturesALanguage);
    EXPECT_EQ(names.size(), pictures.size()) << "a picture would be written over another";
    EXPECT_EQ(seen.size(), std::variant_size_v<flow::Screen>);
    expect_clean(pictures);
}

TEST_P(Panels, ShowEveryReasonForNotStoring) {
    KioskRig rig(GetParam());
    lead_to(rig, Stop::sending);
    for (flow::NotStoredReason const reason :
         {flow::NotStoredReason::full, flow::NotStoredReason::broken,
          flow::NotStoredReason::no_keys, flow::NotStoredReason::busy}) {
        rig.held.refuse(reason);
        rig.step();
        EXPECT_EQ(rig.findings(), "");
        rig.tap("not_stored.retry");
        ASSERT_TRUE(rig.on<flow::screen::Sending>());
    }
}

TEST_P(Panels, ShowEveryScreenWithoutAClock) {
    for (Stop const stop : all_stops()) {
        KioskRig rig(GetParam());
        rig.clock.manual.set_trust(ClockTrust::unset);
        lead_to(rig, stop);
        rig.redraw();
        EXPECT_EQ(rig.findings(), "") << name_of(stop);
    }
}

TEST_P(Panels, ShowTheLongestLetter) {
    KioskRig rig(GetParam());
    rig.tap("attract.start");
    rig.open_question();
    std::string text;
    while (text.size() + 10 <= 4000) {
        text += "Rolstoel. ";
    }
    rig.put(text);
    EXPECT_EQ(rig.findings(), "") << "write";
    rig.finish_question();
    EXPECT_EQ(rig.findings(), "") << "summary";
}

INSTANTIATE_TEST_SUITE_P(Screens, Panels, testing::ValuesIn(support::made_for()), panel_name);

// ---- the same walk finds what is wrong

TEST(Walk, CatchesAPhraseThatDoesNotFit) {
    AssetFolder folder;
    folder.replace("strings/nl.toml", "title_2 = \"Stel hier uw vraag.\"",
                   "title_2 = \"Stelhieruwvraagofgeefhierietsdooraandewijkagentvandezebuurt.\"");

    auto const pictures = walk_all({.kiosk = {.assets = folder.path()}, .languages = {"nl"}});

    EXPECT_GE(count(pictures, "cut"), 1U);
}

TEST(Walk, CatchesTargetsTooSmallToTouch) {
    // The pixels of the 10 inch panel on a third of its size.
    KioskRig rig(KioskSpec{.size = {1280, 800}, .pixels_per_mm = 17.7F});
    rig.tap("attract.start");
    rig.tap("home.idea");

    EXPECT_TRUE(std::ranges::any_of(
        rig.audit(), [](ui::Finding const& finding) { return finding.rule == "small"; }));
}

// ---- any window

class Windows : public testing::TestWithParam<KioskSpec> {};

TEST_P(Windows, CanBeWalkedThrough) {
    auto const pictures = walk_all({.kiosk = GetParam(), .languages = {"nl"}});

    EXPECT_GE(pictures.size(), kPicturesALanguage);
}

TEST_P(Windows, KeepEveryTargetInside) {
    for (Stop const stop : all_stops()) {
        KioskRig rig(GetParam());
        lead_to(rig, stop);
        expect_all_inside(rig, name_of(stop));
    }
}

INSTANTIATE_TEST_SUITE_P(Screens, Windows,
                         testing::Values(KioskSpec{.size = {480, 320}, .pixels_per_mm = 6.5F},
                                         KioskSpec{.size = {640, 480}, .pixels_per_mm = 3.8F},
                                         KioskSpec{.size = {1024, 600}, .pixels_per_mm = 5.9F},
                                         KioskSpec{.size = {1366, 768}, .pixels_per_mm = 4.4F},
                                         KioskSpec{.size = {1920, 1080}, .pixels_per_mm = 3.6F},
                                         KioskSpec{.size = {2560, 1080}, .pixels_per_mm = 3.2F},
                                         KioskSpec{.size = {3840, 2160}, .pixels_per_mm = 7.2F},
                                         KioskSpec{.size = {480, 800}, .pixels_per_mm = 5.2F},
                                         KioskSpec{.size = {1080, 1920}, .pixels_per_mm = 3.6F},
                                         KioskSpec{.size = {2160, 3840}, .pixels_per_mm = 7.2F}),
                         panel_name);

TEST(Resizing, KeepsTheScreenAndTheText) {
    for (Stop const stop : all_stops()) {
        KioskRig rig;
        lead_to(rig, stop);
        std::string const text(rig.text());
        for (platform::PixelSize const size :
             {platform::PixelSize{800, 480}, platform::PixelSize{720, 1280},
              platform::PixelSize{1920, 1080}, platform::PixelSize{1280, 800}}) {
            rig.display.headless.resize(size);
            std::vector<platform::InputEvent> events;
            rig.display.wait(std::nullopt, events);
            rig.step(events);
            expect_all_inside(rig, name_of(stop));
            EXPECT_EQ(rig.text(), text) << name_of(stop);
        }
        EXPECT_EQ(rig.findings(), "") << name_of(stop) << ": as it was";
    }
}

// ---- whatever is changed in the middle of a screen

TEST(Settings, WorkInTheMiddleOfEveryScreenAndAreGoneForTheNextVisitor) {
    for (Stop const stop : all_stops()) {
        KioskRig rig;
        lead_to(rig, stop);
        std::string const text(rig.text());
        auto const screen = rig.journey().screen().index();
        bool const visitor = stop != Stop::attract && stop != Stop::sending &&
                             stop != Stop::looking_up && stop != Stop::sending_follow_up &&
                             stop != Stop::warning && stop != Stop::warning_over_text &&
                             stop != Stop::warning_over_answer;

        rig.journey().handle(flow::event::ToggleLargeLetters{});
        rig.journey().handle(flow::event::ToggleContrast{});
        rig.journey().handle(flow::event::ToggleLowReach{});
        rig.journey().handle(flow::event::ChooseLanguage{"en"});
        rig.step();

        if (visitor) {
            EXPECT_EQ(rig.journey().screen().index(), screen) << name_of(stop);
            EXPECT_EQ(rig.journey().language(), "en") << name_of(stop);
            EXPECT_TRUE(rig.terminal().theme().large()) << name_of(stop);
            EXPECT_EQ(rig.findings(), "") << name_of(stop);
        }
        EXPECT_EQ(rig.text(), text) << name_of(stop);
        leave(rig);
        EXPECT_EQ(rig.journey().language(), "nl") << name_of(stop);
        EXPECT_EQ(rig.journey().settings(), flow::ViewSettings{}) << name_of(stop);
    }
}

TEST(Display, CanBeReplacedInTheMiddleOfEveryScreen) {
    using What = platform::DisplayEvent::What;
    for (Stop const stop : all_stops()) {
        KioskRig rig;
        lead_to(rig, stop);
        std::string const text(rig.text());
        auto const screen = rig.journey().screen().index();
        auto const frames = rig.terminal().frames();

        for (What const what : {What::lost, What::back}) {
            std::array<platform::InputEvent, 1> const events{platform::DisplayEvent{what}};
            rig.step(events);
        }

        EXPECT_GT(rig.terminal().frames(), frames) << name_of(stop) << ": nothing was drawn anew";
        EXPECT_EQ(rig.journey().screen().index(), screen) << name_of(stop);
        EXPECT_EQ(rig.text(), text) << name_of(stop);
        EXPECT_EQ(rig.findings(), "") << name_of(stop);
    }
}

} // namespace
} // namespace inloop::journey
