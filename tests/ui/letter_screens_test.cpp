// SPDX-License-Identifier: EUPL-1.2
// The screens on the way to a letter, as a visitor meets them: through the whole kiosk.
#include "kiosk/terminal/ui/map_projection.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {
namespace {

using support::KioskRig;
namespace screen = flow::screen;

class LetterScreens : public testing::Test {
protected:
    [[nodiscard]] Registry const& registry() { return rig.terminal().registry(); }
    [[nodiscard]] flow::Draft const& draft() { return rig.journey().draft(); }
    [[nodiscard]] bool says(std::string_view words) {
        auto const holds = [&](std::string const& text) {
            return text.find(words) != std::string::npos;
        };
        return std::ranges::any_of(registry().letterings(),
                                   [&](Lettering const& one) { return holds(one.text); }) ||
               std::ranges::any_of(registry().widgets(),
                                   [&](Widget const& one) { return holds(one.label); });
    }
    void tap_at(platform::Point at) {
        rig.finger(platform::FingerPhase::down, at);
        rig.clock.advance(Milliseconds(100));
        rig.finger(platform::FingerPhase::up, at);
        rig.clock.advance(Milliseconds(200));
        rig.redraw();
    }
    // Lets a list that was let go glide to its place.
    void settle() {
        constexpr int kFrames = 60;
        for (int n = 0; n < kFrames; ++n) {
            rig.redraw();
        }
    }
    void go_to_place() {
        rig.open_question(support::kPlainSubject);
        rig.type("Hier is het.");
        rig.tap("write.next");
        ASSERT_TRUE(rig.on<screen::Where>());
    }

    KioskRig rig;
};

TEST_F(LetterScreens, GiveEverySubjectTheSameSize) {
    rig.tap("attract.start");
    rig.tap("home.question");
    rig.tap("happening.no");

    std::vector<Rect> tiles;
    for (Widget const& widget : registry().widgets()) {
        if (widget.id.starts_with("subject.")) {
            tiles.push_back(widget.rect);
        }
    }
    ASSERT_GE(tiles.size(), 2U);
    for (Rect const& tile : tiles) {
        EXPECT_NEAR(tile.w, tiles.front().w, 1);
        EXPECT_NEAR(tile.h, tiles.front().h, 1);
    }
}

TEST_F(LetterScreens, MarkTheSubjectThatWasChosenBefore) {
    rig.open_question(support::kPlainSubject);
    while (!rig.on<screen::Subjects>()) {
        rig.tap("bar.back");
    }

    EXPECT_TRUE(registry().find("subject." + std::string(support::kPlainSubject))->chosen);
    EXPECT_FALSE(registry().find("subject.other")->chosen);
}

TEST_F(LetterScreens, LeadFromHappeningNowToTheNumberToCall) {
    rig.tap("attract.start");
    rig.tap("home.question");
    rig.tap("happening.yes");

    EXPECT_EQ(rig.journey().overlay(), flow::Overlay::emergency);
}

TEST_F(LetterScreens, TellWhatPersonalDataWasFoundButNeverTheDataItself) {
    rig.open_question(support::kPlainSubject);
    rig.type("Bel 0612345678 over auto 12AB34");
    rig.tap("write.next");
    ASSERT_TRUE(rig.on<screen::PersonalData>());

    EXPECT_TRUE(says("telefoonnummer"));
    EXPECT_TRUE(says("kenteken"));
    EXPECT_FALSE(says("0612345678"));
    EXPECT_FALSE(says("12AB34"));
    EXPECT_EQ(rig.findings(), "");
    EXPECT_NE(draft().message.text.view().find("0612345678"), std::string_view::npos)
        << "or there was nothing to find";
}

TEST_F(LetterScreens, TakePersonalDataOutWhenAskedTo) {
    rig.open_question(support::kPlainSubject);
    rig.type("Bel 0612345678 even");
    rig.tap("write.next");
    rig.tap("personal.remove");

    EXPECT_EQ(draft().message.text.view().find("0612345678"), std::string_view::npos);
}

TEST_F(LetterScreens, GoOnOnlyOnceAPlaceIsChosen) {
    go_to_place();
    EXPECT_FALSE(registry().find("where.next")->enabled);

    rig.tap("where.street.brink");

    EXPECT_EQ(draft().spot.street, "brink");
    EXPECT_TRUE(registry().find("where.street.brink")->chosen);
    EXPECT_TRUE(registry().find("where.next")->enabled);
    rig.tap("where.next");
    EXPECT_FALSE(rig.on<screen::Where>());
}

TEST_F(LetterScreens, LetThePlaceOpen) {
    go_to_place();

    rig.tap("where.skip");

    EXPECT_FALSE(rig.on<screen::Where>());
    EXPECT_EQ(draft().spot, entries::Spot{});
}

TEST_F(LetterScreens, ChooseTheSameByMapAndByList) {
    go_to_place();
    pages::Map const& map = rig.assets->map;
    pages::Street const& last = map.streets.back();
    ASSERT_FALSE(last.lines.empty());
    ASSERT_EQ(registry().find("where.street." + last.id), nullptr) << "it is far down in the list";
    Rect face = registry().find("where.map")->rect;
    face.h -= rig.terminal().theme().space.edge;
    entries::MapPoint const a = last.lines.front()[0];
    entries::MapPoint const b = last.lines.front()[1];
    entries::MapPoint const middle{(a.latitude + b.latitude) / 2, (a.longitude + b.longitude) / 2};

    tap_at(MapProjection(map, face).to_display(middle));
    settle();

    EXPECT_EQ(draft().spot.street, last.id);
    ASSERT_TRUE(draft().spot.point);
    Widget const* row = registry().find("where.street." + last.id);
    ASSERT_NE(row, nullptr) << "the list goes to what was touched on the map";
    EXPECT_TRUE(row->chosen);
}

TEST_F(LetterScreens, ScrollTheStreetsInWholeRows) {
    go_to_place();
    std::string const last = "where.street." + rig.assets->map.streets.back().id;
    while (registry().find(last) == nullptr) {
        ASSERT_TRUE(registry().find("where.list.down")->enabled);
        rig.tap("where.list.down");
        settle();
    }

    EXPECT_FALSE(registry().find("where.list.down")->enabled);
    float height = 0;
    for (Widget const& widget : registry().widgets()) {
        if (widget.id.starts_with("where.street.")) {
            height = height > 0 ? height : widget.touch.h;
            EXPECT_NEAR(widget.touch.h, height, 9) << "a row that is cut could not be read";
        }
    }
    EXPECT_GT(height, 0);
    EXPECT_EQ(rig.findings(), "");
}

} // namespace
} // namespace inloop::ui
