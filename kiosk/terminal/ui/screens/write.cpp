// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/text_box.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

Phrase title_of(entries::EntryKind kind) {
    switch (kind) {
    case entries::EntryKind::pass_on:
        return Phrase::write_title_pass_on;
    case entries::EntryKind::idea:
        return Phrase::write_title_idea;
    case entries::EntryKind::question:
        break;
    }
    return Phrase::write_title_question;
}

void title_line(ScreenContext const& context, Ui& ui, flow::Draft const& draft, Rect place) {
    Theme const& theme = ui.theme();
    int const left = letters_left(draft);
    if (left < kCountFrom) {
        std::string const words =
            left > 0 ? context.phrases.plain(Phrase::write_left, {{"count", std::to_string(left)}})
                     : context.phrases.plain(Phrase::write_full);
        Rect const count = place.take_right(place.w * 0.42F, theme.space.small);
        ui.text({.place = count,
                 .size_px = theme.type.button,
                 .smallest_px = std::round(theme.type.label * 0.7F),
                 .colour = theme.palette.ink_soft,
                 .ground = theme.palette.paper,
                 .align = text::Align::end,
                 .stand = Stand::bottom,
                 .line_height = 1.2F},
                words);
    }
    TextSpec title = body_text(theme, place, std::round(theme.type.heading * 1.02F));
    title.bold = true;
    title.line_height = 1.2F;
    title.stand = Stand::bottom;
    title.smallest_px = std::round(title.size_px * 0.7F);
    title.one_line = true;
    ui.text(title, context.phrases.plain(title_of(draft.kind)));
}

void hint(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(theme.shape == Shape::compact ? 10 : 20), -theme.px(8));
    if (theme.shape != Shape::compact) {
        Rect const icon = inside.take_left(theme.space.icon, theme.px(16));
        ui.icon(text::Icon::person_outline, icon, theme.space.icon, theme.palette.blue);
    }
    pages::RichText words;
    if (theme.shape == Shape::wide) {
        pages::append(words, context.phrases.plain(Phrase::write_hint_bold), true);
        pages::append(words, " " + context.phrases.plain(Phrase::write_hint), false);
    } else {
        words = context.phrases.rich(Phrase::write_hint_short);
    }
    ui.text({.place = inside,
             .size_px = theme.type.hint,
             .smallest_px = std::round(theme.type.hint * 0.75F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle,
             .line_height = 1.28F},
            words);
}

struct WritePlaces {
    Rect title, box, hint, keyboard, show_keys;
};

WritePlaces places_of(Theme const& theme, flow::Draft const& draft) {
    Rect content = content_bleed(theme);
    WritePlaces places;
    if (!draft.keyboard_hidden) {
        places.keyboard = content.take_bottom(keyboard_height(theme));
    }
    content = content.grown(-theme.space.margin, 0);
    content.take_top(theme.px(theme.shape == Shape::wide ? 12 : 4));
    content.take_bottom(theme.px(theme.shape == Shape::compact ? 2 : 10));
    places.title = content.take_top(std::round(theme.type.heading * 1.25F),
                                    theme.px(theme.shape == Shape::compact ? 4 : 8));
    if (theme.shape == Shape::tall) {
        places.hint = content.take_bottom(theme.px(98), theme.px(14));
    } else {
        places.hint = content.take_right(std::round(content.w * 0.277F), theme.px(24));
        places.hint.h = std::min(places.hint.h, theme.px(180));
    }
    if (draft.keyboard_hidden) {
        float const height = theme.space.bar_button;
        places.show_keys =
            theme.shape == Shape::tall
                ? content.take_bottom(height, theme.px(14))
                : Rect{places.hint.x, content.bottom() - height, places.hint.w, height};
    }
    places.box = content;
    return places;
}

} // namespace

Outcome draw_write(ScreenContext const& context, flow::Draft& draft, Privacy privacy, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"write.next", context.phrases.plain(Phrase::write_next),
                                  text::Icon::arrow_forward, !utf8::is_blank(draft.text.view())}});
    WritePlaces const places = places_of(theme, draft);
    // The keys come before the box, so that a letter is seen in the frame in which its key went
    // down.
    if (!draft.keyboard_hidden) {
        if (auto const key = keyboard(ui, context, draft, places.keyboard)) {
            apply_key(ui, places.box, draft, *key);
        }
    }
    if (draft.keyboard_hidden && button(ui, {.id = "write.show_keys",
                                             .rect = places.show_keys,
                                             .label = context.phrases.plain(Phrase::key_show)})) {
        draft.keyboard_hidden = false;
    }
    title_line(context, ui, draft, places.title);
    hint(context, ui, places.hint);
    text_box(ui, places.box, draft,
             {.label = context.phrases.plain(Phrase::write_box),
              .placeholder = context.phrases.plain(Phrase::write_placeholder),
              .scroll = {context.phrases.plain(Phrase::write_text_up),
                         context.phrases.plain(Phrase::write_text_down)}},
             privacy);
    if (outer.main) {
        return flow::event::Next{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
