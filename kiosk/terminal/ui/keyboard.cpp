// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/keyboard.h"

#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace inloop::ui {

using flow::KeyboardLayer;
using pages::Phrase;

namespace {

// One key of a layout. `width` is a share of the row.
struct KeyShape {
    KeyAction action = KeyAction::insert;
    char const* lower = "";
    char const* upper = nullptr; // with shift; nullptr: as lower
    float width = 1;
};

using Row = std::vector<KeyShape>;
using Layout = std::vector<Row>;

KeyShape letter(char const* lower, char const* upper) {
    return {KeyAction::insert, lower, upper, 1};
}
KeyShape sign(char const* text) {
    return {KeyAction::insert, text, nullptr, 1};
}
KeyShape wide_sign(char const* text, float width) {
    return {KeyAction::insert, text, nullptr, width};
}
KeyShape act(KeyAction action, float width = 1) {
    return {action, "", nullptr, width};
}
KeyShape space(float width) {
    return {KeyAction::insert, " ", nullptr, width};
}

Row letter_keys(std::initializer_list<std::array<char const*, 2>> pairs) {
    Row row;
    for (auto const& [lower, upper] : pairs) {
        row.push_back(letter(lower, upper));
    }
    return row;
}

Row signs(std::initializer_list<char const*> texts) {
    Row row;
    for (char const* text : texts) {
        row.push_back(sign(text));
    }
    return row;
}

Row operator+(Row row, KeyShape const& key) {
    row.push_back(key);
    return row;
}

Row operator+(KeyShape const& key, Row row) {
    row.insert(row.begin(), key);
    return row;
}

Layout qwerty(KeyboardLayer layer) {
    using enum KeyAction;
    Row const bottom{act(digits, 1.5F),     act(accents, 1.15F),   space(4.35F),
                     wide_sign("?", 0.95F), wide_sign("!", 0.95F), act(enter, 1.1F)};
    switch (layer) {
    case KeyboardLayer::digits:
    case KeyboardLayer::signs:
        return {signs({"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}),
                signs({"-", "/", ":", ";", "(", ")", "€", "&", "@"}) + act(backspace),
                act(left) +
                    (act(up) + (act(down) + (act(right) + signs({"'", "\"", "%", "+", ",", "."})))),
                {act(KeyAction::letters, 1.5F), act(accents, 1.15F), space(3.25F),
                 wide_sign("?", 0.95F), wide_sign("!", 0.95F), act(hide, 1.1F), act(enter, 1.1F)}};
    case KeyboardLayer::accents:
        return {letter_keys({{"é", "É"},
                             {"è", "È"},
                             {"ê", "Ê"},
                             {"ë", "Ë"},
                             {"á", "Á"},
                             {"à", "À"},
                             {"â", "Â"},
                             {"ä", "Ä"},
                             {"ï", "Ï"},
                             {"í", "Í"}}),
                letter_keys({{"ó", "Ó"},
                             {"ò", "Ò"},
                             {"ô", "Ô"},
                             {"ö", "Ö"},
                             {"ú", "Ú"},
                             {"ù", "Ù"},
                             {"û", "Û"},
                             {"ü", "Ü"},
                             {"ñ", "Ñ"}}) +
                    act(backspace),
                act(shift) + letter_keys({{"ç", "Ç"},
                                          {"å", "Å"},
                                          {"ø", "Ø"},
                                          {"æ", "Æ"},
                                          {"ł", "Ł"},
                                          {"ş", "Ş"},
                                          {"ğ", "Ğ"},
                                          {"ß", "ß"},
                                          {"ž", "Ž"}}),
                {act(digits, 1.5F), act(KeyAction::letters, 1.15F), space(4.35F),
                 wide_sign("?", 0.95F), wide_sign("!", 0.95F), act(enter, 1.1F)}};
    case KeyboardLayer::letters:
        break;
    }
    return {letter_keys({{"q", "Q"},
                         {"w", "W"},
                         {"e", "E"},
                         {"r", "R"},
                         {"t", "T"},
                         {"y", "Y"},
                         {"u", "U"},
                         {"i", "I"},
                         {"o", "O"},
                         {"p", "P"}}),
            letter_keys({{"a", "A"},
                         {"s", "S"},
                         {"d", "D"},
                         {"f", "F"},
                         {"g", "G"},
                         {"h", "H"},
                         {"j", "J"},
                         {"k", "K"},
                         {"l", "L"}}) +
                act(backspace),
            act(shift) + (letter_keys({{"z", "Z"},
                                       {"x", "X"},
                                       {"c", "C"},
                                       {"v", "V"},
                                       {"b", "B"},
                                       {"n", "N"},
                                       {"m", "M"}}) +
                          sign(",") + sign(".")),
            bottom};
}

Layout alphabet(KeyboardLayer layer) {
    using enum KeyAction;
    switch (layer) {
    case KeyboardLayer::digits:
    case KeyboardLayer::signs:
        return {signs({"1", "2", "3", "4", "5", "6"}),
                signs({"7", "8", "9", "0", "-", "/"}),
                signs({":", ";", "(", ")", "€", "&"}),
                signs({"@", "'", "\"", "%", "+", "!"}),
                act(left) + (act(up) + (act(down) + (act(right) + signs({"."})))) + act(backspace),
                {act(KeyAction::letters, 1.05F), act(accents, 1), space(1.9F), act(hide, 1.05F),
                 act(enter, 1)}};
    case KeyboardLayer::accents:
        return {
            letter_keys({{"é", "É"}, {"è", "È"}, {"ê", "Ê"}, {"ë", "Ë"}, {"á", "Á"}, {"à", "À"}}),
            letter_keys({{"â", "Â"}, {"ä", "Ä"}, {"ï", "Ï"}, {"í", "Í"}, {"ó", "Ó"}, {"ò", "Ò"}}),
            letter_keys({{"ô", "Ô"}, {"ö", "Ö"}, {"ú", "Ú"}, {"ù", "Ù"}, {"û", "Û"}, {"ü", "Ü"}}),
            letter_keys({{"ñ", "Ñ"}, {"ç", "Ç"}, {"å", "Å"}, {"ø", "Ø"}, {"æ", "Æ"}, {"ł", "Ł"}}),
            letter_keys({{"ş", "Ş"}, {"ğ", "Ğ"}, {"ß", "ß"}, {"ž", "Ž"}}) + act(shift) +
                act(backspace),
            {act(digits, 1), act(KeyAction::letters, 1), space(3), act(enter, 1)}};
    case KeyboardLayer::letters:
        break;
    }
    return {letter_keys({{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}, {"e", "E"}, {"f", "F"}}),
            letter_keys({{"g", "G"}, {"h", "H"}, {"i", "I"}, {"j", "J"}, {"k", "K"}, {"l", "L"}}),
            letter_keys({{"m", "M"}, {"n", "N"}, {"o", "O"}, {"p", "P"}, {"q", "Q"}, {"r", "R"}}),
            letter_keys({{"s", "S"}, {"t", "T"}, {"u", "U"}, {"v", "V"}, {"w", "W"}, {"x", "X"}}),
            letter_keys({{"y", "Y"}, {"z", "Z"}}) + sign(",") + sign(".") + sign("?") +
                act(backspace),
            {act(shift, 1), act(digits, 1), act(accents, 1), space(2), act(enter, 1)}};
}

// What a key shows: an icon or a word, and what is spoken.
struct KeyFace {
    std::string id;
    std::string word;
    std::optional<text::Icon> icon;
    std::string spoken;
    bool function = true;
};

KeyFace letter_face(ScreenContext const& context, KeyShape const& key, bool shifted) {
    char const* shown = shifted && key.upper != nullptr ? key.upper : key.lower;
    if (std::string_view(key.lower) == " ") {
        return {"key.space", context.phrases.plain(Phrase::key_space), std::nullopt, "", false};
    }
    return {std::string("key.") + key.lower, shown, std::nullopt, shown, false};
}

KeyFace face_of(ScreenContext const& context, KeyShape const& key, bool shifted) {
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
        return {"key.shift", "ABC", std::nullopt, word(Phrase::key_shift)};
    case KeyAction::letters:
        return {"key.letters", word(Phrase::key_letters), std::nullopt, word(Phrase::key_letters)};
    case KeyAction::digits:
        return {"key.digits", word(Phrase::key_digits), std::nullopt, word(Phrase::key_digits)};
    case KeyAction::accents:
        return {"key.accents", word(Phrase::key_accents), std::nullopt, word(Phrase::key_accents)};
    case KeyAction::hide:
        return {"key.hide", word(Phrase::key_hide), std::nullopt, word(Phrase::key_hide)};
    }
    return {};
}

void draw_key(Ui& ui, KeyFace const& face, Rect const& rect, bool pressed, bool on) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    Colour ground = face.function ? p.function_key : p.card;
    Colour content = p.ink;
    if (on) {
        ground = p.blue;
        content = p.on_blue;
    }
    if (pressed) {
        ground = p.pressed;
        content = p.on_pressed;
    }
    Rect const inside = box(
        ui, rect, {ground, p.edge, p.edge, theme.space.radius_key, theme.space.key_edge}, pressed);
    if (face.icon) {
        ui.icon(*face.icon, inside, std::round(theme.type.key * 1.05F), content);
        return;
    }
    bool const is_word = face.function || face.id == "key.space";
    ui.text({.place = inside.grown(-theme.px(4), 0),
             .size_px = is_word ? std::round(theme.type.key * 0.74F) : theme.type.key,
             .smallest_px = std::round(theme.type.key * 0.45F),
             .colour = face.id == "key.space" ? p.ink_soft : content,
             .ground = ground,
             .align = text::Align::centre,
             .stand = Stand::middle,
             .line_height = 1.2F,
             .bold = face.function,
             .one_line = true},
            face.word);
}

std::optional<KeyPress> draw_row(Ui& ui, ScreenContext const& context, flow::Draft const& draft,
                                 Row const& row, Rect place) {
    Theme const& theme = ui.theme();
    float shares = 0;
    for (KeyShape const& key : row) {
        shares += key.width;
    }
    float const gap = theme.space.key_gap_x;
    float const unit = (place.w - gap * static_cast<float>(row.size() - 1)) / shares;
    std::optional<KeyPress> press;
    for (KeyShape const& key : row) {
        Rect const rect = place.take_left(unit * key.width, gap);
        KeyFace const face = face_of(context, key, draft.shift);
        bool const on = key.action == KeyAction::shift && draft.shift;
        Touch const touch = ui.touch({.id = face.id,
                                      .role = Role::key,
                                      .label = face.spoken,
                                      .rect = rect,
                                      .margin = std::min(gap, theme.space.key_gap_y) / 2,
                                      .chosen = on});
        draw_key(ui, face, rect, touch.pressed, on);
        if (touch.began) {
            press = {key.action, draft.shift && key.upper != nullptr ? key.upper : key.lower};
        }
    }
    return press;
}

} // namespace

float keyboard_height(Theme const& theme) {
    return theme.space.keyboard + theme.space.key_gap_y;
}

std::optional<KeyPress> keyboard(Ui& ui, ScreenContext const& context, flow::Draft const& draft,
                                 Rect const& place) {
    Theme const& theme = ui.theme();
    ui.fill(place, theme.palette.bed);
    Layout const layout = theme.shape == Shape::tall ? alphabet(draft.layer) : qwerty(draft.layer);
    Rect const keys = place.grown(-theme.space.margin, -theme.space.key_gap_y * 0.85F);
    auto const rows = static_cast<int>(layout.size());
    std::optional<KeyPress> press;
    for (int row = 0; row < rows; ++row) {
        Rect const cell = keys.cell(0, row, 1, rows, 0, theme.space.key_gap_y);
        if (auto pressed =
                draw_row(ui, context, draft, layout[static_cast<std::size_t>(row)], cell)) {
            press = pressed;
        }
    }
    return press;
}

} // namespace inloop::ui
