// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"

namespace inloop::ui {

using pages::Phrase;

// The same text was sent minutes ago: most likely the visitor was not sure that it worked.
Outcome draw_already_sent(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"already_sent.done", context.phrases.plain(Phrase::already_sent_done),
                            text::Icon::check}});
    MessagePage page{.icon = text::Icon::check_circle,
                     .tone = MessagePage::Tone::done,
                     .title = context.phrases.plain(Phrase::already_sent_title),
                     .text = context.phrases.rich(Phrase::already_sent_text)};
    page.actions.push_back({.id = "already_sent.change",
                            .label = context.phrases.plain(Phrase::already_sent_change),
                            .icon = text::Icon::edit,
                            .event = flow::event::Change{flow::Part::message}});
    page.actions.push_back({.id = "already_sent.again",
                            .label = context.phrases.plain(Phrase::already_sent_again),
                            .icon = text::Icon::send,
                            .event = flow::event::SendAnyway{}});
    Outcome tapped = message_page(ui, context, std::move(page));
    if (outer.main) {
        return flow::event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
