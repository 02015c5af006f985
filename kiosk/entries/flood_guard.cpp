// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/flood_guard.h"

#include "kiosk/entries/tuning.h"

#include <algorithm>

namespace inloop::entries {

namespace {

constexpr Milliseconds kFull = kFloodBurst * kFloodRefill;

} // namespace

FloodGuard::FloodGuard(Instant now) : m_level(kFull), m_at(now) {}

// An Instant before the last letter should not be. If it happens, nobody knows how long it really
// was: one letter passes, because a visitor must never wait for the clock to catch up.
Milliseconds FloodGuard::filled(Instant now) const {
    if (now < m_at) {
        return std::max(m_level, kFloodRefill);
    }
    return now - m_at >= kFull ? kFull : std::min(kFull, m_level + (now - m_at));
}

Milliseconds FloodGuard::wait(Instant now) const {
    return std::max(Milliseconds::zero(), kFloodRefill - filled(now));
}

void FloodGuard::take(Instant now, Haste haste) {
    Milliseconds const level = filled(now);
    bool const twice = haste == Haste::suspicious && level >= 2 * kFloodRefill;
    m_level = std::max(Milliseconds::zero(), level - (twice ? 2 : 1) * kFloodRefill);
    m_at = now;
}

} // namespace inloop::entries
