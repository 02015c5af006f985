// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <utility>

namespace inloop::ui {

using pages::Phrase;

// What is true of what a visitor did with his letter: kept here, and not yet with the police.
Outcome draw_followed_up(ScreenContext const& context, flow::screen::FollowedUp const& screen,
                         Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.wipe = false,
         .main = MainAction{"followed_up.done", context.phrases.plain(Phrase::code_result_done),
                            text::Icon::check}});
    bool const withdrawn = screen.action == flow::FollowUpAction::withdraw;
    Outcome tapped =
        message_page(ui, context,
                     {.icon = text::Icon::check,
                      .tone = MessagePage::Tone::done,
                      .title = context.phrases.plain(withdrawn ? Phrase::follow_up_thanks_withdraw
                                                               : Phrase::follow_up_thanks),
                      .text = context.phrases.rich(withdrawn ? Phrase::follow_up_kept_withdraw
                                                             : Phrase::follow_up_kept)});
    if (outer.main) {
        return flow::event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
