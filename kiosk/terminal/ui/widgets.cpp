// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

namespace {

TouchLook button_look(Theme const& theme, ButtonSpec const& spec, bool pressed) {
    TouchLook look =
        touch_look(theme, {.enabled = spec.enabled, .chosen = spec.chosen, .pressed = pressed});
    if (spec.enabled && spec.look == ButtonLook::main_action) {
        Palette const& p = theme.palette;
        Colour const face = pressed ? p.amber_pressed : p.amber;
        look.box = {face, p.amber_edge, p.amber_edge, theme.space.radius,
                    theme.space.edge + theme.px(1)};
        look.words = p.on_amber;
        look.ground = face;
    }
    return look;
}

// Widths of icon, gap and word.
struct ButtonParts {
    float word = 0;
    float icon = 0;
    float gap = 0;
    [[nodiscard]] float total() const { return word + icon + gap; }
};

// A word may shrink to this share of its size before its icon gives way to it.
constexpr float kWordBeforeIcon = 0.86F;

// Where there is no room for both, the word stays and the icon goes.
ButtonParts measure(Ui& ui, ButtonSpec const& spec, TextSpec const& text, float room) {
    ButtonParts parts;
    parts.word = spec.label.empty() ? 0 : ui.text_width(text, spec.label);
    if (spec.icon) {
        parts.icon = std::round(text.size_px * 1.25F);
        parts.gap = spec.label.empty() ? 0 : std::round(text.size_px * 0.5F);
    }
    if (!spec.label.empty() && parts.word * kWordBeforeIcon > room - parts.icon - parts.gap) {
        parts.icon = parts.gap = 0;
    }
    parts.word = std::min(parts.word, room - parts.icon - parts.gap);
    return parts;
}

void button_content(Ui& ui, ButtonSpec const& spec, Rect const& face, TouchLook const& look) {
    Theme const& theme = ui.theme();
    if (spec.face == ButtonFace::icon_only) {
        ui.icon(*spec.icon, face,
                std::min(theme.space.icon * (theme.large() ? 1.5F : 1.2F), face.h * 0.8F),
                look.words);
        return;
    }
    float size = spec.size_px;
    if (size <= 0) {
        size = spec.look == ButtonLook::main_action ? theme.type.main : theme.type.button;
    }
    TextSpec text{.place = face,
                  .size_px = size,
                  .smallest_px = std::min(size, theme.type.smallest),
                  .colour = look.words,
                  .ground = look.ground,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = true,
                  .one_line = true};
    float const room = face.w - theme.px(24, 16, 24);
    ButtonParts const parts = measure(ui, spec, text, room);
    float x = face.x + (face.w - parts.total()) / 2;
    if (parts.icon > 0 && spec.icon_side == IconSide::before) {
        ui.icon(*spec.icon, {x, face.y, parts.icon, face.h}, parts.icon, look.words);
        x += parts.icon + parts.gap;
    }
    TextSpec least = text;
    least.size_px = least.smallest_px;
    if (ui.text_width(least, spec.label) > parts.word) { // rather two lines than a cut word
        text.place = face.grown(-(face.w - room) / 2, 0);
        text.align = text::Align::centre;
        text.line_height = 1.1F;
        text.one_line = false;
        ui.text(text, spec.label);
        return;
    }
    if (!spec.label.empty()) {
        text.place = {x, face.y, parts.word + 1, face.h};
        ui.text(text, spec.label);
        x += parts.word + parts.gap;
    }
    if (parts.icon > 0 && spec.icon_side == IconSide::after) {
        ui.icon(*spec.icon, {x, face.y, parts.icon, face.h}, parts.icon, look.words);
    }
}

} // namespace

Rect box(Ui& ui, Rect const& rect, BoxLook const& look, bool pressed) {
    Theme const& theme = ui.theme();
    float const border = theme.high_contrast() ? theme.space.border_focus : theme.space.border;
    Rect face{rect.x, rect.y, rect.w, rect.h - look.depth};
    if (look.face.a == 0) {
        ui.outline(face, look.border, border, look.radius);
        return face;
    }
    if (pressed) {
        face.y += look.depth;
    } else {
        ui.fill(rect, look.edge, look.radius);
    }
    // Two fills instead of a line: nothing of the ground shines through between face and edge.
    ui.fill(face, look.border, look.radius);
    ui.fill(face.grown(-border), look.face, std::max(0.0F, look.radius - border));
    return face;
}

BoxLook disabled_look(Theme const& theme, float radius) {
    return {{0, 0, 0, 0}, theme.palette.line, theme.palette.line, radius, 0};
}

TouchLook touch_look(Theme const& theme, TouchState const& state) {
    Palette const& p = theme.palette;
    Space const& s = theme.space;
    if (!state.enabled) {
        return {disabled_look(theme, s.radius), p.off, p.off, p.off, p.paper, p.paper};
    }
    if (state.chosen) {
        Colour const edge = theme.high_contrast() ? p.edge : p.ink;
        return {{p.blue, p.blue, edge, s.radius, s.edge},
                p.on_blue,
                p.on_blue,
                p.on_blue,
                p.blue,
                p.blue};
    }
    if (state.pressed) {
        return {{p.pressed, p.edge, p.edge, s.radius, s.edge},
                p.on_pressed,
                p.on_pressed,
                p.on_pressed,
                p.pressed,
                p.pressed};
    }
    return {{p.card, p.edge, p.edge, s.radius, s.edge}, p.ink, p.ink_soft, p.blue, p.tint, p.card};
}

bool button(Ui& ui, ButtonSpec const& spec) {
    Theme const& theme = ui.theme();
    Touch const touch =
        ui.touch({.id = spec.id,
                  .role = spec.look == ButtonLook::main_action ? Role::main_action : Role::button,
                  .label = spec.label,
                  .rect = spec.rect,
                  .margin = theme.space.small / 2,
                  .enabled = spec.enabled,
                  .chosen = spec.chosen});
    TouchLook const look = button_look(theme, spec, touch.pressed);
    Rect const face = box(ui, spec.rect, look.box, touch.pressed);
    button_content(ui, spec, face, look);
    return touch.tapped;
}

namespace {

struct TileParts {
    Rect square, words;
    bool above = true;
};

TileParts tile_parts(Theme const& theme, Rect const& face) {
    Space const& s = theme.space;
    TileParts parts;
    Rect inside = face.grown(-s.padding, -theme.px(16, 16, 14));
    parts.above = inside.h > s.icon_square + theme.type.tile * 2.5F;
    if (parts.above) {
        parts.square = inside.take_top(s.icon_square, theme.px(12, 8, 10));
        parts.square.w = s.icon_square;
    } else {
        inside = face.grown(-theme.px(20, 14, 16), -theme.px(8, 5, 6));
        float const side = std::min(s.icon_square, inside.h - theme.px(8, 4, 8));
        parts.square = inside.take_left(side, theme.px(20, 14, 14)).centred(side, side);
    }
    parts.words = inside;
    return parts;
}

TextSpec tile_text(Theme const& theme, float size_px) {
    return {.size_px = size_px > 0 ? size_px : theme.type.tile,
            .smallest_px = std::round(theme.type.tile * 0.66F),
            .line_height = 1.22F,
            .bold = true};
}

// The narrowest width in which `words` take no more lines than in the whole place.
float balanced_width(Ui& ui, TextSpec const& text, std::string const& words) {
    pages::RichText const all{{words, true}};
    float width = text.place.w;
    TextLines const whole = ui.text_lines(text, all, width);
    float const step = std::max(1.0F, std::round(text.size_px * 0.3F));
    while (whole.whole_words && whole.starts.size() > 1 && width > 2 * step) {
        TextLines const less = ui.text_lines(text, all, width - step);
        if (!less.whole_words || less.starts.size() > whole.starts.size()) {
            break;
        }
        width -= step;
    }
    return width;
}

} // namespace

bool tile(Ui& ui, TileSpec const& spec) {
    Theme const& theme = ui.theme();
    Space const& s = theme.space;
    Touch const touch = ui.touch({.id = spec.id,
                                  .role = Role::tile,
                                  .label = spec.label,
                                  .rect = spec.rect,
                                  .margin = s.gap_y / 2});
    TouchLook look = touch_look(theme, {.pressed = touch.pressed});
    look.box.depth += theme.px(1);
    Rect const face = box(ui, spec.rect, look.box, touch.pressed);
    TileParts const parts = tile_parts(theme, face);
    ui.fill(parts.square, look.square, s.radius_icon);
    ui.icon(spec.icon, parts.square, std::min(std::round(s.icon * 1.18F), parts.square.h * 0.7F),
            look.icon);
    TextSpec text = tile_text(theme, spec.size_px);
    text.colour = look.words;
    text.ground = look.ground;
    text.place = parts.words;
    text.place.w = balanced_width(ui, text, spec.label);
    text.stand = parts.above ? Stand::top : Stand::middle;
    ui.text(text, spec.label);
    return touch.tapped;
}

float tile_size(Ui& ui, std::span<TileSpec const> tiles) {
    Theme const& theme = ui.theme();
    TextSpec text = tile_text(theme, 0);
    auto const fits = [&](TileSpec const& spec) {
        float const depth = theme.space.edge + theme.px(1);
        Rect const face{spec.rect.x, spec.rect.y, spec.rect.w, spec.rect.h - depth};
        Rect const words = tile_parts(theme, face).words;
        TextLines const lines = ui.text_lines(text, {{spec.label, true}}, words.w);
        return lines.whole_words &&
               lines.line_height * static_cast<float>(lines.starts.size()) <= words.h;
    };
    while (text.size_px > text.smallest_px && !std::all_of(tiles.begin(), tiles.end(), fits)) {
        text.size_px -= 1;
    }
    return text.size_px;
}

namespace {

void icon_setting(Ui& ui, SettingSpec const& spec, bool pressed) {
    TouchLook const look = touch_look(ui.theme(), {.chosen = spec.on, .pressed = pressed});
    Rect const inside = box(ui, spec.rect, look.box, pressed);
    ui.icon(spec.icon, inside, std::min(ui.theme().space.icon, inside.w * 0.7F), look.icon);
}

} // namespace

bool setting(Ui& ui, SettingSpec const& spec) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    Touch const touch = ui.touch({.id = spec.id,
                                  .role = Role::setting,
                                  .label = spec.label,
                                  .rect = spec.rect,
                                  .margin = theme.space.small / 2,
                                  .chosen = spec.on});
    Colour ground = p.bar;
    Colour content = p.blue;
    if (theme.large()) { // without its word it needs an edge to be seen as a button
        icon_setting(ui, spec, touch.pressed);
        return touch.tapped;
    }
    if (spec.on || touch.pressed) {
        ground = touch.pressed && !spec.on ? p.pressed : p.blue;
        content = touch.pressed && !spec.on ? p.on_pressed : p.on_blue;
        ui.fill(spec.rect, ground, theme.space.radius);
    }
    Rect inside = spec.rect.grown(0, -theme.px(6));
    Rect const word = inside.take_bottom(std::round(theme.type.label * 1.5F));
    ui.icon(spec.icon, inside, theme.space.icon, content);
    Colour const letters = spec.on || touch.pressed ? content : p.ink;
    ui.text({.place = word.grown(theme.px(8), 0),
             .size_px = theme.type.label,
             .smallest_px = std::round(theme.type.label * 0.8F),
             .colour = letters,
             .ground = ground,
             .align = text::Align::centre,
             .stand = Stand::middle,
             .one_line = true},
            spec.label);
    return touch.tapped;
}

void card(Ui& ui, Rect const& rect, CardLook look) {
    Theme const& theme = ui.theme();
    ui.fill(rect, look == CardLook::information ? theme.palette.tint : theme.palette.card,
            theme.space.radius);
    if (theme.high_contrast()) {
        ui.outline(rect, theme.palette.line, theme.space.border, theme.space.radius);
    }
}

void number(Ui& ui, NumberSpec const& spec) {
    ui.disc(spec.x, spec.y, spec.radius, spec.disc);
    Rect const place{spec.x - spec.radius, spec.y - spec.radius, 2 * spec.radius, 2 * spec.radius};
    ui.text({.place = place,
             .size_px = spec.size_px,
             .colour = spec.letter,
             .ground = spec.disc,
             .align = text::Align::centre,
             .stand = Stand::middle,
             .line_height = 1.2F,
             .bold = true,
             .one_line = true},
            std::to_string(spec.number));
}

float fitting_size(Ui& ui, TextSpec const& spec, TextGroup const& group) {
    TextSpec text = spec;
    for (; text.size_px > spec.smallest_px; text.size_px -= 1) {
        float total = group.gap * static_cast<float>(group.texts.size() - 1);
        for (pages::RichText const& words : group.texts) {
            total += std::max(group.least, ui.text_height(text, words, group.width));
        }
        if (total <= group.height) {
            break;
        }
    }
    return text.size_px;
}

TextSpec body_text(Theme const& theme, Rect const& place, float size_px) {
    return {.place = place,
            .size_px = size_px,
            .colour = theme.palette.ink,
            .ground = theme.palette.paper};
}

} // namespace inloop::ui
