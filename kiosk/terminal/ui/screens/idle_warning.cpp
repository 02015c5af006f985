// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
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

// How the dialog is divided.
struct DialogPlaces {
    Rect dialog, yes, bar, words;
};

DialogPlaces places_of(Theme const& theme, Rect const& bleed) {
    DialogPlaces places;
    bool const large = theme.large();
    float const width = large ? bleed.w - theme.px(48, 20, 32)
                              : std::min(bleed.w - theme.px(32), theme.px(800, 624, 800));
    float const height = large ? bleed.h - theme.px(24, 14, 120) - theme.space.dialog_edge
                               : std::min(bleed.h - theme.px(24), theme.px(428, 300, 560));
    places.dialog = bleed.centred(width, height);
    places.dialog.y -= large ? std::floor(theme.space.dialog_edge / 2) : 0;
    Rect inside = large ? places.dialog.grown(-theme.px(32, 18, 32), -theme.px(20, 8, 28))
                        : places.dialog.grown(-theme.px(40, 24, 40), -theme.px(36, 18, 36));
    places.yes = inside.take_bottom(std::max(theme.px(104, 64, 112), theme.mm(kSmallestTargetMm)),
                                    large ? theme.px(16, 8, 28) : theme.px(28, 14, 28));
    places.bar = inside.take_bottom(large ? theme.px(14, 8, 16) : theme.px(16),
                                    large ? theme.px(8, 4, 12) : theme.px(12));
    places.words = inside;
    return places;
}

void question(ScreenContext const& context, flow::IdleWarning const& warning, pages::Phrase what,
              Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    TextSpec title = body_text(theme, place, theme.type.gate);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.6F);
    if (theme.large() && theme.shape != Shape::tall) { // so that the words beneath have the room
        title.one_line = true;
    }
    place.take_top(ui.text(title, context.phrases.plain(Phrase::idle_title)).h, theme.px(8, 2, 8));
    TextSpec text = body_text(
        theme, place, theme.large() ? theme.type.body : std::round(theme.type.body * 1.12F));
    text.line_height = theme.large() ? 1.2F : 1.35F;
    text.smallest_px = std::round(theme.type.body * (theme.large() ? 0.6F : 0.7F));
    ui.text(text, context.phrases.rich(what, {{"seconds", std::to_string(warning.seconds_left)}}));
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
    DialogPlaces const places = places_of(theme, bleed);
    Rect const& dialog = places.dialog;
    ui.fill({dialog.x, dialog.y + theme.space.dialog_edge, dialog.w, dialog.h},
            theme.high_contrast() ? p.paper : p.ink, theme.space.radius_dialog);
    ui.fill(dialog, p.paper, theme.space.radius_dialog);
    if (theme.high_contrast()) {
        ui.outline(dialog, p.line, theme.space.border_focus, theme.space.radius_dialog);
    }
    countdown(ui, places.bar,
              static_cast<float>(warning.seconds_left) /
                  static_cast<float>(std::max(1, warning.seconds_total)));
    question(context, warning, what, ui, places.words);
    bool const said_yes = button(ui, {.id = "idle.yes",
                                      .rect = places.yes,
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
