// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

Phrase kind_phrase(entries::EntryKind kind) {
    switch (kind) {
    case entries::EntryKind::pass_on:
        return Phrase::summary_kind_pass_on;
    case entries::EntryKind::idea:
        return Phrase::summary_kind_idea;
    case entries::EntryKind::question:
        break;
    }
    return Phrase::summary_kind_question;
}

// Label left, content in the middle, "Wijzig" right; in portrait the label of the text stands above
// it.
struct RowPlaces {
    Rect label, value, button;
};

enum class LabelSide : std::uint8_t { left, above };

RowPlaces row_places(Theme const& theme, Rect row, LabelSide side) {
    Rect inside = row.grown(-theme.space.padding, -theme.px(10, 4, 10));
    RowPlaces places;
    if (side == LabelSide::above) {
        places.label = inside.take_top(std::round(theme.type.hint * 1.35F), theme.px(2));
    }
    float const width = theme.px(152, 112, 190);
    places.button = inside.take_right(width, theme.space.small)
                        .centred(width, std::min(theme.space.button, inside.h));
    if (side == LabelSide::left) {
        places.label = inside.take_left(theme.px(160, 92, 160), theme.space.small);
    }
    places.value = inside;
    return places;
}

void label(Ui& ui, Rect const& place, std::string const& words) {
    Theme const& theme = ui.theme();
    ui.text({.place = place,
             .size_px = theme.type.hint,
             .smallest_px = std::round(theme.type.hint * 0.7F),
             .colour = theme.palette.ink_soft,
             .ground = theme.palette.card,
             .stand = Stand::middle,
             .line_height = 1.2F},
            words);
}

void value(Ui& ui, Rect const& place, std::string const& words) {
    Theme const& theme = ui.theme();
    ui.text({.place = place,
             .size_px = theme.type.card,
             .smallest_px = std::round(theme.type.card * 0.75F),
             .colour = theme.palette.ink,
             .ground = theme.palette.card,
             .stand = Stand::middle},
            words);
}

// What was typed; scrolls where it is long.
void typed(ScreenContext const& context, Ui& ui, flow::Draft const& draft, Rect const& place,
           Privacy privacy, float& offset) {
    TypedText text(ui, draft.text.view(), place);
    text.scroll("summary.scroll", place,
                {context.phrases.plain(Phrase::write_text_up),
                 context.phrases.plain(Phrase::write_text_down)},
                offset);
    Ui::Clip const clip(ui, place);
    float const down = std::max(0.0F, (place.h - text.layout().height()) / 2);
    text.draw(privacy, offset - std::round(down));
}

bool change_button(ScreenContext const& context, Ui& ui, char const* id, Rect const& place) {
    return button(ui, {.id = id,
                       .rect = place,
                       .label = context.phrases.plain(Phrase::summary_change),
                       .icon = text::Icon::edit});
}

void divider(Ui& ui, Rect const& row) {
    ui.fill({row.x, row.bottom() - ui.theme().space.border, row.w, ui.theme().space.border},
            ui.theme().palette.line);
}

void afterwards(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.space.padding, -theme.px(22, 10, 22));
    TextSpec title{.place = inside.take_top(std::round(theme.type.body * 1.4F), theme.px(10)),
                   .size_px = theme.type.body,
                   .colour = theme.palette.ink,
                   .ground = theme.palette.tint,
                   .bold = true,
                   .one_line = true};
    ui.text(title, context.phrases.plain(Phrase::summary_after));
    std::array<pages::RichText, 3> const steps{context.phrases.rich(Phrase::summary_after_1),
                                               context.phrases.rich(Phrase::summary_after_2),
                                               context.phrases.rich(Phrase::summary_after_3)};
    float const radius = std::round(theme.type.card * 0.84F);
    float const indent = 2 * radius + theme.px(16);
    float const lift = std::max(0.0F, radius - theme.type.card * 0.66F);
    float const gap = theme.px(18, 8, 8);
    TextSpec text{.size_px = theme.type.card,
                  .smallest_px = std::round(theme.type.card * 0.6F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.tint,
                  .line_height = 1.32F};
    text.size_px = fitting_size(ui, text,
                                {.texts = {steps.begin(), steps.end()},
                                 .width = inside.w - indent,
                                 .height = inside.h - 3 * lift,
                                 .gap = gap,
                                 .least = 2 * radius});
    int n = 0;
    for (pages::RichText const& step : steps) {
        number(ui, {.x = inside.x + radius,
                    .y = inside.y + radius,
                    .radius = radius,
                    .number = ++n,
                    .disc = theme.palette.blue,
                    .letter = theme.palette.on_blue,
                    .size_px = std::round(theme.type.card * 0.88F)});
        text.place = inside;
        text.place.take_left(indent);
        text.place.take_top(lift);
        inside.take_top(std::max(2 * radius, ui.text(text, step).h + lift), gap);
    }
}

Outcome rows(ScreenContext const& context, Ui& ui, flow::Draft const& draft,
             flow::screen::Summary& screen, Privacy privacy, Rect place) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    float const low =
        theme.shape == Shape::tall ? theme.px(100) : theme.space.button + theme.px(24, 12, 24);
    card(ui, place, CardLook::plain);
    Rect const kind = place.take_top(low);
    Rect const name = place.take_bottom(low);
    divider(ui, kind);
    divider(ui, place);

    RowPlaces at = row_places(theme, kind, LabelSide::left);
    label(ui, at.label, context.phrases.plain(Phrase::summary_kind));
    at.value.w = at.button.right() - at.value.x;
    value(ui, at.value, context.phrases.plain(kind_phrase(draft.kind)));
    at = row_places(theme, place, theme.shape == Shape::tall ? LabelSide::above : LabelSide::left);
    label(ui, at.label, context.phrases.plain(Phrase::summary_text));
    typed(context, ui, draft, at.value, privacy, screen.scroll_px);
    if (change_button(context, ui, "summary.change_text", at.button)) {
        outcome = flow::event::Change{};
    }
    at = row_places(theme, name, LabelSide::left);
    label(ui, at.label, context.phrases.plain(Phrase::summary_name));
    at.value.w = at.button.right() - at.value.x;
    value(ui, at.value, context.phrases.plain(Phrase::summary_name_none));
    return outcome;
}

} // namespace

Outcome draw_summary(ScreenContext const& context, flow::Draft const& draft,
                     flow::screen::Summary& screen, Privacy privacy, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"summary.send", context.phrases.plain(Phrase::summary_send),
                                  text::Icon::send}});
    Rect content = content_of(theme);
    TextSpec title =
        body_text(theme, content.take_top(std::round(theme.type.title * 1.25F), theme.px(8)),
                  theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.one_line = true;
    ui.text(title, context.phrases.plain(Phrase::summary_title));
    Rect const after = theme.shape == Shape::tall
                           ? content.take_bottom(std::round(content.h * 0.38F), theme.px(20))
                           : content.take_right(std::round(content.w * 0.296F), theme.px(24));
    afterwards(context, ui, after);
    Outcome outcome = rows(context, ui, draft, screen, privacy, content);
    if (outer.main) {
        return flow::event::Send{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
