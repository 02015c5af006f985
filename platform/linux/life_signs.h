// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "platform/linux/service_notice.h"

#include <atomic>
#include <condition_variable>
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

    struct Part {
        Ask ask;
        // For how long it may owe an answer and yet be at work; 0: a third of systemd's time.
        Milliseconds patience{0};
    };

    // `notice` outlives it. Every part is asked three times in the time systemd grants.
    LifeSigns(ServiceNotice const& notice, std::vector<Part> parts);
    LifeSigns(LifeSigns const&) = delete;
    LifeSigns& operator=(LifeSigns const&) = delete;
    ~LifeSigns() = default;

private:
    struct Asked {
        Part part;
        std::shared_ptr<std::atomic<bool>> answered; // nullptr: not asked yet
        Instant at{};
    };

    void watch(std::stop_token const& stop);
    [[nodiscard]] bool all_well() const;
    void ask_who_answered();

    ServiceNotice const& m_notice;
    std::vector<Asked> m_parts;
    std::mutex m_mutex;
    std::condition_variable_any m_ended;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::platform
