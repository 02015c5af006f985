// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

struct Fact {
    std::string label;
    std::string value;
};

std::string number_words(std::uint64_t number) {
    return std::to_string(number);
}

std::vector<Fact> letters_of(ScreenContext const& context, flow::ServiceFacts const& facts) {
    auto const fact = [&](Phrase label, std::uint64_t number) {
        return Fact{context.phrases.plain(label), number_words(number)};
    };
    return {fact(Phrase::service_made, facts.letters_made),
            fact(Phrase::service_new, facts.letters_new),
            fact(Phrase::service_sent, facts.letters_sent),
            fact(Phrase::service_dead, facts.letters_dead)};
}

std::string contact_words(ScreenContext const& context, flow::ServiceFacts const& facts) {
    if (!facts.last_contact) {
        return context.phrases.plain(Phrase::service_no_contact);
    }
    return context.phrases.plain(Phrase::service_moment,
                                 {{"day", past_day_words(context, *facts.last_contact)},
                                  {"time", clock_words(context, *facts.last_contact)}});
}

std::vector<Fact> device_of(ScreenContext const& context, flow::ServiceFacts const& facts) {
    std::string const linked =
        context.phrases.plain(facts.linked ? Phrase::service_yes : Phrase::service_no);
    return {{context.phrases.plain(Phrase::service_linked), linked},
            {context.phrases.plain(Phrase::service_contact), contact_words(context, facts)},
            {context.phrases.plain(Phrase::service_version), facts.version}};
}

// Facts under each other in a card, each on a line of its own.
void fact_list(Ui& ui, std::vector<Fact> const& facts, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::plain);
    Rect const inside = place.grown(-theme.px(24, 14, 24), -theme.px(4, 2, 4));
    auto const count = static_cast<int>(facts.size());
    for (int i = 0; i < count; ++i) {
        Rect line = inside.cell(0, i, 1, count, 0, 0);
        if (i > 0) {
            ui.fill({line.x, std::round(line.y), line.w, theme.space.border}, theme.palette.line);
        }
        Fact const& fact = facts[static_cast<std::size_t>(i)];
        TextSpec value = body_text(theme, line, theme.type.body);
        value.ground = theme.palette.card;
        value.bold = true;
        value.one_line = true;
        value.align = text::Align::end;
        value.stand = Stand::middle;
        value.smallest_px = std::round(value.size_px * 0.6F);
        value.line_height = 1.2F;
        float const least = line.w * 0.3F;
        float const width = std::clamp(ui.text_width(value, fact.value) + 2, least, line.w * 0.56F);
        value.place = line.take_right(width, theme.px(14, 8, 14));
        ui.text(value, fact.value);
        TextSpec label = value;
        label.place = line;
        label.bold = false;
        label.align = text::Align::start;
        ui.text(label, fact.label);
    }
}

void lists(ScreenContext const& context, Ui& ui, flow::ServiceFacts const& facts, Rect place) {
    Theme const& theme = ui.theme();
    if (facts.version.empty()) {
        TextSpec text = body_text(theme, place, theme.type.body);
        ui.text(text, context.phrases.plain(Phrase::service_unknown));
        return;
    }
    std::vector<Fact> const letters = letters_of(context, facts);
    std::vector<Fact> const device = device_of(context, facts);
    float const row =
        std::min(theme.px(78, 50, 84), place.h / (theme.shape == Shape::tall ? 7.5F : 4.0F));
    if (theme.shape == Shape::tall) {
        fact_list(ui, letters, place.take_top(row * 4, row * 0.5F));
        fact_list(ui, device, place.take_top(row * 3));
        return;
    }
    Rect const left = place.take_left((place.w - theme.space.gap_x) / 2, theme.space.gap_x);
    fact_list(ui, letters, {left.x, left.y, left.w, row * 4});
    fact_list(ui, device, {place.x, place.y, place.w, row * 3});
}

RowSpec pair_row(ScreenContext const& context) {
    return {.id = "service.pair",
            .label = context.phrases.plain(Phrase::service_pair),
            .icon = text::Icon::link};
}

Outcome normal(ScreenContext const& context, Ui& ui, ServiceView const& view) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    reading_heading(ui, content, context.phrases.plain(Phrase::service_title),
                    context.phrases.plain(Phrase::service_under));
    Outcome outcome;
    if (view.can_be_linked) {
        float const height = std::max(theme.space.button, theme.mm(kSmallestTargetMm) + 1);
        Rect place = content.take_bottom(height, theme.px(20, 10, 24));
        place.w = std::min(place.w, theme.px(520, 400, 672));
        RowSpec const pair = pair_row(context);
        if (button(ui, {.id = pair.id, .rect = place, .label = pair.label, .icon = pair.icon})) {
            outcome = flow::event::OpenPairing{};
        }
    }
    lists(context, ui, view.facts, content);
    return outcome;
}

Outcome large(ScreenContext const& context, Ui& ui, ServiceView const& view) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::service_title));
    if (view.can_be_linked) {
        column.row(pair_row(context), flow::event::OpenPairing{});
    }
    if (view.facts.version.empty()) {
        column.text(context.phrases.plain(Phrase::service_unknown));
        return column.draw();
    }
    std::vector<Fact> all = letters_of(context, view.facts);
    std::ranges::move(device_of(context, view.facts), std::back_inserter(all));
    for (Fact const& fact : all) {
        pages::RichText words;
        pages::append(words, fact.label + ": ", false);
        pages::append(words, fact.value, true);
        column.text(words);
    }
    return column.draw();
}

} // namespace

// How the kiosk is, for who looks after it; the way to link it with a log.
Outcome draw_service(ScreenContext const& context, ServiceView const& view, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .main = MainAction{"service.done", context.phrases.plain(Phrase::service_done),
                                  text::Icon::check}});
    Outcome tapped = ui.theme().large() ? large(context, ui, view) : normal(context, ui, view);
    if (outer.main) {
        return flow::event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
