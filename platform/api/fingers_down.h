// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/input.h"

#include <algorithm>
#include <vector>

namespace inloop::platform {

// Remembers which fingers are down, so that a display that goes away can report them as cancelled
// (DisplayEvent). One thread.
class FingersDown {
public:
    // `event` is about to be delivered.
    void note(FingerEvent const& event) {
        std::erase_if(m_down, [&](FingerEvent const& f) { return f.finger == event.finger; });
        if (event.phase == FingerPhase::down || event.phase == FingerPhase::move) {
            m_down.push_back(event);
        }
    }

    // Appends a cancelled event for every finger that is down, at its last place.
    void cancel_all(Instant now, std::vector<InputEvent>& events) {
        for (FingerEvent& finger : m_down) {
            finger.phase = FingerPhase::cancelled;
            finger.time = now;
            events.emplace_back(finger);
        }
        m_down.clear();
    }

private:
    std::vector<FingerEvent> m_down;
};

} // namespace inloop::platform
