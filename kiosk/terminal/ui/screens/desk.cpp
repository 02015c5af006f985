// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/choice.h"
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

struct NextStep {
    char const* id;
    text::Icon icon;
    Phrase title;
    std::optional<Phrase> words;
    flow::Event event;
};

std::array<NextStep, 3> answers() {
    return {{{"desk.pass", text::Icon::share, Phrase::desk_pass, Phrase::desk_pass_text,
              event::AllowPassing{true}},
             {"desk.keep", text::Icon::person_outline, Phrase::desk_keep, Phrase::desk_keep_text,
              event::AllowPassing{false}},
             {"desk.enough", text::Icon::check, Phrase::desk_enough, std::nullopt,
              event::WipeAndStop{}}}};
}

// What is current first: it is what helps.
std::vector<pages::Fact const*> facts_of(ScreenContext const& context, pages::Desk const& desk) {
    std::vector<pages::Fact const*> facts;
    for (std::string const& id : desk.facts) {
        if (pages::Fact const* fact = context.assets.facts.find(id)) {
            facts.push_back(fact);
        }
    }
    std::stable_partition(facts.begin(), facts.end(), [&](pages::Fact const* fact) {
        return current_fact(context, fact->id) != nullptr;
    });
    return facts;
}

Outcome large(ScreenContext const& context, pages::Desk const& desk, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(desk.whose.in(context.language));
    column.text(desk.how.in(context.language));
    for (pages::Fact const* fact : facts_of(context, desk)) {
        column.notice(fact_words(context, *fact));
    }
    column.text({{context.phrases.plain(Phrase::desk_asked), true}});
    for (pages::LocalText const& asked : desk.asked) {
        column.text("•  " + asked.in(context.language));
    }
    column.text({{context.phrases.plain(Phrase::desk_note_title), true}});
    column.text(context.phrases.plain(Phrase::desk_note));
    for (NextStep& answer : answers()) {
        column.row(
            {.id = answer.id, .label = context.phrases.plain(answer.title), .icon = answer.icon},
            std::move(answer.event));
    }
    return column.draw();
}

float label_height(Theme const& theme) {
    return std::round(theme.type.card * 1.4F);
}

void label(Ui& ui, Rect const& place, pages::RichText const& words) {
    Theme const& theme = ui.theme();
    TextSpec text = body_text(theme, place, theme.type.card);
    text.smallest_px = std::max(theme.type.label, std::round(theme.type.card * 0.7F));
    text.stand = Stand::middle;
    text.line_height = 1.2F;
    text.one_line = true;
    ui.text(text, words);
}

// The cards beside each other. Where they have no room, the last is left out.
class FactRow {
public:
    FactRow(Ui& ui, ScreenContext const& context, pages::Desk const& desk, Rect const& place)
        : m_place(place) {
        Theme const& theme = ui.theme();
        auto facts = facts_of(context, desk);
        set(ui, context, facts, place);
        while (facts.size() > 1 && (m_height > place.h || m_width < theme.px(230, 170, 300))) {
            facts.pop_back();
            set(ui, context, facts, place);
        }
        if (!facts.empty()) {
            m_words = fact_words(context, *facts.front());
        }
    }
    void draw(Ui& ui) const {
        if (m_height > m_place.h) {
            draw_words(ui);
            return;
        }
        for (FactCard const& one : m_cards) {
            (void)one.draw();
        }
    }

private:
    void set(Ui& ui, ScreenContext const& context, std::vector<pages::Fact const*> const& facts,
             Rect const& place) {
        m_cards.clear();
        m_height = 0;
        int n = 0;
        for (pages::Fact const* fact : facts) {
            Rect const cell =
                place.cell(n++, 0, static_cast<int>(facts.size()), 1, ui.theme().space.gap_x, 0);
            m_width = cell.w;
            m_cards.emplace_back(ui, context, *fact, cell);
            m_height = std::max(m_height, m_cards.back().height());
        }
    }

    // Where not even one card has room: what it says, as large as it may be.
    void draw_words(Ui& ui) const {
        Theme const& theme = ui.theme();
        card(ui, m_place, CardLook::plain);
        ui.text({.place = m_place.grown(-theme.px(20, 12, 16), -theme.px(8)),
                 .size_px = theme.type.hint,
                 .smallest_px = std::round(theme.type.label * 0.8F),
                 .colour = theme.palette.ink,
                 .ground = theme.palette.card,
                 .line_height = 1.28F},
                m_words);
    }

    Rect m_place;
    pages::RichText m_words;
    std::vector<FactCard> m_cards;
    float m_width = 0; // of one
    float m_height = 0;
};

void asked(ScreenContext const& context, pages::Desk const& desk, Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(24, 12, 16), -theme.px(16, 8, 16));
    TextSpec text{.place = inside,
                  .size_px = theme.shape == Shape::wide ? theme.type.card : theme.type.hint,
                  .smallest_px = std::max(theme.type.label, std::round(theme.type.card * 0.7F)),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.tint,
                  .line_height = 1.25F,
                  .bold = true};
    std::string const title = context.phrases.plain(Phrase::desk_asked);
    while (text.size_px > theme.type.label && ui.text_width(text, title) > inside.w) {
        text.size_px -= 1; // one line, if it can be
    }
    text.smallest_px = text.size_px;
    inside.take_top(ui.text(text, title).h, theme.px(8, 3, 8));
    float const indent = std::round(theme.type.card * 0.9F);
    float const gap = theme.px(6, 2, 6);
    std::vector<pages::RichText> lines;
    for (pages::LocalText const& line : desk.asked) {
        lines.push_back({{line.in(context.language), false}});
    }
    text.bold = false;
    text.size_px = theme.shape == Shape::wide ? theme.type.card : theme.type.hint;
    text.smallest_px = theme.type.label;
    text.size_px = fitting_size(
        ui, text, {.texts = lines, .width = inside.w - indent, .height = inside.h, .gap = gap});
    for (pages::RichText const& line : lines) {
        ui.disc(inside.x + indent * 0.3F, inside.y + text.size_px * 0.66F,
                std::max(3.0F, text.size_px * 0.15F), theme.palette.blue);
        text.place = inside;
        text.place.take_left(indent);
        inside.take_top(ui.text(text, line).h, gap);
    }
}

Outcome note(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    pages::RichText title{{context.phrases.plain(Phrase::desk_note_title), true}};
    if (theme.shape == Shape::wide) {
        pages::append(title, "  " + context.phrases.plain(Phrase::desk_note), false);
    }
    label(ui, place.take_top(label_height(theme), theme.px(10, 4, 10)), title);
    auto all = answers();
    bool const stacked = theme.shape == Shape::tall;
    std::vector<ChoiceSpec> specs;
    for (NextStep const& answer : all) {
        auto const n = static_cast<int>(specs.size());
        ChoiceSpec spec{.id = answer.id,
                        .rect = stacked ? place.cell(0, n, 1, 3, 0, theme.px(18))
                                        : place.cell(n, 0, 3, 1, theme.space.gap_x, 0),
                        .icon = answer.icon,
                        .title = context.phrases.plain(answer.title)};
        if (answer.words && theme.shape == Shape::wide) {
            spec.words = context.phrases.plain(*answer.words);
        }
        specs.push_back(std::move(spec));
    }
    if (auto const tapped = choices(ui, specs)) {
        return std::move(all[*tapped].event);
    }
    return std::nullopt;
}

Outcome normal(ScreenContext const& context, pages::Desk const& desk, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    // What can be touched lies low as it is; what is above is for reading.
    float const notes_height = std::min(theme.px(222, 90, 346), within_reach(theme, content).h);
    Rect const notes = content.take_bottom(notes_height, theme.px(20, 10, 24));
    reading_heading(ui, content, desk.whose.in(context.language), desk.how.in(context.language));
    float const share =
        theme.shape == Shape::wide ? 0.34F : (theme.shape == Shape::compact ? 0.28F : 0.44F);
    asked(context, desk, ui,
          content.take_right(std::round(content.w * share), theme.px(24, 18, 16)));
    if (theme.shape == Shape::wide) {
        label(ui, content.take_top(label_height(theme), theme.px(8)),
              {{context.phrases.plain(Phrase::desk_call), true}});
    }
    FactRow(ui, context, desk, content).draw(ui);
    return note(context, ui, notes);
}

} // namespace

// It is another body's job: who they are and what they will ask, before the visitor writes. Leaving
// a note here stays possible.
Outcome draw_desk(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    pages::Subject const* subject = context.assets.subjects.find(draft.subject);
    if (subject == nullptr || !subject->desk) {
        return std::move(outer.event);
    }
    Outcome outcome = ui.theme().large() ? large(context, *subject->desk, ui)
                                         : normal(context, *subject->desk, ui);
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
