// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

void presence(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.space.padding, -theme.px(6));
    float const disc = std::min(theme.px(64), inside.h);
    Rect const icon_place = inside.take_left(disc, theme.px(24));
    if (theme.shape != Shape::compact) {
        ui.disc(icon_place.x + disc / 2, icon_place.y + icon_place.h / 2, disc / 2,
                theme.palette.card);
    }
    ui.icon(text::Icon::chat_bubble_outline, icon_place, std::round(theme.space.icon * 1.1F),
            theme.palette.blue);
    TextSpec text{.place = inside,
                  .size_px = theme.type.body,
                  .smallest_px = std::round(theme.type.body * 0.75F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.tint,
                  .stand = Stand::middle,
                  .line_height = 1.25F};
    if (theme.shape == Shape::wide) {
        text.place = inside.take_top(inside.h * 0.55F);
        text.stand = Stand::bottom;
        ui.text(text, context.phrases.rich(Phrase::home_presence));
        ui.text({.place = inside,
                 .size_px = theme.type.hint,
                 .smallest_px = std::round(theme.type.hint * 0.8F),
                 .colour = theme.palette.ink_soft,
                 .ground = theme.palette.tint},
                context.phrases.rich(Phrase::home_presence_note));
    } else {
        ui.text(text, context.phrases.rich(Phrase::home_presence));
    }
}

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
        {"home.information", Phrase::home_information, Icon::info_outline,
         event::OpenPage{std::string(pages::kPilotPage)}},
        {"home.who_solves", Phrase::home_who_solves, Icon::call_split,
         event::OpenPage{std::string(pages::kWhoSolvesPage)}},
        {"home.what_happens", Phrase::home_what_happens, Icon::verified_user,
         event::OpenPage{std::string(pages::kYourMessagePage)}},
    }};
}

} // namespace

// Six equal ways in; nobody can tell from the screen what a visitor came for.
Outcome draw_home(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.clock = true});
    Rect content = content_of(theme);
    presence(context, ui,
             content.take_top(theme.px(100, 48, 100) * (theme.shape == Shape::tall ? 1.2F : 1.0F),
                              theme.px(16, 8, 16)));
    TextSpec title =
        body_text(theme, content.take_top(std::round(theme.type.title * 1.3F), theme.px(14, 6, 14)),
                  theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.7F);
    ui.text(title, context.phrases.plain(Phrase::home_title));
    int const columns = theme.shape == Shape::tall ? 2 : 3;
    auto tiles = home_tiles();
    int n = 0;
    for (HomeTile& one : tiles) {
        Rect const cell = content.cell(n % columns, n / columns, columns, 6 / columns,
                                       theme.space.gap_x, theme.space.gap_y);
        if (tile(ui, {one.id, cell, context.phrases.plain(one.label), one.icon})) {
            outer.event = std::move(one.event);
        }
        ++n;
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
