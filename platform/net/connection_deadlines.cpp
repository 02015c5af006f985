// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/connection_deadlines.h"

#include "platform/net/tuning.h"

#include <sys/socket.h>

#include <algorithm>

namespace inloop::net {

ConnectionDeadlines::ConnectionDeadlines(Milliseconds each)
    : m_each(each)
    , m_thread([this](std::stop_token const& stop) { watch(stop); }) {}

void ConnectionDeadlines::begin(int socket) {
    std::scoped_lock const lock(m_mutex);
    m_ends.insert_or_assign(socket, std::chrono::steady_clock::now() + m_each);
}

void ConnectionDeadlines::earn(int socket, std::size_t bytes) {
    std::scoped_lock const lock(m_mutex);
    if (auto const found = m_ends.find(socket); found != m_ends.end()) {
        found->second += std::chrono::microseconds(bytes * 1'000'000 / kSlowestBytesPerSecond);
    }
}

void ConnectionDeadlines::forget(int socket) {
    std::scoped_lock const lock(m_mutex);
    m_ends.erase(socket);
}

void ConnectionDeadlines::watch(std::stop_token const& stop) {
    std::unique_lock lock(m_mutex);
    auto const pause = std::clamp<Milliseconds>(m_each / 20, Milliseconds(5), Milliseconds(1000));
    while (!stop.stop_requested()) {
        end_late();
        (void)m_wake.wait_for(lock, stop, pause, [] { return false; });
    }
}

// The lock is held: a number in the list is not yet that of another connection.
void ConnectionDeadlines::end_late() {
    auto const now = std::chrono::steady_clock::now();
    for (auto at = m_ends.begin(); at != m_ends.end();) {
        if (at->second > now) {
            ++at;
            continue;
        }
        (void)::shutdown(at->first, SHUT_RDWR); // the server's thread sees the end, and closes
        at = m_ends.erase(at);
    }
}

} // namespace inloop::net
