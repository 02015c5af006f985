// SPDX-License-Identifier: EUPL-1.2
// Somebody comes back with a code: all that a letter can have become, and what can be done with it.
#include "kiosk/terminal/flow/tuning.h"
#include "kiosk/terminal/loop/walks.h"

#include <array>
#include <chrono>
#include <utility>

namespace inloop::loop {

namespace {

using entries::Closing;
using entries::Status;
using flow::CodeState;
using flow::LetterNews;

// Between two things that are kept, so that none has to wait for its turn.
constexpr Milliseconds kPause = std::chrono::minutes(5);

void leave_idea(Guide& guide) {
    guide.begin().tap("home.idea").type(sample(guide.language()).idea).tap("write.next");
    guide.tap("summary.send").await().arrive().keep_views("receipt-arrived");
    guide.tap("receipt.done").tap("afterwards.skip").tap("afterwards.skip").tap("afterwards.done");
}

Guide& come_back(Guide& guide, LetterNews news) {
    return guide.begin().tap("home.code").type_code().tap("code.look").find(std::move(news));
}

LetterNews with_police(Status status, Closing closing = Closing::open) {
    return {.state = CodeState::with_police, .status = status, .closing = closing, .answers = {}};
}

void see_every_status(Guide& guide) {
    struct Named {
        std::string_view name;
        Status status;
        Closing closing = Closing::open;
    };
    constexpr std::array<Named, 9> kAll{{{"code-arrived", Status::arrived},
                                         {"code-in-hand", Status::in_hand},
                                         {"code-asked", Status::asked},
                                         {"code-set-aside", Status::set_aside},
                                         {"code-referred", Status::referred},
                                         {"code-taken-over", Status::taken_over},
                                         {"code-closed", Status::closed, Closing::done},
                                         {"code-withdrawn", Status::closed, Closing::withdrawn},
                                         {"code-expired", Status::closed, Closing::expired}}};
    for (Named const& one : kAll) {
        come_back(guide, with_police(one.status, one.closing)).keep_views(one.name);
        guide.tap("bar.wipe");
    }
}

void read_answers(Guide& guide) {
    Sample const& words = sample(guide.language());
    come_back(guide, guide.answered(Status::asked, {words.answer})).keep_views("answer-short");
    guide.tap("bar.wipe");
    come_back(guide, guide.answered(Status::referred, {words.long_answer, words.answer}));
    guide.keep_views("answer-long").tap_if_there("code_result.next").keep("answer-long-below");
    guide.keep_warning("idle-warning-answer", flow::kIdleResult);
    guide.tap("bar.wipe");
}

void follow_up(Guide& guide) {
    Sample const& words = sample(guide.language());
    guide.wait(kPause);
    come_back(guide, with_police(Status::in_hand)).tap("code_result.more");
    guide.keep_views("write-more").type(words.telling).tap("write.next");
    guide.keep("personal-data-more").tap("personal.keep").keep("sending-more").await();
    guide.keep_views("followed-up").tap("followed_up.done").wait(kPause);
    come_back(guide, with_police(Status::closed, Closing::done)).tap("code_result.not_solved");
    guide.keep_views("write-not-solved").tap("write.next").await();
    guide.keep("followed-up-not-solved").tap("followed_up.done").wait(kPause);
    come_back(guide, with_police(Status::arrived)).tap("code_result.withdraw");
    guide.keep_views("withdraw").tap("withdraw.yes").await().keep_views("followed-up-withdraw");
    guide.tap("followed_up.done").wait(kPause);
}

} // namespace

Result<std::vector<TourPicture>> walk_return(Terminal& terminal, SteppedClock& clock,
                                             TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Guide& guide) {
        leave_idea(guide);
        see_every_status(guide);
        read_answers(guide);
        follow_up(guide);
    });
}

} // namespace inloop::loop
