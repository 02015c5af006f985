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

// A withdrawal has no text that could be lost.
Phrase mend_phrase(std::optional<flow::FollowUpAction> follow_up) {
    return follow_up == flow::FollowUpAction::withdraw ? Phrase::not_stored_text_without
                                                       : Phrase::not_stored_text;
}

Outcome large(ScreenContext const& context, Ui& ui, Phrase reason, Phrase mend) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::not_stored_title));
    column.text(context.phrases.rich(reason));
    column.text(context.phrases.rich(mend));
    return column.draw();
}

void normal(ScreenContext const& context, Ui& ui, Phrase reason, Phrase mend) {
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
    for (Phrase const phrase : {reason, mend}) {
        text.place = content;
        content.take_top(ui.text(text, context.phrases.rich(phrase)).h, theme.px(16));
    }
}

} // namespace

// The truth when a letter could not be kept: the text is still here, try again, or call.
Outcome draw_not_stored(ScreenContext const& context, flow::screen::NotStored const& screen,
                        std::optional<flow::FollowUpAction> follow_up, Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"not_stored.retry", context.phrases.plain(Phrase::not_stored_retry)}});
    Phrase const reason = reason_phrase(screen.reason);
    Phrase const mend = mend_phrase(follow_up);
    Outcome outcome;
    if (ui.theme().large()) {
        outcome = large(context, ui, reason, mend);
    } else {
        normal(context, ui, reason, mend);
    }
    if (outer.main) {
        return flow::event::Retry{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
