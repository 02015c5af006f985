// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"

namespace inloop::terminal {

// The whole story in memory, with a real log on loopback as a process of its own: a visitor asks,
// an officer answers, the visitor reads the answer with his code. A picture of each screen goes to
// options.journey, a line for each step to stdout, and on stderr what did not happen. Returns an
// exit code of sysexits.h; 0 only if the answer on the screen is the one that was typed.
[[nodiscard]] int take_journey(RunOptions const& options, Shown const& shown);

} // namespace inloop::terminal
