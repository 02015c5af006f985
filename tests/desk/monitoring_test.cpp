// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/monitoring.h"
#include "tests/support/desk_rig.h"
#include "tests/support/memory_scan.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

namespace inloop::desk {
namespace {

using support::must;

TEST(Monitoring, KnowsTheNewestTokenOnly) {
    support::DeskRig rig;
    EXPECT_FALSE(must(is_monitoring_token(rig.desk, "")));

    std::string const first = must(make_monitoring_token(rig.desk, {"console", "console"}));
    EXPECT_EQ(first.size(), 64U);
    EXPECT_TRUE(must(is_monitoring_token(rig.desk, first)));
    std::string const second = must(make_monitoring_token(rig.desk, {"console", "console"}));

    EXPECT_TRUE(must(is_monitoring_token(rig.desk, second)));
    EXPECT_FALSE(must(is_monitoring_token(rig.desk, first)));
    EXPECT_THAT(rig.audit_actions(), testing::Contains("monitoring-token").Times(2));
}

TEST(Monitoring, KeepsNoTokenInAnyFile) {
    support::DeskRig rig;
    std::string const token = must(make_monitoring_token(rig.desk, {"console", "console"}));
    Bytes const kept = must(rig.desk.store.secret("monitoring"));
    support::Needle shown("the token");
    for (char const digit : token) {
        shown.add(static_cast<std::uint8_t>(digit));
    }
    support::Needle hash("its hash");
    for (std::byte const byte : kept) {
        hash.add(std::to_integer<std::uint8_t>(byte));
    }
    rig.stores.close();

    EXPECT_TRUE(support::scan_files(rig.stores.data(), {&shown, 1}).empty());
    EXPECT_FALSE(support::scan_files(rig.stores.data(), {&hash, 1}).empty()) << "the control";
}

} // namespace
} // namespace inloop::desk
