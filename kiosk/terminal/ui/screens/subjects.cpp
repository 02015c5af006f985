// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/choice.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

std::string id_of(pages::Subject const& subject) {
    return "subject." + subject.id;
}

text::Icon icon_of(pages::Subject const& subject) {
    return text::icon_by_name(subject.icon).value_or(text::Icon::more_horiz);
}

Outcome large(ScreenContext const& context, flow::Draft const& draft, Ui& ui, Rect const& content) {
    PagedColumn column(ui, context, content);
    column.title(context.phrases.plain(Phrase::subjects_title));
    for (pages::Subject const& subject : context.assets.subjects.all()) {
        column.row({.id = id_of(subject),
                    .label = subject.name.in(context.language),
                    .icon = icon_of(subject),
                    .chosen = subject.id == draft.subject},
                   event::ChooseSubject{subject.id});
    }
    return column.draw();
}

} // namespace

// Ten equal tiles, no scrolling, "something else" last. One touch goes on.
Outcome draw_subjects(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    Rect content = content_of(theme);
    if (theme.large()) {
        Outcome outcome = large(context, draft, ui, content);
        return outer.event ? std::move(outer.event) : std::move(outcome);
    }
    heading(ui, content, context.phrases.plain(Phrase::subjects_title),
            context.phrases.plain(Phrase::subjects_under));
    std::vector<pages::Subject> const& all = context.assets.subjects.all();
    bool const tall = theme.shape == Shape::tall;
    int const columns = tall ? (theme.low_reach() ? 3 : 2) : 5;
    float const gap_y = theme.low_reach() ? theme.px(18, 14, 14) : theme.space.gap_y;
    int const rows = (static_cast<int>(all.size()) + columns - 1) / columns;
    std::vector<ChoiceSpec> tiles;
    for (pages::Subject const& subject : all) {
        auto const n = static_cast<int>(tiles.size());
        tiles.push_back({.id = id_of(subject),
                         .rect = content.cell(n % columns, n / columns, columns, rows,
                                              theme.px(20, 18, theme.low_reach() ? 14 : 24), gap_y),
                         .icon = icon_of(subject),
                         .title = subject.name.in(context.language),
                         .chosen = subject.id == draft.subject});
    }
    if (auto const tapped = choices(ui, tiles)) {
        outer.event = event::ChooseSubject{all[*tapped].id};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
