// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

#include <functional>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using testing::IsEmpty;

constexpr records::Seconds kDay = 86'400;

TEST(TwoOfficers, TheSecondIsToldAndOverwritesNothing) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    auto const visitor = rig.letter("Een vraag.");
    auto const seen = must(open_case(rig.desk, *piet, visitor.root)).row.root.version;
    Target const old{visitor.root, seen};

    (void)done(answer(rig.desk, rig.lead(), old,
                      {.text = "Dank u, het is opgelost.", .then = Status::closed}));
    auto const after = rig.root_of(visitor);
    auto const rows_before = rig.audit_of(visitor.root).size();

    std::vector<std::function<std::optional<Refusal>()>> const late{
        [&] { return refusal_of(change_status(rig.desk, *piet, old, Status::in_hand)); },
        [&] { return refusal_of(set_urgency(rig.desk, *piet, old, records::Urgency::now)); },
        [&] { return refusal_of(answer(rig.desk, *piet, old, {.text = "Nog even geduld."})); },
        [&] { return refusal_of(hand_over(rig.desk, *piet, old, piet->person().id, "Mij.")); },
        [&] { return refusal_of(set_aside(rig.desk, *piet, old, rig.now() + kDay, "Later.")); },
        [&] { return refusal_of(refer(rig.desk, *piet, old, "municipality", "")); },
        [&] { return refusal_of(take_over(rig.desk, *piet, old)); },
        [&] { return refusal_of(redact(rig.desk, *piet, old, "Op verzoek.")); },
        [&] { return refusal_of(set_nonsense(rig.desk, *piet, old, true)); },
    };
    for (auto const& act : late) {
        EXPECT_EQ(act(), Refusal::changed);
    }

    EXPECT_EQ(rig.root_of(visitor), after);
    EXPECT_EQ(must(rig.stores.store().answers(visitor.root)).size(), 1U);
    EXPECT_EQ(rig.audit_of(visitor.root).size(), rows_before);
    // The negative control: with the version of now the same action is done.
    EXPECT_EQ(
        refusal_of(change_status(rig.desk, *piet, {visitor.root, after.version}, Status::in_hand)),
        std::nullopt);
}

TEST(TwoOfficers, AnAnswerIsNotSentOverAReplyTheOfficerHasNotSeen) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    auto const seen = must(open_case(rig.desk, rig.lead(), visitor.root)).row.root.version;

    rig.follow_up(visitor, seal::Action::message, "Het is al voorbij.");

    EXPECT_EQ(refusal_of(answer(rig.desk, rig.lead(), {visitor.root, seen},
                                {.text = "Wij komen er nu aan."})),
              Refusal::changed);
    EXPECT_THAT(must(rig.stores.store().answers(visitor.root)), IsEmpty());
}

} // namespace
} // namespace inloop::desk
