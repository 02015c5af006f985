// SPDX-License-Identifier: EUPL-1.2
//
// Somebody is logged in while a lead changes what he is. What his session remembers of him is never
// written over what the store has of him since.
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace inloop::desk {
namespace {

using records::Role;
using support::DeskRig;
using support::must;

struct Change {
    std::string name;
    std::function<void(DeskRig&, records::PersonId const&)> carry_out;
};

std::vector<Change> changes() {
    return {
        {"another role",
         [](DeskRig& rig, records::PersonId const& id) {
             (void)must(vault::change_role(rig.desk.store, rig.lead(), rig.clock, rig.site.random,
                                           rig.site.words, id, Role::volunteer,
                                           support::kCheapLogin));
         }},
        {"a new login",
         [](DeskRig& rig, records::PersonId const& id) {
             (void)must(vault::renew_login(rig.desk.store, rig.lead(), rig.clock, rig.site.random,
                                           rig.site.words, id, support::kCheapLogin));
         }},
        {"he left",
         [](DeskRig& rig, records::PersonId const& id) {
             must(vault::remove_person(rig.desk.store, rig.lead(), rig.clock, rig.site.random, id));
         }},
    };
}

TEST(StaleSession, WritesNothingOverANewerPerson) {
    for (Change const& change : changes()) {
        SCOPED_TRACE(change.name);
        DeskRig rig;
        auto const piet = rig.officer("Piet");
        ASSERT_TRUE(end_shift(rig.desk, *piet)) << "the control";
        change.carry_out(rig, piet->person().id);
        rig.clock.advance(std::chrono::hours(1));
        auto const since = must(rig.desk.store.person("Piet")).value();

        EXPECT_EQ(end_shift(rig.desk, *piet).error().code, ErrorCode::unsupported);
        EXPECT_EQ(review(rig.desk, *piet).error().code, ErrorCode::unsupported);

        EXPECT_EQ(must(rig.desk.store.person("Piet")), since);
    }
}

// A login at a second browser writes his row too; the first session then adds to that one.
TEST(StaleSession, OfTheSameLoginKeepsWhatASecondOneWrote) {
    DeskRig rig;
    auto const second = rig.lead_again();
    auto before = must(rig.desk.store.person("Ilse")).value();
    ASSERT_NE(before.totp_used, rig.lead().person().totp_used) << "the control: they differ";

    (void)must(end_shift(rig.desk, rig.lead()));

    before.last_shift_end = rig.now();
    EXPECT_EQ(must(rig.desk.store.person("Ilse")), before);
}

} // namespace
} // namespace inloop::desk
