// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/linux/service_notice.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace inloop::platform {

// Feeds the watchdog of systemd while every part of the program answers: a loop that hangs, or a
// thread that no longer stores anything, must end in a restart and not in a picture that only looks
// alive. Without a watchdog it has no thread and asks nobody.
class LifeSigns {
public:
    // Called from a thread of this; asks one part to call the function it is given, from wherever
    // that part works. Returns at once. The function may be called late, also after this ended.
    using Ask = std::function<void(std::function<void()> here)>;

    // `notice` outlives it. Every part is asked three times in the time systemd grants.
    LifeSigns(ServiceNotice const& notice, std::vector<Ask> parts);
    LifeSigns(LifeSigns const&) = delete;
    LifeSigns& operator=(LifeSigns const&) = delete;
    ~LifeSigns() = default;

private:
    void watch(std::stop_token const& stop);
    void ask_all();

    ServiceNotice const& m_notice;
    std::vector<Ask> m_parts;
    std::mutex m_mutex;
    std::condition_variable_any m_ended;
    std::shared_ptr<std::atomic<std::size_t>> m_missing; // who did not answer yet
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::platform
