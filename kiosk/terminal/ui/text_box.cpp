// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/text_box.h"

#include "kiosk/base/utf8.h"
#include "kiosk/terminal/text/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using flow::KeyboardLayer;
using flow::TypingField;

namespace {

// Of the size of the letters; the same as typed_text.cpp sets typed text.
constexpr float kLineHeight = 1.38F;

float above_lines(Theme const& theme) {
    return theme.shape == Shape::compact ? theme.px(3) : theme.px(14);
}

// Where lines stand; in a box for one line in its middle.
Rect inside_of(Theme const& theme, Rect const& place) {
    Rect const inside = place.grown(-theme.px(22), -above_lines(theme));
    float const line = std::round(theme.type.typed * kLineHeight);
    return inside.h < 2 * line ? inside.centred(inside.w, std::min(inside.h, line)) : inside;
}

void draw_caret(Ui& ui, text::Caret const& caret, Rect const& inside, float scroll) {
    float const width = std::max(2.0F, ui.theme().px(3));
    ui.fill({std::round(inside.x + caret.x),
             std::round(inside.y + caret.top - scroll + caret.height * 0.08F), width,
             std::round(caret.height * 0.84F)},
            ui.theme().palette.blue);
}

void draw_placeholder(Ui& ui, Rect inside, pages::RichText const& words) {
    Theme const& theme = ui.theme();
    inside = inside.grown(-theme.px(6), 0);
    TextSpec text{.size_px = theme.type.typed,
                  .smallest_px = std::round(theme.type.typed * 0.75F),
                  .line_height = kLineHeight};
    for (pages::Span const& line : words) {
        text.place = inside;
        text.colour = line.bold ? theme.palette.ink : theme.palette.off;
        text.ground = theme.palette.card;
        inside.take_top(ui.text(text, {line}).h);
    }
}

std::size_t line_of(text::Layout const& layout, std::size_t byte) {
    auto const lines = layout.lines();
    std::size_t line = 0;
    while (line + 1 < lines.size() && byte >= lines[line + 1].from) {
        ++line;
    }
    return line;
}

// The place in the line above or below that lies nearest to the caret.
std::size_t vertical(text::Layout const& layout, std::size_t byte, int step) {
    auto const last = static_cast<std::ptrdiff_t>(layout.lines().size()) - 1;
    std::ptrdiff_t const target = static_cast<std::ptrdiff_t>(line_of(layout, byte)) + step;
    if (target < 0 || target > last) {
        return byte;
    }
    text::Line const& line = layout.lines()[static_cast<std::size_t>(target)];
    return layout.byte_at(layout.caret(byte).x, line.top + layout.line_height() / 2);
}

bool insert(TypingField& field, FieldLimits const& limits, std::string_view more) {
    auto const letters = static_cast<int>(utf8::count(more));
    if (letters_left(field, limits) < letters || !field.text.insert(field.caret, more)) {
        return false;
    }
    field.caret += more.size();
    return true;
}

void remove_before(TypingField& field) {
    std::size_t const from = utf8::previous_grapheme(field.text.view(), field.caret);
    if (field.text.erase(from, field.caret)) {
        field.caret = from;
    }
}

// A capital at the start and after the end of a sentence, as people are used to.
bool sentence_begins(TypingField const& field) {
    std::string_view before = field.text.view().substr(0, field.caret);
    if (before.empty() || before.back() == '\n') {
        return true;
    }
    if (before.back() != ' ') {
        return false;
    }
    while (!before.empty() && before.back() == ' ') {
        before.remove_suffix(1);
    }
    return before.empty() || before.back() == '.' || before.back() == '!' || before.back() == '?';
}

} // namespace

float text_box_height(Theme const& theme, int lines) {
    float const line = std::round(theme.type.typed * kLineHeight);
    return line * static_cast<float>(lines) + 2 * above_lines(theme);
}

int letters_left(TypingField const& field, FieldLimits const& limits) {
    auto const letters =
        static_cast<int>(limits.code_points) - static_cast<int>(utf8::count(field.text.view()));
    auto const bytes = static_cast<int>(limits.bytes) - static_cast<int>(field.text.size());
    return std::max(0, std::min(letters, bytes));
}

bool apply_key(Ui& ui, Rect const& place, TypingField& field, FieldLimits const& limits,
               KeyPress const& key) {
    std::string_view const words = field.text.view();
    switch (key.action) {
    case KeyAction::insert: {
        bool const fits = insert(field, limits, key.insert);
        field.shift = sentence_begins(field);
        return fits;
    }
    case KeyAction::enter: {
        bool const fits = insert(field, limits, "\n");
        field.shift = true;
        return fits;
    }
    case KeyAction::backspace:
        remove_before(field);
        field.shift = sentence_begins(field);
        break;
    case KeyAction::left:
        field.caret = utf8::previous_grapheme(words, field.caret);
        break;
    case KeyAction::right:
        field.caret = utf8::next_grapheme(words, field.caret);
        break;
    case KeyAction::up:
    case KeyAction::down: {
        TypedText const typed(ui, words, inside_of(ui.theme(), place));
        field.caret = vertical(typed.layout(), field.caret, key.action == KeyAction::up ? -1 : 1);
        break;
    }
    case KeyAction::shift:
        field.shift = !field.shift;
        break;
    case KeyAction::letters:
        field.layer = KeyboardLayer::letters;
        break;
    case KeyAction::digits:
        field.layer = KeyboardLayer::digits;
        break;
    case KeyAction::accents:
        field.layer = KeyboardLayer::accents;
        break;
    case KeyAction::hide:
        field.keyboard_hidden = true;
        break;
    case KeyAction::none:
        break;
    }
    return true;
}

void text_box(Ui& ui, TextBoxSpec const& spec, TypingField& field) {
    Theme const& theme = ui.theme();
    Rect const& place = spec.place;
    ui.fill(place, theme.palette.card, theme.space.radius);
    ui.outline(place, theme.palette.blue, theme.space.border_focus, theme.space.radius);
    bool const holds_buttons =
        !spec.scroll.up.empty() &&
        place.h >= 2 * theme.mm(kSmallestTargetMm) + 4 * theme.space.border_focus;
    TypedText typed(ui, field.text.view(), inside_of(theme, place),
                    holds_buttons ? ScrollRail::where_needed : ScrollRail::none);
    Rect const& inside = typed.inside();

    Rect typing = place;
    typing.w = inside.right() - place.x;
    Touch const touch =
        ui.touch({.id = spec.id, .role = Role::text_box, .label = spec.label, .rect = typing});
    if (touch.tapped) {
        platform::Point const at = ui.pointer().at;
        field.caret = typed.layout().byte_at(at.x - inside.x, at.y - inside.y + field.scroll_px);
        field.keyboard_hidden = false;
    }
    if (field.caret_shown != field.caret) { // not after a scroll by finger
        typed.show(field.caret, field.scroll_px);
        field.caret_shown = field.caret;
    }
    typed.scroll(spec.id + ".scroll", place, spec.scroll, field.scroll_px);

    // Of a line above or below only what hangs out of it.
    float const edge = std::min(std::round(theme.type.typed * 0.06F),
                                (place.h - inside.h) / 2 - theme.space.border_focus);
    Ui::Clip const clip(ui, {place.x, inside.y - edge, place.w, inside.h + 2 * edge});
    typed.draw(spec.privacy, field.scroll_px);
    if (spec.privacy == Privacy::readable) {
        if (field.text.empty()) {
            draw_placeholder(ui, inside, spec.placeholder);
        }
        draw_caret(ui, typed.layout().caret(field.caret), inside, std::round(field.scroll_px));
    }
}

} // namespace inloop::ui
