// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::loop {

// When a frame that the display refused is tried again: soon for who stands before it, and seldom
// enough for a log that is kept on a card.
inline constexpr Milliseconds kShowAgain{1000};

// A frame whose letters did not fit the atlas is drawn again with an empty one; a frame that does
// not fit an empty one either would go on for ever.
inline constexpr int kMostRedraws = 3;

// Frames one step draws at the most before it looks at the display again: enough for a hundred taps
// in one batch.
inline constexpr int kMostFramesAStep = 256;

// How long nobody must have touched the screen before it goes dark at night: who reads the first
// screen has time for it.
inline constexpr Milliseconds kNightQuiet{60'000};

// Fingers that come down so soon after the one that woke the screen belong to the same hand, or to
// somebody who saw nothing yet.
inline constexpr Milliseconds kWakes{500};

// How long a presence switch is believed: half a day of work, so that one that was forgotten does
// not send people to a closed door all night.
inline constexpr Milliseconds kSwitchForgotten{4 * 60 * 60'000};

} // namespace inloop::loop
