// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

#include <chrono>

namespace inloop::desk {
namespace {

using entries::Status;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using support::DeskRig;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr records::Seconds kDay = 86'400;

// Every day from 10 to 16 on the wall.
constexpr char const* kEveryDay = R"(
weekly = [
    { day = "monday", from = "10:00", until = "16:00" },
    { day = "tuesday", from = "10:00", until = "16:00" },
    { day = "wednesday", from = "10:00", until = "16:00" },
    { day = "thursday", from = "10:00", until = "16:00" },
    { day = "friday", from = "10:00", until = "16:00" },
    { day = "saturday", from = "10:00", until = "16:00" },
    { day = "sunday", from = "10:00", until = "16:00" },
]
)";

std::vector<seal::EntryId> roots(std::vector<Row> const& rows) {
    std::vector<seal::EntryId> ids;
    ids.reserve(rows.size());
    for (Row const& row : rows) {
        ids.push_back(row.root.id);
    }
    return ids;
}

Target target_of(DeskRig& rig, support::Visitor const& visitor) {
    return {visitor.root, rig.root_of(visitor).version};
}

entries::EntryFacts happening_now() {
    auto facts = DeskRig::usual_facts();
    facts.happening = entries::Happening::yes;
    return facts;
}

TEST(ShiftReview, APromiseGoesFromTodayToMissedAndReadingTakesItAway) {
    DeskRig rig;
    ASSERT_THAT(must(set_roster(rig.desk, rig.lead(), kEveryDay)), IsEmpty());
    auto const visitor = rig.letter("Een vraag."); // Tuesday 14.00: read before 16.00

    EXPECT_THAT(roots(must(review(rig.desk, rig.lead())).today), ElementsAre(visitor.root));
    rig.clock.advance(hours(2)); // a minute after 16.00
    auto const late = must(review(rig.desk, rig.lead()));
    EXPECT_THAT(roots(late.missed), ElementsAre(visitor.root));
    EXPECT_THAT(late.today, IsEmpty());
    rig.clock.advance(days(3));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).missed, SizeIs(1)) << "it is not forgotten";

    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    auto const read = must(review(rig.desk, rig.lead()));
    EXPECT_THAT(read.missed, IsEmpty());
    EXPECT_EQ(read.open, 1U);
}

TEST(ShiftReview, WhatIsPromisedForTomorrowIsNewToday) {
    DeskRig rig;
    ASSERT_THAT(must(set_roster(rig.desk, rig.lead(), kEveryDay)), IsEmpty());
    rig.clock.advance(hours(4)); // Tuesday 18.00
    auto const visitor = rig.letter("Een vraag.");

    auto const tonight = must(review(rig.desk, rig.lead()));
    EXPECT_THAT(tonight.today, IsEmpty());
    EXPECT_THAT(roots(tonight.fresh), ElementsAre(visitor.root));
    // 23.59 and 0.01 on the wall, which are 21.59 and 22.01 UTC.
    rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(2024) / 6 / 4) + hours(21) +
                       minutes(59));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).today, IsEmpty());
    rig.clock.advance(minutes(2));
    EXPECT_THAT(roots(must(review(rig.desk, rig.lead())).today), ElementsAre(visitor.root));
}

TEST(ShiftReview, PromisesHoldAcrossTheEndOfSummerTime) {
    DeskRig rig;
    ASSERT_THAT(must(set_roster(rig.desk, rig.lead(), kEveryDay)), IsEmpty());
    // Saturday 26 October 2024 18.00 is summer time (16.00 UTC); the Sunday is not.
    rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(2024) / 10 / 26) + hours(16));
    auto const visitor = rig.letter("Een vraag.");

    auto const sunday = std::chrono::sys_days(std::chrono::year(2024) / 10 / 27);
    EXPECT_EQ(rig.root_of(visitor).promised_by,
              (sunday + hours(15)).time_since_epoch() / std::chrono::seconds(1))
        << "16.00 on the wall is 15.00 UTC in winter";
    rig.clock.set_wall(sunday + hours(14) + minutes(59));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).today, SizeIs(1));
    rig.clock.set_wall(sunday + hours(15) + minutes(1));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).missed, SizeIs(1));
}

TEST(ShiftReview, WithoutARosterNothingIsPromised) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    rig.clock.advance(days(30));

    auto const list = must(review(rig.desk, rig.lead()));

    EXPECT_THAT(list.missed, IsEmpty());
    EXPECT_THAT(roots(list.fresh), ElementsAre(visitor.root));
}

TEST(ShiftReview, PutsHarmBeforeAge) {
    DeskRig rig;
    auto const oldest = rig.letter("Gewoon een vraag.");
    rig.clock.advance(hours(1));
    auto const younger = rig.letter("Nog een vraag.");
    rig.clock.advance(hours(1));
    auto const soon = rig.letter("Vraag die wat haast heeft.");
    rig.clock.advance(hours(1));
    auto const knife = rig.letter("Hij liep met een MES over straat.");
    rig.clock.advance(hours(1));
    auto const now = rig.letter("Het is nu bezig.", happening_now());
    (void)done(set_urgency(rig.desk, rig.lead(), target_of(rig, soon), records::Urgency::soon));

    auto const list = must(review(rig.desk, rig.lead()));

    EXPECT_THAT(roots(list.fresh),
                ElementsAre(now.root, knife.root, soon.root, oldest.root, younger.root));
    EXPECT_TRUE(list.fresh[1].hurry);
    EXPECT_FALSE(list.fresh[2].hurry);
}

TEST(ShiftReview, AWordOfSafetyInALaterLetterCounts) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    EXPECT_FALSE(must(rows_of(rig.desk, rig.lead(), View::open))[0].hurry);

    rig.follow_up(visitor, seal::Action::message, "He has a gun.");

    EXPECT_TRUE(must(review(rig.desk, rig.lead())).replied.at(0).hurry);
}

TEST(ShiftReview, WhatWasSetAsideComesBackOnItsDay) {
    DeskRig rig;
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    // Two days on at 23.00 on the wall: back in the morning of that day.
    (void)done(set_aside(rig.desk, rig.lead(), target_of(rig, visitor),
                         rig.now() + 2 * kDay + records::Seconds{9} * 3600,
                         "Wacht op de gemeente."));

    EXPECT_THAT(must(review(rig.desk, rig.lead())).due, IsEmpty());
    rig.clock.advance(days(1));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).due, IsEmpty());
    rig.clock.advance(hours(12)); // Thursday 2.00 in the night
    EXPECT_THAT(roots(must(review(rig.desk, rig.lead())).due), ElementsAre(visitor.root));
    EXPECT_EQ(must(open_case(rig.desk, rig.lead(), visitor.root)).notes.at(0).text.view(),
              "Wacht op de gemeente.");
}

TEST(ShiftReview, ShowsWhatLiesWithAColleagueOnceHeIsAway) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, *piet, visitor.root));
    (void)done(hand_over(rig.desk, *piet, target_of(rig, visitor), piet->person().id, ""));
    (void)must(end_shift(rig.desk, *piet));

    EXPECT_THAT(must(review(rig.desk, rig.lead())).absent, IsEmpty());
    rig.clock.advance(days(8));
    (void)must(end_shift(rig.desk, rig.lead()));
    auto const list = must(review(rig.desk, rig.lead()));
    EXPECT_THAT(roots(list.absent), ElementsAre(visitor.root));
    EXPECT_EQ(list.absent[0].handler, "Piet");
    EXPECT_THAT(must(review(rig.desk, *piet)).absent, IsEmpty())
        << "his own are not an absent one's";

    (void)must(end_shift(rig.desk, *piet));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).absent, IsEmpty()) << "he is back";
}

TEST(ShiftReview, ARepliedThreadOfAColleagueWhoIsHereIsHis) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, *piet, visitor.root));
    (void)done(hand_over(rig.desk, *piet, target_of(rig, visitor), piet->person().id, ""));
    rig.follow_up(visitor, seal::Action::message, "Nog iets.");

    EXPECT_THAT(must(review(rig.desk, *piet)).replied, SizeIs(1));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).replied, IsEmpty());
    rig.clock.advance(days(8));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).replied, SizeIs(1));
}

TEST(ShiftReview, WhatWasHandedOverStandsWithWhoGotIt) {
    DeskRig rig;
    auto const piet = rig.officer("Piet");
    auto const visitor = rig.letter("Een vraag.");
    (void)must(open_case(rig.desk, rig.lead(), visitor.root));
    EXPECT_THAT(roots(must(review(rig.desk, *piet)).unfinished), ElementsAre(visitor.root))
        << "nobody's yet";
    (void)done(
        hand_over(rig.desk, rig.lead(), target_of(rig, visitor), piet->person().id, "Kijk jij?"));

    EXPECT_THAT(roots(must(review(rig.desk, *piet)).unfinished), ElementsAre(visitor.root));
    EXPECT_THAT(must(review(rig.desk, rig.lead())).unfinished, IsEmpty());
}

TEST(ShiftReview, WhatWasReadComesBackUntilItIsDoneOrWaitsForSomethingElse) {
    for (Status const waits : {Status::asked, Status::closed}) {
        DeskRig rig;
        auto const visitor = rig.letter("Een vraag.");
        EXPECT_THAT(must(review(rig.desk, rig.lead())).unfinished, IsEmpty()) << "it is new";
        (void)must(open_case(rig.desk, rig.lead(), visitor.root));
        (void)must(end_shift(rig.desk, rig.lead()));
        EXPECT_THAT(must(review(rig.desk, rig.lead())).unfinished, SizeIs(1));
        (void)done(change_status(rig.desk, rig.lead(), target_of(rig, visitor), waits));
        EXPECT_THAT(must(review(rig.desk, rig.lead())).unfinished, IsEmpty());
    }
}

TEST(ShiftReview, CountsWhatIsOpenAndRemembersTheEndOfTheShift) {
    DeskRig rig;
    (void)rig.letter("Eén.");
    auto const closed = rig.letter("Twee.");
    (void)must(open_case(rig.desk, rig.lead(), closed.root));
    (void)done(change_status(rig.desk, rig.lead(), target_of(rig, closed), Status::closed));

    EXPECT_EQ(must(review(rig.desk, rig.lead())).since, 0);
    auto const end = rig.now();
    EXPECT_EQ(must(end_shift(rig.desk, rig.lead())), 1U);

    rig.clock.advance(days(1));
    EXPECT_EQ(must(review(rig.desk, rig.lead())).since, end);
    EXPECT_EQ(must(review(rig.desk, rig.lead())).open, 1U);
    // What login wrote down of him since is not undone.
    auto const again = rig.lead_again();
    auto const used = must(rig.stores.store().person("Ilse"))->totp_used;
    (void)must(end_shift(rig.desk, rig.lead()));
    EXPECT_EQ(must(rig.stores.store().person("Ilse"))->totp_used, used);
}

TEST(Views, EachHoldsItsOwn) {
    DeskRig rig;
    auto const open = rig.letter("Open.");
    auto const asked = rig.letter("Gevraagd.");
    auto const aside = rig.letter("Opzij.");
    auto const referred = rig.letter("Doorverwezen.");
    auto const closed = rig.letter("Dicht.");
    auto& desk = rig.desk;
    (void)done(change_status(desk, rig.lead(), target_of(rig, asked), Status::asked));
    (void)done(set_aside(desk, rig.lead(), target_of(rig, aside), rig.now() + kDay, "Wacht."));
    (void)done(refer(desk, rig.lead(), target_of(rig, referred), "municipality", ""));
    (void)done(change_status(desk, rig.lead(), target_of(rig, closed), Status::closed));
    (void)done(hand_over(desk, rig.lead(), target_of(rig, open), rig.lead().person().id, "Mijn."));

    auto const in = [&](View view) { return roots(must(rows_of(desk, rig.lead(), view))); };

    EXPECT_THAT(in(View::open), ElementsAre(open.root, asked.root, aside.root, referred.root));
    EXPECT_THAT(in(View::mine), ElementsAre(open.root));
    EXPECT_THAT(in(View::asked), ElementsAre(asked.root));
    EXPECT_THAT(in(View::set_aside), ElementsAre(aside.root));
    EXPECT_THAT(in(View::referred), ElementsAre(referred.root));
    EXPECT_THAT(in(View::closed), ElementsAre(closed.root));
    EXPECT_THAT(in(View::nonsense), IsEmpty());
}

} // namespace
} // namespace inloop::desk
