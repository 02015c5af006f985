// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_worker.h"

#include "kiosk/terminal/sending/tuning.h"

#include <utility>

namespace inloop::sending {

LetterWorker::LetterWorker(LetterKeeper keeper, std::function<void()> wake,
                           std::function<void()> stored)
    : m_keeper(std::move(keeper))
    , m_wake(std::move(wake))
    , m_stored(std::move(stored)) {
    m_outcomes.emplace_back(m_keeper.letters_here()); // nobody else is here yet
    m_thread = std::jthread([this](std::stop_token const& stop) { run(stop); });
}

void LetterWorker::send(entries::Letter letter) {
    queue(std::move(letter));
}

void LetterWorker::send_follow_up(flow::FollowUpToSend follow_up) {
    queue(std::move(follow_up));
}

void LetterWorker::look_up(entries::ReceiptCode code) {
    queue(LookUp(code));
    seal::wipe(code);
}

void LetterWorker::count(std::string_view use) {
    {
        std::scoped_lock const lock(m_mutex);
        if (m_counts_waiting == kCountsWaiting) {
            return;
        }
        ++m_counts_waiting;
    }
    queue(std::string(use));
}

void LetterWorker::post(std::function<void(Site&)> job) {
    queue(std::move(job));
}

void LetterWorker::report(flow::Event outcome) {
    tell(std::move(outcome));
    m_wake();
}

void LetterWorker::queue(Job job) {
    {
        std::scoped_lock const lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_arrived.notify_one();
}

std::optional<flow::Event> LetterWorker::take_outcome() {
    std::scoped_lock const lock(m_mutex);
    if (m_outcomes.empty()) {
        return std::nullopt;
    }
    flow::Event outcome = std::move(m_outcomes.front());
    m_outcomes.pop_front();
    return outcome;
}

void LetterWorker::run(std::stop_token const& stop) {
    std::unique_lock lock(m_mutex);
    while (m_arrived.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        if (stop.stop_requested()) {
            return;
        }
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_counts_waiting -= std::holds_alternative<std::string>(job) ? 1U : 0U;
        lock.unlock();
        std::visit([this](auto& one) { work(one); }, job);
        lock.lock();
    }
}

void LetterWorker::work(entries::Letter& letter) {
    tell_kept(m_keeper.keep(std::move(letter)));
}

void LetterWorker::work(flow::FollowUpToSend& follow_up) {
    tell_kept(m_keeper.keep_follow_up(std::move(follow_up)));
}

void LetterWorker::tell_kept(flow::Event outcome) {
    bool const stored = std::holds_alternative<flow::event::Stored>(outcome) ||
                        std::holds_alternative<flow::event::FollowUpStored>(outcome);
    tell(std::move(outcome));
    if (stored) {
        tell(m_keeper.letters_here());
        m_stored();
    }
    m_wake();
}

void LetterWorker::work(LookUp const& look_up) {
    tell(m_keeper.look_up(look_up.code));
    m_wake();
}

void LetterWorker::work(std::string const& use) {
    m_keeper.count(use);
}

void LetterWorker::work(std::function<void(Site&)> const& job) {
    job(m_keeper.site());
    m_wake();
}

void LetterWorker::tell(flow::Event outcome) {
    std::scoped_lock const lock(m_mutex);
    m_outcomes.push_back(std::move(outcome));
}

} // namespace inloop::sending
