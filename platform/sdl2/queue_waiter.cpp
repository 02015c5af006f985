// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/queue_waiter.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace inloop::platform::sdl2 {

QueueWaiter::QueueWaiter() : m_wake_event(SDL_RegisterEvents(1)) {}

void QueueWaiter::wait(std::optional<Instant> until) {
    int timeout = -1;
    if (until) {
        auto const left =
            std::chrono::ceil<Milliseconds>(*until - std::chrono::steady_clock::now());
        timeout = static_cast<int>(
            std::clamp<std::int64_t>(left.count(), 0, std::numeric_limits<int>::max()));
    }
    // Leaves the event in the queue.
    SDL_WaitEventTimeout(nullptr, timeout);
}

void QueueWaiter::wake() {
    SDL_Event event{};
    event.type = m_wake_event;
    SDL_PushEvent(&event);
}

} // namespace inloop::platform::sdl2
