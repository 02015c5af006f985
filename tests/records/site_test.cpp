// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <gtest/gtest.h>

namespace inloop::records {

using support::must;

namespace {

class StoreSite : public testing::Test {
protected:
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreSite, KnowsNoSiteBeforeItIsMade) {
    EXPECT_EQ(store().site().error().code, ErrorCode::not_found);
    SiteRecord const made{.instance = {{std::byte{1}}},
                          .deployment = {{std::byte{2}}},
                          .made_at = 3,
                          .name = "Rolderstraat 21, Assen"};
    ASSERT_TRUE(store().set_site(made));
    rig.reopen();
    SiteRecord const kept = must(store().site());
    EXPECT_EQ(kept.instance, made.instance);
    EXPECT_EQ(kept.deployment, made.deployment);
    EXPECT_EQ(kept.made_at, 3);
    EXPECT_EQ(kept.name, made.name);
}

TEST_F(StoreSite, KeepsEverythingOfADevice) {
    // given
    Device device{.id = {{std::byte{1}}},
                  .key = {{std::byte{2}}},
                  .name = "'; DROP TABLE device; --",
                  .state = DeviceState::active,
                  .paired_at = 4,
                  .last_seen = 5,
                  .health = {.version = "0.1.0",
                             .letters_made = 6,
                             .letters_new = 7,
                             .letters_sent = 8,
                             .letters_dead = 9,
                             .quarantined = 10,
                             .disk_level = 3,
                             .clock = ClockTrust::synced,
                             .wall = -11,
                             .problems = 12},
                  .clock_off_s = -13,
                  .seen_audit = {.row = 14, .hash = {{std::byte{15}}}}};
    // when
    ASSERT_TRUE(store().put_device(device));
    rig.reopen();
    // then
    EXPECT_EQ(must(store().device(device.id)), device);
    // when
    device.state = DeviceState::revoked;
    ASSERT_TRUE(store().put_device(device));
    EXPECT_EQ(must(store().devices()), std::vector{device});
    EXPECT_EQ(must(store().device({})), std::nullopt);
}

TEST_F(StoreSite, KeepsWhoIsPresent) {
    EXPECT_EQ(must(store().presence()), Presence{});
    Presence const now{.present = true, .until = 5, .by = {{std::byte{6}}}, .at = 7};
    ASSERT_TRUE(store().set_presence(now));
    rig.reopen();
    EXPECT_EQ(must(store().presence()), now);
}

TEST_F(StoreSite, KeepsASecondProgramOut) {
    auto const second = rig.open(rig.data());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::unavailable);
    EXPECT_NE(second.error().message.find("keys.db"), std::string::npos);
    rig.close();
    EXPECT_TRUE(rig.open(rig.data())) << "the control: alone it opens";
}

} // namespace inloop::records
