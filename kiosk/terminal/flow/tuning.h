// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
#include <cstddef>

namespace inloop::flow {

// How long the warning stands before everything is wiped. WCAG 2.2, success criterion 2.2.1: at
// least 20 seconds to extend with a simple action, at least ten times; here without limit.
inline constexpr Milliseconds kWarningTime = std::chrono::seconds(20);

// Without a touch until the warning, where typed text may stand or a sheet lies open. Long enough
// to think about a sentence, short enough that who walks away leaves his words on the screen for
// little more than a minute.
inline constexpr Milliseconds kIdle = std::chrono::seconds(45);

// On home and information without a typed letter: nothing private shows, and a page takes longer to
// read than a sentence to type.
inline constexpr Milliseconds kIdleReading = std::chrono::seconds(60);

// On the receipt: with the warning 120 seconds: longer, and the next visitor might read it. Copying
// five words by hand takes about a minute.
inline constexpr Milliseconds kIdleReceipt = std::chrono::seconds(100);

// On what this kiosk knows of a letter, an answer of the police among it: with the warning 60
// seconds, then the next visitor does not find it. Whoever pages through a long answer touches.
inline constexpr Milliseconds kIdleResult = std::chrono::seconds(40);

// On the questions that come afterwards and where a visitor is thanked: nothing of a visitor is
// left by then, so the next one finds the first screen without a warning.
inline constexpr Milliseconds kIdleAfterwards = std::chrono::seconds(30);

// On the service screens, which hold nothing of a visitor: long enough to walk over to the screen
// of the log and back.
inline constexpr Milliseconds kIdleService = std::chrono::seconds(120);

// How many numbers of letters that arrived are remembered: one may arrive before its visitor sees
// his receipt, and only the newest can be his.
inline constexpr std::size_t kArrivedKept = 64;

// On the emergency page: people stand with a phone at their ear and read the address aloud.
inline constexpr Milliseconds kIdleEmergency = std::chrono::seconds(120);

} // namespace inloop::flow
