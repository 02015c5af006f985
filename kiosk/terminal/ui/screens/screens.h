// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/text_box.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>

namespace inloop::ui {

// One function a screen: reads what there is, draws it, returns what was tapped. None keeps,
// decides or stores anything. They are called between Ui::begin() and Ui::end().
using Outcome = std::optional<flow::Event>;

[[nodiscard]] Outcome draw_attract(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_home(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_information(ScreenContext const& context,
                                       flow::screen::Information& screen, Ui& ui);
[[nodiscard]] Outcome draw_write(ScreenContext const& context, flow::Draft& draft, Privacy privacy,
                                 Ui& ui);
[[nodiscard]] Outcome draw_summary(ScreenContext const& context, flow::Draft const& draft,
                                   flow::screen::Summary& screen, Privacy privacy, Ui& ui);
[[nodiscard]] Outcome draw_sending(ScreenContext const& context,
                                   flow::screen::Sending const& screen, Ui& ui);
[[nodiscard]] Outcome draw_receipt(ScreenContext const& context,
                                   flow::screen::Receipt const& screen, Privacy privacy, Ui& ui);
[[nodiscard]] Outcome draw_not_stored(ScreenContext const& context,
                                      flow::screen::NotStored const& screen, Ui& ui);

// Over a screen.
[[nodiscard]] Outcome draw_emergency(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_languages(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_idle_warning(ScreenContext const& context,
                                        flow::IdleWarning const& warning, pages::Phrase what,
                                        Ui& ui);

// The screen the journey is on, with whatever lies over it.
[[nodiscard]] Outcome draw_journey(ScreenContext const& context, flow::Journey& journey, Ui& ui);

} // namespace inloop::ui
