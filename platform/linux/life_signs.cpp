// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/life_signs.h"

#include <utility>

namespace inloop::platform {

LifeSigns::LifeSigns(ServiceNotice const& notice, std::vector<Ask> parts)
    : m_notice(notice)
    , m_parts(std::move(parts)) {
    if (m_notice.watchdog()) {
        m_thread = std::jthread([this](std::stop_token const& stop) { watch(stop); });
    }
}

// Nobody is asked twice while he owes an answer: a part that hangs would find a heap of questions.
void LifeSigns::watch(std::stop_token const& stop) {
    constexpr int kAskedInATerm = 3;
    Milliseconds const pause = *m_notice.watchdog() / kAskedInATerm;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_missing == nullptr || *m_missing == 0) {
            if (m_missing != nullptr) {
                m_notice.alive();
            }
            ask_all();
        }
        m_ended.wait_for(lock, stop, pause, [] { return false; });
    }
}

void LifeSigns::ask_all() {
    m_missing = std::make_shared<std::atomic<std::size_t>>(m_parts.size());
    for (Ask const& part : m_parts) {
        part([missing = m_missing] { --*missing; });
    }
}

} // namespace inloop::platform
