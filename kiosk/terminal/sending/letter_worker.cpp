// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_worker.h"

#include <utility>

namespace inloop::sending {

LetterWorker::LetterWorker(LetterKeeper keeper, std::function<void()> wake)
    : m_keeper(std::move(keeper))
    , m_wake(std::move(wake))
    , m_thread([this](std::stop_token const& stop) { run(stop); }) {}

void LetterWorker::send(entries::EntryFacts facts, SecretText text) {
    {
        std::scoped_lock const lock(m_mutex);
        m_jobs.push_back({std::move(facts), std::move(text)});
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
        lock.unlock();
        flow::Event outcome = m_keeper.keep(job.facts, std::move(job.text));
        lock.lock();
        m_outcomes.push_back(std::move(outcome));
        lock.unlock();
        m_wake();
        lock.lock();
    }
}

} // namespace inloop::sending
