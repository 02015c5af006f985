// SPDX-License-Identifier: EUPL-1.2
// Coming back with a code, the receipt that turns green, and the service screens: what they say and
// what they keep to themselves. That they fit every display is seen by tests/journey.
#include "tests/support/kiosk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::ui {
namespace {

using namespace std::chrono_literals;
using entries::Closing;
using entries::Status;
using flow::CodeState;
using support::KioskRig;

constexpr std::string_view kAnswer = "Zwartewaterwind";

void look_up(KioskRig& rig, flow::LetterNews news) {
    rig.tap("attract.start");
    rig.tap("home.code");
    for (std::uint16_t const word : std::array<std::uint16_t, 5>{1, 20, 300, 1000, 2047}) {
        rig.journey().handle(flow::event::CodeWord{word});
    }
    rig.step();
    rig.tap("code.look");
    rig.held.answer(std::move(news));
    rig.step();
    ASSERT_TRUE(rig.on<flow::screen::CodeResult>());
}

flow::LetterNews with_police(Status status, Closing closing = Closing::open) {
    return {.state = CodeState::with_police, .status = status, .closing = closing, .answers = {}};
}

flow::LetterNews answered(Status status, std::vector<std::string> const& answers) {
    flow::LetterNews news = with_police(status);
    for (std::string const& words : answers) {
        news.answers.push_back(support::must(SecretText::with_capacity(words.size())));
        EXPECT_TRUE(news.answers.back().insert(0, words));
    }
    return news;
}

std::vector<std::string> all_words(KioskRig& rig) {
    std::vector<std::string> words;
    for (Lettering const& one : rig.terminal().registry().letterings()) {
        words.push_back(one.text);
    }
    for (Widget const& one : rig.terminal().registry().widgets()) {
        words.push_back(one.id + ' ' + one.label);
    }
    return words;
}

bool shows(KioskRig& rig, std::string_view words) {
    return std::ranges::any_of(rig.terminal().registry().letterings(), [&](Lettering const& one) {
        return one.text.find(words) != std::string::npos;
    });
}

bool offers(KioskRig& rig, std::string_view id) {
    return rig.terminal().registry().find(id) != nullptr;
}

std::vector<std::string> screen_of(flow::LetterNews news) {
    KioskRig rig;
    look_up(rig, std::move(news));
    return all_words(rig);
}

TEST(CodeResult, HasItsOwnSentenceForEveryStatus) {
    std::set<std::vector<std::string>> screens;
    screens.insert(screen_of({.state = CodeState::stored}));
    screens.insert(screen_of({.state = CodeState::unreadable}));
    for (Status const status : {Status::arrived, Status::in_hand, Status::asked, Status::set_aside,
                                Status::referred, Status::taken_over}) {
        screens.insert(screen_of(with_police(status)));
    }
    for (Closing const closing : {Closing::done, Closing::withdrawn, Closing::expired}) {
        screens.insert(screen_of(with_police(Status::closed, closing)));
    }
    EXPECT_EQ(screens.size(), 11U);
}

TEST(CodeResult, SaysOfNonsenseWhatItSaysOfWhatWasDone) {
    EXPECT_EQ(screen_of(with_police(Status::closed, Closing::nonsense)),
              screen_of(with_police(Status::closed, Closing::done)));
}

TEST(CodeResult, OffersOnlyWhatMakesSense) {
    KioskRig rig;
    look_up(rig, with_police(Status::referred));
    EXPECT_TRUE(offers(rig, "code_result.more"));
    EXPECT_TRUE(offers(rig, "code_result.not_solved"));
    EXPECT_TRUE(offers(rig, "code_result.withdraw"));
    rig.tap("bar.wipe");
    look_up(rig, with_police(Status::taken_over));
    EXPECT_FALSE(offers(rig, "code_result.more"));
    EXPECT_FALSE(offers(rig, "code_result.not_solved"));
    EXPECT_FALSE(offers(rig, "code_result.withdraw"));
    EXPECT_FALSE(offers(rig, "code_result.again")) << "the code was right";
}

TEST(CodeResult, ShowsAnAnswerAndPutsNothingOfItOnRecord) {
    for (support::KioskSpec const& panel : support::made_for()) {
        for (bool const large : {false, true}) {
            KioskRig rig(panel);
            look_up(rig, answered(Status::in_hand, {std::string(kAnswer), "Eerder"}));
            if (large) {
                rig.journey().handle(flow::event::ToggleLargeLetters{});
                rig.step();
            }
            EXPECT_TRUE(shows(rig, "Antwoord")) << large;
            for (std::string const& words : all_words(rig)) {
                EXPECT_EQ(words.find(kAnswer.substr(0, 5)), std::string::npos);
            }
            // and: it lies there all the same, as lettering without words
            auto const& letterings = rig.terminal().registry().letterings();
            EXPECT_TRUE(std::ranges::any_of(letterings,
                                            [](Lettering const& one) { return one.text.empty(); }));
            // and: under the warning only bars are left
            rig.wait(41s);
            ASSERT_TRUE(rig.journey().idle_warning());
            EXPECT_FALSE(
                std::ranges::any_of(rig.terminal().registry().letterings(),
                                    [](Lettering const& one) { return one.text.empty(); }));
        }
    }
}

TEST(CodeResult, PagesThroughALongAnswerWithoutDragging) {
    std::string text;
    while (text.size() < 3500) {
        text += "Ik kom dinsdag langs om te kijken. ";
    }
    for (support::KioskSpec const& panel : support::made_for()) {
        KioskRig rig(panel);
        look_up(rig, answered(Status::closed, {text, "Eerder"}));
        EXPECT_EQ(rig.findings(), "");
        int pages = 1;
        while (rig.terminal().registry().find("code_result.next")->enabled) {
            rig.tap("code_result.next");
            ASSERT_EQ(rig.findings(), "") << "page " << pages;
            ASSERT_LT(++pages, 40);
        }
        EXPECT_GT(pages, 2);
        EXPECT_TRUE(shows(rig, "Eerder antwoord")) << "the last answer is reached";
        rig.tap("code_result.previous");
        EXPECT_TRUE(rig.terminal().registry().find("code_result.next")->enabled);
    }
}

TEST(CodeResult, LeadsToTheQuestionWhetherToWithdraw) {
    KioskRig rig;
    look_up(rig, with_police(Status::arrived));
    rig.tap("code_result.withdraw");
    ASSERT_TRUE(rig.on<flow::screen::Withdraw>());
    rig.tap("withdraw.no");
    ASSERT_TRUE(rig.on<flow::screen::CodeResult>());
    rig.tap("code_result.withdraw");
    rig.tap("withdraw.yes");
    ASSERT_EQ(rig.held.follow_ups_waiting(), 1U);
    rig.held.store_follow_up();
    rig.step();
    EXPECT_TRUE(shows(rig, "zodra er verbinding is"));
}

TEST(Write, SendsAFollowUpAtOnceAndMayBeEmptyWhereThatSaysEnough) {
    KioskRig rig;
    look_up(rig, with_police(Status::referred));
    rig.tap("code_result.more");
    EXPECT_TRUE(shows(rig, "Verstuur"));
    EXPECT_FALSE(rig.terminal().registry().find("write.next")->enabled);
    rig.tap("bar.back");
    rig.tap("code_result.not_solved");
    EXPECT_TRUE(shows(rig, "Wat is er nog niet opgelost?"));
    rig.tap("write.next");
    EXPECT_EQ(rig.held.follow_ups_waiting(), 1U);
}

TEST(Receipt, TurnsGreenWhenItsLetterArrives) {
    KioskRig rig;
    rig.write_idea("Dank u");
    rig.tap("summary.send");
    rig.held.store({{11, 222, 333, 1444, 2047}}, 9);
    rig.step();
    EXPECT_TRUE(shows(rig, "nog niet"));
    // when: that of another visitor, then his own
    rig.held.tell(flow::event::Arrived{{8}});
    rig.step();
    EXPECT_TRUE(shows(rig, "nog niet"));
    rig.held.tell(flow::event::Arrived{{9}});
    rig.step();
    // then
    EXPECT_FALSE(shows(rig, "nog niet"));
    EXPECT_TRUE(shows(rig, "Aangekomen bij de politie"));
}

// ---- the service screens

platform::Point on_the_mark(KioskRig& rig) {
    auto const width = static_cast<float>(rig.display.size().width);
    float const strip = rig.terminal().theme().space.strip;
    return {width - strip / 2, strip / 2};
}

TEST(Service, OpensWhenTheMarkIsHeldForFiveSeconds) {
    for (support::KioskSpec const& panel : support::made_for()) {
        KioskRig rig(panel);
        rig.finger(platform::FingerPhase::down, on_the_mark(rig));
        rig.wait(4s + 900ms);
        EXPECT_TRUE(rig.on<flow::screen::Attract>());
        ASSERT_TRUE(rig.terminal().next_deadline()) << "the kiosk must look at the clock by itself";
        EXPECT_LE(*rig.terminal().next_deadline(), rig.clock.now() + 100ms);
        rig.wait(100ms);
        EXPECT_TRUE(rig.on<flow::screen::Service>());
        // and: letting go presses nothing of what lies there now
        rig.finger(platform::FingerPhase::up, on_the_mark(rig));
        rig.step();
        EXPECT_EQ(rig.journey().overlay(), flow::Overlay::none);
        EXPECT_TRUE(rig.on<flow::screen::Service>());
    }
}

TEST(Service, ShorterIsATouchOfTheStripAndElsewhereItIsNone) {
    KioskRig rig;
    rig.finger(platform::FingerPhase::down, on_the_mark(rig));
    rig.wait(2s);
    rig.finger(platform::FingerPhase::up, on_the_mark(rig));
    EXPECT_EQ(rig.journey().overlay(), flow::Overlay::emergency);
    rig.tap("bar.wipe");

    platform::Point const elsewhere{100, on_the_mark(rig).y};
    rig.finger(platform::FingerPhase::down, elsewhere);
    rig.wait(8s);
    EXPECT_TRUE(rig.on<flow::screen::Attract>());
    rig.finger(platform::FingerPhase::up, elsewhere);
    rig.tap("bar.wipe");

    // and on no other screen
    rig.tap("attract.start");
    rig.finger(platform::FingerPhase::down, on_the_mark(rig));
    rig.wait(8s);
    EXPECT_TRUE(rig.on<flow::screen::Home>());
}

TEST(Service, TellsNumbersAndTypesTheCodeOfALog) {
    KioskRig rig;
    rig.held.tell(flow::event::ServiceFacts{
        {.version = "9.8.7", .letters_made = 128, .letters_new = 31, .linked = false}});
    rig.journey().handle(flow::event::OpenService{});
    rig.step();
    EXPECT_TRUE(shows(rig, "9.8.7"));
    EXPECT_TRUE(shows(rig, "128"));
    EXPECT_TRUE(shows(rig, "31"));
    rig.tap("service.pair");
    EXPECT_FALSE(offers(rig, "key.i")) << "taken for a one";
    EXPECT_FALSE(rig.terminal().registry().find("pairing.look")->enabled);
    for (char const key : std::string_view("7kq20mw9dt")) {
        rig.tap(std::string("key.") + key);
    }
    rig.tap("pairing.look");

    ASSERT_EQ(rig.held.pairing_codes(), std::vector<std::string>{"7KQ20MW9DT"});
    rig.held.tell(flow::event::PairingWords{{"boot", "roos", "kaas", "lamp", "wolk"}});
    rig.step();
    EXPECT_TRUE(shows(rig, "wolk"));
    rig.tap("pairing.same");
    EXPECT_EQ(rig.held.confirmed(), std::vector{true});
}

} // namespace
} // namespace inloop::ui
