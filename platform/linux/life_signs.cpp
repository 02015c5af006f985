// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/life_signs.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace inloop::platform {

namespace {

Instant now() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

} // namespace

LifeSigns::LifeSigns(ServiceNotice const& notice, std::vector<Part> parts) : m_notice(notice) {
    for (Part& part : parts) {
        m_parts.push_back({std::move(part), nullptr});
    }
    if (m_notice.watchdog()) {
        m_thread = std::jthread([this](std::stop_token const& stop) { watch(stop); });
    }
}

void LifeSigns::watch(std::stop_token const& stop) {
    constexpr int kAskedInATerm = 3;
    Milliseconds const pause = *m_notice.watchdog() / kAskedInATerm;
    std::unique_lock lock(m_mutex);
    ask_who_answered();
    while (!m_ended.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested()) {
        if (all_well()) {
            m_notice.alive();
        }
        ask_who_answered();
    }
}

bool LifeSigns::all_well() const {
    return std::ranges::all_of(m_parts, [at = now()](Asked const& asked) {
        return *asked.answered || at - asked.at < asked.part.patience;
    });
}

// Nobody is asked twice while he owes an answer: a part that hangs would find a heap of questions.
void LifeSigns::ask_who_answered() {
    for (Asked& asked : m_parts) {
        if (asked.answered == nullptr || *asked.answered) {
            asked.answered = std::make_shared<std::atomic<bool>>(false);
            asked.at = now();
            asked.part.ask([answered = asked.answered] { *answered = true; });
        }
    }
}

} // namespace inloop::platform
