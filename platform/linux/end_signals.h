// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <atomic>
#include <functional>
#include <thread>

namespace inloop::platform {

// Keeps SIGTERM (systemd, kill) and SIGINT (Ctrl+C) away from this thread and from those it starts
// from now on, so that only EndSignals sees them. Call before anything starts a thread.
[[nodiscard]] Result<void> hold_end_signals();

// Waits for SIGTERM and SIGINT on a thread of its own, because a handler could call nothing that
// ends a wait for input: a window library goes on waiting after a signal, and a signal that comes
// just before the wait begins would be missed. hold_end_signals() comes first. One in a process.
class EndSignals {
public:
    // `asked` is called from that thread each time a signal came, after came() has become true.
    explicit EndSignals(std::function<void()> asked);
    EndSignals(EndSignals const&) = delete;
    EndSignals& operator=(EndSignals const&) = delete;
    ~EndSignals();

    // Whether the process was asked to end. Any thread.
    [[nodiscard]] bool came() const { return m_came; }

private:
    void watch(std::stop_token const& stop);

    std::function<void()> m_asked;
    std::atomic<bool> m_came = false;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::platform
