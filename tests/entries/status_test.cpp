// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/status.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace inloop::entries {
namespace {

constexpr Status kAll[]{Status::arrived,  Status::in_hand,    Status::asked, Status::set_aside,
                        Status::referred, Status::taken_over, Status::closed};

// A row: from this status; a column: to that one, in the order of Status. R: with the visitor's
// yes.
std::map<Status, std::string> const kSteps{
    {Status::arrived, ".++"
                      "+R++"},
    {Status::in_hand, "..+"
                      "+R++"},
    {Status::asked, ".+."
                    "+R++"},
    {Status::set_aside, ".++"
                        ".R++"},
    {Status::referred, ".+."
                       "..++"},
    {Status::taken_over, "..."
                         "...+"},
    {Status::closed, ".+."
                     "...."},
};

TEST(Status, GoesOnlyWhereTheTableSays) {
    for (Status from : kAll) {
        for (Status to : kAll) {
            char const step = kSteps.at(from)[static_cast<std::size_t>(to) - 1];
            for (Passing passing : {Passing::not_asked, Passing::no, Passing::yes}) {
                bool const allowed = step == '+' || (step == 'R' && passing == Passing::yes);
                EXPECT_EQ(may_step(from, to, passing), allowed)
                    << static_cast<int>(from) << " to " << static_cast<int>(to);
            }
        }
    }
}

TEST(Status, ListsItsStepsInOrder) {
    EXPECT_EQ(steps_from(Status::referred, Passing::yes),
              (std::vector{Status::in_hand, Status::taken_over, Status::closed}));
    EXPECT_EQ(steps_from(Status::taken_over, Passing::yes), std::vector{Status::closed});
}

TEST(Status, LetsAVisitorActWhileThereIsSomethingToActOn) {
    for (Status status : kAll) {
        bool const gone = status == Status::taken_over || status == Status::closed;
        EXPECT_EQ(visitor_may_withdraw(status), !gone);
        EXPECT_EQ(visitor_may_reopen(status),
                  status == Status::closed || status == Status::referred);
    }
}

} // namespace
} // namespace inloop::entries
