// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <gmock/gmock.h>

namespace inloop::records {
namespace {

using support::must;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Seconds kNoon = 1'717'502'400;
constexpr Seconds kOne = kNoon + 3600;

DoorPress press_of(int number, Seconds hour, DoorReason reason) {
    return {.id = {std::byte(number)}, .hour = hour, .reason = reason};
}

class StoreDoor : public testing::Test {
protected:
    PageStore& pages() { return rig.store().pages(); }
    std::vector<DoorCount> counts() { return must(pages().door_counts(kNoon, kOne + 3600)); }
    support::StoreRig rig;
};

TEST_F(StoreDoor, CountsByHourAndReason) {
    must(pages().add_press(press_of(1, kOne, DoorReason::question)));
    must(pages().add_press(press_of(2, kNoon, DoorReason::other)));
    must(pages().add_press(press_of(3, kNoon, DoorReason::curious)));
    must(pages().add_press(press_of(4, kNoon, DoorReason::curious)));
    must(pages().add_press(press_of(5, kOne + 3600, DoorReason::report)));
    rig.reopen();

    EXPECT_THAT(counts(), ElementsAre(DoorCount{kNoon, DoorReason::curious, 2},
                                      DoorCount{kNoon, DoorReason::other, 1},
                                      DoorCount{kOne, DoorReason::question, 1}));
    EXPECT_THAT(must(pages().door_counts(kNoon - 3600, kNoon)), IsEmpty());
}

TEST_F(StoreDoor, CountsAPressOnceHoweverOftenItIsSent) {
    must(pages().add_press(press_of(1, kNoon, DoorReason::question)));
    must(pages().add_press(press_of(1, kOne, DoorReason::other)));

    EXPECT_THAT(counts(), ElementsAre(DoorCount{kNoon, DoorReason::question, 1}));
}

TEST_F(StoreDoor, TakesAPressBackForGood) {
    auto const press = press_of(1, kNoon, DoorReason::question);
    must(pages().add_press(press));
    must(pages().add_press(press_of(2, kNoon, DoorReason::question)));

    EXPECT_EQ(must(pages().undo_press(press.id)), press);
    EXPECT_EQ(must(pages().undo_press(press.id)), press);
    must(pages().add_press(press)); // the phone sends it again

    EXPECT_THAT(counts(), ElementsAre(DoorCount{kNoon, DoorReason::question, 1}));
    EXPECT_EQ(pages().undo_press({std::byte{9}}).error().code, ErrorCode::not_found);
}

TEST_F(StoreDoor, KeepsNoMomentWithinTheHour) {
    EXPECT_FALSE(pages().add_press(press_of(1, kNoon + 1, DoorReason::question)));
    EXPECT_FALSE(pages().add_press(press_of(1, kNoon, static_cast<DoorReason>(5))));
    EXPECT_THAT(counts(), IsEmpty());
}

} // namespace
} // namespace inloop::records
