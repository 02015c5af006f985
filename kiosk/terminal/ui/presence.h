// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/ui/frame.h"

#include <string_view>

namespace inloop::ui {

// The card that says first who is here: blue with an open door while somebody is, on the tint of
// information when somebody comes or nobody is planned.
void presence_card(Ui& ui, ScreenContext const& context, Rect const& place);
// How tall it stands.
[[nodiscard]] float presence_height(ScreenContext const& context, Theme const& theme);

// The same in one line of large letters, without a card. Takes its part off the top of `content`.
void presence_line(Ui& ui, ScreenContext const& context, Rect& content);

// "Er is iemand tot 16.00 uur", and where nobody said until when "Er is nu iemand";
// context.presence.now must be there.
[[nodiscard]] pages::RichText here_short(ScreenContext const& context);

// The line of news of today with what it is in bold before it; context.news must be there.
[[nodiscard]] pages::RichText news_words(ScreenContext const& context, std::string_view between);

} // namespace inloop::ui
