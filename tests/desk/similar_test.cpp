// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <chrono>

namespace inloop::desk {
namespace {

using support::DeskRig;
using support::must;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<seal::EntryId> similar(DeskRig& rig, support::Visitor const& visitor) {
    std::vector<seal::EntryId> ids;
    for (Similar const& one : must(open_case(rig.desk, rig.lead(), visitor.root)).similar) {
        ids.push_back(one.row.root.id);
    }
    return ids;
}

entries::EntryFacts at(std::string subject, std::string street,
                       std::optional<entries::MapPoint> point = {}) {
    auto facts = DeskRig::usual_facts();
    facts.subject = std::move(subject);
    facts.spot = {std::move(street), point};
    return facts;
}

constexpr entries::MapPoint kHere{52'992'712, 6'564'238};
constexpr entries::MapPoint kNear{52'993'712, 6'564'238}; // 111 m
constexpr entries::MapPoint kFar{52'994'712, 6'564'238}; // 222 m

TEST(Similar, IsTheSameSubjectInTheSameStreet) {
    DeskRig rig;
    auto const one = rig.letter("Hard gelach.", at("noise", "kruisstraat"));
    auto const same = rig.letter("Muziek.", at("noise", "kruisstraat"));
    (void)rig.letter("Te hard gereden.", at("traffic", "kruisstraat"));
    (void)rig.letter("Muziek.", at("noise", "rolderstraat"));
    (void)rig.letter("Muziek.", at("", "kruisstraat"));

    EXPECT_THAT(similar(rig, one), ElementsAre(same.root));
    EXPECT_THAT(rig.audit_of(same.root), Contains("consulted"));
}

TEST(Similar, IsTheSameSubjectAroundTheCorner) {
    DeskRig rig;
    auto const one = rig.letter("Hard gelach.", at("noise", "", kHere));
    auto const near = rig.letter("Muziek.", at("noise", "", kNear));
    (void)rig.letter("Muziek.", at("noise", "", kFar));

    EXPECT_THAT(similar(rig, one), ElementsAre(near.root));
}

TEST(Similar, IsWhatSharesThreeWordsThatFewUse) {
    DeskRig rig;
    auto const one =
        rig.letter("Een witte bestelbus met een kapotte koplamp, elke donderdag.", at("", ""));
    auto const same = rig.letter("Die BESTELBUS, de kapotte koplamp: donderdag weer!", at("", ""));
    (void)rig.letter("Een kapotte koplamp van een fiets.", at("", "")); // two words
    (void)rig.letter("Een vraag over iets anders.", at("", ""));

    EXPECT_THAT(similar(rig, one), ElementsAre(same.root));
}

TEST(Similar, WordsThatEverybodyUsesSayNothing) {
    DeskRig rig;
    std::vector<support::Visitor> all;
    all.reserve(20);
    for (int i = 0; i < 20; ++i) {
        all.push_back(rig.letter("Vreselijk harde muziek vannacht.", at("", "")));
    }

    EXPECT_THAT(similar(rig, all[0]), IsEmpty());
}

TEST(Similar, ProposesAHandfulTheNewestFirst) {
    DeskRig rig;
    std::vector<support::Visitor> all;
    for (int i = 0; i < 8; ++i) {
        all.push_back(rig.letter("Muziek.", at("noise", "kruisstraat")));
        rig.clock.advance(std::chrono::minutes(1));
    }

    auto const found = similar(rig, all[0]);

    ASSERT_THAT(found, SizeIs(5));
    EXPECT_EQ(found[0], all[7].root);
}

} // namespace
} // namespace inloop::desk
