// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/phrases.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>
#include <string>

namespace inloop::ui {

// What every screen may show, in the visitor's language.
struct ScreenContext {
    pages::Assets const& assets;
    pages::Phrases const& phrases;
    entries::WordList const& words;
    std::string language;
    flow::ViewSettings settings;
    LocalTime time;
    ClockTrust trust = ClockTrust::unset; // unset: no date or time is shown
    bool warned = false; // the idle warning lies over the content; strip and bar stay alive
};

struct MainAction {
    std::string id{};
    std::string label{};
    text::Icon icon = text::Icon::arrow_forward;
    bool enabled = true;
};

// What the bar at the bottom holds on this screen. Everything keeps its place: what is absent
// leaves its place empty.
struct FrameSpec {
    bool wipe = true; // "Wis en stop"
    bool wiped_note = false; // in its place: everything is wiped
    bool back = false;
    bool settings = true;
    bool clock = false; // date and time where the main action would be
    std::optional<MainAction> main{};
};

// What happened in the frame: at most one of them.
struct FrameOutcome {
    std::optional<flow::Event> event{};
    bool main = false; // the main action was tapped
};

// Where the content of a screen goes.
[[nodiscard]] Rect content_of(Theme const& theme);
// The same without the outer margin.
[[nodiscard]] Rect content_bleed(Theme const& theme);

// Draws the ground, the strip with 112 and the bar. First thing of every screen: under the idle
// warning all that is drawn after it is covered.
[[nodiscard]] FrameOutcome frame(Ui& ui, ScreenContext const& context, FrameSpec const& spec);

// The name of month 1 to 12.
[[nodiscard]] pages::Phrase month_name(int month);
// "maandag 23 november" and "14.20 uur".
[[nodiscard]] std::string long_date(ScreenContext const& context);
[[nodiscard]] std::string time_of_day(ScreenContext const& context);

// The value of a fact that is checked and not expired; nullptr if there is none, and then it must
// not be shown as true.
[[nodiscard]] pages::Fact const* current_fact(ScreenContext const& context, std::string_view id);

} // namespace inloop::ui
