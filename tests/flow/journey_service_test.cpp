// SPDX-License-Identifier: EUPL-1.2
// Who looks after the kiosk links it with a log.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;
using screen::PairingStep;

PairingWords const kWordsOfBoth{"boot", "roos", "kaas", "lamp", "wolk"};

screen::Linking const& linking(JourneyRig const& rig) {
    return std::get<screen::Linking>(rig.journey.screen());
}

void ask(JourneyRig& rig) {
    rig.lead_to(Place::linking);
    ASSERT_EQ(linking(rig).step, PairingStep::asking);
}

void compare(JourneyRig& rig) {
    ask(rig);
    rig.journey.handle(event::PairingWords{kWordsOfBoth});
    ASSERT_EQ(linking(rig).step, PairingStep::words);
}

TEST(PairingCodeDraft, TakesOnlySignsThatNobodyTakesForOthers) {
    PairingCodeDraft code;
    for (char const sign : std::string_view("ILOU a-!")) {
        EXPECT_FALSE(code.add(sign)) << sign;
    }
    for (char const sign : std::string_view("09AZHJKMNP")) {
        EXPECT_FALSE(code.complete());
        EXPECT_TRUE(code.add(sign)) << sign;
    }
    EXPECT_TRUE(code.complete());
    EXPECT_FALSE(code.add('A'));
    EXPECT_EQ(code.typed(), "09AZHJKMNP");
    EXPECT_TRUE(code.erase());
    EXPECT_EQ(code.typed(), "09AZHJKMN");
    while (code.erase()) {
    }
    EXPECT_TRUE(code.typed().empty());
}

TEST(JourneyService, LinksAfterTheWordsWereTheSame) {
    JourneyRig rig;
    compare(rig);
    EXPECT_EQ(rig.sender.pairing_codes(), std::vector<std::string>{std::string(kPairing)});
    EXPECT_TRUE(std::ranges::equal(linking(rig).words, kWordsOfBoth));

    rig.journey.handle(event::AnswerPairing{true});
    EXPECT_EQ(linking(rig).step, PairingStep::confirming);
    EXPECT_EQ(rig.sender.confirmed(), std::vector{true});
    rig.journey.handle(event::PairingDone{});

    EXPECT_EQ(linking(rig).step, PairingStep::done);
    rig.journey.handle(event::Back{});
    EXPECT_EQ(rig.place(), Place::service);
    EXPECT_EQ(rig.sender.confirmed(), std::vector{true}) << "nothing is given up";
}

TEST(JourneyService, LinksNothingWhenTheWordsDiffer) {
    JourneyRig rig;
    compare(rig);

    rig.journey.handle(event::AnswerPairing{false});

    EXPECT_EQ(linking(rig).step, PairingStep::failed);
    EXPECT_EQ(linking(rig).reason, PairingFailure::words_differ);
    EXPECT_EQ(rig.sender.confirmed(), std::vector{false});
    rig.journey.handle(event::PairingDone{});
    EXPECT_EQ(linking(rig).step, PairingStep::failed) << "whatever comes late";
}

TEST(JourneyService, TellsWhyItFailedAndTriesAgain) {
    JourneyRig rig;
    ask(rig);
    rig.journey.handle(event::PairingFailed{PairingFailure::wrong_code});
    EXPECT_EQ(linking(rig).reason, PairingFailure::wrong_code);

    rig.journey.handle(event::OpenPairing{});

    EXPECT_EQ(rig.place(), Place::pairing_code);
    EXPECT_TRUE(std::get<screen::PairingCode>(rig.journey.screen()).code.typed().empty());
}

TEST(JourneyService, GivesUpWhatWasBegunOnEveryWayOut) {
    void (*const exits[])(JourneyRig&) = {
        [](JourneyRig& rig) { rig.journey.handle(event::Back{}); },
        [](JourneyRig& rig) { rig.journey.handle(event::WipeAndStop{}); },
        [](JourneyRig& rig) { rig.wait(120s); },
    };
    for (auto const& begin : {ask, compare}) {
        for (auto const& leave : exits) {
            JourneyRig rig;
            begin(rig);
            leave(rig);
            EXPECT_EQ(rig.sender.confirmed(), std::vector{false});
            rig.journey.handle(event::PairingWords{kWordsOfBoth});
            rig.journey.handle(event::PairingDone{});
            EXPECT_NE(rig.place(), Place::linking) << "too late";
        }
    }
}

TEST(JourneyService, AsksNobodyForHalfACode) {
    JourneyRig rig;
    rig.lead_to(Place::pairing_code);
    rig.journey.handle(event::Next{});
    EXPECT_EQ(rig.place(), Place::pairing_code);
    EXPECT_TRUE(rig.sender.pairing_codes().empty());
}

TEST(JourneyService, GoesAwayByItselfAfterTwoMinutes) {
    for (Place const place : {Place::service, Place::pairing_code, Place::linking}) {
        JourneyRig rig;
        rig.lead_to(place);
        EXPECT_EQ(rig.journey.next_deadline(), rig.clock.now() + 120s);
        rig.wait(120s - 1ms);
        EXPECT_EQ(rig.place(), place);
        rig.wait(1ms);
        EXPECT_EQ(left_behind(rig.journey), std::nullopt) << name_of(place);
    }
}

TEST(JourneyService, CannotBeLinkedWithoutAnybodyToDoIt) {
    support::ManualClock clock;
    support::RecordingSender sender;
    Services services = sender.services();
    services.pairing = nullptr;
    Journey journey = Journey::begin(rig_spec(), clock, services).value();
    EXPECT_FALSE(journey.can_be_linked());
    journey.handle(event::OpenService{});

    journey.handle(event::OpenPairing{});

    EXPECT_TRUE(std::holds_alternative<screen::Service>(journey.screen()));
}

TEST(JourneyService, OpensOverNothingOfAVisitor) {
    for (Place const place : {Place::home, Place::write, Place::receipt, Place::code_result}) {
        JourneyRig rig;
        rig.lead_to(place);
        rig.journey.handle(event::OpenService{});
        EXPECT_EQ(rig.place(), place);
    }
}

} // namespace
} // namespace inloop::flow
