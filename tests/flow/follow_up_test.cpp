// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/follow_up.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::flow {
namespace {

using entries::Closing;
using entries::Status;

// "more", "not solved" and "withdraw" as one word of letters.
std::string possible(CodeState state, Status status = Status::arrived,
                     Closing closing = Closing::open) {
    FollowUps const all =
        follow_ups_of({.state = state, .status = status, .closing = closing, .answers = {}});
    std::string word;
    word += all.has(FollowUpAction::more) ? 'm' : '-';
    word += all.has(FollowUpAction::not_solved) ? 'n' : '-';
    word += all.has(FollowUpAction::withdraw) ? 'w' : '-';
    return word;
}

TEST(FollowUps, AreOfferedWhereTheyMakeSense) {
    EXPECT_EQ(possible(CodeState::nothing_to_see), "---");
    EXPECT_EQ(possible(CodeState::unreadable), "---");
    EXPECT_EQ(possible(CodeState::stored), "m-w");
    EXPECT_EQ(possible(CodeState::with_police, Status::arrived), "m-w");
    EXPECT_EQ(possible(CodeState::with_police, Status::in_hand), "m-w");
    EXPECT_EQ(possible(CodeState::with_police, Status::asked), "m-w");
    EXPECT_EQ(possible(CodeState::with_police, Status::set_aside), "m-w");
    EXPECT_EQ(possible(CodeState::with_police, Status::referred), "mnw");
    EXPECT_EQ(possible(CodeState::with_police, Status::taken_over), "---");
    EXPECT_EQ(possible(CodeState::with_police, Status::closed, Closing::done), "-n-");
    EXPECT_EQ(possible(CodeState::with_police, Status::closed, Closing::nonsense), "-n-");
    EXPECT_EQ(possible(CodeState::with_police, Status::closed, Closing::withdrawn), "---");
    EXPECT_EQ(possible(CodeState::with_police, Status::closed, Closing::expired), "---");
}

TEST(CodeVisit, ForgetsCodeAndAnswers) {
    CodeVisit visit{.here = true,
                    .code = KeptCode(entries::ReceiptCode{{777, 1234, 2047, 42, 1863}})};
    visit.news.answers.push_back(SecretText::with_capacity(8).value());

    visit.clear();

    EXPECT_FALSE(visit.here);
    EXPECT_EQ(visit.code.code(), entries::ReceiptCode{});
    EXPECT_TRUE(visit.news.answers.empty());
}

} // namespace
} // namespace inloop::flow
