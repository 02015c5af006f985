// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using entries::DayPart;
using entries::EntryKind;

NotStoredReason reason_of(JourneyRig const& rig) {
    return std::get<screen::NotStored>(rig.journey.screen()).reason;
}

// Locked memory that runs out: gives `left` more texts.
struct ScarceMemory {
    int left = 0;

    [[nodiscard]] JourneySpec spec() {
        JourneySpec spec;
        spec.text_memory = [this](std::size_t capacity) -> Result<SecretText> {
            if (left == 0) {
                return fail(ErrorCode::unavailable, "no locked memory");
            }
            --left;
            return SecretText::with_capacity(capacity);
        };
        return spec;
    }
};

void walk_to_summary(JourneyRig& rig) {
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.type(kWords);
    rig.journey.handle(event::Next{});
}

TEST(Journey, SendsWhatWasWrittenAndKeepsNothing) {
    JourneyRig rig;
    rig.journey.handle(event::StartIn{"en"});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.type(kWords);
    char const* const block = rig.text().data();
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Send{});

    ASSERT_EQ(rig.sender.sent(), 1U);
    EXPECT_EQ(rig.sender.last().text.view(), kWords);
    EXPECT_EQ(rig.sender.last().text.view().data(), block); // moved, not copied
    EXPECT_EQ(rig.sender.last().facts, (entries::EntryFacts{EntryKind::idea, "en", "", true, 0,
                                                            DayPart::unknown, ClockTrust::unset}));
    EXPECT_TRUE(rig.text().empty());
    EXPECT_EQ(rig.journey.draft().caret, 0U);
    EXPECT_EQ(rig.journey.draft().text.capacity(), 8192U);
    EXPECT_EQ(std::get<screen::Sending>(rig.journey.screen()).since, rig.clock.now());
}

TEST(Journey, GoesOnOnlyWithSomethingReadable) {
    for (std::string_view blank :
         {"", " ", "\n\n ", "\xC2\xA0\xE3\x80\x80", "\xE2\x80\x8F\xE2\x80\x8B"}) {
        JourneyRig rig;
        rig.journey.handle(event::Start{});
        rig.journey.handle(event::Choose{});
        rig.type(blank);
        std::uint64_t const version = rig.journey.version();

        rig.journey.handle(event::Next{});

        EXPECT_EQ(rig.place(), Place::write);
        EXPECT_EQ(rig.journey.version(), version);
        rig.type("\xD8\x9F"); // an Arabic question mark is enough
        rig.journey.handle(event::Next{});
        EXPECT_EQ(rig.place(), Place::summary);
    }
}

TEST(Journey, NeverSendsAnEmptyLetter) {
    // given: a second finger that was still deleting while the summary opened
    JourneyRig rig;
    rig.lead_to(Place::summary);
    rig.journey.draft().text.clear();
    rig.journey.draft().caret = 0;
    std::uint64_t const version = rig.journey.version();

    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.sender.sent(), 0U);
    EXPECT_EQ(rig.journey.version(), version);
}

TEST(Journey, KeepsTheTextWhenAnotherKindIsChosen) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    rig.journey.draft().caret = 2;
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::OpenPage{"pilot"});
    EXPECT_EQ(std::get<screen::Information>(rig.journey.screen()).page, "pilot");
    rig.journey.handle(event::Next{});

    EXPECT_EQ(rig.place(), Place::write);
    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.draft().kind, EntryKind::question);
    EXPECT_EQ(rig.journey.draft().caret, 2U);
}

TEST(Journey, GivesTheTextBackWhenItCouldNotBeStored) {
    for (NotStoredReason reason : {NotStoredReason::full, NotStoredReason::broken,
                                   NotStoredReason::no_keys, NotStoredReason::busy}) {
        JourneyRig rig;
        rig.lead_to(Place::sending);

        rig.journey.handle(rig.sender.failed(reason));

        EXPECT_EQ(rig.place(), Place::not_stored);
        EXPECT_EQ(reason_of(rig), reason);
        EXPECT_EQ(rig.text(), kWords);
        EXPECT_EQ(rig.journey.draft().caret, kWords.size());
        EXPECT_EQ(rig.journey.draft().kind, EntryKind::pass_on);
    }
}

TEST(Journey, TriesAgainAsOftenAsTheVisitorWants) {
    JourneyRig rig;
    rig.lead_to(Place::not_stored);
    for (int i = 0; i < 50; ++i) {
        rig.journey.handle(event::Retry{});
        ASSERT_EQ(rig.place(), Place::sending);
        ASSERT_EQ(rig.sender.last().text.view(), kWords);
        ASSERT_EQ(rig.sender.last().facts.kind, EntryKind::pass_on);
        rig.journey.handle(rig.sender.failed(NotStoredReason::broken));
    }
    rig.journey.handle(event::Retry{});
    rig.journey.handle(rig.sender.stored());

    EXPECT_EQ(rig.place(), Place::receipt);
    EXPECT_EQ(rig.sender.sent(), 52U);
}

TEST(Journey, LetsTheTextBeChangedAfterAFailure) {
    JourneyRig rig;
    rig.lead_to(Place::not_stored);
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::Change{});
    rig.type("!");
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.sender.last().text.view(), std::string(kWords) + "!");
}

TEST(Journey, ShowsTheCodeAlsoWhenTheEmergencyPageLiesOverIt) {
    entries::ReceiptCode const code{{10, 20, 30, 40, 50}};
    JourneyRig rig;
    rig.lead_to(Place::sending);
    rig.journey.handle(event::OpenEmergency{});
    rig.journey.handle(support::RecordingSender::stored(code));

    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    EXPECT_EQ(std::get<screen::Receipt>(rig.journey.screen()).code, code);
    rig.journey.handle(event::CloseOverlay{});
    EXPECT_EQ(rig.place(), Place::receipt);
}

TEST(Journey, IgnoresASecondOutcomeOfTheSameLetter) {
    JourneyRig rig;
    rig.lead_to(Place::receipt);
    entries::ReceiptCode const code = std::get<screen::Receipt>(rig.journey.screen()).code;
    std::uint64_t const version = rig.journey.version();

    rig.journey.handle(rig.sender.failed(NotStoredReason::broken));
    rig.journey.handle(support::RecordingSender::stored({{6, 6, 6, 6, 6}}));

    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_EQ(std::get<screen::Receipt>(rig.journey.screen()).code, code);
    EXPECT_TRUE(rig.text().empty());
}

TEST(Journey, KeepsRoomForALongTextWhateverBlockTheSenderGivesBack) {
    JourneyRig rig;
    rig.lead_to(Place::sending);
    SecretText small = SecretText::with_capacity(64).value();
    ASSERT_TRUE(small.insert(0, kWords));

    rig.journey.handle(event::StoreFailed{NotStoredReason::broken, std::move(small)});

    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.draft().caret, kWords.size());
    EXPECT_EQ(rig.journey.draft().text.capacity(), 8192U);
}

// When the system has no locked memory.

TEST(Journey, DoesNotBeginWithoutMemoryForTwoTexts) {
    support::ManualClock clock;
    support::RecordingSender sender;
    for (int texts : {0, 1}) {
        ScarceMemory memory{texts};
        auto const journey = Journey::begin(memory.spec(), clock, sender);
        ASSERT_FALSE(journey.has_value());
        EXPECT_EQ(journey.error().code, ErrorCode::unavailable);
    }
    ScarceMemory memory{2};
    EXPECT_TRUE(Journey::begin(memory.spec(), clock, sender).has_value());
}

TEST(Journey, DoesNotBeginWithoutALanguage) {
    support::ManualClock clock;
    support::RecordingSender sender;

    auto const journey = Journey::begin({.languages = {}}, clock, sender);

    ASSERT_FALSE(journey.has_value());
    EXPECT_EQ(journey.error().code, ErrorCode::invalid_input);
}

TEST(Journey, KeepsTheTextWhenThereIsNoMemoryToSendIt) {
    // given: a first visitor has used the spare text and no other could be had since
    ScarceMemory memory{2};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.stored());
    rig.journey.handle(event::HasCode{});
    walk_to_summary(rig);

    // when
    rig.journey.handle(event::Send{});

    // then: nothing is sent, nothing is lost, and asking again changes nothing
    EXPECT_EQ(rig.place(), Place::not_stored);
    EXPECT_EQ(reason_of(rig), NotStoredReason::busy);
    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.sender.sent(), 1U);
    std::uint64_t const version = rig.journey.version();
    rig.journey.handle(event::Retry{});
    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_EQ(rig.text(), kWords);

    // and: it works as soon as there is memory again
    memory.left = 1;
    rig.journey.handle(event::Retry{});
    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.last().text.view(), kWords);
}

TEST(Journey, UsesTheBlockThatComesBackAsTheNextSpare) {
    // given: memory for two texts and never more
    ScarceMemory memory{2};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    for (int i = 0; i < 10; ++i) {
        rig.journey.handle(rig.sender.failed(NotStoredReason::full));
        rig.journey.handle(event::Retry{});
        ASSERT_EQ(rig.place(), Place::sending);
    }
}

TEST(Journey, PreparesTheSpareTextWhileNobodyWaits) {
    ScarceMemory memory{3};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.stored());
    EXPECT_EQ(memory.left, 1);

    rig.journey.handle(event::HasCode{});

    EXPECT_EQ(memory.left, 0);
}

// What is told beside the text.

entries::EntryFacts facts_at(std::chrono::sys_time<Milliseconds> wall, ClockTrust trust,
                             std::chrono::minutes offset = 0min) {
    JourneyRig rig;
    rig.clock.set_wall(wall);
    rig.clock.set_trust(trust);
    rig.clock.set_offset(offset);
    rig.lead_to(Place::sending);
    return rig.sender.last().facts;
}

TEST(Journey, TellsThePartOfTheDayAtItsBoundaries) {
    auto const day = std::chrono::sys_days(std::chrono::year(2026) / 3 / 29);
    std::pair<std::chrono::seconds, DayPart> const moments[] = {
        {0s, DayPart::night},         {6h - 1s, DayPart::night},   {6h, DayPart::morning},
        {12h - 1s, DayPart::morning}, {12h, DayPart::afternoon},   {18h - 1s, DayPart::afternoon},
        {18h, DayPart::evening},      {24h - 1s, DayPart::evening}};
    for (auto const& [time, part] : moments) {
        entries::EntryFacts const facts = facts_at(day + time, ClockTrust::synced);
        EXPECT_EQ(facts.part, part) << time.count();
        EXPECT_EQ(facts.day, day.time_since_epoch().count());
        EXPECT_EQ(facts.trust, ClockTrust::synced);
    }
}

TEST(Journey, TellsTheDayOfThePlaceNotOfGreenwich) {
    auto const day = std::chrono::sys_days(std::chrono::year(2026) / 6 / 30);

    entries::EntryFacts const facts = facts_at(day + 23h, ClockTrust::estimated, 120min);

    EXPECT_EQ(facts.day, day.time_since_epoch().count() + 1);
    EXPECT_EQ(facts.part, DayPart::night);
    EXPECT_EQ(facts.trust, ClockTrust::estimated);
}

TEST(Journey, TellsNoDayWithoutAClock) {
    entries::EntryFacts const facts =
        facts_at(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30) + 13h, ClockTrust::unset);

    EXPECT_EQ(facts.day, 0);
    EXPECT_EQ(facts.part, DayPart::unknown);
    EXPECT_EQ(facts.trust, ClockTrust::unset);
}

TEST(Journey, TellsWhateverDayTheClockJumpedTo) {
    for (int year : {1901, 1969, 1970, 2024, 2099, 2400}) {
        auto const day = std::chrono::sys_days(std::chrono::year(year) / 12 / 31);

        entries::EntryFacts const facts = facts_at(day + 20h, ClockTrust::synced);

        EXPECT_EQ(facts.day, day.time_since_epoch().count());
        EXPECT_TRUE(entries::check(facts).has_value());
    }
}

TEST(Journey, AsksTheClockWhenSendingNotBefore) {
    // given: summary before midnight, retry after it
    JourneyRig rig;
    rig.clock.set_trust(ClockTrust::synced);
    auto const day = std::chrono::sys_days(std::chrono::year(2026) / 6 / 30);
    rig.clock.set_wall(day + 24h - 1s);
    rig.lead_to(Place::not_stored);
    EXPECT_EQ(rig.sender.last().facts.part, DayPart::evening);

    rig.clock.advance(1s);
    rig.journey.handle(event::Retry{});

    EXPECT_EQ(rig.sender.last().facts.part, DayPart::night);
    EXPECT_EQ(rig.sender.last().facts.day, day.time_since_epoch().count() + 1);
}

} // namespace
} // namespace inloop::flow
