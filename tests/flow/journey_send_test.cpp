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

// Locked memory that runs out: gives `left` more texts. A letter needs two.
struct ScarceMemory {
    int left = 0;

    [[nodiscard]] JourneySpec spec() {
        JourneySpec spec = rig_spec();
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

void walk_to_summary(JourneyRig& rig, std::string_view words = kWords) {
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::idea});
    rig.type(words);
    rig.journey.handle(event::Next{});
}

TEST(Journey, SendsWhatWasWrittenAndKeepsNothing) {
    JourneyRig rig;
    rig.journey.handle(event::StartIn{"en"});
    rig.lead_to(Place::summary);
    char const* const text = rig.text().data();
    char const* const contact = rig.contact().data();
    rig.journey.handle(event::Send{});

    ASSERT_EQ(rig.sender.sent(), 1U);
    entries::Letter const& letter = rig.sender.last();
    EXPECT_EQ(letter.text.view(), kWords);
    EXPECT_EQ(letter.contact.view(), kNumber);
    EXPECT_EQ(letter.text.view().data(), text); // moved, not copied
    EXPECT_EQ(letter.contact.view().data(), contact);
    EXPECT_TRUE(rig.text().empty());
    EXPECT_TRUE(rig.contact().empty());
    EXPECT_EQ(rig.journey.draft().message.caret, 0U);
    EXPECT_EQ(rig.journey.draft().message.text.capacity(), 8192U);
    EXPECT_EQ(rig.journey.draft().contact.text.capacity(), 254U);
    EXPECT_EQ(std::get<screen::Sending>(rig.journey.screen()).since, rig.clock.now());
}

TEST(Journey, TellsEverythingThatWasAnswered) {
    JourneyRig rig;
    rig.journey.handle(event::StartIn{"en"});
    rig.lead_to(Place::question);
    rig.journey.handle(event::ChooseOption{"what", "that"});
    rig.journey.handle(event::Skip{});
    rig.journey.handle(event::ChooseOption{"when", "night"});
    rig.lead_to(Place::where);
    rig.journey.handle(event::ChoosePoint{{52'993'700, 6'564'800}, "rolderstraat"});
    rig.journey.handle(event::Next{});
    rig.lead_to(Place::sending);

    entries::EntryFacts want;
    want.kind = EntryKind::pass_on;
    want.language = "en";
    want.subject = kEverySubject;
    want.wants_answer = true;
    want.happening = entries::Happening::no;
    want.passing = entries::Passing::yes;
    want.contact = entries::ContactWish::call;
    want.spot = {.street = "rolderstraat", .point = entries::MapPoint{52'993'700, 6'564'800}};
    want.answers = {{"what", "that"}, {"when", "night"}};
    EXPECT_EQ(rig.sender.last().facts, want);
    EXPECT_TRUE(entries::check(rig.sender.last().facts).has_value());
}

TEST(Journey, TellsNothingThatWasSkipped) {
    JourneyRig rig;
    rig.journey.handle(event::Start{});
    rig.journey.handle(event::Choose{EntryKind::question});
    rig.journey.handle(event::Happens{false});
    rig.journey.handle(event::ChooseSubject{std::string(kPlainSubject)});
    rig.type(kWords);
    rig.journey.handle(event::Next{});
    rig.journey.handle(event::Skip{}); // where
    rig.journey.handle(event::Skip{}); // contact
    ASSERT_EQ(rig.place(), Place::summary);

    rig.journey.handle(event::Send{});

    entries::EntryFacts want;
    want.language = "nl";
    want.subject = kPlainSubject;
    want.wants_answer = true;
    want.happening = entries::Happening::no;
    EXPECT_EQ(rig.sender.last().facts, want);
    EXPECT_TRUE(rig.sender.last().contact.empty());
}

TEST(Journey, SaysThatItHappensNowAndStillLetsWrite) {
    JourneyRig rig;
    rig.lead_to(Place::happening);
    rig.journey.handle(event::Happens{true});
    EXPECT_EQ(rig.journey.overlay(), Overlay::emergency);
    rig.journey.handle(event::Next{}); // "geen spoed"
    rig.lead_to(Place::sending);

    EXPECT_EQ(rig.sender.last().facts.happening, entries::Happening::yes);
}

TEST(Journey, GoesOnOnlyWithSomethingReadable) {
    for (std::string_view blank :
         {"", " ", "\n\n ", "\xC2\xA0\xE3\x80\x80", "\xE2\x80\x8F\xE2\x80\x8B"}) {
        JourneyRig rig;
        rig.journey.handle(event::Start{});
        rig.journey.handle(event::Choose{EntryKind::idea});
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
    rig.journey.draft().message.clear();
    std::uint64_t const version = rig.journey.version();

    rig.journey.handle(event::Send{});

    EXPECT_EQ(rig.place(), Place::summary);
    EXPECT_EQ(rig.sender.sent(), 0U);
    EXPECT_EQ(rig.journey.version(), version);
}

TEST(Journey, KeepsTheTextWhenAnotherKindIsChosen) {
    JourneyRig rig;
    rig.lead_to(Place::write);
    rig.journey.draft().message.caret = 2;
    while (rig.place() != Place::home) {
        rig.journey.handle(event::Back{});
    }
    rig.journey.handle(event::OpenPage{"pilot"});
    EXPECT_EQ(std::get<screen::Information>(rig.journey.screen()).page, "pilot");
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::happening);
    rig.lead_to(Place::write);

    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.journey.draft().kind, EntryKind::question);
    EXPECT_EQ(rig.journey.draft().message.caret, 2U);
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
        EXPECT_EQ(rig.contact(), kNumber);
        EXPECT_EQ(rig.journey.draft().message.caret, kWords.size());
        EXPECT_EQ(rig.journey.draft().contact.caret, kNumber.size());
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
        ASSERT_EQ(rig.sender.last().contact.view(), kNumber);
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
    rig.journey.handle(event::Change{Part::message});
    rig.type("!");
    rig.lead_to(Place::sending);

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
    entries::Letter small{
        {}, SecretText::with_capacity(64).value(), SecretText::with_capacity(16).value()};
    ASSERT_TRUE(small.text.insert(0, kWords));
    ASSERT_TRUE(small.contact.insert(0, kNumber));

    rig.journey.handle(event::StoreFailed{NotStoredReason::broken, std::move(small)});

    EXPECT_EQ(rig.text(), kWords);
    EXPECT_EQ(rig.contact(), kNumber);
    EXPECT_EQ(rig.journey.draft().message.caret, kWords.size());
    EXPECT_EQ(rig.journey.draft().message.text.capacity(), 8192U);
    EXPECT_EQ(rig.journey.draft().contact.text.capacity(), 254U);
}

// When the system has no locked memory.

TEST(Journey, DoesNotBeginWithoutMemoryForTwoLetters) {
    support::ManualClock clock;
    support::RecordingSender sender;
    for (int texts : {0, 1, 2, 3}) {
        ScarceMemory memory{texts};
        auto const journey = Journey::begin(memory.spec(), clock, sender.services());
        ASSERT_FALSE(journey.has_value());
        EXPECT_EQ(journey.error().code, ErrorCode::unavailable);
    }
    ScarceMemory memory{4};
    EXPECT_TRUE(Journey::begin(memory.spec(), clock, sender.services()).has_value());
}

TEST(Journey, DoesNotBeginWithoutALanguage) {
    support::ManualClock clock;
    support::RecordingSender sender;

    auto const journey = Journey::begin({.languages = {}}, clock, sender.services());

    ASSERT_FALSE(journey.has_value());
    EXPECT_EQ(journey.error().code, ErrorCode::invalid_input);
}

TEST(Journey, KeepsTheTextWhenThereIsNoMemoryToSendIt) {
    // given: a first visitor has used the spare texts and no others could be had since
    ScarceMemory memory{4};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.stored());
    rig.journey.handle(event::WipeAndStop{});
    walk_to_summary(rig, "Nog een idee");

    // when
    rig.journey.handle(event::Send{});

    // then: nothing is sent, nothing is lost, and asking again changes nothing
    EXPECT_EQ(rig.place(), Place::not_stored);
    EXPECT_EQ(reason_of(rig), NotStoredReason::busy);
    EXPECT_EQ(rig.text(), "Nog een idee");
    EXPECT_EQ(rig.sender.sent(), 1U);
    std::uint64_t const version = rig.journey.version();
    rig.journey.handle(event::Retry{});
    EXPECT_EQ(rig.journey.version(), version);
    EXPECT_EQ(rig.text(), "Nog een idee");

    // and: it works as soon as there is memory again, and is not taken for a copy
    memory.left = 2;
    rig.journey.handle(event::Back{});
    rig.journey.handle(event::Send{});
    EXPECT_EQ(rig.place(), Place::sending);
    EXPECT_EQ(rig.sender.last().text.view(), "Nog een idee");
}

TEST(Journey, UsesTheBlockThatComesBackAsTheNextSpare) {
    // given: memory for two letters and never more
    ScarceMemory memory{4};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    for (int i = 0; i < 10; ++i) {
        rig.journey.handle(rig.sender.failed(NotStoredReason::full));
        rig.journey.handle(event::Retry{});
        ASSERT_EQ(rig.place(), Place::sending);
    }
}

TEST(Journey, PreparesTheSpareTextsWhileNobodyWaits) {
    ScarceMemory memory{6};
    JourneyRig rig(memory.spec());
    walk_to_summary(rig);
    rig.journey.handle(event::Send{});
    rig.journey.handle(rig.sender.stored());
    EXPECT_EQ(memory.left, 2);

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
