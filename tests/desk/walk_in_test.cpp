// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

TEST(WalkIn, IsAnEntryLikeAKiosksAlreadyReadAndTheOfficersOwn) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");

    auto const id = done(add_walk_in(
        rig.desk, *piet, {.facts = DeskRig::usual_facts(), .text = "Buurman vertelt van lawaai."}));

    auto const list = must(review(rig.desk, rig.lead()));
    EXPECT_THAT(list.fresh, IsEmpty());
    EXPECT_EQ(list.open, 1U);
    auto const opened = must(open_case(rig.desk, rig.lead(), id));
    EXPECT_EQ(opened.row.root.status, Status::in_hand);
    EXPECT_EQ(opened.row.handler, "Piet");
    ASSERT_THAT(opened.letters, SizeIs(1));
    EXPECT_EQ(opened.letters[0].text.view(), "Buurman vertelt van lawaai.");
    ASSERT_THAT(opened.notes, SizeIs(1));
    EXPECT_EQ(opened.notes[0].note.kind, records::NoteKind::walk_in);
    EXPECT_THAT(must(search(rig.desk, rig.lead(), "buurman")), SizeIs(1));
    EXPECT_THAT(rig.audit_of(id), Contains("walk-in"));
}

TEST(WalkIn, EachHasANumberOfItsOwn) {
    DeskRig rig;
    for (int i = 0; i < 3; ++i) {
        (void)done(add_walk_in(rig.desk, rig.lead(),
                               {.facts = DeskRig::usual_facts(), .text = "Gesprek."}));
    }

    EXPECT_THAT(must(rows_of(rig.desk, rig.lead(), View::open)), SizeIs(3));
}

TEST(WalkIn, HasNobodyToAnswer) {
    DeskRig rig;
    auto const id = done(
        add_walk_in(rig.desk, rig.lead(), {.facts = DeskRig::usual_facts(), .text = "Gesprek."}));

    auto const version = must(rig.stores.store().entry(id))->version;
    EXPECT_EQ(refusal_of(answer(rig.desk, rig.lead(), {id, version}, {.text = "Dank u."})),
              Refusal::step);
}

TEST(WalkIn, NeedsWords) {
    DeskRig rig;
    auto const refused_for = [&](std::string_view text) {
        return refusal_of(
            add_walk_in(rig.desk, rig.lead(), {.facts = DeskRig::usual_facts(), .text = text}));
    };

    EXPECT_EQ(refused_for(" "), Refusal::empty);
    EXPECT_EQ(refused_for(std::string(4001, 'a')), Refusal::too_long);
    EXPECT_EQ(refused_for(std::string(9000, 'a')), Refusal::too_long);
}

} // namespace
} // namespace inloop::desk
