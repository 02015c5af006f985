// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/sdl2/waiter.h"

#include <cstdint>

namespace inloop::platform::sdl2 {

// For the video drivers that can sleep until the window system speaks: X11 and Wayland. SDL's video
// part is open.
class QueueWaiter final : public Waiter {
public:
    QueueWaiter();
    void wait(std::optional<Instant> until) override;
    void wake() override;

private:
    std::uint32_t m_wake_event;
};

} // namespace inloop::platform::sdl2
