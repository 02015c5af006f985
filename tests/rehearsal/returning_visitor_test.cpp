// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/returning_visitor.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::rehearsal {
namespace {

using support::KioskRig;
using support::must;

constexpr std::string_view kQuestion = "Kan daar iets aan gedaan worden?";
constexpr entries::ReceiptCode kCode{{11, 222, 333, 1444, 2047}};
constexpr std::string_view kAnswer = "Ik kom één keer kijken.";

SecretText secret(std::string_view words) {
    SecretText text = must(SecretText::with_capacity(words.size()));
    EXPECT_TRUE(text.insert(0, words));
    return text;
}

flow::LetterNews answered(std::initializer_list<std::string_view> answers) {
    flow::LetterNews news{.state = flow::CodeState::with_police,
                          .status = entries::Status::closed,
                          .closing = entries::Closing::done,
                          .answers = {}};
    for (std::string_view const words : answers) {
        news.answers.push_back(secret(words));
    }
    return news;
}

// A kiosk whose services answer as told whenever the visitor waits.
struct Rig {
    [[nodiscard]] ReturningVisitor visitor() {
        return {kiosk.terminal(),
                kiosk.clock,
                {.keep =
                     [this](std::string const& name) {
                         pictures.push_back(name);
                         return Result<void>();
                     },
                 .wait =
                     [this] {
                         kiosk.clock.advance(Milliseconds(100));
                         answer();
                         return true;
                     }}};
    }

    KioskRig kiosk;
    std::vector<std::string> pictures;
    std::function<void()> answer = [] {};
};

TEST(IsTheAnswer, OnlyWhatWasTypedToTheLastByte) {
    EXPECT_TRUE(is_the_answer(answered({kAnswer}), kAnswer));

    EXPECT_FALSE(is_the_answer(answered({"Ik kom een keer kijken."}), kAnswer));
    EXPECT_FALSE(is_the_answer(answered({"Ik kom één keer kijken. "}), kAnswer));
    EXPECT_FALSE(is_the_answer(answered({""}), kAnswer));
    EXPECT_FALSE(is_the_answer(answered({}), kAnswer));
    EXPECT_FALSE(is_the_answer(answered({kAnswer, kAnswer}), kAnswer));
}

TEST(IsTheAnswer, TellsWhereTheyPartAndNoWords) {
    auto const differs = is_the_answer(answered({"Ik ga"}), kAnswer);
    ASSERT_FALSE(differs);
    EXPECT_EQ(differs.error().message,
              "the answer has 5 bytes, the one that was typed 25; they part after 3");
}

TEST(ReturningVisitor, AsksSeesItArriveComesBackAndReads) {
    Rig rig;
    ReturningVisitor visitor = rig.visitor();

    support::HeldLetters& services = rig.kiosk.held;
    std::string sent;
    entries::ReceiptCode typed;

    rig.answer = [&] {
        sent = services.last().text.view();
        services.store(kCode);
    };
    must(visitor.ask(kQuestion));
    rig.answer = [&] { services.tell(flow::event::Arrived{{1}}); };
    must(visitor.see_it_arrive());
    rig.answer = [&] { services.answer(flow::CodeState::with_police); };
    EXPECT_FALSE(must(visitor.look_for_answer()));
    rig.answer = [&] {
        typed = services.last_code();
        services.answer(answered({kAnswer}));
    };
    EXPECT_TRUE(must(visitor.look_for_answer()));
    EXPECT_TRUE(visitor.read(kAnswer));
    EXPECT_FALSE(visitor.read("Iets anders")); // the control
    must(visitor.leave());

    EXPECT_EQ(sent, kQuestion);
    EXPECT_EQ(typed, kCode);
    EXPECT_EQ(rig.pictures.front(), "01-first-screen");
    EXPECT_EQ(std::ranges::count_if(rig.pictures,
                                    [](auto const& name) { return name.ends_with("-code-typed"); }),
              2);
    EXPECT_EQ(std::ranges::count(rig.pictures, rig.pictures.back()), 1);
    EXPECT_TRUE(rig.pictures.back().ends_with("-left-again"));
}

TEST(ReturningVisitor, SaysWhatDidNotHappenInTime) {
    Rig rig;
    ReturningVisitor visitor = rig.visitor();
    auto const asked = visitor.ask("Vraag?");
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().message, "not within 60 seconds: the kiosk keeps the letter");
}

TEST(ReturningVisitor, SaysThatTheKioskDidNotKeepTheLetter) {
    Rig rig;
    ReturningVisitor visitor = rig.visitor();
    rig.answer = [&] { rig.kiosk.held.refuse(flow::NotStoredReason::broken); };
    auto const asked = visitor.ask("Vraag?");
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().message, "the kiosk did not keep the letter");
}

} // namespace
} // namespace inloop::rehearsal
