// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/choice.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kYes = "happening.yes";
constexpr char const* kNo = "happening.no";

Outcome large(ScreenContext const& context, Ui& ui, Rect const& content) {
    PagedColumn column(ui, context, content);
    column.title(context.phrases.plain(Phrase::happening_title));
    column.row({.id = kYes,
                .label = context.phrases.plain(Phrase::happening_yes),
                .icon = text::Icon::phone},
               event::Happens{true});
    column.row({.id = kNo,
                .label = context.phrases.plain(Phrase::happening_no),
                .icon = text::Icon::schedule},
               event::Happens{false});
    column.text(context.phrases.rich(Phrase::happening_doubt));
    column.text(context.phrases.plain(Phrase::happening_under));
    return column.draw();
}

// Who does not know what to choose is led to the numbers to call.
void doubt(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    ui.icon(text::Icon::help_outline, place.take_left(theme.space.icon, theme.px(18, 10, 16)),
            theme.space.icon, theme.palette.blue);
    TextSpec text = body_text(theme, place, theme.type.card);
    text.smallest_px = std::round(text.size_px * 0.75F);
    text.stand = Stand::middle;
    text.line_height = 1.25F;
    ui.text(text, context.phrases.rich(Phrase::happening_doubt));
}

std::array<ChoiceSpec, 2> answers(ScreenContext const& context, Theme const& theme,
                                  Rect const& place) {
    bool const stacked = theme.shape == Shape::tall;
    float const gap = theme.low_reach() ? theme.px(18) : theme.space.gap_y;
    auto const cell = [&](int n) {
        return stacked ? place.cell(0, n, 1, 2, 0, gap)
                       : place.cell(n, 0, 2, 1, theme.space.gap_x, 0);
    };
    return {{{.id = kYes,
              .rect = cell(0),
              .icon = text::Icon::phone,
              .tone = ChoiceTone::emergency,
              .title = context.phrases.plain(Phrase::happening_yes),
              .words = context.phrases.plain(Phrase::happening_yes_text),
              .foot = context.phrases.plain(Phrase::happening_yes_then)},
             {.id = kNo,
              .rect = cell(1),
              .icon = text::Icon::schedule,
              .title = context.phrases.plain(Phrase::happening_no),
              .words = context.phrases.plain(Phrase::happening_no_text),
              .foot = context.phrases.plain(Phrase::happening_no_then)}}};
}

} // namespace

// Two answers of equal size. Red only on the phone, because it leads to 112.
Outcome draw_happening(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    Rect content = content_of(theme);
    if (theme.large()) {
        Outcome outcome = large(context, ui, content);
        return outer.event ? std::move(outer.event) : std::move(outcome);
    }
    std::string under = context.phrases.plain(Phrase::happening_under);
    if (theme.low_reach()) { // there is room for reading above, and none to spare below
        under += ' ' + context.phrases.plain(Phrase::happening_doubt);
    }
    heading(ui, content, context.phrases.plain(Phrase::happening_title), under, theme.type.gate);
    if (!theme.low_reach()) {
        doubt(context, ui, content.take_bottom(theme.px(44, 30, 96), theme.px(20, 10, 24)));
    }
    if (auto const tapped = choices(ui, answers(context, theme, content))) {
        outer.event = event::Happens{*tapped == 0};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
