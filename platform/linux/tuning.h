// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <cstddef>

namespace inloop::platform {

// How long nothing more must change before a change is told. An editor saves within a few
// milliseconds; copying a folder of pages pauses for less than this between two files.
inline constexpr Milliseconds kQuietTime{300};

// Something that goes on changing is told all the same after this, so that a page is on the screen
// within two seconds.
inline constexpr Milliseconds kLongestQuietWait{1000};

// How often folders are looked at where the kernel will not tell: a few hundred calls each time,
// under a millisecond.
inline constexpr Milliseconds kLookEvery{2000};

// Folders that are watched in all. Our assets have about ten; the kernel grants a user some
// thousand watches, which other programs want as well.
inline constexpr std::size_t kWatchedFolders = 200;

// Files that are looked at in one place where the kernel will not tell.
inline constexpr std::size_t kLookedAtFiles = 5000;

// How long a child may take to end when it is asked to; a log closes its databases meanwhile.
inline constexpr Milliseconds kChildEndTime{10'000};

// Of what a limited program complains so much is kept: a few lines for the log.
inline constexpr std::size_t kMostComplaint = 1'000;

// systemctl answers within milliseconds; a machine that is just starting takes longer.
inline constexpr Milliseconds kSystemctlTime{5'000};
inline constexpr std::size_t kMostSystemctlSays = 4'000;

// How long a switch must stand still before it counts as turned. Contacts bounce for up to 20 ms.
inline constexpr Milliseconds kSwitchSettles{50};

} // namespace inloop::platform
