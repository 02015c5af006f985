// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

void call_now(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    ui.fill(place, p.red);
    Rect inside = place.grown(-theme.px(theme.shape == Shape::compact ? 20 : 40),
                              -theme.px(theme.shape == Shape::compact ? 10 : 28));
    TextSpec text{.colour = p.on_red, .ground = p.red, .line_height = 1.25F, .bold = true};
    text.place = inside;
    text.size_px = theme.type.gate;
    inside.take_top(ui.text(text, context.phrases.plain(Phrase::emergency_call_now)).h);
    pages::Fact const* emergency = context.assets.facts.find(pages::kEmergencyFact);
    text.place = {inside.x - theme.px(6), inside.y, inside.w + theme.px(12),
                  theme.type.emergency * 1.12F};
    text.size_px = theme.type.emergency;
    text.smallest_px = std::round(theme.type.emergency * 0.5F);
    text.line_height = 1.12F;
    text.one_line = true;
    ui.text(text, emergency != nullptr ? emergency->value : std::string("112"));
    inside.take_top(theme.type.emergency * 1.12F, theme.px(8));

    TextSpec body{.size_px = theme.type.body,
                  .smallest_px = std::round(theme.type.body * 0.6F),
                  .colour = p.on_red,
                  .ground = p.red,
                  .line_height = 1.32F};
    body.place = inside.take_top(inside.h * 0.5F);
    ui.text(body, context.phrases.rich(Phrase::emergency_own_phone));
    body.place = inside;
    body.stand = Stand::bottom;
    ui.text(body, context.phrases.rich(Phrase::emergency_no_phone));
}

struct Question {
    Phrase title, text;
};

void questions(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    TextSpec title =
        body_text(theme, place.take_top(std::round(theme.type.title * 1.25F), theme.px(12)),
                  std::round(theme.type.title * 0.94F));
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.6F);
    ui.text(title, context.phrases.plain(Phrase::emergency_asks_title));
    constexpr std::array<Question, 3> kQuestions{
        {{Phrase::emergency_ask_1_title, Phrase::emergency_ask_1_text},
         {Phrase::emergency_ask_2_title, Phrase::emergency_ask_2_text},
         {Phrase::emergency_ask_3_title, Phrase::emergency_ask_3_text}}};
    float const radius = std::round(theme.type.body * 0.95F);
    int n = 0;
    for (Question const& question : kQuestions) {
        number(ui, {.x = place.x + radius,
                    .y = place.y + radius,
                    .radius = radius,
                    .number = ++n,
                    .disc = p.ink,
                    .letter = p.paper,
                    .size_px = theme.type.body});
        Rect row = place;
        row.take_left(2 * radius, theme.px(20));
        float const top = row.y;
        TextSpec text = body_text(theme, row, std::round(theme.type.body * 1.1F));
        text.bold = true;
        text.line_height = 1.25F;
        text.smallest_px = std::round(text.size_px * 0.7F);
        row.take_top(ui.text(text, context.phrases.plain(question.title)).h, theme.px(4));
        TextSpec answer = body_text(theme, row, theme.type.body);
        answer.smallest_px = std::round(answer.size_px * 0.7F);
        answer.line_height = 1.25F;
        answer.colour = p.ink_soft;
        answer.bold_colour = p.ink;
        row.take_top(ui.text(answer, context.phrases.rich(question.text)).h);
        place.take_top(row.y - top, theme.px(theme.shape == Shape::wide ? 28 : 8));
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

} // namespace

// Legible from three metres; works whatever else is broken.
Outcome draw_emergency(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"emergency.not_urgent",
                                  context.phrases.plain(Phrase::emergency_not_urgent)}});
    Rect bleed = content_bleed(theme);
    Rect const red = theme.shape == Shape::tall ? bleed.take_top(std::round(bleed.h * 0.4F))
                                                : bleed.take_left(std::round(bleed.w * 0.369F));
    call_now(context, ui, red);
    Rect right = bleed.grown(-theme.px(theme.shape == Shape::compact ? 20 : 40),
                             -theme.px(theme.shape == Shape::compact ? 12 : 28));
    deaf_note(context, ui,
              right.take_bottom(theme.px(theme.shape == Shape::compact ? 66 : 102), theme.px(12)));
    questions(context, ui, right);
    if (outer.main) {
        return flow::event::CloseOverlay{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
