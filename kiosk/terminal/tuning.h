// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::terminal {

// A log of a rehearsal serves within a second; on a computer that does much else it takes longer.
inline constexpr Milliseconds kLogStartTime{30'000};
inline constexpr Milliseconds kLogLookEvery{20}; // until it serves
// A command of the log: init derives keys for a second or three.
inline constexpr Milliseconds kLogCommandTime{60'000};

// For how long the thread of the letters may be at one before it counts as dead: sealing takes a
// second or two of a Raspberry Pi 4 and ten of an emulated one, and a card that tidies itself may
// stall for many seconds. Ending it in the middle would lose what a visitor has just sent.
inline constexpr Milliseconds kLongestAtALetter{60'000};

} // namespace inloop::terminal
