// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

void countdown(Ui& ui, Rect place, float left) {
    Theme const& theme = ui.theme();
    ui.fill(place, theme.palette.line, place.h / 2);
    place.w = std::max(place.h, std::round(place.w * left));
    ui.fill(place, theme.palette.blue, place.h / 2);
}

} // namespace

// Lies over the covered screen. Any touch of the content means yes; strip and bar stay alive above
// and below it.
Outcome draw_idle_warning(ScreenContext const& context, flow::IdleWarning const& warning,
                          pages::Phrase what, Ui& ui) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    Rect const bleed = content_bleed(theme);
    ui.fill(bleed, p.cover);
    Rect const dialog =
        bleed.centred(std::min(bleed.w - theme.px(32),
                               theme.px(800) * (theme.shape == Shape::compact ? 0.78F : 1.0F)),
                      std::min(bleed.h - theme.px(24), theme.px(428, 300, 560)));
    ui.fill({dialog.x, dialog.y + theme.space.dialog_edge, dialog.w, dialog.h}, p.ink,
            theme.space.radius_dialog);
    ui.fill(dialog, p.paper, theme.space.radius_dialog);
    Rect inside = dialog.grown(-theme.px(40, 24, 40), -theme.px(36, 18, 36));
    Rect const yes = inside.take_bottom(
        std::max(theme.px(104, 64, 104), theme.mm(kSmallestTargetMm)), theme.px(28, 14, 28));
    countdown(ui, inside.take_bottom(theme.px(16), theme.px(12)),
              static_cast<float>(warning.seconds_left) /
                  static_cast<float>(std::max(1, warning.seconds_total)));
    TextSpec title = body_text(theme, inside, theme.type.gate);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.6F);
    inside.take_top(ui.text(title, context.phrases.plain(Phrase::idle_title)).h, theme.px(8));
    TextSpec text = body_text(theme, inside, std::round(theme.type.body * 1.12F));
    text.smallest_px = std::round(theme.type.body * 0.7F);
    ui.text(text, context.phrases.rich(what, {{"seconds", std::to_string(warning.seconds_left)}}));
    bool const said_yes = button(ui, {.id = "idle.yes",
                                      .rect = yes,
                                      .label = context.phrases.plain(Phrase::idle_yes),
                                      .icon = text::Icon::check,
                                      .look = ButtonLook::main_action,
                                      .size_px = std::round(theme.type.heading * 1.02F)});
    Touch const anywhere = ui.touch({.id = "idle.anywhere",
                                     .role = Role::scroll_area,
                                     .label = context.phrases.plain(Phrase::idle_yes),
                                     .rect = bleed});
    if (said_yes || anywhere.tapped) {
        return flow::event::StillHere{};
    }
    return std::nullopt;
}

} // namespace inloop::ui
