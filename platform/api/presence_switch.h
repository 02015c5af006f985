// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

namespace inloop::platform {

// A switch that stays as it was turned, by which an officer says that somebody is here.
class PresenceSwitch {
public:
    virtual ~PresenceSwitch() = default;
    // Whether it says so now. Any thread.
    [[nodiscard]] virtual bool on() const = 0;
    // `changed` is called on a thread of the switch whenever on() is another; it replaces the one
    // before, and once this returned that one is called no more. Empty: nobody is told.
    virtual void on_change(std::function<void()> changed) = 0;
};

} // namespace inloop::platform
