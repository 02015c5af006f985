// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <cstddef>

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
// A thrown list rolls no faster: a quick flick of a hand. Where a slow frame brings all of a flick
// at once, it looks many times as fast as it was.
inline constexpr float kThrowMostMmPerSecond = 800.0F;
// Slower than this a thrown list stands still.
inline constexpr float kThrowStopMmPerSecond = 8.0F;
// How much of what is seen a scroll button moves on: the rest stays for the eye to find its place.
inline constexpr float kScrollButtonShare = 0.7F;
// How long the mark of the first screen is held until the service screen opens: nobody does so by
// chance, and nothing a visitor needs lies there.
inline constexpr Milliseconds kServiceHold{5000};

// A list of rows that was let go glides to a whole row: the part of what is left of the way in each
// frame.
inline constexpr float kSettleShare = 0.3F;
// Time between frames while something moves.
inline constexpr Milliseconds kAnimationFrame{16};

// The count of what can still be typed appears when fewer than this many letters are left.
inline constexpr int kCountFrom = 500;

// A touch on the map further than this from every street, in metres, is a point without a street:
// the width of a finger on the sketch.
inline constexpr double kStreetReachMetres = 30;
// How wide streets are drawn on the map, in metres: from house to house, so that they read as
// streets.
inline constexpr double kStreetMetres = 22;

// Words of a code are offered from this many letters on: three letters leave fifteen words at most.
inline constexpr std::size_t kLettersToChoose = 3;
// Or sooner, when no more than these are left.
inline constexpr int kFewWords = 4;

// Shifts a page lists: the next two weeks of a kiosk that is manned twice a week.
inline constexpr std::size_t kShiftsShown = 4;

// The longest side of a picture that is decoded, in pixels: what the largest display can show.
inline constexpr int kLargestPicturePx = 4096;

} // namespace inloop::ui
