// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"

#include <chrono>

// Every limit of editing, each with its reason. What a page, a line of news or a fact may hold is
// kiosk/pages' to say (pages/tuning.h).
namespace inloop::editing {

// A fact that was looked up holds for a year at most: local numbers change about as often.
inline constexpr std::chrono::years kFactHolds{1};

// A phone that lay in a drawer over the weekend still tells; after that a press is rather a clock
// that stands wrong.
inline constexpr records::Seconds kHourSeconds = 3600;
inline constexpr records::Seconds kLatePressSeconds = 48 * kHourSeconds;
// A press may be taken back in its own hour and the next one: who counts people does not bring up
// yesterday.
inline constexpr records::Seconds kUndoSeconds = kHourSeconds;
inline constexpr int kDoorDays = 7;

// Lines of news that are over stay for a month, to be taken up again; then the next line that is
// added takes their place, so that the file never fills up.
inline constexpr std::chrono::days kOldNoticeDays{31};

} // namespace inloop::editing
