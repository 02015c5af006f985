// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>

namespace inloop::ui {

using pages::Phrase;

namespace {

void words_and_number(ScreenContext const& context, Ui& ui, Rect content) {
    Theme const& theme = ui.theme();
    pages::RichText const words = context.phrases.rich(Phrase::cannot_write_text);
    float const width = std::min(content.w, theme.px(900));
    TextSpec text = body_text(theme, {}, theme.type.body);
    text.line_height = 1.38F;
    text.place = content.take_top(ui.text_height(text, words, width), theme.px(24, 14, 24));
    text.place.w = width;
    ui.text(text, words);
    if (pages::Fact const* police = context.assets.facts.find(pages::kNotUrgentFact)) {
        content.w = std::min(content.w, theme.px(480, 320, 672));
        FactCard const card(ui, context, *police, content);
        if (card.height() <= content.h) {
            (void)card.draw();
        }
    }
}

} // namespace

// Before anybody types: nothing can be kept here now, and where to go instead.
Outcome draw_cannot_write(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{.id = "cannot_write.back",
                                  .label = context.phrases.plain(Phrase::cannot_write_back)}});
    Rect content = content_of(theme);
    Outcome outcome;
    if (theme.large()) {
        PagedColumn column(ui, context, content);
        column.title(context.phrases.plain(Phrase::cannot_write_title));
        column.text(context.phrases.rich(Phrase::cannot_write_text));
        outcome = column.draw();
    } else {
        reading_heading(ui, content, context.phrases.plain(Phrase::cannot_write_title));
        words_and_number(context, ui, content);
    }
    if (outer.main) {
        return flow::event::Back{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
