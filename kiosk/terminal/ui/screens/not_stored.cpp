// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

Phrase reason_phrase(flow::NotStoredReason reason) {
    switch (reason) {
    case flow::NotStoredReason::full:
        return Phrase::not_stored_reason_full;
    case flow::NotStoredReason::no_keys:
    case flow::NotStoredReason::busy:
        return Phrase::not_stored_reason_lock;
    case flow::NotStoredReason::broken:
        break;
    }
    return Phrase::not_stored_reason_device;
}

Outcome large(ScreenContext const& context, Ui& ui, flow::NotStoredReason reason) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::not_stored_title));
    column.text(context.phrases.rich(reason_phrase(reason)));
    column.text(context.phrases.rich(Phrase::not_stored_text));
    return column.draw();
}

void normal(ScreenContext const& context, Ui& ui, flow::NotStoredReason reason) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    if (theme.shape == Shape::wide) {
        float const street_height = street_height_of(theme);
        street(ui, content_bleed(theme).lower(street_height));
        content.take_bottom(street_height);
    }
    TextSpec title = body_text(theme, content, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.7F);
    content.take_top(ui.text(title, context.phrases.plain(Phrase::not_stored_title)).h,
                     theme.px(20));
    Rect side = theme.shape == Shape::tall
                    ? content.take_bottom(std::round(content.h * 0.45F), theme.px(24))
                    : content.take_right(std::round(content.w * 0.36F), theme.px(32));
    if (pages::Fact const* police = context.assets.facts.find(pages::kNotUrgentFact)) {
        (void)FactCard(ui, context, *police, side).draw();
    }
    TextSpec text = body_text(theme, content, theme.type.body);
    text.smallest_px = std::round(text.size_px * 0.75F);
    for (Phrase const phrase : {reason_phrase(reason), Phrase::not_stored_text}) {
        text.place = content;
        content.take_top(ui.text(text, context.phrases.rich(phrase)).h, theme.px(16));
    }
}

} // namespace

// The truth when a letter could not be kept: the text is still here, try again, or call.
Outcome draw_not_stored(ScreenContext const& context, flow::screen::NotStored const& screen,
                        Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"not_stored.retry", context.phrases.plain(Phrase::not_stored_retry)}});
    Outcome outcome;
    if (ui.theme().large()) {
        outcome = large(context, ui, screen.reason);
    } else {
        normal(context, ui, screen.reason);
    }
    if (outer.main) {
        return flow::event::Retry{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
