// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

Outcome language_grid(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    auto const count = static_cast<int>(context.assets.languages.size());
    float const gap = theme.space.gap_y;
    float const full = theme.px(104, 64, 110);
    float const least = theme.mm(kSmallestTargetMm) + 1;
    int const most = theme.shape == Shape::tall ? 2 : 4;
    int columns = 2;
    auto const height = [&] {
        int const rows = (count + columns - 1) / columns;
        return std::min(full, (place.h + gap) / static_cast<float>(rows) - gap);
    };
    while (columns < most && height() < full) {
        ++columns;
    }
    float const high = std::max(least, std::floor(height()));
    float const width = (place.w - static_cast<float>(columns - 1) * theme.space.gap_x) /
                        static_cast<float>(columns);
    Outcome outcome;
    int n = 0;
    for (pages::Language const& language : context.assets.languages) {
        bool const chosen = language.code == context.language;
        int const row = n / columns;
        Rect const rect{place.x + static_cast<float>(n % columns) * (width + theme.space.gap_x),
                        place.y + static_cast<float>(row) * (high + gap), width, high};
        if (button(ui, {.id = "language." + language.code,
                        .rect = rect,
                        .label = language.own_name,
                        .icon = chosen ? std::optional(text::Icon::check) : std::nullopt,
                        .size_px = theme.type.tile,
                        .chosen = chosen})) {
            outcome = flow::event::ChooseLanguage{language.code};
        }
        ++n;
    }
    return outcome;
}

Outcome language_column(ScreenContext const& context, Ui& ui, Rect const& content) {
    PagedColumn column(ui, context, content);
    column.title(context.phrases.plain(Phrase::language_title));
    for (pages::Language const& language : context.assets.languages) {
        column.row({.id = "language." + language.code,
                    .label = language.own_name,
                    .chosen = language.code == context.language},
                   flow::event::ChooseLanguage{language.code});
    }
    return column.draw();
}

} // namespace

Outcome draw_languages(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    Rect content = content_of(ui.theme());
    Outcome outcome;
    if (ui.theme().large()) {
        outcome = language_column(context, ui, content);
    } else {
        heading(ui, content, context.phrases.plain(Phrase::language_title));
        outcome = language_grid(context, ui, content);
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
