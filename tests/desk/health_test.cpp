// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/health.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::desk {
namespace {

using support::must;

struct Rig {
    support::DeskRig desk;
    Surroundings around{.certificate_until = desk.now() + records::Seconds{86'400} * 365,
                        .last_backup = desk.now() - 3'600};
    records::Device device = must(desk.desk.store.devices()).front();

    Rig() {
        device.last_seen = desk.now();
        device.health.clock = ClockTrust::synced;
        keep();
        (void)desk.officer("Anita"); // two who can read
    }
    void keep() { must(desk.desk.store.put_device(device)); }
    [[nodiscard]] bool green(HealthCheck check) {
        auto const lines = must(health(desk.desk, around, true));
        auto const found = std::ranges::find(lines, check, &HealthLine::check);
        return found != lines.end() && found->green;
    }
};

constexpr HealthCheck kAll[]{HealthCheck::contact,     HealthCheck::letters, HealthCheck::refused,
                             HealthCheck::clock,       HealthCheck::disk,    HealthCheck::news,
                             HealthCheck::certificate, HealthCheck::backup,  HealthCheck::audit,
                             HealthCheck::weeks,       HealthCheck::people,  HealthCheck::late,
                             HealthCheck::storage};

TEST(Health, IsGreenWhenAllIsWell) {
    Rig rig;
    for (HealthCheck check : kAll) {
        EXPECT_TRUE(rig.green(check)) << name_of(check);
    }
}

TEST(Health, NamesEachThingOfAKioskThatIsNot) {
    Rig rig;
    rig.device.last_seen = rig.desk.now() - kSilentS - 1;
    rig.device.health.letters_made = 3; // none arrived, none waits there
    rig.device.health.letters_dead = 1;
    rig.device.health.clock = ClockTrust::estimated;
    rig.device.health.disk_level = 2;
    rig.device.health.problems = 1;
    rig.keep();

    for (HealthCheck check : {HealthCheck::contact, HealthCheck::letters, HealthCheck::refused,
                              HealthCheck::clock, HealthCheck::disk, HealthCheck::news}) {
        EXPECT_FALSE(rig.green(check)) << name_of(check);
    }
    EXPECT_TRUE(rig.green(HealthCheck::backup)); // the control: of the log
}

TEST(Health, CountsLettersThatWaitOnTheKioskAsThere) {
    Rig rig;
    rig.device.health.letters_made = 3;
    rig.device.health.letters_new = 3;
    rig.keep();
    EXPECT_TRUE(rig.green(HealthCheck::letters));
}

TEST(Health, NamesEachThingOfTheLogThatIsNot) {
    Rig rig;
    rig.around = {};
    rig.device.seen_audit.row = 1'000; // it remembers more rows than there are
    rig.keep();
    (void)rig.desk.letter("Een vraag.");
    rig.desk.clock.advance(std::chrono::hours(24 * 70));

    for (HealthCheck check :
         {HealthCheck::certificate, HealthCheck::backup, HealthCheck::audit, HealthCheck::weeks}) {
        EXPECT_FALSE(rig.green(check)) << name_of(check);
    }
}

TEST(Health, SaysWhenOnlyOneCanRead) {
    support::DeskRig desk;
    auto const lines = must(health(desk.desk, {}, false));
    auto const people = std::ranges::find(lines, HealthCheck::people, &HealthLine::check);
    ASSERT_NE(people, lines.end());
    EXPECT_FALSE(people->green);
    EXPECT_EQ(people->value, 1);
}

} // namespace
} // namespace inloop::desk
