// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/screens/wait_page.h"

namespace inloop::ui {

using pages::Phrase;

namespace {

// How long making the code takes on a slow board. The bar ends when the letter is kept, not when
// time is up.
constexpr float kUsualSeconds = 1.6F;

} // namespace

// Being sealed and stored. Nothing can be touched but the strip.
Outcome draw_sending(ScreenContext const& context, flow::screen::Sending const& screen,
                     std::optional<flow::FollowUpAction> follow_up, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context, {.wipe = false, .wiped_note = false, .settings = false});
    wait_page(ui, {.title = context.phrases.plain(Phrase::sending_title),
                   .text = context.phrases.rich(follow_up ? Phrase::follow_up_sending
                                                          : Phrase::sending_wait),
                   .share = share_since(ui, screen.since, kUsualSeconds)});
    return std::move(outer.event);
}

} // namespace inloop::ui
