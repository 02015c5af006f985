// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/screens/summary_rows.h"
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

// Everything the parts of this screen share for one frame.
struct Drawing {
    ScreenContext const& context;
    flow::Draft const& draft;
    std::vector<SummaryRow> const& rows;
    flow::screen::Summary& screen;
    Privacy privacy;
    Ui& ui;
    std::optional<Rect> scroll{}; // where the buttons of the text stand if not beside it

    [[nodiscard]] Theme const& theme() const { return ui.theme(); }
    [[nodiscard]] std::string plain(Phrase phrase) const { return context.phrases.plain(phrase); }
};

// On small displays a row takes no more of all rows than this: the text needs the rest.
constexpr float kMostOfRows = 0.25F;

// With a button in each row; in low reach the buttons stand together below.
enum class Buttons : std::uint8_t { in_rows, below };

bool is_text(SummaryRow const& row) {
    return row.part == flow::Part::message;
}

TextSpec value_spec(Theme const& theme) {
    return {.size_px = theme.type.card,
            .smallest_px = std::max(theme.type.smallest, std::round(theme.type.card * 0.72F)),
            .colour = theme.palette.ink,
            .ground = theme.palette.card,
            .stand = Stand::middle,
            .line_height = 1.28F};
}

float change_height(Theme const& theme) {
    return theme.shape == Shape::tall ? theme.px(78) : theme.space.button;
}

float label_height(Theme const& theme) {
    return std::round(theme.type.hint * 1.25F);
}

// Label left, content in the middle, "Wijzig" right; in portrait the label stands above the
// content.
struct RowPlaces {
    Rect label, value, button;
};

RowPlaces row_places(Theme const& theme, Rect const& place, Buttons buttons) {
    float const pad = buttons == Buttons::below ? theme.px(4, 2, 6) : theme.px(9, 4, 6);
    Rect inside = place.grown(-theme.space.padding, -pad);
    RowPlaces places;
    bool const label_above = theme.shape == Shape::tall && buttons == Buttons::in_rows;
    if (buttons == Buttons::in_rows) {
        float const width = theme.px(152, 112, 190);
        float const height =
            std::max(theme.mm(kSmallestTargetMm) + 1, std::min(change_height(theme), inside.h));
        places.button = inside.take_right(width, theme.space.small).centred(width, height);
    }
    if (label_above) {
        places.label = inside.take_top(label_height(theme));
    } else {
        places.label = inside.take_left(theme.px(152, 92, 166), theme.space.small);
    }
    places.value = inside;
    return places;
}

TextSpec typed_spec(Theme const& theme) {
    TextSpec spec = value_spec(theme);
    spec.smallest_px = std::round(spec.size_px * 0.4F); // an address of 254 letters too
    spec.bold = true;
    return spec;
}

// Below what it belongs to; where the buttons stand apart there is one line for both.
float typed_height(Drawing const& d, SummaryRow const& row, float width) {
    return row.typed.empty() ? 0
                             : private_text_height(d.ui, typed_spec(d.theme()), row.typed, width);
}

float words_height(Drawing const& d, SummaryRow const& row, float width, Buttons buttons) {
    return d.ui.text_height(value_spec(d.theme()), {{row.words, false}}, width) +
           (buttons == Buttons::in_rows ? typed_height(d, row, width) : 0);
}

// The text has what the others leave.
float row_height(Drawing const& d, SummaryRow const& row, Rect const& place, Buttons buttons) {
    Theme const& theme = d.theme();
    float const least =
        buttons == Buttons::below
            ? std::round(theme.type.card * 1.28F) + theme.px(10, 5, 14)
            : std::max(theme.space.button, theme.mm(kSmallestTargetMm) + 1) + theme.px(20, 9, 12);
    float const width = row_places(theme, place, buttons).value.w;
    float pad = buttons == Buttons::below ? theme.px(10, 5, 14) : theme.px(20, 9, 12);
    if (theme.shape == Shape::tall && buttons == Buttons::in_rows) {
        pad += label_height(theme);
    }
    float share = theme.shape == Shape::wide ? 0.3F : kMostOfRows;
    share -= row.typed.empty() ? 0 : 0.03F; // what was typed may become smaller
    share = buttons == Buttons::below ? 0.34F : share;
    float const words = words_height(d, row, width, buttons) + pad;
    return std::clamp(words, least, std::max(least, place.h * share));
}

void draw_label(Drawing const& d, SummaryRow const& row, Rect const& place) {
    Theme const& theme = d.theme();
    d.ui.text({.place = place,
               .size_px = theme.type.hint,
               .smallest_px = std::round(theme.type.hint * 0.7F),
               .colour = theme.palette.ink_soft,
               .ground = theme.palette.card,
               .stand = Stand::middle,
               .line_height = 1.2F},
              row.label);
}

// What was chosen, and what was typed for it: below, or beside where there is one line only.
void draw_words(Drawing const& d, SummaryRow const& row, Rect place, Buttons buttons) {
    TextSpec spec = value_spec(d.theme());
    if (!row.typed.empty()) {
        float const words = d.ui.text_height(spec, {{row.words, false}}, place.w);
        float const typed = typed_height(d, row, place.w);
        TextSpec detail = typed_spec(d.theme());
        if (buttons == Buttons::below) {
            detail.smallest_px = std::round(spec.size_px * 0.3F);
            float const width = d.ui.text_width(spec, row.words) + spec.size_px * 0.4F;
            detail.place = place;
            detail.place.take_left(width);
            place.w = width;
        } else {
            place = place.centred(place.w, std::min(place.h, words + typed));
            detail.place = place.take_bottom(std::min(place.h - words, typed));
        }
        private_text(d.ui, detail, row.typed, d.privacy);
    }
    spec.place = place;
    d.ui.text(spec, row.words);
}

// The visitor's text; scrolls where it is long. Its last line is whole.
void draw_typed(Drawing const& d, Rect place, Rect const& rail) {
    float const line = std::round(d.theme().type.typed * 1.38F);
    if (place.h > line) {
        place = place.centred(place.w, std::floor(place.h / line) * line);
    }
    TypedText text(d.ui, d.draft.message.text.view(), place,
                   d.scroll ? ScrollRail::none : ScrollRail::where_needed);
    text.scroll("summary.scroll", place,
                {d.plain(Phrase::write_text_up), d.plain(Phrase::write_text_down)},
                d.screen.scroll_px, d.scroll.value_or(rail));
    Ui::Clip const clip(d.ui, place);
    float const down = std::max(0.0F, (place.h - text.layout().height()) / 2);
    text.draw(d.privacy, d.screen.scroll_px - std::round(down));
}

bool change_button(Drawing const& d, SummaryRow const& row, Rect const& place) {
    return button(d.ui, {.id = row.id,
                         .rect = place,
                         .label = d.plain(Phrase::summary_change),
                         .icon = text::Icon::edit});
}

Outcome draw_row(Drawing const& d, SummaryRow const& row, Rect const& place, Buttons buttons) {
    RowPlaces const at = row_places(d.theme(), place, buttons);
    draw_label(d, row, at.label);
    if (is_text(row)) {
        float const free = at.button.h > 0 ? at.button.x - d.theme().space.small : at.value.right();
        draw_typed(d, at.value, {place.x, place.y, free - place.x, place.h - d.theme().px(4)});
    } else {
        draw_words(d, row, at.value, buttons);
    }
    if (buttons == Buttons::in_rows && change_button(d, row, at.button)) {
        return flow::event::Change{row.part};
    }
    return std::nullopt;
}

Outcome draw_rows(Drawing const& d, Rect place, Buttons buttons) {
    card(d.ui, place, CardLook::plain);
    float others = 0;
    for (SummaryRow const& row : d.rows) {
        others += is_text(row) ? 0 : row_height(d, row, place, buttons);
    }
    Outcome outcome;
    Rect rest = place;
    for (SummaryRow const& row : d.rows) {
        float const height = is_text(row) ? place.h - others : row_height(d, row, place, buttons);
        Rect const at = rest.take_top(height);
        if (Outcome tapped = draw_row(d, row, at, buttons)) {
            outcome = std::move(tapped);
        }
        if (rest.h > 1) {
            float const line = d.theme().space.border;
            d.ui.fill({at.x, at.bottom() - line, at.w, line}, d.theme().palette.line);
        }
    }
    return outcome;
}

void draw_after(Drawing const& d, Rect const& place) {
    Theme const& theme = d.theme();
    Ui& ui = d.ui;
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.space.padding, -theme.px(20, 10, 14));
    TextSpec title{.place = inside.take_top(std::round(theme.type.body * 1.36F), theme.px(8, 6, 4)),
                   .size_px = theme.type.body,
                   .colour = theme.palette.ink,
                   .ground = theme.palette.tint,
                   .bold = true,
                   .one_line = true};
    ui.text(title, d.plain(Phrase::summary_after));
    std::array<pages::RichText, 3> const steps = steps_after(d.context);
    bool const low = place.h < theme.px(300, 200, 400);
    float const radius = std::round(theme.type.card * (low ? 0.58F : 0.84F));
    float const indent = 2 * radius + theme.px(16, 10, 16);
    float const lift = low ? 0 : std::max(0.0F, radius - theme.type.card * 0.66F);
    float const gap = low ? theme.px(8) : theme.px(18, 8, 8);
    TextSpec text{.smallest_px = std::round(theme.type.label * 0.9F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.tint,
                  .line_height = 1.32F};
    text.size_px = theme.type.card;
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
                    .size_px = std::round(radius * 1.05F)});
        text.place = inside;
        text.place.take_left(indent);
        text.place.take_top(lift);
        inside.take_top(std::max(2 * radius, ui.text(text, step).h + lift), gap);
    }
}

std::string change_words(Drawing const& d, SummaryRow const& row) {
    return d.context.phrases.plain(Phrase::summary_change_part, {{"part", row.label}});
}

Outcome large(Drawing const& d) {
    PagedColumn column(d.ui, d.context, content_of(d.theme()));
    float const line = std::round(d.theme().type.typed * 1.38F);
    column.title(d.plain(Phrase::summary_title));
    for (SummaryRow const& row : d.rows) {
        column.text(pages::RichText{{row.label, true}});
        if (is_text(row)) {
            TypedText const whole(d.ui, d.draft.message.text.view(), {0, 0, column.width(), 1e6F});
            column.custom(std::min(whole.layout().height(), 3 * line),
                          [&d](Rect const& place) { draw_typed(d, place, place); });
        } else {
            column.text(row.words);
        }
        if (!row.typed.empty()) {
            column.picture(typed_height(d, row, column.width()), [&d, &row](Rect const& place) {
                TextSpec spec = typed_spec(d.theme());
                spec.place = place;
                spec.ground = d.theme().palette.paper;
                private_text(d.ui, spec, row.typed, d.privacy);
            });
        }
        column.row({.id = row.id, .label = change_words(d, row), .icon = text::Icon::edit},
                   flow::event::Change{row.part});
    }
    column.text(pages::RichText{{d.plain(Phrase::summary_after), true}});
    for (pages::RichText const& step : steps_after(d.context)) {
        column.text(step);
    }
    return column.draw();
}

// Below the reading stand the buttons, and beside them what happens next where it has room.
Outcome low_reach(Drawing d, Rect content) {
    Theme const& theme = d.theme();
    Rect low = within_reach(theme, content);
    Rect upper = content;
    upper.h = std::max(0.0F, low.y - theme.space.gap_y - content.y);
    if (theme.shape == Shape::wide) {
        draw_after(d, low.take_right(std::round(low.w * 0.46F), theme.space.gap_x));
    }
    float const gap = theme.px(18, 16, 18);
    Rect const all = low;
    d.scroll = low.take_right(scroll_rail(theme), gap);
    Outcome outcome = draw_rows(d, upper, Buttons::below);
    if (d.ui.registry().find("summary.scroll.up") == nullptr) { // the text is not that long
        low = all;
    }
    auto const count = static_cast<int>(d.rows.size());
    int const columns = theme.shape == Shape::compact ? 2 : 1;
    int const rows = (count + columns - 1) / columns;
    float const most = theme.px(80, 74, 92) + gap;
    low.h = std::min(low.h, most * static_cast<float>(rows) - gap);
    for (int i = 0; i < count; ++i) {
        SummaryRow const& row = d.rows[static_cast<std::size_t>(i)];
        if (button(d.ui, {.id = row.id,
                          .rect = low.cell(i % columns, i / columns, columns, rows, gap, gap),
                          .label = change_words(d, row),
                          .icon = text::Icon::edit})) {
            outcome = flow::event::Change{row.part};
        }
    }
    return outcome;
}

Outcome normal(Drawing const& d) {
    Theme const& theme = d.theme();
    Rect content = content_of(theme);
    TextSpec title =
        body_text(theme, content.take_top(std::round(theme.type.title * 1.25F), theme.px(8)),
                  theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.one_line = true;
    d.ui.text(title, d.plain(Phrase::summary_title));
    if (theme.low_reach()) {
        return low_reach(d, content);
    }
    Rect const after = theme.shape == Shape::tall
                           ? content.take_bottom(std::round(content.h * 0.29F), theme.px(20))
                           : content.take_right(std::round(content.w * 0.296F), theme.px(24));
    draw_after(d, after);
    return draw_rows(d, content, Buttons::in_rows);
}

} // namespace

// Everything of the letter, each part with its own way to change it, and what happens next.
Outcome draw_summary(ScreenContext const& context, flow::Draft const& draft, SummaryRows rows,
                     flow::screen::Summary& screen, Privacy privacy, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"summary.send", context.phrases.plain(Phrase::summary_send),
                                  text::Icon::send}});
    std::vector<SummaryRow> const all = summary_rows(context, draft, rows);
    Drawing const drawing{context, draft, all, screen, privacy, ui};
    Outcome outcome = ui.theme().large() ? large(drawing) : normal(drawing);
    if (outer.main) {
        return flow::event::Send{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
