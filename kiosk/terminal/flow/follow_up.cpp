// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/follow_up.h"

namespace inloop::flow {

using entries::Closing;
using entries::Status;

bool FollowUps::has(FollowUpAction action) const {
    switch (action) {
    case FollowUpAction::more:
        return more;
    case FollowUpAction::not_solved:
        return not_solved;
    case FollowUpAction::withdraw:
        break;
    }
    return withdraw;
}

void CodeVisit::clear() {
    here = false;
    code.clear();
    news = {};
}

FollowUps follow_ups_of(LetterNews const& news) {
    if (news.state == CodeState::stored) {
        return {.more = true, .withdraw = true};
    }
    if (news.state != CodeState::with_police) {
        return {};
    }
    bool const closed = news.status == Status::closed;
    // What was withdrawn or has expired is gone; it cannot be opened again.
    bool const gone =
        closed && (news.closing == Closing::withdrawn || news.closing == Closing::expired);
    if (gone) {
        return {};
    }
    return {// who says that it is not solved can write why
            .more = !closed && news.status != Status::taken_over,
            .not_solved = entries::visitor_may_reopen(news.status),
            .withdraw = entries::visitor_may_withdraw(news.status)};
}

} // namespace inloop::flow
