// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"

namespace inloop::terminal {

// Walks every screen in memory and leaves a picture of each in options.tour; real letters go to
// options.data, or to a demo site beside the pictures. Says on stderr what a person would stumble
// over. Returns an exit code of sysexits.h.
[[nodiscard]] int take_tour(RunOptions const& options, Shown const& shown);

} // namespace inloop::terminal
