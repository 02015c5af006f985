// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::entries {

// How long composing took: a letter sent within seconds of opening the screen was hardly written
// by a person.
enum class Haste : unsigned char { usual, suspicious };

// Slows a flood of letters without knowing who sends: a token bucket of kFloodBurst letters that
// refills by one in kFloodRefill. It never refuses; an honest visitor behind a prankster waits at
// most kFloodRefill. One thread.
class FloodGuard {
public:
    explicit FloodGuard(Instant now);

    // How long the next letter has to wait; 0 to kFloodRefill.
    [[nodiscard]] Milliseconds wait(Instant now) const;
    // Takes the letter's place. Call when wait() is 0. Suspicious haste takes two places where two
    // are left.
    void take(Instant now, Haste haste);

private:
    [[nodiscard]] Milliseconds filled(Instant now) const;
    Milliseconds m_level; // kFloodRefill a letter
    Instant m_at; // when m_level was true
};

} // namespace inloop::entries
