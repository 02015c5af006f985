// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/retention.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace inloop::desk {
namespace {

using support::must;
using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

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

// A thread whose answers outlive its text: what was done with it, and whose text is gone now.
struct Gone {
    std::string name;
    std::function<void(support::DeskRig&, support::Visitor const&)> destroy;
};

std::vector<Gone> ways_to_go() {
    return {
        {"taken over",
         [](support::DeskRig& rig, support::Visitor const& visitor) {
             (void)done(
                 take_over(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version}));
         }},
        {"redacted",
         [](support::DeskRig& rig, support::Visitor const& visitor) {
             (void)done(redact(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version},
                               "Op verzoek."));
         }},
        {"withdrawn",
         [](support::DeskRig& rig, support::Visitor const& visitor) {
             rig.follow_up(visitor, seal::Action::withdraw);
             (void)must(review(rig.desk, rig.lead()));
         }},
    };
}

TEST(Retention, FindsTheAnswersOfThreadsWhoseTextIsGone) {
    for (Gone const& way : ways_to_go()) {
        SCOPED_TRACE(way.name);
        support::DeskRig rig;
        support::Visitor const visitor = rig.letter("Een vraag.");
        (void)must(open_case(rig.desk, rig.lead(), visitor.root));
        (void)done(answer(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version},
                          {.text = "Wij kijken.", .then = entries::Status::in_hand}));
        way.destroy(rig, visitor);
        rig.clock.advance(kDay * 59);
        ASSERT_TRUE(must(due_now(rig.desk, {})).empty());
        rig.clock.advance(kDay);
        std::uint64_t const told = must(rig.desk.store.changes_after(0, 1000)).through;

        std::vector<DueItem> const due = must(due_now(rig.desk, {}));
        EXPECT_EQ(must(carry_out(rig.desk, {"log", "upkeep"}, {}, due)), 1U);

        EXPECT_TRUE(is_due(due, Overdue::answers));
        EXPECT_TRUE(must(rig.desk.store.answers(visitor.root)).empty());
        auto const news = must(rig.desk.store.changes_after(told, 1000)).cases;
        ASSERT_EQ(news.size(), 1U) << "kiosks are told to forget them";
        EXPECT_EQ(news[0].closing, entries::Closing::expired);
        EXPECT_TRUE(must(due_now(rig.desk, {})).empty());
    }
}

TEST(Retention, LeavesTheAnswersOfAThreadThatIsOpen) {
    support::DeskRig rig;
    support::Visitor const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    (void)done(answer(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version},
                      {.text = "Wat bedoelt u?", .then = entries::Status::asked}));
    rig.clock.advance(kDay * 3'000);

    EXPECT_TRUE(must(due_now(rig.desk, {})).empty());
}

// The kiosk has been heard and has nothing to send.
void hear_kiosk(support::DeskRig& rig, std::uint32_t letters_new = 0) {
    records::Device kiosk = must(rig.desk.store.devices()).at(0);
    kiosk.last_seen = rig.now();
    kiosk.health.letters_new = letters_new;
    must(rig.desk.store.put_device(kiosk));
}

std::vector<std::uint32_t> weeks_due(support::DeskRig& rig) {
    std::vector<std::uint32_t> weeks;
    for (DueItem const& item : must(due_now(rig.desk, {}))) {
        if (item.what == Overdue::week) {
            weeks.push_back(item.epoch);
        }
    }
    return weeks;
}

std::vector<std::uint32_t> weeks_kept(support::DeskRig& rig) {
    std::vector<std::uint32_t> weeks;
    for (records::KeptWeek const& week : must(rig.desk.store.kept_weeks())) {
        weeks.push_back(week.epoch);
    }
    return weeks;
}

TEST(Retention, ForgetsTheKeysOfAWeekLongAfterItsLastLetter) {
    support::DeskRig rig;
    support::Visitor const visitor = closed_thread(rig);
    std::uint32_t const week = rig.root_of(visitor).epoch;
    rig.clock.advance(kDay * 90);
    hear_kiosk(rig);
    (void)must(carry_out(rig.desk, {"log", "upkeep"}, {}, must(due_now(rig.desk, {}))));
    rig.clock.advance(kDay * 97 - std::chrono::seconds(1));
    EXPECT_THAT(weeks_due(rig), Not(Contains(week)));
    rig.clock.advance(std::chrono::seconds(1));
    ASSERT_THAT(weeks_due(rig), Contains(week));
    ASSERT_THAT(weeks_kept(rig), Contains(week));

    (void)must(carry_out(rig.desk, {"log", "upkeep"}, {}, must(due_now(rig.desk, {}))));

    EXPECT_THAT(weeks_kept(rig), Not(Contains(week)));
    EXPECT_THAT(rig.audit_actions(), Contains("forget-week"));
    EXPECT_THAT(weeks_due(rig), IsEmpty());
    EXPECT_TRUE(must(rig.desk.store.check()).empty());
}

TEST(Retention, KeepsTheKeysOfAWeekThatSomethingMayStillNeed) {
    support::DeskRig rig;
    std::uint32_t const week = must(rig.desk.store.kept_weeks()).front().epoch;
    rig.clock.advance(kDay * 200);

    EXPECT_THAT(weeks_due(rig), Not(Contains(week))) << "the kiosk was never heard";
    hear_kiosk(rig, 1);
    EXPECT_THAT(weeks_due(rig), Not(Contains(week))) << "it has a letter to send";
    hear_kiosk(rig);
    EXPECT_THAT(weeks_due(rig), Contains(week)) << "the control";
}

TEST(Retention, KeepsTheKeysOfAWeekWithALetterThatCanBeRead) {
    support::DeskRig rig;
    std::uint32_t const week = rig.root_of(rig.letter("Een vraag.")).epoch;
    rig.clock.advance(kDay * 3'000);
    hear_kiosk(rig);

    EXPECT_THAT(weeks_due(rig), Not(Contains(week)));
}

// A kiosk that hears of no newer week seals to the last one for ever.
TEST(Retention, NeverForgetsTheNewestWeek) {
    support::DeskRig rig;
    rig.clock.advance(kDay * 3'000);
    hear_kiosk(rig);
    std::uint32_t const newest = must(rig.desk.store.kept_weeks()).back().epoch;

    EXPECT_THAT(weeks_due(rig), AllOf(SizeIs(testing::Ge(1)), Not(Contains(newest))));
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
