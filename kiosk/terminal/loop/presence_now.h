// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/loop/switched_presence.h"
#include "kiosk/terminal/ui/frame.h"

namespace inloop::loop {

// Who is here at this moment and who comes next. A switch that is on goes before all: whoever
// turned it stands here, whatever the clock says. What an officer said of himself goes before the
// roster until it is over, but only while the clock is synchronised: by a clock that may be years
// off nobody could say when it is over. Without a clock and a switch nobody can say who is here.
[[nodiscard]] ui::Presence presence_now(pages::SiteFiles const& site, Clock const& clock,
                                        Switched switched);

} // namespace inloop::loop
