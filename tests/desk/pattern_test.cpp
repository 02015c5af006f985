// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/places.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

namespace inloop::desk {
namespace {

using entries::DayPart;
using support::DeskRig;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

constexpr std::size_t kTuesday = 1;
constexpr std::size_t kAfternoon = 2;

void letters(DeskRig& rig, int count, entries::EntryFacts const& facts = DeskRig::usual_facts()) {
    for (int i = 0; i < count; ++i) {
        (void)rig.letter("Een vraag.", facts);
    }
}

TEST(Pattern, CountsByWeekdayPartOfTheDayAndStreet) {
    DeskRig rig;
    letters(rig, 7);

    auto const seen = must(pattern(rig.desk, rig.lead(), ""));

    EXPECT_EQ(seen.week[kTuesday][kAfternoon], 7U);
    EXPECT_EQ(seen.week[kTuesday][kAfternoon + 1], 0U);
    EXPECT_THAT(seen.streets, ElementsAre(Pair("rolderstraat", 7U)));
}

TEST(Pattern, HidesSmallNumbers) {
    for (int const count : {1, 2, 4}) {
        DeskRig rig;
        letters(rig, count);

        auto const seen = must(pattern(rig.desk, rig.lead(), ""));

        EXPECT_EQ(seen.week[kTuesday][kAfternoon], 4U) << "shown as fewer than five";
        EXPECT_THAT(seen.streets, ElementsAre(Pair("rolderstraat", 4U)));
    }
}

TEST(Pattern, IsOfOneSubjectWhenAsked) {
    DeskRig rig;
    letters(rig, 6);
    auto traffic = DeskRig::usual_facts();
    traffic.subject = "traffic";
    traffic.part = DayPart::morning;
    letters(rig, 5, traffic);

    auto const seen = must(pattern(rig.desk, rig.lead(), "traffic"));

    EXPECT_EQ(seen.week[kTuesday][1], 5U);
    EXPECT_EQ(seen.week[kTuesday][kAfternoon], 0U);
    EXPECT_EQ(pattern(rig.desk, rig.lead(), "' OR 1=1").error().code, ErrorCode::not_found);
}

TEST(Pattern, LeavesOutNonsenseAndWhatHasNoDay) {
    DeskRig rig;
    letters(rig, 5);
    auto const nonsense = rig.letter("asdf");
    (void)done(
        set_nonsense(rig.desk, rig.lead(), {nonsense.root, rig.root_of(nonsense).version}, true));
    auto unknown = DeskRig::usual_facts();
    unknown.day = 0;
    unknown.spot = {};
    letters(rig, 1, unknown);

    auto const seen = must(pattern(rig.desk, rig.lead(), ""));

    EXPECT_EQ(seen.week[kTuesday][kAfternoon], 5U);
    EXPECT_THAT(seen.streets, ElementsAre(Pair("rolderstraat", 5U)));
}

TEST(Pattern, PointsShowAStretchOfStreetAndNotADoor) {
    DeskRig rig;
    auto here = DeskRig::usual_facts();
    here.spot = {"", entries::MapPoint{52'992'712, 6'564'238}};
    letters(rig, 2, here);
    here.spot.point->longitude += 40'000; // 2.7 km
    letters(rig, 1, here);

    auto const seen = must(pattern(rig.desk, rig.lead(), ""));

    ASSERT_THAT(seen.points, SizeIs(2)) << "two letters in one square are one point";
    EXPECT_NE(seen.points[0], (entries::MapPoint{52'992'712, 6'564'238}));
    EXPECT_LT(metres_between(seen.points[0], {52'992'712, 6'564'238}), 18.0);
    EXPECT_THAT(seen.streets, IsEmpty());
}

TEST(Places, AreMeasuredInMetres) {
    entries::MapPoint const kiosk{52'992'712, 6'564'238};
    EXPECT_NEAR(metres_between(kiosk, {52'993'712, 6'564'238}), 111.2, 0.5);
    EXPECT_NEAR(metres_between(kiosk, {52'992'712, 6'565'238}), 66.9, 0.5);
    EXPECT_EQ(metres_between(kiosk, kiosk), 0.0);
}

} // namespace
} // namespace inloop::desk
