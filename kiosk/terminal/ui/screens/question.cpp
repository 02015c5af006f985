// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kSkip = "question.skip";

// nullptr when the subject has no such question.
pages::SubjectQuestion const* question_of(ScreenContext const& context,
                                          flow::screen::Question const& screen,
                                          flow::Draft const& draft) {
    pages::Subject const* subject = context.assets.subjects.find(draft.subject);
    if (subject == nullptr || screen.number >= subject->questions.size()) {
        return nullptr;
    }
    return &subject->questions[screen.number];
}

std::string id_of(pages::SubjectOption const& option) {
    return "option." + option.id;
}

Outcome large(ScreenContext const& context, pages::SubjectQuestion const& question,
              flow::Draft const& draft, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(question.words.in(context.language));
    for (pages::SubjectOption const& option : question.options) {
        column.row({.id = id_of(option),
                    .label = option.words.in(context.language),
                    .chosen = draft.answer(question.id) == option.id},
                   event::ChooseOption{question.id, option.id});
    }
    column.row({.id = kSkip, .label = context.phrases.plain(Phrase::question_skip)}, event::Skip{});
    return column.draw();
}

// The answers lie in a grid; the way past beside the title, where "rather not say" stands on the
// screen of the place as well, under the answers, or in the last cell where all must lie low.
struct OptionPlaces {
    Rect skip{}, options{};
    int columns = 1;
    int rows = 1;
    float gap_y = 0;
    [[nodiscard]] Rect cell(Theme const& theme, int n) const {
        Rect const cell =
            options.cell(n % columns, n / columns, columns, rows, theme.space.gap_x, gap_y);
        float const x = std::round(cell.x); // edges between pixels would be blurred
        float const y = std::round(cell.y);
        return {x, y, std::round(cell.right()) - x, std::round(cell.bottom()) - y};
    }
};

OptionPlaces grid_of(Theme const& theme, pages::SubjectQuestion const& question) {
    auto const count = static_cast<int>(question.options.size());
    bool const tall = theme.shape == Shape::tall;
    OptionPlaces places{.columns = tall && !theme.low_reach() ? 1 : 2,
                        .gap_y = tall && theme.low_reach() ? theme.px(18) : theme.space.gap_y};
    // The way past takes a cell of its own there.
    int const cells = tall && theme.low_reach() ? count + 1 : count;
    places.rows = (cells + places.columns - 1) / places.columns;
    return places;
}

OptionPlaces places_of(ScreenContext const& context, pages::SubjectQuestion const& question,
                       Ui& ui) {
    Theme const& theme = ui.theme();
    OptionPlaces places = grid_of(theme, question);
    Rect content = content_of(theme);
    float const width = theme.px(236, 150, 236);
    Rect titled = content;
    bool const tall = theme.shape == Shape::tall;
    bool const in_title = !tall && !theme.low_reach();
    if (in_title) {
        titled.take_right(width, theme.space.gap_x);
    }
    Rect const title = titled;
    heading(ui, titled, question.words.in(context.language),
            context.phrases.plain(Phrase::question_under));
    content.take_top(titled.y - content.y);
    float const height = theme.space.bar_button;
    if (in_title) {
        places.skip = {content.right() - width, title.y, width, height};
    } else if (!tall) {
        Rect column = content.take_right(width, theme.space.gap_x);
        places.skip = column.take_bottom(height);
    } else if (!theme.low_reach()) {
        places.skip = content.take_bottom(height, theme.space.gap_y);
    }
    places.options = content;
    float const most = theme.px(124, 84, 120);
    places.options.h = std::min(content.h, static_cast<float>(places.rows) * (most + places.gap_y));
    if (places.skip.w <= 0) {
        places.skip = places.cell(theme, places.rows * places.columns - 1);
    }
    return places;
}

Outcome options(ScreenContext const& context, pages::SubjectQuestion const& question,
                flow::Draft const& draft, Ui& ui, OptionPlaces const& places) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    int n = 0;
    for (pages::SubjectOption const& option : question.options) {
        RowSpec const spec{.id = id_of(option),
                           .label = option.words.in(context.language),
                           .chosen = draft.answer(question.id) == option.id,
                           .bold = false};
        if (row(ui, spec, places.cell(theme, n++), theme.type.body)) {
            outcome = event::ChooseOption{question.id, option.id};
        }
    }
    return outcome;
}

} // namespace

// One touch goes on, and so does leaving it open.
Outcome draw_question(ScreenContext const& context, flow::screen::Question const& screen,
                      flow::Draft const& draft, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    pages::SubjectQuestion const* question = question_of(context, screen, draft);
    if (question == nullptr) {
        return std::move(outer.event);
    }
    Outcome outcome;
    if (ui.theme().large()) {
        outcome = large(context, *question, draft, ui);
    } else {
        OptionPlaces const places = places_of(context, *question, ui);
        outcome = options(context, *question, draft, ui, places);
        if (button(ui, {.id = kSkip,
                        .rect = places.skip,
                        .label = context.phrases.plain(Phrase::question_skip)})) {
            outcome = event::Skip{};
        }
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
