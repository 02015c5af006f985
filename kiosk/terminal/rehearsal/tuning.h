// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

// How long a rehearsal waits before it says what did not happen: much longer than it takes on the
// slowest computer, because a real part that is slow is no fault.
namespace inloop::rehearsal {

// A page of the log; a login derives a key for a second or three.
inline constexpr Milliseconds kPageTime{60'000};
// Sealing a letter, and looking up a code, which derives a key too.
inline constexpr Milliseconds kKeepTime{60'000};
// Until the log has a letter, or the kiosk an answer: a kiosk that lost its log for a moment tries
// again within seconds.
inline constexpr Milliseconds kSyncTime{90'000};
// How often something is looked at that wakes nobody.
inline constexpr Milliseconds kLookEvery{50};

} // namespace inloop::rehearsal
