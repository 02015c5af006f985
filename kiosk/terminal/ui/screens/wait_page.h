// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <string>

namespace inloop::ui {

// A screen on which the visitor has nothing to do: what happens, and how far it is.
struct WaitPage {
    std::string title{};
    pages::RichText text{};
    std::string note{}; // softer, under the bar; may be empty
    float share = 0; // of the bar that is full
};
void wait_page(Ui& ui, WaitPage const& page);

// A bar for something of which nobody knows how long it takes: it nears its end without ever
// reaching it. Keeps the screen moving for a while; a card that hangs must not keep the processor
// busy as well.
[[nodiscard]] float share_since(Ui& ui, Instant since, float usual_seconds);

} // namespace inloop::ui
