// SPDX-License-Identifier: EUPL-1.2
// The screens that are read, and the frame of all screens, on every display and in every setting.
#include "kiosk/terminal/ui/screens/screens.h"
#include "tests/support/screen_stage.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace inloop::ui {
namespace {

using support::november_shift;
using support::ScreenStage;
using support::StageSpec;

constexpr int kMostPages = 60; // more than any screen here has

using DrawScreen = std::function<Outcome(ScreenContext const&, Ui&)>;

// Every page of a screen, one after the other, by whichever buttons it has.
void expect_clean(ScreenStage& stage, DrawScreen const& screen, std::string const& what) {
    ScreenStage::Draw const draw = [&](Ui& ui, ScreenContext const& context) {
        (void)screen(context, ui);
    };
    stage.list_page = 0;
    for (int page = 0; page < kMostPages; ++page) {
        stage.draw(draw);
        ASSERT_EQ(stage.findings(), "") << what << ", page " << page;
        std::string next;
        for (char const* id : {"list.down", "information.more"}) {
            Widget const* button = stage.registry().find(id);
            next = button != nullptr && button->enabled && !button->covered ? id : next;
        }
        if (next.empty()) {
            return;
        }
        stage.tap(next, draw);
    }
    FAIL() << what << " has no last page";
}

pages::News some_news() {
    return {.kind = pages::NewsKind::done,
            .words =
                pages::LocalText({{"nl", "Er is nu meer licht in de steeg bij de Kruisstraat."},
                                  {"en", "The alley near Kruisstraat has more light now."}}),
            .from = {},
            .until = {}};
}

// Nobody planned, somebody on Thursday, somebody here.
std::vector<Presence> presences() {
    std::vector<entries::Shift> const next{november_shift(26, 13, 16),
                                           november_shift(30, 9, 10, entries::ShiftKind::talk)};
    return {{},
            {.now = {}, .next = next, .read_by = {}},
            {.now = november_shift(23, 13, 16), .next = next, .read_by = {}}};
}

TEST(ReadingScreens, FirstScreensHaveNothingToStumbleOver) {
    pages::News const news = some_news();
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        for (Presence const& presence : presences()) {
            for (pages::News const* line : {static_cast<pages::News const*>(nullptr), &news}) {
                stage.presence = presence;
                stage.news = line;
                expect_clean(stage, draw_home, "home " + name_of(spec));
                expect_clean(stage, draw_attract, "attract " + name_of(spec));
            }
        }
    }
}

TEST(ReadingScreens, ListsAndSheetsHaveNothingToStumbleOver) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        expect_clean(stage, draw_pages, "pages " + name_of(spec));
        expect_clean(stage, draw_languages, "languages " + name_of(spec));
        expect_clean(stage, draw_view_settings, "view " + name_of(spec));
        expect_clean(stage, draw_cannot_write, "cannot write " + name_of(spec));
        expect_clean(stage, draw_emergency, "emergency " + name_of(spec));
    }
}

TEST(ReadingScreens, EveryPageHasNothingToStumbleOver) {
    for (StageSpec const& spec : support::every_stage()) {
        if (spec.settings.high_contrast) { // moves nothing
            continue;
        }
        ScreenStage stage(spec);
        stage.presence = presences()[1];
        stage.letters_here = 2;
        for (pages::Page const* page : stage.context().assets.listed_pages(spec.language)) {
            flow::screen::Information screen{.page = page->id};
            expect_clean(
                stage,
                [&](ScreenContext const& context, Ui& ui) {
                    return draw_information(context, screen, ui);
                },
                page->id + ' ' + name_of(spec));
        }
    }
}

TEST(ReadingScreens, TheIdleWarningHasNothingToStumbleOver) {
    flow::IdleWarning const warning{.ends = {}, .seconds_left = 20, .seconds_total = 20};
    for (StageSpec const& spec : support::every_stage()) {
        for (pages::Phrase const what :
             {pages::Phrase::idle_text, pages::Phrase::idle_text_receipt,
              pages::Phrase::idle_text_nothing_typed, pages::Phrase::idle_text_code}) {
            ScreenStage stage(spec);
            stage.warned = true;
            stage.draw([&](Ui& ui, ScreenContext const& context) {
                (void)draw_home(context, ui);
                ui.set_covered(false);
                (void)draw_idle_warning(context, warning, what, ui);
            });
            EXPECT_EQ(stage.findings(), "") << name_of(spec);
        }
    }
}

// The words of all main actions of the kiosk, and one that is too long.
TEST(Bar, HoldsEverythingOnEveryDisplay) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        for (char const* label : {"Verder", "Verstuur", "Klaar", "Stel een vraag", "Ask a question",
                                  "Probeer het nog een keer"}) {
            for (bool const back : {true, false}) {
                stage.draw([&](Ui& ui, ScreenContext const& context) {
                    (void)frame(ui, context,
                                {.back = back, .main = MainAction{"test.main", label}});
                });
                EXPECT_EQ(stage.findings(), "") << label << ' ' << name_of(spec);
                Widget const* main = stage.registry().find("test.main");
                ASSERT_NE(main, nullptr);
                EXPECT_GT(main->rect.right(), static_cast<float>(spec.size.width) * 0.9F)
                    << "the main action lies right";
            }
        }
    }
}

TEST(Bar, OffersEverySettingOnEveryDisplay) {
    for (StageSpec const& spec : support::every_stage()) {
        for (bool const more : {true, false}) {
            ScreenStage stage(spec);
            stage.draw([&](Ui& ui, ScreenContext const& context) {
                (void)frame(ui, context, {.back = more});
            });
            auto const has = [&](char const* id) { return stage.registry().find(id) != nullptr; };

            EXPECT_TRUE(has("bar.language")) << name_of(spec);
            bool const direct = has("bar.letters") && has("bar.contrast") && has("bar.low");
            EXPECT_NE(direct, has("bar.view")) << name_of(spec);
        }
    }
}

TEST(Bar, GivesTheEventOfEachSetting) {
    std::array<std::pair<char const*, std::function<bool(flow::Event const&)>>, 4> const all{{
        {"bar.language",
         [](flow::Event const& e) {
             return std::holds_alternative<flow::event::OpenLanguages>(e);
         }},
        {"bar.letters",
         [](flow::Event const& e) {
             return std::holds_alternative<flow::event::ToggleLargeLetters>(e);
         }},
        {"bar.contrast",
         [](flow::Event const& e) {
             return std::holds_alternative<flow::event::ToggleContrast>(e);
         }},
        {"bar.low",
         [](flow::Event const& e) {
             return std::holds_alternative<flow::event::ToggleLowReach>(e);
         }},
    }};
    for (auto const& [id, is_right] : all) {
        ScreenStage stage;
        Outcome outcome;
        ScreenStage::Draw const draw = [&](Ui& ui, ScreenContext const& context) {
            if (auto tapped = draw_home(context, ui)) {
                outcome = std::move(tapped);
            }
        };
        stage.draw(draw);
        stage.tap(id, draw);

        ASSERT_TRUE(outcome.has_value()) << id;
        EXPECT_TRUE(is_right(*outcome)) << id;
    }
}

TEST(Information, RestsBetweenLinesAfterADrag) {
    ScreenStage stage;
    flow::screen::Information screen{.page = "pilot"};
    ScreenStage::Draw const draw = [&](Ui& ui, ScreenContext const& context) {
        (void)draw_information(context, screen, ui);
    };
    stage.draw(draw);
    platform::Point const start{300, 400};
    stage.draw(draw, {.down = true, .pressed = true, .at = start, .start = start});
    platform::Point const end{300, 353};
    stage.draw(draw, {.down = true,
                      .dragged = true,
                      .at = end,
                      .start = start,
                      .moved = {0, -47},
                      .time = Instant(),
                      .moved_at = Instant()});
    EXPECT_FLOAT_EQ(screen.scroll_px, 47) << "while a finger holds it, it follows";

    stage.draw(draw, {.released = true,
                      .dragged = true,
                      .at = end,
                      .start = start,
                      .time = Instant(Milliseconds(500)),
                      .moved_at = Instant()});
    stage.draw(draw);
    float const rest = screen.scroll_px;
    stage.draw(draw);

    EXPECT_FLOAT_EQ(screen.scroll_px, rest) << "it does not creep";
    Rect const page{0, 0, 800, 696};
    std::string const seen = stage.words_in(page);
    EXPECT_FALSE(seen.empty());
    for (Lettering const& lettering : stage.registry().letterings()) {
        EXPECT_FALSE(lettering.cut) << lettering.text;
    }
}

TEST(Information, SaysWhatTheKioskKnowsItself) {
    ScreenStage stage({.size = {720, 1280}, .pixels_per_mm = 8.1F});
    auto const words_on = [&](std::string const& id) {
        flow::screen::Information screen{.page = id};
        stage.draw([&](Ui& ui, ScreenContext const& context) {
            (void)draw_information(context, screen, ui);
        });
        return stage.words_in({0, 0, 720, 1280});
    };
    EXPECT_NE(words_on("when").find("Er is nu geen vaste dag."), std::string::npos);
    EXPECT_NE(words_on("this-kiosk").find("kan nu niet tellen"), std::string::npos);

    stage.presence = presences()[2];
    stage.letters_here = 2;
    std::string const when = words_on("when");
    EXPECT_NE(when.find("Nu: iemand tot 16.00 uur"), std::string::npos) << when;
    EXPECT_NE(when.find("Donderdag 13.00\u00A0–\u2060\u00A016.00\u00A0uur"), std::string::npos)
        << when;
    EXPECT_NE(when.find("spreekmoment"), std::string::npos) << when;
    EXPECT_NE(words_on("this-kiosk").find("2 berichten op slot, 0 leesbaar"), std::string::npos);
    stage.letters_here = 1;
    EXPECT_NE(words_on("this-kiosk").find("1 bericht op slot"), std::string::npos);
}

TEST(Information, SaysThatAPageWentAway) {
    ScreenStage stage;
    flow::screen::Information screen{.page = "no-such-page"};
    stage.draw(
        [&](Ui& ui, ScreenContext const& context) { (void)draw_information(context, screen, ui); });

    EXPECT_NE(stage.words_in({0, 0, 1280, 800}).find("niet te lezen"), std::string::npos);
    EXPECT_NE(stage.registry().find("bar.back"), nullptr);
}

TEST(Pages, ShowsAllAtOnceOnAWideDisplay) {
    ScreenStage stage;
    stage.draw([](Ui& ui, ScreenContext const& context) { (void)draw_pages(context, ui); });

    EXPECT_EQ(stage.registry().find("list.down"), nullptr);
    for (pages::Page const* page : stage.context().assets.listed_pages("nl")) {
        EXPECT_NE(stage.registry().find("pages." + page->id), nullptr) << page->id;
    }
}

} // namespace
} // namespace inloop::ui
