// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/event.h"

#include <cstdint>
#include <string>
#include <variant>

namespace inloop::flow {

// One struct per screen, holding only that screen's own data.
namespace screen {

struct Attract {};
struct Home {};
struct Information {
    std::string page; // id of the page
    float scroll_px = 0;
};
struct Write {};
struct Summary {
    float scroll_px = 0;
};
struct Sending {
    Instant since;
};
struct Receipt {
    entries::ReceiptCode code;
};
struct NotStored {
    NotStoredReason reason = NotStoredReason::broken;
};

} // namespace screen

using Screen = std::variant<screen::Attract, screen::Home, screen::Information, screen::Write,
                            screen::Summary, screen::Sending, screen::Receipt, screen::NotStored>;

// What may lie over a screen. Closing it shows the screen as it was.
enum class Overlay : std::uint8_t { none, emergency, languages, view_settings };

// How the visitor wants to see it. Reset after each visitor.
struct ViewSettings {
    bool large_letters = false;
    bool high_contrast = false;
    bool low_reach = false;
    friend bool operator==(ViewSettings const&, ViewSettings const&) = default;
};

} // namespace inloop::flow
