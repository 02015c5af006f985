// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

namespace inloop::ui {

// A finger that moves further than this from where it came down is dragging, and presses nothing
// any more. Old hands tremble and slide 2 to 3 mm; a scroll is always longer.
inline constexpr float kDragMm = 5.0F;

// A second touch within this time and distance of the last release is the same touch bouncing (EN
// 301 549 clause 5.8).
inline constexpr Milliseconds kBounceTime{60};
inline constexpr float kBounceMm = 4.0F;

// A finger of which nothing was heard for this long does not keep another one away: its release was
// lost, or it is a palm that rests on the glass. Longer than a slow tap of a second hand beside it.
inline constexpr Milliseconds kSilentFinger{3000};

// How fast a thrown list slows down: the part of its speed left after one second.
inline constexpr float kThrowLeftPerSecond = 0.05F;
// A finger that rests this long before it leaves lets go of a list and does not throw it.
inline constexpr Milliseconds kThrowRest{100};
// Slower than this a thrown list stands still.
inline constexpr float kThrowStopMmPerSecond = 8.0F;
// How much of what is seen a scroll button moves on: the rest stays for the eye to find its place.
inline constexpr float kScrollButtonShare = 0.7F;
// Time between frames while something moves.
inline constexpr Milliseconds kAnimationFrame{16};

// The count of what can still be typed appears when fewer than this many letters are left.
inline constexpr int kCountFrom = 500;

// The longest side of a picture that is decoded, in pixels: what the largest display can show.
inline constexpr int kLargestPicturePx = 4096;

} // namespace inloop::ui
