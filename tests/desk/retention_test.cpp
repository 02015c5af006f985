// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/retention.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::desk {
namespace {

using support::must;

constexpr auto kDay = std::chrono::hours(24);

// A thread that was answered and closed now.
support::Visitor closed_thread(support::DeskRig& rig) {
    support::Visitor visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    auto const sent =
        must(answer(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version},
                    {.text = "Donderdag ben ik er."}));
    EXPECT_TRUE(sent);
    return visitor;
}

bool is_due(std::vector<DueItem> const& items, Overdue what) {
    return std::ranges::find(items, what, &DueItem::what) != items.end();
}

TEST(Retention, SaysWhatIsDueAndChangesNothing) {
    support::DeskRig rig;
    support::Visitor const visitor = closed_thread(rig);
    rig.clock.advance(kDay * 59);
    EXPECT_TRUE(must(due_now(rig.desk, {})).empty());

    rig.clock.advance(kDay * 31);
    std::vector<DueItem> const due = must(due_now(rig.desk, {}));

    EXPECT_TRUE(is_due(due, Overdue::text));
    EXPECT_TRUE(is_due(due, Overdue::answers));
    EXPECT_FALSE(rig.root_of(visitor).body.empty());
}

TEST(Retention, NeverTouchesWhatIsOpenHoweverOld) {
    support::DeskRig rig;
    (void)rig.letter("Een vraag.");
    rig.clock.advance(kDay * 3'000);
    EXPECT_TRUE(must(due_now(rig.desk, {})).empty());
}

TEST(Retention, DestroysWithProofAndTellsTheKioskToForget) {
    support::DeskRig rig;
    support::Visitor const visitor = closed_thread(rig);
    rig.clock.advance(kDay * 91);

    std::size_t const done =
        must(carry_out(rig.desk, {"log", "upkeep"}, {}, must(due_now(rig.desk, {}))));

    EXPECT_EQ(done, 2U);
    EXPECT_TRUE(must(rig.desk.store.answers(visitor.root)).empty());
    EXPECT_FALSE(must(rig.desk.store.wrap_of(visitor.root)));
    auto const proof = must(rig.desk.store.destroyed());
    ASSERT_EQ(proof.size(), 1U);
    EXPECT_EQ(proof[0].reason, "retention");
    EXPECT_TRUE(must(due_now(rig.desk, {})).empty());
}

TEST(Retention, LeavesWhatWasOpenedAgainSinceTheDryRun) {
    support::DeskRig rig;
    support::Visitor const visitor = closed_thread(rig);
    rig.clock.advance(kDay * 91);
    std::vector<DueItem> const due = must(due_now(rig.desk, {}));
    auto const officer = rig.lead_again();
    ASSERT_TRUE(must(change_status(rig.desk, *officer, {visitor.root, rig.root_of(visitor).version},
                                   entries::Status::in_hand)));

    EXPECT_EQ(must(carry_out(rig.desk, {"log", "upkeep"}, {}, due)), 0U);
    EXPECT_FALSE(rig.root_of(visitor).body.empty());
}

TEST(Retention, ReadsItsRulesAndNamesTheLineThatIsWrong) {
    EXPECT_EQ(must(parse_retention("[days]\ntext = 30\nanswer = 10\n")),
              (RetentionRules{.text_days = 30, .answer_days = 10}));
    EXPECT_EQ(must(parse_retention("")), RetentionRules{});
    for (char const* wrong : {"[days]\ntext = 0\n", "[days]\ntext = \"30\"\n", "[days]\nx = 1\n",
                              "[days]\ntext = 3651\n", "[weeks]\n", "[days\n"}) {
        auto const rules = parse_retention(wrong);
        ASSERT_FALSE(rules) << wrong;
        EXPECT_NE(rules.error().message.find("retention.toml:"), std::string::npos);
    }
}

} // namespace
} // namespace inloop::desk
