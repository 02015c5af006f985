// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/tour.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace inloop::loop {
namespace {

using support::KioskRig;

TourSpec tour_of(KioskRig& rig, std::vector<std::string> languages) {
    return {.languages = std::move(languages),
            .await_outcome = [&rig] { rig.held.store(); },
            .keep = [](std::string const&) { return Result<void>(); }};
}

TEST(Visitor, TypesEveryLetterAndSignOfTheKeyboard) {
    for (support::KioskSpec const& panel : support::made_for()) {
        KioskRig rig(panel);
        rig.tap("attract.start");
        rig.tap("home.idea");
        std::string const text = "aZ mQ, x. 0123456789 -/:;()&@'\"%+ ?!\nEinde";
        rig.type(text);
        EXPECT_EQ(rig.text(), text);
    }
}

TEST(Visitor, SaysWhatCannotBeTapped) {
    KioskRig rig;
    Visitor visitor(rig.terminal(), rig.clock);

    auto const missing = visitor.tap("no.such");
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    EXPECT_NE(missing.error().message.find("no.such"), std::string::npos);
    rig.tap("attract.start");
    rig.tap("home.idea");
    EXPECT_FALSE(visitor.tap("write.next").has_value()) << "not enabled";
    rig.wait(std::chrono::seconds(61));
    EXPECT_FALSE(visitor.tap("key.a").has_value()) << "covered by the warning";
    EXPECT_FALSE(visitor.type("a").has_value());
}

TEST(Visitor, DragsWithoutPressing) {
    KioskRig rig;
    rig.tap("attract.start");
    platform::Point const tile = rig.middle("home.question");
    rig.drag(tile, {tile.x, tile.y + 200});

    EXPECT_TRUE(rig.on<flow::screen::Home>());
}

TEST(Tour, EndsAtTheFirstThingThatDoesNotHappen) {
    KioskRig rig;
    TourSpec spec = tour_of(rig, {"nl"});
    spec.await_outcome = [] {}; // a sender that never answers
    auto const stuck = walk_writing(rig.terminal(), rig.clock, spec);

    ASSERT_FALSE(stuck.has_value());
    EXPECT_EQ(stuck.error().code, ErrorCode::not_found);
}

TEST(Tour, EndsWhenAPictureCannotBeKept) {
    KioskRig rig;
    TourSpec spec = tour_of(rig, {"nl"});
    int kept = 0;
    spec.keep = [&](std::string const&) -> Result<void> {
        return ++kept < 3 ? Result<void>() : fail(ErrorCode::no_space, "full");
    };
    auto const stopped = walk_writing(rig.terminal(), rig.clock, spec);

    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().code, ErrorCode::no_space);
    EXPECT_EQ(kept, 3);
}

} // namespace
} // namespace inloop::loop
