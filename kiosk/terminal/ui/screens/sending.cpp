// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <chrono>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// How long making the code takes on a slow board. The bar nears its end without ever reaching it:
// it ends when the letter is kept, not when time is up.
constexpr float kUsualSeconds = 1.6F;

// Then the bar has come as far as it gets; a card that hangs must not keep the processor busy as
// well.
constexpr Milliseconds kMovesFor{15'000};

float progress(flow::screen::Sending const& screen, Instant now) {
    float const seconds = std::chrono::duration<float>(now - screen.since).count();
    return 1 - std::exp(-1.6F * std::max(0.0F, seconds) / kUsualSeconds);
}

} // namespace

// Being sealed and stored. Nothing can be touched but the strip.
Outcome draw_sending(ScreenContext const& context, flow::screen::Sending const& screen, Ui& ui) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    FrameOutcome outer =
        frame(ui, context, {.wipe = false, .wiped_note = false, .settings = false});
    Rect const content = content_of(theme);
    Rect place =
        content.centred(std::min(content.w, theme.px(760)), std::min(content.h, theme.px(300)));
    TextSpec title = body_text(
        theme, place.take_top(std::round(theme.type.title * 2.6F), theme.px(8)), theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.align = text::Align::centre;
    title.stand = Stand::bottom;
    title.smallest_px = std::round(title.size_px * 0.6F);
    ui.text(title, context.phrases.plain(Phrase::sending_title));
    TextSpec wait = body_text(
        theme, place.take_top(std::round(theme.type.body * 1.5F), theme.px(28)), theme.type.body);
    wait.align = text::Align::centre;
    wait.colour = p.ink_soft;
    wait.smallest_px = std::round(wait.size_px * 0.7F);
    ui.text(wait, context.phrases.plain(Phrase::sending_wait));
    Rect bar = place.take_top(theme.px(16));
    ui.fill(bar, p.bed, bar.h / 2);
    if (theme.high_contrast()) {
        ui.outline(bar, p.line, theme.space.border, bar.h / 2);
    }
    bar.w = std::max(bar.h, std::round(bar.w * progress(screen, ui.now())));
    ui.fill(bar, p.blue, bar.h / 2);
    if (ui.now() - screen.since < kMovesFor) {
        ui.keep_moving();
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
