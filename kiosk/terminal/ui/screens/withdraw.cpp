// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <utility>

namespace inloop::ui {

using pages::Phrase;

// What withdrawing does, before it is done. Neither answer weighs more.
Outcome draw_withdraw(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    MessagePage page{.icon = text::Icon::help_outline,
                     .title = context.phrases.plain(Phrase::withdraw_title),
                     .text = context.phrases.rich(Phrase::withdraw_text)};
    page.actions.push_back({.id = "withdraw.yes",
                            .label = context.phrases.plain(Phrase::withdraw_yes),
                            .icon = text::Icon::undo,
                            .event = flow::event::Send{}});
    page.actions.push_back({.id = "withdraw.no",
                            .label = context.phrases.plain(Phrase::withdraw_no),
                            .icon = text::Icon::arrow_back,
                            .event = flow::event::Back{}});
    Outcome tapped = message_page(ui, context, std::move(page));
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
