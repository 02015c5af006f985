// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kChange = "recognisable.change";
// The line of those who keep anonymous for a living.
constexpr std::string_view kAnonymousFact = "anonymous";

struct Look {
    Phrase words;
    text::Icon icon;
};

constexpr std::array<Look, 3> kLooks{{
    {Phrase::recognisable_look_1, text::Icon::person_outline},
    {Phrase::recognisable_look_2, text::Icon::schedule},
    {Phrase::recognisable_look_3, text::Icon::meeting_room},
}};

Outcome large(ScreenContext const& context, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::recognisable_title));
    column.text(context.phrases.plain(Phrase::recognisable_text));
    for (Look const& look : kLooks) {
        column.text("•  " + context.phrases.plain(look.words));
    }
    column.row({.id = kChange,
                .label = context.phrases.plain(Phrase::recognisable_change),
                .icon = text::Icon::edit},
               event::Change{flow::Part::message});
    column.text(context.phrases.plain(Phrase::recognisable_anonymous));
    if (pages::Fact const* fact = context.assets.facts.find(kAnonymousFact)) {
        column.notice(fact_words(context, *fact));
    }
    return column.draw();
}

// Three things to look at, each with its picture.
void looks(ScreenContext const& context, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::plain);
    Rect const inside = place.grown(-theme.space.padding, -theme.px(12, 6, 12));
    float const square = std::min(theme.space.icon_square, inside.h / 3 - theme.px(8));
    int n = 0;
    for (Look const& look : kLooks) {
        Rect row = inside.cell(0, n++, 1, static_cast<int>(kLooks.size()), 0, 0);
        Rect const icon = row.take_left(square, theme.px(20, 12, 18)).centred(square, square);
        ui.fill(icon, theme.palette.tint, theme.space.radius_icon);
        ui.icon(look.icon, icon, std::round(square * 0.58F), theme.palette.blue);
        ui.text({.place = row,
                 .size_px = theme.type.body,
                 .smallest_px = std::max(theme.type.label, std::round(theme.type.body * 0.7F)),
                 .colour = theme.palette.ink,
                 .ground = theme.palette.card,
                 .stand = Stand::middle,
                 .line_height = 1.28F},
                context.phrases.plain(look.words));
    }
}

// For who may be known to nobody at all: another line, which is not the police.
class Anonymous {
public:
    Anonymous(Ui& ui, ScreenContext const& context, float width)
        : m_ui(ui)
        , m_context(context)
        , m_pad(ui.theme().px(24, 12, 20))
        , m_gap(ui.theme().px(14, 8, 14)) {
        float const inner = width - 2 * m_pad;
        m_words =
            ui.text_height(spec(), context.phrases.rich(Phrase::recognisable_anonymous), inner);
        if (pages::Fact const* fact = context.assets.facts.find(kAnonymousFact)) {
            m_fact = FactCard(ui, context, *fact, {0, 0, inner, 1}).height();
        }
    }
    [[nodiscard]] float height() const { return 2 * m_pad + m_words + m_gap + m_fact; }

    void draw(Rect const& place) const {
        card(m_ui, place, CardLook::information);
        Rect inside = place.grown(-m_pad);
        if (pages::Fact const* fact = m_context.assets.facts.find(kAnonymousFact)) {
            Rect const at = inside.take_bottom(m_fact, m_gap);
            (void)FactCard(m_ui, m_context, *fact, at).draw();
        }
        TextSpec text = spec();
        text.place = inside;
        m_ui.text(text, m_context.phrases.rich(Phrase::recognisable_anonymous));
    }

private:
    [[nodiscard]] TextSpec spec() const {
        Theme const& theme = m_ui.theme();
        return {.size_px = theme.shape == Shape::tall ? theme.type.hint : theme.type.body,
                .smallest_px = theme.type.label,
                .colour = theme.palette.ink,
                .ground = theme.palette.tint,
                .line_height = 1.3F};
    }

    Ui& m_ui;
    ScreenContext const& m_context;
    float m_pad;
    float m_gap;
    float m_words = 0;
    float m_fact = 0;
};

Outcome normal(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    // What can be touched lies low as it is.
    reading_heading(ui, content, context.phrases.plain(Phrase::recognisable_title),
                    context.phrases.plain(Phrase::recognisable_text));
    Rect change;
    Rect side;
    if (theme.shape == Shape::tall) {
        change = content.take_bottom(theme.space.bar_button, theme.space.gap_y);
        side = content.take_bottom(Anonymous(ui, context, content.w).height(), theme.space.gap_y);
    } else {
        side = content.take_right(std::round(content.w * 0.42F), theme.space.gap_x);
        change = content.take_bottom(theme.space.bar_button, theme.space.gap_y);
    }
    Anonymous(ui, context, side.w).draw(side);
    looks(context, ui, content);
    if (button(ui, {.id = kChange,
                    .rect = change,
                    .label = context.phrases.plain(Phrase::recognisable_change),
                    .icon = text::Icon::edit})) {
        return event::Change{flow::Part::message};
    }
    return std::nullopt;
}

} // namespace

// Asked once, gently, where people may fear to be recognised.
Outcome draw_recognisable(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{.id = "recognisable.next",
                                  .label = context.phrases.plain(Phrase::recognisable_next)}});
    Outcome outcome = ui.theme().large() ? large(context, ui) : normal(context, ui);
    if (outer.main) {
        return event::Next{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
