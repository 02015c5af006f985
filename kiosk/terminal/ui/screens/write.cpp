// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/text_box.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace inloop::ui {

using pages::Phrase;

namespace {

using FollowUp = std::optional<flow::FollowUpAction>;

Phrase title_of(entries::EntryKind kind, FollowUp follow_up) {
    if (follow_up) {
        return follow_up == flow::FollowUpAction::not_solved ? Phrase::follow_up_title_not_solved
                                                             : Phrase::follow_up_title_more;
    }
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

// In large letters the box says in its first line what to write; a title would take half of it.
bool title_in_box(Theme const& theme) {
    return theme.large();
}

void count(ScreenContext const& context, Ui& ui, int left, Rect const& place) {
    Theme const& theme = ui.theme();
    std::string const words =
        left > 0 ? context.phrases.plain(Phrase::write_left, {{"count", std::to_string(left)}})
                 : context.phrases.plain(Phrase::write_full);
    ui.text({.place = place,
             .size_px = theme.type.button,
             .smallest_px = std::round(theme.type.button * 0.55F),
             .colour = theme.palette.ink_soft,
             .ground = theme.palette.paper,
             .align = text::Align::end,
             .stand = Stand::bottom,
             .line_height = 1.2F},
            words);
}

void title_line(ScreenContext const& context, Ui& ui, flow::Draft const& draft, FollowUp follow_up,
                Rect place) {
    Theme const& theme = ui.theme();
    int const left = letters_left(draft.message, kMessageLimits);
    if (title_in_box(theme)) {
        count(context, ui, left, place);
        return;
    }
    if (left < kCountFrom) {
        count(context, ui, left, place.take_right(place.w * 0.42F, theme.space.small));
    }
    TextSpec title = body_text(theme, place, std::round(theme.type.heading * 1.02F));
    title.bold = true;
    title.line_height = 1.2F;
    title.stand = Stand::bottom;
    title.smallest_px = std::round(title.size_px * 0.6F);
    title.one_line = true;
    ui.text(title, context.phrases.plain(title_of(draft.kind, follow_up)));
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

float keys_height(Theme const& theme) {
    float const usual = keyboard_height(theme);
    if (!title_in_box(theme)) {
        return usual;
    }
    float const around = theme.px(12, 4, 14) + theme.px(10, 2, 12);
    return std::min(usual, content_bleed(theme).h - text_box_height(theme, 2) - around);
}

// The count takes a line of the box where it has no other place.
bool counts(flow::Draft const& draft) {
    return letters_left(draft.message, kMessageLimits) < kCountFrom;
}

WritePlaces large_places(Theme const& theme, flow::Draft const& draft) {
    WritePlaces places;
    Rect content = content_bleed(theme);
    bool const keys = !draft.message.keyboard_hidden;
    if (keys) {
        places.keyboard = content.take_bottom(keys_height(theme));
    }
    content = content.grown(-theme.space.margin, 0);
    content.take_top(theme.px(12, 4, 14));
    content.take_bottom(theme.px(10, 2, 12));
    if (!keys) {
        Rect foot = content.take_bottom(theme.space.bar_button, theme.px(14, 8, 16));
        places.show_keys = foot.take_right(theme.px(480, 300, 440));
        if (counts(draft)) {
            places.title = foot;
        }
    } else if (counts(draft)) {
        places.title = content.take_bottom(std::round(theme.type.button * 1.25F), theme.px(6));
    }
    places.box = content;
    return places;
}

WritePlaces places_of(Theme const& theme, flow::Draft const& draft) {
    if (title_in_box(theme)) {
        return large_places(theme, draft);
    }
    Rect content = content_bleed(theme);
    WritePlaces places;
    if (!draft.message.keyboard_hidden) {
        places.keyboard = content.take_bottom(keys_height(theme));
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
    if (draft.message.keyboard_hidden) {
        float const height = theme.space.bar_button;
        places.show_keys =
            theme.shape == Shape::tall
                ? content.take_bottom(height, theme.px(14))
                : Rect{places.hint.x, content.bottom() - height, places.hint.w, height};
    }
    places.box = content;
    return places;
}

// Whether there must be words: who says that it is not solved has said enough.
bool may_be_blank(FollowUp follow_up) {
    return follow_up == flow::FollowUpAction::not_solved;
}

pages::RichText placeholder(ScreenContext const& context, Theme const& theme,
                            flow::Draft const& draft, FollowUp follow_up) {
    bool const blank = may_be_blank(follow_up);
    if (!title_in_box(theme)) {
        return {{context.phrases.plain(blank ? Phrase::follow_up_may_be_empty
                                             : Phrase::write_placeholder),
                 false}};
    }
    return {
        {context.phrases.plain(title_of(draft.kind, follow_up)), true},
        {context.phrases.plain(blank ? Phrase::follow_up_may_be_empty : Phrase::write_hint_large),
         false}};
}

// The keys come before the box, so that a letter is seen in the frame in which its key went down.
void keys(ScreenContext const& context, Ui& ui, flow::TypingField& field,
          WritePlaces const& places) {
    if (!field.keyboard_hidden) {
        KeyboardSpec const spec{
            .place = places.keyboard, .layer = field.layer, .shift = field.shift};
        if (auto const key = keyboard(ui, context, spec)) {
            apply_key(ui, places.box, field, kMessageLimits, *key);
        }
    } else if (button(ui, {.id = "write.show_keys",
                           .rect = places.show_keys,
                           .label = context.phrases.plain(Phrase::key_show)})) {
        field.keyboard_hidden = false;
    }
}

} // namespace

Outcome draw_write(ScreenContext const& context, flow::Draft& draft, FollowUp follow_up,
                   Privacy privacy, Ui& ui) {
    Theme const& theme = ui.theme();
    bool const may_go = may_be_blank(follow_up) || !utf8::is_blank(draft.message.text.view());
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{
                   "write.next",
                   context.phrases.plain(follow_up ? Phrase::summary_send : Phrase::write_next),
                   follow_up ? text::Icon::send : text::Icon::arrow_forward, may_go}});
    WritePlaces const places = places_of(theme, draft);
    keys(context, ui, draft.message, places);
    if (places.title.h > 0) {
        title_line(context, ui, draft, follow_up, places.title);
    }
    if (places.hint.h > 0) {
        hint(context, ui, places.hint);
    }
    text_box(
        ui,
        {.place = places.box,
         .label = context.phrases.plain(Phrase::write_box),
         .placeholder = placeholder(context, theme, draft, follow_up),
         .scroll = theme.low_reach() // buttons up there are out of reach; the caret is not
                       ? TypedText::ScrollLabels{}
                       : TypedText::ScrollLabels{context.phrases.plain(Phrase::write_text_up),
                                                 context.phrases.plain(Phrase::write_text_down)},
         .privacy = privacy},
        draft.message);
    if (outer.main) {
        return flow::event::Next{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
