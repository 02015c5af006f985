// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/screens/wait_page.h"

namespace inloop::ui {

using pages::Phrase;

namespace {

// What looking takes, whatever is found: see flow::CodeReader.
constexpr float kUsualLookUpSeconds = 2.5F;

} // namespace

// The code is looked up. Nothing can be touched but the strip.
Outcome draw_looking_up(ScreenContext const& context, flow::screen::LookingUp const& screen,
                        Ui& ui) {
    FrameOutcome outer =
        frame(ui, context, {.wipe = false, .wiped_note = false, .settings = false});
    wait_page(ui, {.title = context.phrases.plain(Phrase::looking_up_title),
                   .text = context.phrases.rich(Phrase::looking_up_wait),
                   .share = share_since(ui, screen.since, kUsualLookUpSeconds)});
    return std::move(outer.event);
}

} // namespace inloop::ui
