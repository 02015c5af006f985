// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/code_slot.h"

#include "kiosk/terminal/ui/widgets.h"

#include <cmath>
#include <string>

namespace inloop::ui {

namespace {

// A place this many times as wide as its letters are high has its number beside the word, and so
// has one too low for both; any other has it above.
constexpr float kBeside = 6.0F;
constexpr float kTooLow = 2.3F;

void disc(Ui& ui, Rect const& place, CodeSlot const& slot) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    bool const inverted = slot.current || theme.high_contrast();
    number(ui, {.x = place.x + place.w / 2,
                .y = place.y + place.h / 2,
                .radius = std::round(std::min(place.w, place.h) / 2),
                .number = slot.number,
                .disc = inverted ? p.blue : p.tint,
                .letter = inverted ? p.on_blue : p.blue,
                .size_px = std::round(std::min(place.w, place.h) * 0.54F)});
}

} // namespace

void code_slot(Ui& ui, Rect const& place, CodeSlot const& slot, Privacy privacy) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    card(ui, place, CardLook::plain);
    if (slot.current) {
        ui.outline(place, p.blue, theme.space.border_focus, theme.space.radius);
    }
    bool const wide = place.w >= slot.size_px * kBeside;
    bool const beside = wide || place.h < slot.size_px * kTooLow;
    float const side =
        std::round(std::min(slot.size_px * (wide ? 1.3F : 0.9F), theme.type.button * 1.8F));
    Rect inside = place.grown(-theme.px(beside ? 14 : 6, beside ? 8 : 4, 8), 0);
    if (beside) {
        disc(ui, inside.take_left(side, theme.px(12, 8, 12)), slot);
    } else {
        float const line = std::round(slot.size_px * 1.25F);
        inside = inside.centred(inside.w, std::min(inside.h, side + theme.px(6, 2, 6) + line));
        disc(ui, inside.take_top(side, theme.px(6, 2, 6)), slot);
    }
    private_text(ui,
                 {.place = inside,
                  .size_px = slot.size_px,
                  .smallest_px = std::round(slot.size_px * 0.55F),
                  .colour = p.ink,
                  .ground = p.card,
                  .align = beside ? text::Align::start : text::Align::centre,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = slot.bold,
                  .one_line = true},
                 slot.typed, privacy);
}

bool secret_button(Ui& ui, SecretButton const& spec, Privacy privacy) {
    Theme const& theme = ui.theme();
    Touch const touch =
        ui.touch({.id = spec.id,
                  .role = Role::key, // where it was touched is as private as a key
                  .label = spec.label,
                  .rect = spec.rect,
                  .margin = std::min(theme.space.key_gap_x, theme.space.key_gap_y) / 2});
    TouchLook const look = touch_look(theme, {.pressed = touch.pressed});
    Rect const face = box(ui, spec.rect, look.box, touch.pressed);
    private_text(ui,
                 {.place = face.grown(-theme.px(8, 5, 8), 0),
                  .size_px = spec.size_px,
                  .smallest_px = std::round(spec.size_px * 0.6F),
                  .colour = look.words,
                  .ground = look.ground,
                  .align = text::Align::centre,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = true,
                  .one_line = true},
                 spec.word, privacy);
    return touch.tapped;
}

} // namespace inloop::ui
