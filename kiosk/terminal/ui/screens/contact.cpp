// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/choice.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <array>

namespace inloop::ui {

using entries::ContactWish;
using pages::Phrase;

namespace {

// In this order on every display.
constexpr std::array kWishes{ContactWish::by_code, ContactWish::call, ContactWish::email,
                             ContactWish::come_by};

struct Way {
    char const* id;
    Phrase title;
    Phrase purpose;
    text::Icon icon;
};

Way way_of(ContactWish wish) {
    switch (wish) {
    case ContactWish::call:
        return {"contact.call", Phrase::contact_call, Phrase::contact_call_text, text::Icon::phone};
    case ContactWish::email:
        return {"contact.email", Phrase::contact_email, Phrase::contact_email_text,
                text::Icon::mail_outline};
    case ContactWish::come_by:
        return {"contact.come_by", Phrase::contact_come, Phrase::contact_come_text,
                text::Icon::meeting_room};
    case ContactWish::by_code:
        break;
    }
    return {"contact.by_code", Phrase::contact_by_code, Phrase::contact_by_code_text,
            text::Icon::dialpad};
}

// What it is for; of coming by: when.
std::string purpose(ScreenContext const& context, ContactWish wish) {
    if (wish != ContactWish::come_by) {
        return context.phrases.plain(way_of(wish).purpose);
    }
    if (context.presence.next.empty()) {
        return context.phrases.plain(Phrase::contact_come_text_unknown);
    }
    return context.phrases.plain(Phrase::contact_come_text,
                                 {{"when", shift_words(context, context.presence.next.front())}});
}

Outcome column(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::contact_title));
    for (ContactWish const wish : kWishes) {
        Way const way = way_of(wish);
        column.row({.id = way.id,
                    .label = context.phrases.plain(way.title),
                    .icon = way.icon,
                    .chosen = draft.contact_wish == wish},
                   flow::event::ChooseContact{wish});
        column.text(purpose(context, wish));
    }
    return column.draw();
}

Outcome cards(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    heading(ui, content, context.phrases.plain(Phrase::contact_title),
            context.phrases.plain(Phrase::contact_under));
    int const columns = theme.shape == Shape::tall && !theme.low_reach() ? 1 : 2;
    int const rows = static_cast<int>(kWishes.size()) / columns;
    std::array<ChoiceSpec, kWishes.size()> specs;
    for (std::size_t i = 0; i < kWishes.size(); ++i) {
        Way const way = way_of(kWishes[i]);
        int const place = static_cast<int>(i);
        specs[i] = {.id = way.id,
                    .rect = content.cell(place % columns, place / columns, columns, rows,
                                         theme.space.gap_x, theme.space.gap_y),
                    .icon = way.icon,
                    .title = context.phrases.plain(way.title),
                    .words = purpose(context, kWishes[i]),
                    .chosen = draft.contact_wish == kWishes[i]};
    }
    if (std::optional<std::size_t> const tapped = choices(ui, specs)) {
        return flow::event::ChooseContact{kWishes[*tapped]};
    }
    return std::nullopt;
}

} // namespace

// How the visitor would like to hear back: unnamed by default. One touch chooses and goes on.
Outcome draw_contact(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    Outcome chosen = ui.theme().large() ? column(context, draft, ui) : cards(context, draft, ui);
    return outer.event ? std::move(outer.event) : std::move(chosen);
}

} // namespace inloop::ui
