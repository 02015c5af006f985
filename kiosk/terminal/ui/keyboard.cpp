// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/keyboard.h"

#include "kiosk/base/utf8.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

// Of the height of a key.
constexpr float kTallestLetter = 0.62F;

// What a key shows: an icon or a word, and what is spoken.
struct KeyFace {
    std::string id;
    std::string word;
    std::optional<text::Icon> icon;
    std::string spoken;
    bool function = true;
};

KeyFace letter_face(ScreenContext const& context, KeyShape const& key, bool shifted) {
    std::string const shown(shifted ? key.upper : key.lower);
    if (key.lower == " ") {
        return {"key.space", context.phrases.plain(Phrase::key_space), std::nullopt, "", false};
    }
    return {"key." + std::string(key.lower), shown, std::nullopt, shown, false};
}

KeyFace face_of(Shape shape, ScreenContext const& context, KeyShape const& key, bool shifted) {
    auto const word = [&](Phrase phrase) { return context.phrases.plain(phrase); };
    switch (key.action) {
    case KeyAction::insert:
        return letter_face(context, key, shifted);
    case KeyAction::backspace:
        return {"key.backspace", "", text::Icon::backspace, word(Phrase::key_backspace)};
    case KeyAction::enter:
        return {"key.enter", "", text::Icon::keyboard_return, word(Phrase::key_enter)};
    case KeyAction::left:
        return {"key.left", "", text::Icon::arrow_back, word(Phrase::key_left)};
    case KeyAction::right:
        return {"key.right", "", text::Icon::arrow_forward, word(Phrase::key_right)};
    case KeyAction::up:
        return {"key.up", "", text::Icon::keyboard_arrow_up, word(Phrase::key_up)};
    case KeyAction::down:
        return {"key.down", "", text::Icon::keyboard_arrow_down, word(Phrase::key_down)};
    case KeyAction::shift:
        if (shape == Shape::tall) { // an arrow says little beside an alphabet
            return {"key.shift", "ABC", std::nullopt, word(Phrase::key_shift)};
        }
        return {"key.shift", "", text::Icon::keyboard_arrow_up, word(Phrase::key_shift)};
    case KeyAction::letters:
        return {"key.letters", word(Phrase::key_letters), std::nullopt, word(Phrase::key_letters)};
    case KeyAction::digits:
        return {"key.digits", word(Phrase::key_digits), std::nullopt, word(Phrase::key_digits)};
    case KeyAction::accents:
        return {"key.accents", word(Phrase::key_accents), std::nullopt, word(Phrase::key_accents)};
    case KeyAction::hide:
        return {"key.hide", word(Phrase::key_hide), std::nullopt, word(Phrase::key_hide)};
    case KeyAction::none:
        break;
    }
    return {};
}

// How a key is right now.
struct KeyState {
    bool pressed = false;
    bool on = false; // shift
    bool enabled = true;
};

struct KeyColours {
    BoxLook box;
    Colour content;
    Colour ground;
};

KeyColours key_colours(Theme const& theme, bool function, KeyState const& state) {
    Palette const& p = theme.palette;
    if (!state.enabled) {
        return {disabled_look(theme, theme.space.radius_key), p.off, p.bed};
    }
    Colour ground = function ? p.function_key : p.card;
    Colour content = p.ink;
    if (state.on) {
        ground = p.blue;
        content = p.on_blue;
    }
    if (state.pressed) {
        ground = p.pressed;
        content = p.on_pressed;
    }
    return {
        {ground, p.edge, p.edge, theme.space.radius_key, theme.space.key_edge}, content, ground};
}

void draw_key(Ui& ui, KeyFace const& face, Rect const& rect, float size, KeyState const& state) {
    Theme const& theme = ui.theme();
    KeyColours const colours = key_colours(theme, face.function, state);
    Rect const inside = box(ui, rect, colours.box, state.pressed);
    if (face.icon) {
        ui.icon(*face.icon, inside, std::round(size * 1.05F), colours.content);
        return;
    }
    bool const space = face.id == "key.space";
    bool const is_word = face.function || space || utf8::count(face.word) > 1;
    ui.text({.place = inside.grown(-theme.px(is_word ? 9 : 3), 0),
             .size_px = is_word ? std::round(size * 0.74F) : size,
             .smallest_px = std::round(theme.type.key * 0.45F),
             .colour = space && !state.pressed ? theme.palette.ink_soft : colours.content,
             .ground = colours.ground,
             .align = text::Align::centre,
             .stand = Stand::middle,
             .line_height = 1.2F,
             .bold = face.function,
             .one_line = face.id != "key.hide"},
            face.word);
}

std::optional<KeyPress> draw_row(Ui& ui, ScreenContext const& context, KeyboardSpec const& spec,
                                 KeyRow const& row, Rect place) {
    Theme const& theme = ui.theme();
    float shares = 0;
    for (KeyShape const& key : row) {
        shares += key.share;
    }
    float const gap = theme.space.key_gap_x;
    float const unit = (place.w - gap * static_cast<float>(row.size() - 1)) / shares;
    std::optional<KeyPress> press;
    for (KeyShape const& key : row) {
        Rect const rect = place.take_left(unit * key.share, gap);
        if (key.action == KeyAction::none) {
            continue;
        }
        KeyFace const face = face_of(theme.shape, context, key, spec.shift);
        bool const enabled =
            key.action != KeyAction::insert || !spec.available || spec.available(key.lower);
        bool const on = key.action == KeyAction::shift && spec.shift;
        Touch const touch = ui.touch({.id = face.id,
                                      .role = Role::key,
                                      .label = face.spoken,
                                      .rect = rect,
                                      .margin = std::min(gap, theme.space.key_gap_y) / 2,
                                      .enabled = enabled,
                                      .chosen = on});
        float const size = spec.key_size > 0 ? spec.key_size : theme.type.key;
        draw_key(ui, face, rect, std::min(size, std::round(rect.h * kTallestLetter)),
                 {touch.pressed, on, enabled});
        if (touch.began) {
            press = {key.action, spec.shift ? key.upper : key.lower};
        }
    }
    return press;
}

} // namespace

float keyboard_height(Theme const& theme) {
    return theme.space.keyboard + theme.space.key_gap_y;
}

float keyboard_height(Theme const& theme, int rows) {
    int const of_a_text = theme.shape == Shape::tall ? 6 : 4;
    float const row =
        (theme.space.keyboard + theme.space.key_gap_y) / static_cast<float>(of_a_text);
    return std::round(row * static_cast<float>(rows) + theme.space.key_gap_y * 0.7F);
}

std::optional<KeyPress> keyboard(Ui& ui, ScreenContext const& context, KeyboardSpec const& spec) {
    Theme const& theme = ui.theme();
    ui.fill(spec.place, theme.palette.bed);
    std::vector<KeyRow> const layout = keyboard_layout(theme.shape, spec.keys, spec.layer);
    Rect keys = spec.place.grown(-theme.space.margin, -theme.space.key_gap_y * 0.85F);
    float const below_strip = theme.mm(kSmallestTargetMm) + 2; // so far its touch area may reach
    keys.take_top(std::max(0.0F, below_strip - keys.y));
    auto const rows = static_cast<int>(layout.size());
    std::optional<KeyPress> press;
    for (int row = 0; row < rows; ++row) {
        Rect const cell = keys.cell(0, row, 1, rows, 0, theme.space.key_gap_y);
        if (auto pressed =
                draw_row(ui, context, spec, layout[static_cast<std::size_t>(row)], cell)) {
            press = pressed;
        }
    }
    return press;
}

} // namespace inloop::ui
