// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/status.h"

#include <array>

namespace inloop::entries {
namespace {

constexpr std::array kAll{Status::arrived,  Status::in_hand,    Status::asked, Status::set_aside,
                          Status::referred, Status::taken_over, Status::closed};

} // namespace

bool may_step(Status from, Status to, Passing passing) {
    if (from == to || to == Status::arrived) {
        return false;
    }
    if (to == Status::referred && passing != Passing::yes) {
        return false;
    }
    switch (from) {
    case Status::arrived:
    case Status::in_hand:
    case Status::asked:
    case Status::set_aside:
        return true;
    case Status::referred:
        return to == Status::in_hand || to == Status::taken_over || to == Status::closed;
    case Status::taken_over:
        return to == Status::closed;
    case Status::closed:
        return to == Status::in_hand;
    }
    return false;
}

std::vector<Status> steps_from(Status from, Passing passing) {
    std::vector<Status> steps;
    for (Status to : kAll) {
        if (may_step(from, to, passing)) {
            steps.push_back(to);
        }
    }
    return steps;
}

bool visitor_may_withdraw(Status status) {
    return status != Status::taken_over && status != Status::closed;
}

bool visitor_may_reopen(Status status) {
    return status == Status::closed || status == Status::referred;
}

} // namespace inloop::entries
