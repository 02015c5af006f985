// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sending/site.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>

namespace inloop::sending {

// Runs a LetterKeeper on a thread of its own. What the journey calls never waits for the keeper.
// Jobs are done in the order they came. The journey sends one letter and reads one code at a time,
// so few wait in practice; counts of use are dropped when kCountsWaiting do. On destruction a job
// that was begun is finished first: a clean stop loses no letter; those that were not begun are
// wiped.
//
// Besides one outcome for each letter and each code, take_outcome() gives event::LettersHere: first
// of all, and after each letter that was stored.
class LetterWorker final : public flow::LetterSender,
                           public flow::CodeReader,
                           public flow::UseCounter,
                           public flow::Outcomes {
public:
    // Both are called from the worker's thread: `wake` after each letter, each code and each posted
    // job, `stored` after each letter or follow-up that was stored, so that it is sent at once.
    LetterWorker(
        LetterKeeper keeper, std::function<void()> wake, std::function<void()> stored = [] {});
    ~LetterWorker() override = default;
    LetterWorker(LetterWorker const&) = delete;
    LetterWorker& operator=(LetterWorker const&) = delete;

    void send(entries::Letter letter) override;
    void send_follow_up(flow::FollowUpToSend follow_up) override;
    void look_up(entries::ReceiptCode code) override;
    void count(std::string_view use) override;
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;

    // Lets somebody else work on the site, on this worker's thread and in turn: the only way to
    // letterbox and kiosk.db while it runs. A job that was not begun when this ends is dropped,
    // which whoever waits for it must notice. Any thread; returns at once.
    void post(std::function<void(Site&)> job);
    // Puts what happened elsewhere, such as event::Arrived, in line for take_outcome(), and wakes.
    // Any thread.
    void report(flow::Event outcome);

private:
    // Wipes its code when it goes, wherever it was kept on its way.
    struct LookUp {
        explicit LookUp(entries::ReceiptCode const& given) : code(given) {}
        LookUp(LookUp const&) = default;
        LookUp& operator=(LookUp const&) = default;
        ~LookUp() { seal::wipe(code); }

        entries::ReceiptCode code;
    };
    using Job = std::variant<entries::Letter, flow::FollowUpToSend, LookUp,
                             std::string, // a use to count
                             std::function<void(Site&)>>;

    void queue(Job job);
    void run(std::stop_token const& stop);
    void work(entries::Letter& letter);
    void work(flow::FollowUpToSend& follow_up);
    void work(LookUp const& look_up);
    void work(std::string const& use);
    void work(std::function<void(Site&)> const& job);
    void tell(flow::Event outcome);
    void tell_kept(flow::Event outcome); // of a letter or a follow-up

    LetterKeeper m_keeper; // the worker's thread only, once that runs
    std::function<void()> m_wake;
    std::function<void()> m_stored;
    std::mutex m_mutex; // guards the two queues and the number
    std::condition_variable_any m_arrived;
    std::deque<Job> m_jobs;
    std::size_t m_counts_waiting = 0;
    std::deque<flow::Event> m_outcomes;
    std::jthread m_thread; // last: it must end before what it uses
};

} // namespace inloop::sending
