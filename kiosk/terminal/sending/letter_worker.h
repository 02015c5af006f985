// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/letter_sender.h"
#include "kiosk/terminal/sending/letter_keeper.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace inloop::sending {

// Runs a LetterKeeper on a thread of its own. send() and take_outcome() belong to the journey's
// thread and never wait for the keeper. The journey sends one letter at a time, so the queues hold
// one each in practice. On destruction a letter that was begun is finished first: a clean stop
// loses nothing; one that was not begun is wiped.
class LetterWorker final : public flow::LetterSender, public flow::LetterOutcomes {
public:
    // `wake` is called from the worker's thread after each outcome.
    LetterWorker(LetterKeeper keeper, std::function<void()> wake);
    ~LetterWorker() override = default;
    LetterWorker(LetterWorker const&) = delete;
    LetterWorker& operator=(LetterWorker const&) = delete;

    void send(entries::EntryFacts facts, SecretText text) override;
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;

private:
    struct Job {
        entries::EntryFacts facts;
        SecretText text;
    };
    void run(std::stop_token const& stop);

    LetterKeeper m_keeper; // the worker's thread only
    std::function<void()> m_wake;
    std::mutex m_mutex; // guards the two queues
    std::condition_variable_any m_arrived;
    std::deque<Job> m_jobs;
    std::deque<flow::Event> m_outcomes;
    std::jthread m_thread; // last: it must end before what it uses
};

} // namespace inloop::sending
