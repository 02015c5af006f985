// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/qr.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace inloop::ui {

using pages::Phrase;

namespace {

// One word of the code with its number and its digits. Never put on record as text: a code opens
// the answer.
struct CodeWord {
    int position = 1;
    std::string_view word;
    std::string_view digits;
};

void secret_line(Ui& ui, TextSpec const& spec, std::string_view words) {
    text::ParagraphStyle style;
    style.size_px = spec.size_px;
    style.line_height_px = std::round(spec.size_px * spec.line_height);
    std::array<text::Span, 1> const spans{
        {{words, spec.bold ? text::Weight::bold : text::Weight::regular, 0}}};
    text::Layout layout = ui.typesetter().lay_out_private(spans, style);
    while (layout.width() > spec.place.w && style.size_px > spec.smallest_px) {
        style.size_px -= 1;
        layout = ui.typesetter().lay_out_private(spans, style);
    }
    float const free = spec.place.w - layout.width();
    float const x = spec.place.x + (spec.align == text::Align::start
                                        ? 0
                                        : (spec.align == text::Align::centre ? free / 2 : free));
    float const y = spec.place.y + (spec.place.h - layout.height()) / 2;
    ui.layout(layout, std::round(x), std::round(y), spec.colour, ui.screen());
    ui.record({.text = "",
               .place = spec.place,
               .used = {x, y, layout.width(), layout.height()},
               .cut = free < 0,
               .covered = ui.covered(),
               .colour = spec.colour,
               .ground = spec.ground,
               .size_px = style.size_px});
}

void code_number(Ui& ui, float x, float y, int position) {
    Theme const& theme = ui.theme();
    number(ui, {.x = x,
                .y = y,
                .radius = std::round(theme.type.button),
                .number = position,
                .disc = theme.high_contrast() ? theme.palette.ink : theme.palette.tint,
                .letter = theme.high_contrast() ? theme.palette.paper : theme.palette.blue,
                .size_px = theme.type.button});
}

void code_column(Ui& ui, CodeWord const& code, Rect place) {
    Theme const& theme = ui.theme();
    float const disc = 2 * theme.type.button;
    float const height = disc + theme.type.code * 1.35F + theme.type.digits * 1.3F + theme.px(8);
    place = place.centred(place.w - theme.px(26), std::min(place.h, height));
    code_number(ui, place.x + place.w / 2, place.y + disc / 2, code.position);
    place.take_top(disc + theme.px(8));
    TextSpec text{.place = place.take_top(std::round(theme.type.code * 1.35F)),
                  .size_px = theme.type.code,
                  .smallest_px = std::round(theme.type.code * 0.6F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.card,
                  .align = text::Align::centre,
                  .line_height = 1.2F,
                  .bold = true};
    secret_line(ui, text, code.word);
    text.place = place;
    text.size_px = theme.type.digits;
    text.bold = false;
    secret_line(ui, text, code.digits);
}

void code_row(Ui& ui, CodeWord const& code, Rect place) {
    Theme const& theme = ui.theme();
    float const radius = std::round(theme.type.button);
    code_number(ui, place.x + radius, place.y + place.h / 2, code.position);
    place.take_left(2 * radius, theme.px(20));
    TextSpec text{.place = place,
                  .size_px = theme.type.code,
                  .smallest_px = std::round(theme.type.code * 0.6F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.card,
                  .line_height = 1.2F,
                  .bold = true};
    text.place.w = place.w * 0.68F;
    secret_line(ui, text, code.word);
    text.place = place;
    text.place.take_left(place.w * 0.68F);
    text.size_px = theme.type.digits;
    text.bold = false;
    text.align = text::Align::end;
    secret_line(ui, text, code.digits);
}

void code_card(ScreenContext const& context, Ui& ui, flow::screen::Receipt const& screen,
               Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::plain);
    bool const rows = theme.shape == Shape::tall;
    std::array<char, 20> digits = screen.code.digits();
    std::string_view const all(digits.data(), digits.size());
    Rect const inside = place.grown(-theme.px(rows ? 28 : 8), -theme.px(rows ? 6 : 16));
    constexpr int kWords = static_cast<int>(entries::kReceiptWords);
    for (int i = 0; i < kWords; ++i) {
        auto const n = static_cast<std::size_t>(i);
        CodeWord const code{i + 1, context.words.word(screen.code.words[n]), all.substr(n * 4, 4)};
        Rect const cell =
            rows ? inside.cell(0, i, 1, kWords, 0, 0) : inside.cell(i, 0, kWords, 1, 0, 0);
        float const line = theme.space.border;
        if (i > 0) {
            ui.fill(rows ? Rect{cell.x, cell.y, cell.w, line}
                         : Rect{std::round(cell.x), cell.y, line, cell.h},
                    theme.palette.line);
        }
        if (rows) {
            code_row(ui, code, cell);
        } else {
            code_column(ui, code, cell);
        }
    }
    digits.fill('\0');
}

void covered_code(Ui& ui, Rect const& place) {
    card(ui, place, CardLook::plain);
    Rect const bar = place.centred(place.w * 0.8F, place.h * 0.3F);
    ui.fill(bar, ui.theme().palette.off, ui.theme().space.radius_chip);
}

void qr_card(Ui& ui, flow::screen::Receipt const& screen, Rect const& place) {
    card(ui, place, CardLook::plain);
    std::array<char, 20> digits = screen.code.digits();
    qr_code(ui, place, {digits.data(), digits.size()});
    digits.fill('\0');
}

// Two honest lines: kept here is not the same as arrived at the police.
void state_lines(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    bool const boxed = theme.shape != Shape::tall;
    if (boxed) {
        card(ui, place, CardLook::plain);
    }
    Colour const ground = boxed ? p.card : p.paper;
    Rect inside = place.grown(-(boxed ? theme.px(28, 16, 28) : theme.px(6)), 0);
    float const line = std::round(theme.type.body * 1.9F);
    inside = inside.centred(inside.w, std::min(inside.h, 2 * line));
    Rect kept = inside.take_top(inside.h / 2);
    Rect arrived = inside;
    float const icon = std::round(theme.type.body * 1.36F);
    TextSpec text{.size_px = theme.type.body,
                  .smallest_px = std::round(theme.type.body * 0.7F),
                  .colour = p.green,
                  .ground = ground,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = true,
                  .one_line = true};
    ui.icon(text::Icon::check_circle, kept.take_left(icon, theme.px(18)), icon, p.green);
    text.place = kept;
    ui.text(text, context.phrases.plain(Phrase::receipt_stored));
    Rect const ring = arrived.take_left(icon, theme.px(18));
    ui.ring(ring.x + icon / 2, ring.y + ring.h / 2, icon * 0.42F, p.edge,
            std::max(2.0F, theme.px(4)));
    bool const brief = theme.shape == Shape::compact;
    text.place = arrived;
    text.bold = false;
    text.colour = p.ink;
    ui.text(text, context.phrases.plain(brief ? Phrase::receipt_arrived_not_short
                                              : Phrase::receipt_arrived_not) +
                      " " + context.phrases.plain(Phrase::receipt_not_yet));
}

void promise(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(26, 18, 26), -theme.px(10));
    if (theme.shape != Shape::tall) {
        Rect const icon = inside.take_left(theme.space.icon * 1.3F, theme.px(24));
        ui.icon(text::Icon::schedule, icon, std::round(theme.space.icon * 1.35F),
                theme.palette.blue);
    }
    ui.text({.place = inside,
             .size_px = theme.type.body,
             .smallest_px = std::round(theme.type.body * 0.7F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle,
             .line_height = 1.3F},
            context.phrases.rich(Phrase::receipt_read_promise));
}

void headline(ScreenContext const& context, Ui& ui, Rect& content) {
    Theme const& theme = ui.theme();
    TextSpec title = body_text(theme, content, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    content.take_top(ui.text(title, context.phrases.plain(Phrase::receipt_title)).h);
    TextSpec under =
        body_text(theme, content, theme.shape == Shape::wide ? theme.type.body : theme.type.card);
    under.colour = theme.palette.ink_soft;
    under.smallest_px = std::round(under.size_px * 0.7F);
    Phrase const words =
        theme.shape == Shape::wide ? Phrase::receipt_subtitle : Phrase::receipt_subtitle_short;
    content.take_top(ui.text(under, context.phrases.plain(words)).h, theme.px(14, 8, 14));
}

} // namespace

Outcome draw_receipt(ScreenContext const& context, flow::screen::Receipt const& screen,
                     Privacy privacy, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer =
        frame(ui, context,
              {.main = MainAction{"receipt.done", context.phrases.plain(Phrase::receipt_done),
                                  text::Icon::check}});
    Rect content = content_of(theme);
    headline(context, ui, content);
    Rect code;
    Rect qr;
    Rect kept;
    Rect read;
    float const gap = theme.px(18, 12, 18);
    if (theme.shape == Shape::tall) {
        code = content.take_top(std::round(content.h * 0.49F), theme.px(14));
        kept = content.take_bottom(std::round(content.h * 0.38F), theme.px(14));
        qr = content.take_left(content.h, theme.px(20));
        read = content;
    } else {
        Rect upper = content.take_top(std::round((content.h - gap) * 0.52F), gap);
        qr = upper.take_right(upper.h, theme.px(24));
        code = upper;
        kept = content.take_left(std::round((content.w - theme.px(24)) * 0.5F), theme.px(24));
        read = content;
    }
    if (privacy == Privacy::readable) {
        code_card(context, ui, screen, code);
        qr_card(ui, screen, qr);
    } else {
        covered_code(ui, code);
        covered_code(ui, qr);
    }
    state_lines(context, ui, kept);
    promise(context, ui, read);
    if (outer.main) {
        return flow::event::HasCode{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
