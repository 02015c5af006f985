// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

Outcome language_buttons(ScreenContext const& context, Ui& ui, Rect const& place, int columns) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    int n = 0;
    float const height = std::max(theme.space.button + theme.px(16), theme.mm(kSmallestTargetMm));
    float const gap = theme.px(20);
    float const width =
        (place.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (pages::Language const& language : context.assets.languages) {
        int const row = n / columns;
        Rect const rect{place.x + static_cast<float>(n % columns) * (width + gap),
                        place.y + static_cast<float>(row) * (height + gap), width, height};
        if (button(ui, {.id = "attract.language." + language.code,
                        .rect = rect,
                        .label = language.own_name,
                        .size_px = theme.type.main,
                        .chosen = language.code == context.language})) {
            outcome = flow::event::StartIn{language.code};
        }
        ++n;
    }
    return outcome;
}

// What makes people dare: flat, in the colour of information.
void promise(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    place.h = std::min(place.h, theme.px(96, 64, 124));
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.space.padding, -theme.px(6));
    Rect const icon = inside.take_left(theme.space.icon, theme.px(18));
    ui.icon(text::Icon::verified_user, icon, theme.space.icon, theme.palette.blue);
    ui.text({.place = inside,
             .size_px = theme.type.card,
             .smallest_px = std::round(theme.type.card * 0.7F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle},
            context.phrases.rich(Phrase::attract_promise));
}

void words(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    TextSpec text = body_text(theme, place, theme.type.card);
    text.colour = theme.palette.ink_soft;
    text.smallest_px = text.size_px * 0.8F;
    place.take_top(ui.text(text, context.phrases.plain(Phrase::attract_over)).h, theme.px(4));

    TextSpec title = body_text(theme, place, theme.type.idle_title);
    title.bold = true;
    title.line_height = 1.14F;
    title.smallest_px = std::round(title.size_px * 0.6F);
    for (Phrase const line : {Phrase::attract_title_1, Phrase::attract_title_2}) {
        title.place = place;
        place.take_top(ui.text(title, context.phrases.plain(line)).h);
    }
    place.take_top(theme.px(20, 6, 20));
    TextSpec note = body_text(theme, place, std::round(theme.type.body * 1.12F));
    note.smallest_px = std::round(note.size_px * 0.7F);
    place.take_top(ui.text(note, context.phrases.rich(Phrase::attract_note)).h,
                   theme.px(28, 10, 28));
    promise(context, ui, place);
}

} // namespace

// Nobody is here yet: what this is, that one may ask, in which languages. Touching anywhere starts.
Outcome draw_attract(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .wiped_note = true,
               .settings = false,
               .main = MainAction{"attract.start", context.phrases.plain(Phrase::attract_start),
                                  text::Icon::touch_app}});
    Rect bleed = content_bleed(theme);
    float const street_height = street_height_of(theme);
    street(ui, bleed.take_bottom(street_height));
    Rect content = content_of(theme);
    content.h -= street_height;
    Outcome outcome;
    if (theme.shape == Shape::tall) {
        std::size_t const pairs = (context.assets.languages.size() + 1) / 2;
        auto const rows = static_cast<float>(pairs);
        Rect const languages =
            content.take_bottom(rows * (theme.space.button + theme.px(36)), theme.px(12));
        outcome = language_buttons(context, ui, languages, 2);
    } else {
        Rect languages = content.take_right(std::round(content.w * 0.345F), theme.px(40));
        languages.take_top(theme.px(24, 4, 24));
        outcome = language_buttons(context, ui, languages, 2);
    }
    words(context, ui, content);
    // Everything else below the strip starts as well; asked last, so that the buttons on it come
    // first.
    Rect rest = ui.screen();
    rest.take_top(theme.space.strip);
    Touch const anywhere = ui.touch({.id = "attract.anywhere",
                                     .role = Role::scroll_area,
                                     .label = context.phrases.plain(Phrase::attract_start),
                                     .rect = rest});
    if (outer.event) {
        return std::move(outer.event);
    }
    if (!outcome && (outer.main || anywhere.tapped)) {
        outcome = flow::event::Start{};
    }
    return outcome;
}

} // namespace inloop::ui
