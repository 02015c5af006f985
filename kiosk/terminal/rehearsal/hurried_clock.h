// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/visitor.h"

namespace inloop::rehearsal {

// The real time, in which a visitor's taps take no time: what he would wait is skipped. One thread.
class HurriedClock final : public loop::SteppedClock {
public:
    explicit HurriedClock(Clock const& real) : m_real(real) {} // outlives this

    [[nodiscard]] Instant now() const override { return m_real.now() + m_skipped; }
    [[nodiscard]] WallTime wall() const override { return m_real.wall(); }
    [[nodiscard]] LocalTime local() const override { return m_real.local(); }
    [[nodiscard]] ClockTrust trust() const override { return m_real.trust(); }
    void advance(Milliseconds by) override { m_skipped += by; }

private:
    Clock const& m_real;
    Milliseconds m_skipped{0};
};

} // namespace inloop::rehearsal
