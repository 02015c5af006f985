// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/text_box.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/terminal/text/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using flow::Draft;
using flow::KeyboardLayer;

namespace {

Rect inside_of(Theme const& theme, Rect const& place) {
    float const above = theme.shape == Shape::compact ? theme.px(3) : theme.px(14);
    return place.grown(-theme.px(22), -above);
}

void draw_caret(Ui& ui, text::Caret const& caret, Rect const& inside, float scroll) {
    float const width = std::max(2.0F, ui.theme().px(3));
    ui.fill({std::round(inside.x + caret.x),
             std::round(inside.y + caret.top - scroll + caret.height * 0.08F), width,
             std::round(caret.height * 0.84F)},
            ui.theme().palette.blue);
}

void draw_placeholder(Ui& ui, Rect const& inside, std::string_view words) {
    Theme const& theme = ui.theme();
    ui.text({.place = inside.grown(-theme.px(6), 0),
             .size_px = theme.type.typed,
             .smallest_px = std::round(theme.type.typed * 0.75F),
             .colour = theme.palette.off,
             .ground = theme.palette.card},
            words);
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

bool insert(Draft& draft, std::string_view more) {
    if (letters_left(draft) < 1 || !draft.text.insert(draft.caret, more)) {
        return false;
    }
    draft.caret += more.size();
    return true;
}

void remove_before(Draft& draft) {
    std::size_t const from = utf8::previous_grapheme(draft.text.view(), draft.caret);
    if (draft.text.erase(from, draft.caret)) {
        draft.caret = from;
    }
}

// A capital at the start and after the end of a sentence, as people are used to.
bool sentence_begins(Draft const& draft) {
    std::string_view before = draft.text.view().substr(0, draft.caret);
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

int letters_left(Draft const& draft) {
    auto const letters = static_cast<int>(entries::kMaxTextCodePoints) -
                         static_cast<int>(utf8::count(draft.text.view()));
    auto const bytes =
        static_cast<int>(entries::kMaxTextBytes) - static_cast<int>(draft.text.size());
    return std::max(0, std::min(letters, bytes));
}

bool apply_key(Ui& ui, Rect const& place, Draft& draft, KeyPress const& key) {
    std::string_view const words = draft.text.view();
    switch (key.action) {
    case KeyAction::insert: {
        bool const fits = insert(draft, key.insert);
        draft.shift = sentence_begins(draft);
        return fits;
    }
    case KeyAction::enter: {
        bool const fits = insert(draft, "\n");
        draft.shift = true;
        return fits;
    }
    case KeyAction::backspace:
        remove_before(draft);
        draft.shift = sentence_begins(draft);
        break;
    case KeyAction::left:
        draft.caret = utf8::previous_grapheme(words, draft.caret);
        break;
    case KeyAction::right:
        draft.caret = utf8::next_grapheme(words, draft.caret);
        break;
    case KeyAction::up:
    case KeyAction::down: {
        TypedText const typed(ui, words, inside_of(ui.theme(), place));
        draft.caret = vertical(typed.layout(), draft.caret, key.action == KeyAction::up ? -1 : 1);
        break;
    }
    case KeyAction::shift:
        draft.shift = !draft.shift;
        break;
    case KeyAction::letters:
        draft.layer = KeyboardLayer::letters;
        break;
    case KeyAction::digits:
        draft.layer = KeyboardLayer::digits;
        break;
    case KeyAction::accents:
        draft.layer = KeyboardLayer::accents;
        break;
    case KeyAction::hide:
        draft.keyboard_hidden = true;
        break;
    }
    return true;
}

void text_box(Ui& ui, Rect const& place, Draft& draft, TextBoxWords const& words, Privacy privacy) {
    Theme const& theme = ui.theme();
    ui.fill(place, theme.palette.card, theme.space.radius);
    ui.outline(place, theme.palette.blue, theme.space.border_focus, theme.space.radius);
    TypedText typed(ui, draft.text.view(), inside_of(theme, place));
    Rect const& inside = typed.inside();

    Rect typing = place;
    typing.w = inside.right() - place.x;
    Touch const touch =
        ui.touch({.id = "write.box", .role = Role::text_box, .label = words.label, .rect = typing});
    if (touch.tapped) {
        platform::Point const at = ui.pointer().at;
        draft.caret = typed.layout().byte_at(at.x - inside.x, at.y - inside.y + draft.scroll_px);
        draft.keyboard_hidden = false;
    }
    if (draft.caret_shown != draft.caret) { // not after a scroll by finger
        typed.show(draft.caret, draft.scroll_px);
        draft.caret_shown = draft.caret;
    }
    typed.scroll("write.box.scroll", place, words.scroll, draft.scroll_px);

    Ui::Clip const clip(ui, place.grown(-theme.space.border_focus));
    typed.draw(privacy, draft.scroll_px);
    if (privacy == Privacy::readable) {
        if (draft.text.empty()) {
            draw_placeholder(ui, inside, words.placeholder);
        }
        draw_caret(ui, typed.layout().caret(draft.caret), inside, std::round(draft.scroll_px));
    }
}

} // namespace inloop::ui
