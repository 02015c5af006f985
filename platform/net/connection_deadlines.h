// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <thread>
#include <unordered_map>

namespace inloop::net {

// Ends connections whose request takes too long. The library's own timeout begins anew with every
// byte, so that a sender who drips could hold a connection for ever, in the handshake and the
// header too, where no callback comes. A thread of its own looks; the other functions are for the
// threads of the server.
class ConnectionDeadlines {
public:
    explicit ConnectionDeadlines(Milliseconds each);
    ConnectionDeadlines(ConnectionDeadlines const&) = delete;
    ConnectionDeadlines& operator=(ConnectionDeadlines const&) = delete;
    ~ConnectionDeadlines() = default;

    // A connection opened, or its request ended: its time begins. `socket` stays open until
    // forget().
    void begin(int socket);
    // The request moved so many bytes, for which it gets time.
    void earn(int socket, std::size_t bytes);
    // The connection closes.
    void forget(int socket);

private:
    using Time = std::chrono::steady_clock::time_point;
    void watch(std::stop_token const& stop);
    void end_late();

    Milliseconds m_each;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::unordered_map<int, Time> m_ends; // by socket
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::net
