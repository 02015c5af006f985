// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/presence_switch.h"

#include <utility>

namespace inloop::support {

// A switch the test turns. Tells it from the test's own thread. One thread.
class FakePresenceSwitch final : public platform::PresenceSwitch {
public:
    [[nodiscard]] bool on() const override { return m_on; }
    void on_change(std::function<void()> changed) override { m_changed = std::move(changed); }
    void turn(bool on) {
        bool const changes = std::exchange(m_on, on) != on;
        if (changes && m_changed) {
            m_changed();
        }
    }

private:
    bool m_on = false;
    std::function<void()> m_changed;
};

} // namespace inloop::support
