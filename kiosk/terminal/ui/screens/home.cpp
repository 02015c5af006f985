// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/presence.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

struct HomeTile {
    char const* id;
    Phrase label;
    text::Icon icon;
    flow::Event event;
};

std::array<HomeTile, 6> home_tiles() {
    using entries::EntryKind;
    using text::Icon;
    namespace event = flow::event;
    return {{
        {"home.question", Phrase::home_question, Icon::help_outline,
         event::Choose{EntryKind::question}},
        {"home.pass_on", Phrase::home_pass_on, Icon::chat_bubble_outline,
         event::Choose{EntryKind::pass_on}},
        {"home.idea", Phrase::home_idea, Icon::lightbulb_outline, event::Choose{EntryKind::idea}},
        {"home.information", Phrase::home_information, Icon::info_outline, event::OpenPages{}},
        {"home.who_solves", Phrase::home_who_solves, Icon::call_split,
         event::OpenPage{std::string(pages::kWhoSolvesPage)}},
        {"home.code", Phrase::home_code, Icon::dialpad, event::OpenCode{}},
    }};
}

Phrase title_of(ScreenContext const& context) {
    return context.presence.now ? Phrase::home_title_present : Phrase::home_title;
}

// The title, and right of it the line of news where a wide display has room.
void title_row(ScreenContext const& context, Ui& ui, Rect row) {
    Theme const& theme = ui.theme();
    TextSpec title = body_text(theme, row, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.7F);
    title.stand = Stand::middle;
    title.one_line = true;
    Rect const used = ui.text(title, context.phrases.plain(title_of(context)));
    if (context.news == nullptr || theme.shape != Shape::wide) {
        return;
    }
    row.take_left(used.w, theme.px(56));
    ui.text({.place = row.grown(0, theme.px(4)),
             .size_px = theme.type.hint,
             .smallest_px = theme.type.smallest,
             .colour = theme.palette.ink,
             .bold_colour = theme.palette.blue,
             .ground = theme.palette.paper,
             .align = text::Align::end,
             .stand = Stand::middle,
             .line_height = 1.25F},
            news_words(context, ": "));
}

Outcome tiles(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    int const columns = theme.shape == Shape::tall ? 2 : 3;
    std::array<HomeTile, 6> all = home_tiles();
    std::array<TileSpec, 6> specs;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const n = static_cast<int>(i);
        Rect const cell = place.cell(n % columns, n / columns, columns, 6 / columns,
                                     theme.space.gap_x, theme.space.gap_y);
        specs[i] = {all[i].id, cell, context.phrases.plain(all[i].label), all[i].icon};
    }
    float const size = tile_size(ui, specs);
    Outcome outcome;
    for (std::size_t i = 0; i < all.size(); ++i) {
        specs[i].size_px = size;
        if (tile(ui, specs[i])) {
            outcome = std::move(all[i].event);
        }
    }
    return outcome;
}

// Above the middle only what is read: who is here, the question and the street.
Outcome in_low_reach(ScreenContext const& context, Ui& ui, Rect content) {
    Theme const& theme = ui.theme();
    Rect const reach = within_reach(theme, content);
    Rect above = content;
    above.h = std::max(1.0F, reach.y - content.y);
    presence_card(ui, context,
                  above.take_top(presence_height(context, theme), theme.px(16, 8, 16)));
    if (context.news != nullptr || theme.high_contrast() || theme.shape == Shape::tall) {
        title_row(context, ui, above.take_top(std::round(theme.type.title * 1.3F)));
    }
    street_above(ui, above);
    return tiles(context, ui, reach);
}

Outcome in_large_letters(ScreenContext const& context, Ui& ui, Rect content) {
    presence_line(ui, context, content);
    if (ui.theme().low_reach()) {
        Rect const reach = within_reach(ui.theme(), content);
        street_above(ui, {content.x, content.y, content.w, std::max(0.0F, reach.y - content.y)});
    }
    PagedColumn column(ui, context, content);
    for (HomeTile& one : home_tiles()) {
        column.row({.id = one.id, .label = context.phrases.plain(one.label), .icon = one.icon},
                   std::move(one.event));
    }
    return column.draw();
}

} // namespace

// Six equal ways in; nobody can tell from the screen what a visitor came for.
Outcome draw_home(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.clock = true});
    Rect content = content_of(theme);
    Outcome outcome;
    if (theme.large()) {
        outcome = in_large_letters(context, ui, content);
    } else if (theme.low_reach()) {
        outcome = in_low_reach(context, ui, content);
    } else {
        presence_card(ui, context,
                      content.take_top(presence_height(context, theme), theme.px(16, 8, 16)));
        title_row(context, ui,
                  content.take_top(std::round(theme.type.title * 1.3F), theme.px(14, 6, 14)));
        outcome = tiles(context, ui, content);
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
