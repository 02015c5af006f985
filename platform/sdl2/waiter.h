// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <optional>

namespace inloop::platform::sdl2 {

// Sleeps until SDL may have events. wake() from any thread, the rest from one.
class Waiter {
public:
    virtual ~Waiter() = default;
    // Returns when there may be input, when wake() was called (now or since the last call), or at
    // `until`. May return for nothing. Uses no CPU while asleep.
    virtual void wait(std::optional<Instant> until) = 0;
    virtual void wake() = 0;
};

} // namespace inloop::platform::sdl2
