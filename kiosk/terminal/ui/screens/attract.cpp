// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/presence.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

constexpr int kMostColumns = 4;

float language_height(Theme const& theme) {
    return std::max(theme.space.button + theme.px(16), theme.mm(kSmallestTargetMm));
}

float language_gap(Theme const& theme) {
    return theme.px(20, 16, 20);
}

float languages_height(ScreenContext const& context, Theme const& theme, int columns) {
    int const count = static_cast<int>(context.assets.languages.size());
    int const rows = (count + columns - 1) / columns;
    return static_cast<float>(rows) * (language_height(theme) + language_gap(theme)) -
           language_gap(theme);
}

Outcome language_buttons(ScreenContext const& context, Ui& ui, Rect const& place, int columns) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    int n = 0;
    float const height = language_height(theme);
    float const gap = language_gap(theme);
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

// The line of news, else what makes people dare: flat, in the colour of information.
void card_of_the_day(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    TextSpec text{.size_px = theme.type.card,
                  .colour = theme.palette.ink,
                  .ground = theme.palette.tint,
                  .stand = Stand::middle,
                  .line_height = 1.3F};
    pages::RichText words = context.phrases.rich(Phrase::attract_promise);
    if (context.news != nullptr) {
        words = news_words(context, "\n");
        text.bold_colour = theme.palette.blue;
    }
    float const icon = context.news != nullptr ? 0 : theme.space.icon + theme.px(18);
    float const pad = theme.px(14, 6, 14);
    float const width = place.w - 2 * theme.space.padding - icon;
    text.smallest_px = std::round(theme.type.smallest * 1.05F);
    text.size_px =
        fitting_size(ui, text, {.texts = {words}, .width = width, .height = place.h - 2 * pad});
    float const high = ui.text_height(text, words, width) + 2 * pad;
    if (high > place.h) {
        return;
    }
    place.h = std::min(place.h, std::max(high, theme.px(90, 50, 110)));
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.space.padding, -theme.px(6));
    if (icon > 0) {
        Rect const at = inside.take_left(theme.space.icon, theme.px(18));
        ui.icon(text::Icon::verified_user, at, theme.space.icon, theme.palette.blue);
    }
    text.place = inside;
    ui.text(text, words);
}

// Who is here or when somebody is: an icon, and two lines.
void when_somebody_is_here(ScreenContext const& context, Ui& ui, Rect& place) {
    Theme const& theme = ui.theme();
    pages::RichText words;
    text::Icon icon = text::Icon::schedule;
    if (context.presence.now && context.presence.by_hand) {
        icon = text::Icon::meeting_room;
        words = context.phrases.rich(Phrase::attract_present_now);
    } else if (context.presence.now) {
        icon = text::Icon::meeting_room;
        std::string const until = clock_words(context, context.presence.now->until);
        words = context.phrases.rich(Phrase::attract_present_until, {{"until", until}});
    } else if (!context.presence.next.empty()) {
        pages::append(words, context.phrases.plain(Phrase::attract_next) + "\n", false);
        pages::append(words, sentence_case(shift_words(context, context.presence.next.front())),
                      true);
    } else {
        words = context.phrases.rich(Phrase::attract_note);
        icon = text::Icon::chat_bubble_outline;
    }
    TextSpec note = body_text(theme, place, std::round(theme.type.body * 1.12F));
    note.smallest_px = std::round(note.size_px * 0.7F);
    note.line_height = 1.3F;
    float const size = std::round(theme.space.icon * 1.25F);
    Rect const at{place.x, place.y, size, 0};
    note.place.take_left(size + theme.px(20, 12, 20));
    Rect const used = ui.text(note, words);
    ui.icon(icon, {at.x, used.y, size, std::max(used.h, size)}, size, theme.palette.blue);
    place.take_top(std::max(used.h, size), theme.px(28, 10, 28));
}

// Two lines of one size.
void titles(ScreenContext const& context, Ui& ui, Rect& place) {
    Theme const& theme = ui.theme();
    bool const present = context.presence.now.has_value();
    std::array<std::string, 2> const lines{
        context.phrases.plain(present ? Phrase::attract_present_1 : Phrase::attract_title_1),
        context.phrases.plain(present ? Phrase::attract_present_2 : Phrase::attract_title_2)};
    TextSpec title = body_text(theme, place, theme.type.idle_title);
    title.bold = true;
    title.line_height = 1.14F;
    float const smallest = std::round(title.size_px * 0.75F);
    while (title.size_px > smallest && std::ranges::any_of(lines, [&](std::string const& line) {
               return ui.text_width(title, line) > place.w;
           })) {
        title.size_px -= 1;
    }
    title.smallest_px = std::round(title.size_px * 0.7F);
    for (std::string const& line : lines) {
        title.place = place;
        place.take_top(ui.text(title, line).h);
    }
}

void words(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    TextSpec text = body_text(theme, place, theme.type.card);
    text.colour = theme.palette.ink_soft;
    text.smallest_px = text.size_px * 0.8F;
    place.take_top(ui.text(text, context.phrases.plain(Phrase::attract_over)).h, theme.px(4));

    titles(context, ui, place);
    place.take_top(theme.px(20, 6, 20));
    when_somebody_is_here(context, ui, place);
    card_of_the_day(context, ui, place);
}

Outcome in_normal_reach(ScreenContext const& context, Ui& ui, Rect content) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    if (theme.shape == Shape::tall) {
        Rect const languages =
            content.take_bottom(languages_height(context, theme, 2), theme.px(24));
        outcome = language_buttons(context, ui, languages, 2);
    } else {
        Rect languages = content.take_right(std::round(content.w * 0.345F), theme.px(40));
        languages.take_top(theme.px(24, 4, 24));
        outcome = language_buttons(context, ui, languages, 2);
    }
    words(context, ui, content);
    return outcome;
}

// The languages lie in the lower half, the words above them.
Outcome in_low_reach(ScreenContext const& context, Ui& ui, Rect content) {
    Theme const& theme = ui.theme();
    Rect const reach = within_reach(theme, content);
    content.h = std::max(1.0F, reach.y - theme.px(12, 6, 12) - content.y);
    words(context, ui, content);
    return language_buttons(context, ui, reach, theme.shape == Shape::tall ? 2 : kMostColumns);
}

Outcome in_large_letters(ScreenContext const& context, Ui& ui, Rect const& content) {
    PagedColumn column(ui, context, content);
    bool const present = context.presence.now.has_value();
    column.title(
        context.phrases.plain(present ? Phrase::attract_present_2 : Phrase::attract_title_2));
    if (!context.presence.next.empty() && !present) {
        column.text(context.phrases.rich(
            Phrase::home_presence_next_short,
            {{"when", short_shift_words(context, context.presence.next.front())}}));
    }
    for (pages::Language const& language : context.assets.languages) {
        column.row({.id = "attract.language." + language.code,
                    .label = language.own_name,
                    .chosen = language.code == context.language},
                   flow::event::StartIn{language.code});
    }
    return column.draw();
}

} // namespace

// Nobody is here yet: who comes when, that one may ask, in which languages. Touching anywhere
// starts.
Outcome draw_attract(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .wiped_note = true,
               .service = true,
               .main = MainAction{"attract.start", context.phrases.plain(Phrase::attract_start),
                                  text::Icon::touch_app}});
    Rect bleed = content_bleed(theme);
    Rect content = content_of(theme);
    Outcome outcome;
    if (theme.large()) {
        outcome = in_large_letters(context, ui, content);
    } else {
        bool const low = theme.low_reach();
        float const taken = low ? within_reach(theme, content).y - bleed.y +
                                      languages_height(context, theme, kMostColumns) + theme.px(24)
                                : 0;
        // On a small display the words need the room more.
        float const share = theme.shape == Shape::compact ? 0.8F : 1.0F;
        float const street_height =
            std::min(std::round(street_height_of(theme) * share), bleed.h - taken);
        street(ui, bleed.take_bottom(street_height));
        content.h -= low ? 0 : street_height;
        outcome = low ? in_low_reach(context, ui, content) : in_normal_reach(context, ui, content);
    }
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
