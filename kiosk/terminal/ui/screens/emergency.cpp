// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// The question, and under it what to say.
pages::RichText question(ScreenContext const& context, Phrase title, Phrase text) {
    pages::RichText words;
    pages::append(words, context.phrases.plain(title) + "\n", true);
    for (pages::Span const& span : context.phrases.rich(text)) {
        pages::append(words, span.text, span.bold);
    }
    return words;
}

// Under the number: with which phone, and what to do without one.
void with_a_phone(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    std::array<pages::RichText, 2> const both{context.phrases.rich(Phrase::emergency_own_phone),
                                              context.phrases.rich(Phrase::emergency_no_phone)};
    TextSpec text{.place = place,
                  .size_px = theme.type.body,
                  .smallest_px = std::round(theme.type.body * 0.6F),
                  .colour = theme.palette.on_red,
                  .ground = theme.palette.red,
                  .line_height = 1.3F};
    text.size_px = fitting_size(ui, text,
                                {.texts = {both.begin(), both.end()},
                                 .width = place.w,
                                 .height = place.h,
                                 .gap = theme.px(8)});
    ui.text(text, both[0]);
    text.stand = Stand::bottom;
    ui.text(text, both[1]);
}

void call_now(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    ui.fill(place, p.red);
    Rect inside = place.grown(-theme.px(40, 20, 40), -theme.px(26, 10, 26));
    TextSpec text{.place = inside,
                  .size_px = theme.type.gate,
                  .colour = p.on_red,
                  .ground = p.red,
                  .line_height = 1.2F,
                  .bold = true};
    inside.take_top(ui.text(text, context.phrases.plain(Phrase::emergency_call_now)).h);
    text.place = {inside.x - theme.px(6), inside.y, inside.w + theme.px(12),
                  theme.type.emergency * 1.12F};
    text.size_px = theme.type.emergency;
    text.smallest_px = std::round(theme.type.emergency * 0.5F);
    text.line_height = 1.12F;
    text.one_line = true;
    ui.text(text, emergency_number(context));
    inside.take_top(theme.type.emergency * 1.12F, theme.px(12, 4, 12));
    with_a_phone(context, ui, inside);
}

// Who, where, what: the same three questions the operator asks, in one size.
void questions(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    TextSpec title =
        body_text(theme, place.take_top(std::round(theme.type.title * 1.2F), theme.px(10)),
                  std::round(theme.type.title * 0.94F));
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.6F);
    ui.text(title, context.phrases.plain(Phrase::emergency_asks_title));

    std::array<pages::RichText, 3> const all{
        question(context, Phrase::emergency_ask_1_title, Phrase::emergency_ask_1_text),
        question(context, Phrase::emergency_ask_2_title, Phrase::emergency_ask_2_text),
        question(context, Phrase::emergency_ask_3_title, Phrase::emergency_ask_3_text)};
    float const radius = std::round(theme.type.body * 0.92F);
    float const indent = 2 * radius + theme.px(20);
    float const gap = theme.px(28, 10, 10);
    TextSpec text = body_text(theme, place, std::round(theme.type.body * 1.06F));
    text.smallest_px = std::round(theme.type.body * 0.6F);
    text.line_height = 1.3F;
    text.colour = p.ink_soft;
    text.bold_colour = p.ink;
    text.size_px = fitting_size(ui, text,
                                {.texts = {all.begin(), all.end()},
                                 .width = place.w - indent,
                                 .height = place.h,
                                 .gap = gap,
                                 .least = 2 * radius});
    int n = 0;
    for (pages::RichText const& one : all) {
        number(ui, {.x = place.x + radius,
                    .y = place.y + radius,
                    .radius = radius,
                    .number = ++n,
                    .disc = p.ink,
                    .letter = p.paper,
                    .size_px = theme.type.body});
        text.place = place;
        text.place.take_left(indent);
        place.take_top(std::max(2 * radius, ui.text(text, one).h), gap);
    }
}

void deaf_note(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(20), -theme.px(8));
    Rect const icon = inside.take_left(theme.space.icon * 1.3F, theme.px(20));
    ui.icon(text::Icon::smartphone, icon, std::round(theme.space.icon * 1.3F), theme.palette.blue);
    ui.text({.place = inside,
             .size_px = theme.type.card,
             .smallest_px = std::round(theme.type.card * 0.7F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle},
            context.phrases.rich(Phrase::emergency_deaf));
}

// "Bel nu 112" across the display, the number as large as the band lets it be.
void call_now_band(ScreenContext const& context, Ui& ui, Rect const& band) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    ui.fill(band, p.red);
    Rect inside = band.grown(-theme.space.margin, 0);
    TextSpec text{.place = inside,
                  .size_px = theme.type.gate,
                  .colour = p.on_red,
                  .ground = p.red,
                  .stand = Stand::middle,
                  .line_height = 1.1F,
                  .bold = true,
                  .one_line = true};
    std::string const words = context.phrases.plain(Phrase::emergency_call_now);
    Rect const used = ui.text(text, words);
    inside.take_left(used.w, theme.px(36, 20, 30));
    text.place = inside;
    text.size_px = std::min(theme.type.emergency, std::round(band.h * 0.86F));
    text.smallest_px = theme.type.gate;
    ui.text(text, emergency_number(context));
}

// Everything the page says, with the number always in sight.
void in_large_letters(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_bleed(theme);
    call_now_band(context, ui, content.take_top(theme.px(150, 92, 150)));
    content = content.grown(-theme.space.margin, -theme.px(14, 8, 16));
    PagedColumn column(ui, context, content);
    column.text(context.phrases.rich(Phrase::emergency_own_phone));
    column.text(context.phrases.rich(Phrase::emergency_no_phone));
    column.text({{context.phrases.plain(Phrase::emergency_asks_title), true}});
    column.text(question(context, Phrase::emergency_ask_1_title, Phrase::emergency_ask_1_text));
    column.text(question(context, Phrase::emergency_ask_2_title, Phrase::emergency_ask_2_text));
    column.text(question(context, Phrase::emergency_ask_3_title, Phrase::emergency_ask_3_text));
    column.notice(context.phrases.rich(Phrase::emergency_deaf));
    (void)column.draw(); // nothing in it can be tapped
}

void in_normal_letters(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect bleed = content_bleed(theme);
    Rect const red = theme.shape == Shape::tall ? bleed.take_top(std::round(bleed.h * 0.43F))
                                                : bleed.take_left(std::round(bleed.w * 0.369F));
    call_now(context, ui, red);
    Rect right = bleed.grown(-theme.px(40, 20, 40), -theme.px(28, 12, 28));
    deaf_note(context, ui, right.take_bottom(theme.px(102, 66, 102), theme.px(12)));
    questions(context, ui, right);
}

} // namespace

// Legible from three metres; works whatever else is broken.
Outcome draw_emergency(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"emergency.not_urgent",
                                  context.phrases.plain(Phrase::emergency_not_urgent)}});
    if (theme.large()) {
        in_large_letters(context, ui);
    } else {
        in_normal_letters(context, ui);
    }
    if (outer.main) {
        return flow::event::CloseOverlay{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
