// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/presence.h"

#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// Who says that somebody is here, and what to do if nobody is.
pages::RichText here_note(ScreenContext const& context) {
    if (context.presence.by_hand) {
        return context.phrases.rich(Phrase::home_present_now_note);
    }
    std::string const until = clock_words(context, context.presence.now->until);
    return context.phrases.rich(Phrase::home_present_note, {{"until", until}});
}

// What the card says in one state.
struct PresenceWords {
    pages::RichText first;
    pages::RichText second; // a wide display has room for it
    text::Icon icon = text::Icon::schedule;
    bool here = false;
};

PresenceWords words_of(ScreenContext const& context, Shape shape) {
    bool const wide = shape == Shape::wide;
    PresenceWords words;
    if (context.presence.now) {
        words.here = true;
        words.icon = text::Icon::meeting_room;
        words.first = shape == Shape::compact ? here_short(context)
                                              : context.phrases.rich(Phrase::home_present);
        words.second = shape == Shape::tall ? here_short(context) : here_note(context);
        return words;
    }
    if (!context.presence.next.empty()) {
        std::string const when = shift_words(context, context.presence.next.front());
        words.first = context.phrases.rich(Phrase::home_presence_next, {{"when", when}});
    } else {
        pages::append(words.first, context.phrases.plain(Phrase::home_presence_bold) + " ", true);
        pages::append(words.first, context.phrases.plain(Phrase::home_presence), false);
        words.icon = text::Icon::chat_bubble_outline;
    }
    if (wide) {
        words.second = context.phrases.rich(Phrase::home_presence_note);
    }
    return words;
}

void presence_icon(Ui& ui, PresenceWords const& words, Rect const& place) {
    Theme const& theme = ui.theme();
    float const radius = place.w / 2;
    Colour colour = theme.palette.blue;
    if (words.here) {
        colour = theme.palette.on_amber;
        ui.disc(place.x + radius, place.y + place.h / 2, radius, theme.palette.amber);
    } else if (theme.shape != Shape::compact) {
        ui.disc(place.x + radius, place.y + place.h / 2, radius, theme.palette.card);
    }
    float const size = std::min(place.w * 0.72F, std::round(theme.space.icon * 1.2F));
    ui.icon(words.icon, place, words.here ? place.w * 0.66F : size, colour);
}

} // namespace

float presence_height(ScreenContext const& context, Theme const& theme) {
    return context.presence.now ? theme.px(120, 48, 124) : theme.px(100, 48, 120);
}

void presence_card(Ui& ui, ScreenContext const& context, Rect const& place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    PresenceWords const words = words_of(context, theme.shape);
    ui.fill(place, words.here ? p.blue : p.tint, theme.space.radius);
    if (theme.high_contrast()) {
        ui.outline(place, p.line, theme.space.border, theme.space.radius);
    }
    Rect inside = place.grown(-theme.space.padding, -theme.px(8, 4, 8));
    float const disc = std::min(words.here ? theme.px(80, 38, 88) : theme.px(64, 38, 68), inside.h);
    presence_icon(ui, words, inside.take_left(disc, theme.px(24, 14, 20)));
    bool const large_first = words.here && theme.shape == Shape::wide;
    TextSpec first{.size_px = large_first ? std::round(theme.type.title * 0.9F)
                                          : std::round(theme.type.body * 1.05F),
                   .colour = words.here ? p.on_blue : p.ink,
                   .ground = words.here ? p.blue : p.tint,
                   .line_height = 1.25F,
                   .bold = words.here};
    first.smallest_px = std::round(theme.type.body * 0.75F);
    if (words.second.empty() || theme.shape == Shape::compact) {
        first.place = inside;
        first.stand = Stand::middle;
        ui.text(first, words.first);
        return;
    }
    TextSpec second = first;
    second.bold = false;
    second.size_px = std::round(theme.type.hint * (words.here ? 1.08F : 1.0F));
    second.smallest_px = std::round(second.size_px * 0.8F);
    second.colour = words.here ? p.on_blue : p.ink_soft;
    second.stand = Stand::top;
    first.stand = Stand::bottom;
    first.place = inside.take_top(std::round(inside.h * 0.55F), theme.px(2));
    second.place = inside;
    ui.text(first, words.first);
    ui.text(second, words.second);
}

void presence_line(Ui& ui, ScreenContext const& context, Rect& content) {
    Theme const& theme = ui.theme();
    pages::RichText words;
    text::Icon icon = text::Icon::schedule;
    if (context.presence.now) {
        words = here_short(context);
        icon = text::Icon::meeting_room;
    } else if (!context.presence.next.empty()) {
        std::string const when = short_shift_words(context, context.presence.next.front());
        words = context.phrases.rich(Phrase::home_presence_next_short, {{"when", when}});
    } else {
        words = context.phrases.rich(Phrase::home_presence);
        icon = text::Icon::chat_bubble_outline;
    }
    TextSpec spec = body_text(theme, content, theme.type.body);
    spec.line_height = 1.15F;
    spec.bold = true;
    float const size = theme.space.icon;
    float const indent = size + theme.px(28, 14, 18);
    spec.place.take_left(theme.px(28, 14, 4) + indent);
    float const line = std::round(spec.size_px * spec.line_height);
    spec.place.h = line * (theme.shape == Shape::tall ? 2.F : 1.F);
    spec.smallest_px = std::round(spec.size_px * 0.66F);
    spec.stand = Stand::middle;
    Rect const used = ui.text(spec, words);
    ui.icon(icon, {content.x + theme.px(28, 14, 4), spec.place.y, size, spec.place.h}, size,
            theme.palette.blue);
    content.take_top(std::max(used.h, spec.place.h), theme.px(14, 8, 16));
}

pages::RichText here_short(ScreenContext const& context) {
    if (context.presence.by_hand) {
        return context.phrases.rich(Phrase::home_present_now_short);
    }
    std::string const until = clock_words(context, context.presence.now->until);
    return context.phrases.rich(Phrase::home_present_short, {{"until", until}});
}

pages::RichText news_words(ScreenContext const& context, std::string_view between) {
    bool const done = context.news->kind == pages::NewsKind::done;
    pages::RichText words;
    pages::append(
        words, context.phrases.plain(done ? Phrase::attract_done : Phrase::attract_notice), true);
    pages::append(words, std::string(between) + context.news->words.in(context.language), false);
    return words;
}

} // namespace inloop::ui
