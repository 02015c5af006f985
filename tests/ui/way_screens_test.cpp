// SPDX-License-Identifier: EUPL-1.2
// The screens on the way to a letter, on every display and in every setting.
#include "kiosk/terminal/ui/screens/screens.h"
#include "tests/support/must.h"
#include "tests/support/screen_stage.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace inloop::ui {
namespace {

using support::ScreenStage;
using support::StageSpec;

constexpr int kMostPages = 60; // more than any screen here has
constexpr std::size_t kRoom = 4096;

using DrawScreen = std::function<Outcome(ScreenContext const&, Ui&)>;

flow::Draft empty_draft() {
    return {.message = {.text = support::must(SecretText::with_capacity(kRoom))},
            .contact = {.text = support::must(SecretText::with_capacity(kRoom))}};
}

// Every page of a screen, one after the other.
void expect_clean(ScreenStage& stage, DrawScreen const& screen, std::string const& what) {
    ScreenStage::Draw const draw = [&](Ui& ui, ScreenContext const& context) {
        (void)screen(context, ui);
    };
    stage.list_page = 0;
    for (int page = 0; page < kMostPages; ++page) {
        stage.draw(draw);
        ASSERT_EQ(stage.findings(), "") << what << ", page " << page;
        Widget const* down = stage.registry().find("list.down");
        if (down == nullptr || !down->enabled) {
            return;
        }
        stage.tap("list.down", draw);
    }
    FAIL() << what << " has no last page";
}

TEST(WayScreens, HappeningAndRecognisableHaveNothingToStumbleOver) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        expect_clean(stage, draw_happening, "happening " + name_of(spec));
        expect_clean(stage, draw_recognisable, "recognisable " + name_of(spec));
    }
}

TEST(WayScreens, EverySubjectHasNothingToStumbleOver) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        flow::Draft draft = empty_draft();
        DrawScreen const subjects = [&](ScreenContext const& context, Ui& ui) {
            return draw_subjects(context, draft, ui);
        };
        expect_clean(stage, subjects, "subjects " + name_of(spec));
        std::vector<pages::Subject> const all = stage.context().assets.subjects.all();
        for (pages::Subject const& subject : all) {
            draft.set_subject(subject.id);
            expect_clean(stage, subjects, subject.id + " chosen " + name_of(spec));
            if (subject.desk) {
                expect_clean(
                    stage,
                    [&](ScreenContext const& context, Ui& ui) {
                        return draw_desk(context, draft, ui);
                    },
                    "desk of " + subject.id + ' ' + name_of(spec));
            }
            for (std::size_t n = 0; n < subject.questions.size(); ++n) {
                draft.set_answer(subject.questions[n].id, subject.questions[n].options.back().id);
                expect_clean(
                    stage,
                    [&](ScreenContext const& context, Ui& ui) {
                        return draw_question(context, {.number = n}, draft, ui);
                    },
                    subject.id + " question " + std::to_string(n) + ' ' + name_of(spec));
            }
        }
    }
}

TEST(WayScreens, PersonalDataHasNothingToStumbleOver) {
    std::string const one = "Bel 0612345678 of mail jan@hier.nl over 12-AB-34. ";
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        for (int const times : {1, 12}) {
            flow::Draft draft = empty_draft();
            for (int n = 0; n < times; ++n) {
                ASSERT_TRUE(draft.message.text.insert(0, one));
            }
            for (Privacy const privacy : {Privacy::readable, Privacy::barred}) {
                flow::screen::PersonalData screen;
                expect_clean(
                    stage,
                    [&](ScreenContext const& context, Ui& ui) {
                        return draw_personal_data(context, draft, screen, privacy, ui);
                    },
                    "personal data " + name_of(spec));
            }
        }
    }
}

TEST(WayScreens, ThePlaceHasNothingToStumbleOver) {
    for (StageSpec const& spec : support::every_stage()) {
        ScreenStage stage(spec);
        pages::Map const map = stage.context().assets.map;
        std::vector<entries::Spot> spots{{}, {.street = {}, .point = map.kiosk}};
        for (pages::Street const& street : map.streets) {
            spots.push_back({.street = street.id, .point = std::nullopt});
            spots.push_back({.street = street.id, .point = street.label});
        }
        for (entries::Spot const& spot : spots) {
            flow::Draft draft = empty_draft();
            draft.spot = spot;
            flow::screen::Where screen;
            expect_clean(
                stage,
                [&](ScreenContext const& context, Ui& ui) {
                    return draw_where(context, screen, draft, ui);
                },
                "place " + spot.street + ' ' + name_of(spec));
        }
    }
}

TEST(WayScreens, AnotherBodyIsReachedByWhatIsCurrent) {
    ScreenStage stage;
    flow::Draft draft = empty_draft();
    draft.set_subject("street");
    auto const says = [&](std::string_view words) {
        stage.draw(
            [&](Ui& ui, ScreenContext const& context) { (void)draw_desk(context, draft, ui); });
        return stage.words_in({0, 0, 1280, 800}).find(words) != std::string::npos;
    };
    pages::Fact const website = *stage.context().assets.facts.find("municipality-website");

    EXPECT_TRUE(says(website.value));
    stage.time.year = static_cast<int>(website.expires_on.year()) + 1;
    EXPECT_FALSE(says(website.value)) << "what has expired is never told as true";
}

} // namespace
} // namespace inloop::ui
