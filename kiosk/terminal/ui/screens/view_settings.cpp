// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <array>

namespace inloop::ui {

using pages::Phrase;

namespace {

struct ViewRow {
    RowSpec row;
    flow::Event event;
};

std::array<ViewRow, 3> view_rows(ScreenContext const& context) {
    namespace event = flow::event;
    flow::ViewSettings const& on = context.settings;
    return {{{{.id = "view.letters",
               .label = context.phrases.plain(Phrase::view_letters),
               .icon = text::Icon::format_size,
               .chosen = on.large_letters},
              event::ToggleLargeLetters{}},
             {{.id = "view.contrast",
               .label = context.phrases.plain(Phrase::view_contrast),
               .icon = text::Icon::tonality,
               .chosen = on.high_contrast},
              event::ToggleContrast{}},
             {{.id = "view.low",
               .label = context.phrases.plain(Phrase::view_low),
               .icon = text::Icon::vertical_align_bottom,
               .chosen = on.low_reach},
              event::ToggleLowReach{}}}};
}

} // namespace

// Where the bar has no room for all settings: three rows that say what is on.
Outcome draw_view_settings(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.main = MainAction{.id = "view.close",
                                  .label = context.phrases.plain(Phrase::view_close),
                                  .icon = text::Icon::check}});
    Rect content = content_of(theme);
    Outcome outcome;
    std::array<ViewRow, 3> rows = view_rows(context);
    if (theme.large()) {
        PagedColumn column(ui, context, content);
        column.title(context.phrases.plain(Phrase::view_title));
        for (ViewRow& one : rows) {
            column.row(one.row, std::move(one.event));
        }
        outcome = column.draw();
    } else {
        heading(ui, content, context.phrases.plain(Phrase::view_title));
        float const gap = theme.px(20, 10, 20);
        content.h = std::min(content.h, 3 * theme.px(128, 84, 150) + 2 * gap);
        content.w = std::min(content.w, theme.px(860, 620, 720));
        int n = 0;
        for (ViewRow& one : rows) {
            if (row(ui, one.row, content.cell(0, n++, 1, 3, 0, gap))) {
                outcome = std::move(one.event);
            }
        }
    }
    if (outer.main) {
        return flow::event::CloseOverlay{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
