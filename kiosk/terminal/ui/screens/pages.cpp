// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/row_sizes.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

using AllPages = std::vector<pages::Page const*>;

float gap_of(Theme const& theme) {
    return theme.px(20, 10, 20); // as between the parts of a PagedColumn
}

RowSpec row_of(pages::Page const& page) {
    return {.id = "pages." + page.id,
            .label = page.title,
            .icon = text::icon_by_name(page.icon).value_or(text::Icon::info_outline)};
}

// How pages stand beside and under each other.
struct Grid {
    int columns = 3;
    int rows = 1; // that fit at once
    float height = 0; // of a row
    float size_px = 0; // of the titles: one size, so that none weighs more
};

// The largest size at which every title fits its place.
float title_size(Ui& ui, AllPages const& all, float width, float height) {
    Theme const& theme = ui.theme();
    TextSpec text{.size_px = theme.type.card, .line_height = kRowLine, .bold = true};
    float const room = width - row_sizes(theme, true, false).around;
    auto const fits = [&](pages::Page const* page) {
        TextLines const lines = ui.text_lines(text, {{page->title, true}}, room);
        float const high = lines.line_height * static_cast<float>(lines.starts.size());
        return lines.whole_words && high <= height - theme.space.edge - theme.px(8, 4, 8);
    };
    while (text.size_px > theme.type.smallest && !std::ranges::all_of(all, fits)) {
        text.size_px -= 1;
    }
    return text.size_px;
}

Grid grid_of(Ui& ui, AllPages const& all, Rect const& place) {
    Theme const& theme = ui.theme();
    float const gap = gap_of(theme);
    Grid grid{.columns = theme.shape == Shape::tall ? 2 : 3};
    auto const count = static_cast<int>(all.size());
    float const least = std::max(theme.mm(kSmallestTargetMm) + 1, theme.px(72, 60, 92));
    int const fit = std::max(1, static_cast<int>(std::floor((place.h + gap) / (least + gap))));
    if (theme.shape == Shape::wide && (count + 2) / 3 > fit) {
        grid.columns = 4;
    }
    int const needed = (count + grid.columns - 1) / grid.columns;
    grid.rows = std::min(fit, std::max(needed, 1));
    auto const rows = static_cast<float>(grid.rows);
    grid.height = std::min(std::floor((place.h - (rows - 1) * gap) / rows), theme.px(124, 72, 124));
    auto const columns = static_cast<float>(grid.columns);
    grid.size_px = title_size(ui, all, (place.w - (columns - 1) * gap) / columns, grid.height);
    return grid;
}

// One row of the grid after another; those that do not fit are a page further.
Outcome draw_grid(ScreenContext const& context, AllPages const& all, Ui& ui, Rect const& place) {
    float const gap = gap_of(ui.theme());
    Grid grid = grid_of(ui, all, place);
    auto const per_row = static_cast<std::size_t>(grid.columns);
    PagedColumn column(ui, context, place);
    bool const paged = all.size() > per_row * static_cast<std::size_t>(grid.rows);
    if (paged) {
        Rect const narrower{place.x, place.y, column.width(), place.h};
        grid = grid_of(ui, all, narrower);
    }
    Outcome outcome;
    for (std::size_t first = 0; first < all.size(); first += per_row) {
        column.custom(grid.height, [&, first](Rect const& at) {
            for (std::size_t i = first; i < std::min(first + per_row, all.size()); ++i) {
                Rect const cell =
                    at.cell(static_cast<int>(i - first), 0, grid.columns, 1, gap, gap);
                if (row(ui, row_of(*all[i]), cell, grid.size_px)) {
                    outcome = flow::event::OpenPage{all[i]->id};
                }
            }
        });
    }
    (void)column.draw(); // its rows answer by themselves
    return outcome;
}

Outcome draw_column(ScreenContext const& context, AllPages const& all, Ui& ui,
                    Rect const& content) {
    PagedColumn column(ui, context, content);
    column.title(context.phrases.plain(Phrase::pages_title));
    for (pages::Page const* page : all) {
        column.row(row_of(*page), flow::event::OpenPage{page->id});
    }
    return column.draw();
}

} // namespace

// Every page there is to read, all to be seen at once where the display is large enough.
Outcome draw_pages(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    AllPages const all = context.assets.listed_pages(context.language);
    Rect content = content_of(theme);
    Outcome outcome;
    if (theme.large()) {
        outcome = draw_column(context, all, ui, content);
    } else {
        bool const room = theme.shape != Shape::compact;
        heading(ui, content, context.phrases.plain(Phrase::pages_title),
                room ? context.phrases.plain(Phrase::pages_under) : std::string());
        outcome = draw_grid(context, all, ui, content);
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
