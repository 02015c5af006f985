// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"

#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// A value of this many letters is a number to call and stands in large figures; a longer one is an
// address.
constexpr std::size_t kNumberLetters = 12;

} // namespace

std::string checked_words(ScreenContext const& context, pages::Fact const& fact) {
    std::string const month = context.phrases.plain(
        month_name(static_cast<int>(static_cast<unsigned>(fact.checked_on.month()))));
    std::string const date = context.phrases.plain(
        Phrase::date_day_month_year,
        {{"day", std::to_string(static_cast<unsigned>(fact.checked_on.day()))},
         {"month", month},
         {"year", std::to_string(static_cast<int>(fact.checked_on.year()))}});
    return context.phrases.plain(Phrase::information_checked, {{"date", date}});
}

pages::RichText fact_words(ScreenContext const& context, pages::Fact const& fact) {
    pages::RichText words{{fact.label.in(context.language) + "\n", false}};
    if (current_fact(context, fact.id) == nullptr) {
        pages::append(words, context.phrases.plain(Phrase::fact_expired), true);
        return words;
    }
    pages::append(words, fact.value, true);
    if (std::string const& note = fact.note.in(context.language); !note.empty()) {
        pages::append(words, "\n" + note, false);
    }
    pages::append(words, "\n" + checked_words(context, fact), false);
    return words;
}

FactCard::FactCard(Ui& ui, ScreenContext const& context, pages::Fact const& fact, Rect const& place)
    : m_ui(ui)
    , m_place(place) {
    TypeScale const& type = ui.theme().type;
    Palette const& p = ui.theme().palette;
    m_lines.push_back(
        {.words = fact.label.in(context.language), .size = type.hint, .colour = p.ink_soft});
    if (current_fact(context, fact.id) == nullptr) {
        m_lines.push_back({.words = context.phrases.plain(Phrase::fact_expired),
                           .size = type.button,
                           .colour = p.ink});
    } else {
        bool const number = fact.value.size() <= kNumberLetters;
        m_lines.push_back({.words = fact.value,
                           .size = number ? std::round(type.title * 1.06F) : type.heading,
                           .bold = true,
                           .colour = p.ink});
        if (std::string const& note = fact.note.in(context.language); !note.empty()) {
            m_lines.push_back({.words = note, .size = type.hint, .colour = p.ink});
        }
        m_lines.push_back({.words = checked_words(context, fact),
                           .size = std::round(type.button * 0.94F),
                           .colour = p.green,
                           .checked = true});
    }
    float const width = place.w - 2 * ui.theme().space.padding;
    m_height = ui.theme().space.padding * 1.5F;
    for (Line& line : m_lines) {
        if (line.checked) { // a date broken over two lines reads badly
            float const least = std::round(line.size * 0.75F);
            while (line.size > least &&
                   m_ui.text_width(spec_of(line), line.words) > width - indent_of(line)) {
                line.size -= 1;
            }
        }
        line.height =
            m_ui.text_height(spec_of(line), {{line.words, false}}, width - indent_of(line));
        m_height += line.height + ui.theme().px(4);
    }
}

TextSpec FactCard::spec_of(Line const& line) const {
    return {.size_px = line.size,
            .smallest_px = std::round(line.size * 0.7F),
            .colour = line.colour,
            .ground = m_ui.theme().palette.card,
            .line_height = 1.28F,
            .bold = line.bold};
}

float FactCard::shield() const {
    return std::round(m_ui.theme().type.button * 1.2F);
}

float FactCard::indent_of(Line const& line) const {
    return line.checked ? shield() + std::round(m_ui.theme().space.small * 0.7F) : 0;
}

float FactCard::draw() const {
    Theme const& theme = m_ui.theme();
    float const pad = theme.space.padding;
    card(m_ui, {m_place.x, m_place.y, m_place.w, m_height}, CardLook::plain);
    float y = m_place.y + pad * 0.8F;
    for (Line const& line : m_lines) {
        TextSpec text = spec_of(line);
        float const indent = indent_of(line);
        text.place = {m_place.x + pad + indent, y, m_place.w - 2 * pad - indent, line.height};
        m_ui.text(text, line.words);
        if (line.checked) {
            m_ui.icon(text::Icon::verified_user, {m_place.x + pad, y, shield(), line.size * 1.28F},
                      shield(), theme.palette.green);
        }
        y += line.height + theme.px(4);
    }
    return m_height;
}

} // namespace inloop::ui
