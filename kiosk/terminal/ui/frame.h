// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/entries/roster.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/phrases.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>
#include <string>

namespace inloop::ui {

// Who is here, by a switch, or by the roster and the clock. Without a roster or without a clock
// nobody comes next.
struct Presence {
    std::optional<entries::Shift> now;
    bool by_hand = false; // somebody turned a switch: until when nobody knows, and nothing says so
    std::vector<entries::Shift> next; // the soonest first, at most kShiftsShown
    std::optional<entries::LocalMinute> read_by; // what a visitor is promised; nullopt: nothing
};

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
    Presence presence;
    pages::News const* news = nullptr; // the line of today; nullptr: none
    std::optional<std::uint64_t> letters_here; // sealed on this device; nullopt: not known
    int& list_page; // which page of a list shows in large letters
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
    bool service = false; // holding the mark leads to the service screen
    std::optional<MainAction> main{};
};

// What happened in the frame: at most one of them.
struct FrameOutcome {
    std::optional<flow::Event> event{};
    bool main = false; // the main action was tapped
};

// Where the content of a screen goes. In large letters the margins are narrower.
[[nodiscard]] Rect content_of(Theme const& theme);
// The same without the outer margin.
[[nodiscard]] Rect content_bleed(Theme const& theme);

// Draws the ground, the strip with 112 and the bar. First thing of every screen: under the idle
// warning all that is drawn after it is covered.
[[nodiscard]] FrameOutcome frame(Ui& ui, ScreenContext const& context, FrameSpec const& spec);

// The part of `content` where things to touch may stand: all of it, or in low reach only what lies
// in the lower half of the display. What is above is for reading.
[[nodiscard]] Rect within_reach(Theme const& theme, Rect const& content);

// The title of a screen and a softer line under it, in normal letters. Takes its part off the top
// of `content`; in low reach it takes everything above the reach, so that what follows lies in it.
// `title_px` 0: the size of a title.
void heading(Ui& ui, Rect& content, std::string_view title, std::string_view under = {},
             float title_px = 0);
// The same on a screen that is only read: in low reach as well it takes no more than it needs.
void reading_heading(Ui& ui, Rect& content, std::string_view title, std::string_view under = {});
// The street across the display at the foot of `room`, the reading part of a screen in low reach;
// nothing where there is no room.
void street_above(Ui& ui, Rect const& room);

// The name of month 1 to 12.
[[nodiscard]] pages::Phrase month_name(int month);
// "maandag 23 november", "ma 23 november" and "14.20 uur".
[[nodiscard]] std::string long_date(ScreenContext const& context);
[[nodiscard]] std::string short_date(ScreenContext const& context);
[[nodiscard]] std::string time_of_day(ScreenContext const& context);
// "donderdag 13.00 - 16.00 uur", "vandaag 13.00 - 16.00 uur", beyond a week "donderdag 3 december,
// 13.00 - 16.00 uur".
[[nodiscard]] std::string shift_words(ScreenContext const& context, entries::Shift const& shift);
// Its two parts: "donderdag" and "13.00 - 16.00 uur".
[[nodiscard]] std::string shift_day(ScreenContext const& context, entries::Shift const& shift);
[[nodiscard]] std::string shift_hours(ScreenContext const& context, entries::Shift const& shift);
// "do 13.00 - 16.00", for where there is little room.
[[nodiscard]] std::string short_shift_words(ScreenContext const& context,
                                            entries::Shift const& shift);
// "dinsdag voor 10.00 uur", "vandaag voor 16.00 uur".
[[nodiscard]] std::string read_by_words(ScreenContext const& context, entries::LocalMinute read_by);
// "vandaag", or the date of a day that is over: "maandag 23 november".
[[nodiscard]] std::string past_day_words(ScreenContext const& context, entries::LocalMinute minute);
// "16.00 uur"
[[nodiscard]] std::string clock_words(ScreenContext const& context, entries::LocalMinute minute);

// Begins with a capital where the script is Latin: for a day that opens a sentence.
[[nodiscard]] std::string sentence_case(std::string words);

// "112", also where no fact says so.
[[nodiscard]] std::string emergency_number(ScreenContext const& context);
// The value of a fact that is checked and not expired; nullptr if there is none, and then it must
// not be shown as true.
[[nodiscard]] pages::Fact const* current_fact(ScreenContext const& context, std::string_view id);

} // namespace inloop::ui
